"""Who has a second factor, which sessions have used it, and taking it from somebody who lost it.

A factor is an application that makes codes, or a passkey; recovery codes stand in for either. Staff need one: a
session without it has no right of theirs, in the back office or outside it.
"""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.db import transaction
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_noop

from journal.recording import record

from . import devices

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# In the session: the key of the person who has shown a second factor in it.
SHOWN_BY = "second_factor_of"


def has_second_factor(user) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def has_shown(request) -> bool:
    """Whether the person has used a second factor in this session, at signing in or since; asks no database."""
    return request.session.get(SHOWN_BY) == str(request.user.pk)


def is_lacking(request) -> bool:
    """Whether somebody of the staff is here without the second factor that they need."""
    user = request.user
    if not settings.STAFF_SECOND_FACTOR or not user.is_authenticated or not (user.is_staff or user.is_superuser):
        return False
    return not has_shown(request)


def acts_as_staff(user) -> bool:
    """Whether staff's rights count for the person in the session that asks."""
    return user.is_staff and not user.lacks_second_factor


def way_in(request, after="") -> str:
    """The page where a session that lacks the factor gets it: one that there is is shown, or a first one set up."""
    if not has_second_factor(request.user):
        return reverse("mfa_index")
    after = {REDIRECT_FIELD_NAME: after or get_next_redirect_url(request) or reverse("admin:index")}
    methods = get_adapter().get_reauthentication_methods(request.user)
    return f"{methods[0]['url']}?{urlencode(after)}"


def wanted_first(view):
    """A page of the account that staff see with their second factor only."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if is_lacking(request):
            return redirect(way_in(request, request.path))
        return view(request, *args, **kwargs)

    return guarded


@receiver(authenticator_used)
def note_use(request, user, **kwargs):
    """At signing in this comes before the person counts as signed in."""
    request.session[SHOWN_BY] = str(user.pk)


@receiver(authenticator_added)
def note_first_use(request, user, authenticator, **kwargs):
    """Whoever sets one up has just shown it. Recovery codes alone were shown to the person, not by them."""
    if authenticator.type in FACTORS:
        note_use(request, user)


@receiver(authenticator_removed)
def forget_use(request, user, **kwargs):
    """Without a factor nothing was shown; sessions elsewhere would still say so, and end."""
    if not has_second_factor(user):
        request.session.pop(SHOWN_BY, None)
        devices.end_others(request)


@transaction.atomic
def remove(user, *, by=None, reason: str):
    """Takes every factor and the recovery codes from the account, ends its sessions and tells the person.

    ``by`` is None for the command on the server.
    """
    user.authenticator_set.all().delete()
    devices.end_all(user)
    record(gettext_noop("Second factor removed"), user, by=by, detail=reason)
    get_adapter().send_mail("account/email/second_factor_removed", user.email, {"user": user})
