"""Second factors for tests: an application without a telephone, and sessions that have shown it."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.urls import reverse

from accounts.second_factor import SHOWN_BY
from tests.factories import PASSWORD


def add_application(user) -> str:
    """The secret of the application that the person has from now on, with recovery codes."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of(secret, *, steps=0) -> str:
    """What the application shows now, or some half minutes later or earlier."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def wrong_code(secret) -> str:
    good = {code_of(secret, steps=step) for step in (-2, -1, 0, 1, 2)}
    return next(code for code in ("000000", "111111", "222222", "333333", "444444", "555555") if code not in good)


def recovery_codes(user) -> list[str]:
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    return row.wrap().get_unused_codes()


def sign_in(client, user, **data):
    """By password; with a second factor the answer leads to the page that asks for it."""
    return client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **data})


def show_code(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def confirm(client, page, **proof):
    """Gives the proof that the page asks for first: the password when nothing else is given."""
    asks = client.get(page, follow=True)
    where, _status = asks.redirect_chain[-1]
    assert client.post(where, proof or {"password": PASSWORD}).url == page


def forget_used_codes():
    """As if the half minutes had passed in which a code is remembered."""
    cache.clear()


def enter_with_factor(client, user):
    """A session of the person that has shown a second factor."""
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[SHOWN_BY] = str(user.pk)
    session.save()
