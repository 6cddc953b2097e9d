"""Codes of an application and recovery codes: each once, few wrong ones, and the person is told of every change."""

import json

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.accounts.factors import (
    add_application,
    code_of,
    confirm,
    forget_used_codes,
    recovery_codes,
    show_code,
    sign_in,
    wrong_code,
)
from tests.factories import make_user

pytestmark = pytest.mark.django_db

INDEX, SET_UP, TAKE_AWAY = (reverse(name) for name in ("mfa_index", "mfa_activate_totp", "mfa_deactivate_totp"))
CODES, NEW_CODES = reverse("mfa_view_recovery_codes"), reverse("mfa_generate_recovery_codes")


@pytest.fixture
def user():
    return make_user(email="awa@example.org")


@pytest.fixture
def secret(user):
    return add_application(user)


def is_signed_in(client):
    return client.get(reverse("account")).status_code == 200


def test_a_code_of_the_application_signs_in_once(user, secret):
    """D10: not again at once, nor later while it is still good."""
    with time_machine.travel(timezone.now().replace(second=0, microsecond=0), tick=False) as clock:
        code = code_of(secret)
        seen = []
        for seconds in (0, 0, 29, 16):
            clock.shift(seconds)
            browser = Client()
            sign_in(browser, user)
            show_code(browser, code)
            seen.append(is_signed_in(browser))
    assert seen == [True, False, False, False]


@pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_the_neighbours_of_a_code_are_good_too(client, user, secret, steps, opens):
    with time_machine.travel(timezone.now(), tick=False):
        sign_in(client, user)
        show_code(client, code_of(secret, steps=steps))
        assert is_signed_in(client) is opens


@pytest.mark.django_db(transaction=True)
def test_the_code_that_set_the_application_up_does_not_sign_in(client, user):
    """D10"""
    with time_machine.travel(timezone.now(), tick=False):
        sign_in(client, user)
        confirm(client, SET_UP)
        secret = client.get(SET_UP).context["form"].secret
        client.post(SET_UP, {"code": code_of(secret)})
        other = Client()
        sign_in(other, user)
        show_code(other, code_of(secret))
        assert not is_signed_in(other)
        show_code(other, code_of(secret, steps=1))
        assert is_signed_in(other)


def test_a_recovery_code_signs_in_once(client, user, secret):
    """D10: also after the short memory of used codes."""
    code = recovery_codes(user)[0]
    for is_first in (True, False):
        browser = Client()
        sign_in(browser, user)
        show_code(browser, code)
        assert is_signed_in(browser) is is_first
        forget_used_codes()
    assert len(recovery_codes(user)) == 9


def test_a_code_of_somebody_else_opens_nothing(client, user, secret):
    """D10"""
    other = make_user()
    others = add_application(other)
    sign_in(client, user)
    for code in (code_of(others), recovery_codes(other)[0]):
        show_code(client, code)
        assert not is_signed_in(client)
    assert len(recovery_codes(other)) == 10


def test_twenty_wrong_codes_lock_for_five_minutes_and_no_longer(client, user, secret):
    """D10: after the fifth nothing is tried; the honest person waits, and is in."""
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, user)
        for _ in range(20):
            show_code(client, wrong_code(secret))
        show_code(client, code_of(secret))
        show_code(client, recovery_codes(user)[0])
        assert not is_signed_in(client)
        clock.shift(5 * 60 + 1)
        browser = Client()
        sign_in(browser, user)
        show_code(browser, code_of(secret))
        assert is_signed_in(browser)


def test_another_address_does_not_lift_the_lock(client, user, secret):
    """G11"""
    sign_in(client, user)
    for n in range(6):
        spoofed = {"x-forwarded-for": f"192.0.2.{n}", "x-real-ip": f"192.0.2.{n}", "forwarded": f"for=192.0.2.{n}"}
        client.post(reverse("mfa_authenticate"), {"code": wrong_code(secret)}, headers=spoofed)
    show_code(client, code_of(secret))
    assert not is_signed_in(client)


def test_reading_the_pages_shows_nothing_and_uses_nothing_up(client, user, secret):
    """G06"""
    sign_in(client, user)
    code = code_of(secret)
    for _ in range(5):
        client.get(reverse("mfa_authenticate"), {"code": code})
        client.head(reverse("mfa_authenticate"), {"code": code})
        assert not is_signed_in(client)
    show_code(client, code)
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "bad", ["//evil.example", "https:evil.example", "/\\evil", "javascript:alert(1)", "%09//evil", "/" * 5000]
)
def test_nobody_is_sent_elsewhere(client, user, secret, bad):
    """G07: ``next`` of the new pages."""
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, user, next=bad)
        assert show_code(client, code_of(secret)).url == reverse("account")
        clock.shift(120)
        answer = client.post(f"{reverse('mfa_reauthenticate')}", {"code": code_of(secret), "next": bad})
        assert answer.url == reverse("account")


def test_a_page_of_this_site_is_come_back_to(client, user, secret):
    sign_in(client, user, next="/abonnement/")
    assert show_code(client, code_of(secret)).url == "/abonnement/"


def test_a_session_that_has_ended_opens_no_page_of_security(client, user, secret):
    """G09"""
    sign_in(client, user)
    show_code(client, code_of(secret))
    old = client.cookies["session"].value
    client.post(reverse("account_logout"))
    thief = Client()
    thief.cookies["session"] = old
    for page in (INDEX, CODES, NEW_CODES, TAKE_AWAY, reverse("devices"), reverse("mfa_add_webauthn")):
        answer = thief.get(page)
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("account_login"))


@pytest.mark.django_db(transaction=True)
def test_setting_up_shows_codes_once_confirmed_and_the_person_is_told(client, user):
    sign_in(client, user)
    confirm(client, SET_UP)
    page = client.get(SET_UP)
    secret = page.context["form"].secret
    assert " ".join(secret[n : n + 4] for n in range(0, 32, 4)) in page.content.decode()
    assert client.post(SET_UP, {"code": wrong_code(secret)}).status_code == 200
    picture = client.get(reverse("second_factor_picture"))
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content
    assert client.post(SET_UP, {"code": code_of(secret)}).url == CODES
    shown = client.get(CODES).content.decode()
    assert all(code in shown for code in recovery_codes(user))
    assert [message.to for message in mail.outbox] == [["awa@example.org"]]
    assert client.get(reverse("second_factor_picture")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_every_change_is_told_by_mail(client, user, secret):
    sign_in(client, user)
    show_code(client, code_of(secret))
    former = recovery_codes(user)
    confirm(client, NEW_CODES, code=former[0])
    assert client.post(NEW_CODES).url == CODES
    assert not set(former) & set(recovery_codes(user))
    assert "attachment" in client.get(reverse("mfa_download_recovery_codes"))["Content-Disposition"]
    client.post(TAKE_AWAY)
    assert not Authenticator.objects.filter(user=user).exists()
    assert len(mail.outbox) == 2
    assert all("127.0.0.1" in message.body for message in mail.outbox)


def test_codes_are_not_shown_without_confirming(client, user, secret):
    sign_in(client, user)
    show_code(client, code_of(secret))
    for page in (CODES, reverse("mfa_download_recovery_codes")):
        answer = client.get(page)
        assert answer.url.startswith(reverse("mfa_reauthenticate"))


def assertion(**response):
    return json.dumps({"id": "YQ", "rawId": "YQ", "type": "public-key", "response": response})


NONSENSE = [
    *("", "{}", "[]", '"x"', "null", "1", '{"response": 1}', "{" * 2000, '{"id": "a", "rawId": "a", "response": {}}'),
    assertion(userHandle=None),
    assertion(clientDataJSON="e30", authenticatorData="AA", signature="AA", userHandle="AA"),
    assertion(clientDataJSON="e30", authenticatorData="A" * 100, signature="AA", userHandle="MQ"),
    assertion(clientDataJSON="W10", authenticatorData="A" * 200, signature=1, userHandle=[]),
    assertion(clientDataJSON="e30", attestationObject="AA"),
    assertion(clientDataJSON="e30", attestationObject="o2NmbXRkbm9uZQ"),
    assertion(clientDataJSON="é", attestationObject="é"),
]


@pytest.mark.parametrize("credential", NONSENSE)
@pytest.mark.parametrize(
    "name", ["mfa_login_webauthn", "mfa_authenticate", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"]
)
def test_what_is_no_passkey_is_refused_in_words(client, user, secret, name, credential):
    """Also by whoever is not signed in."""
    if name != "mfa_login_webauthn":
        sign_in(client, user)
    if name in {"mfa_add_webauthn", "mfa_reauthenticate_webauthn"}:
        show_code(client, code_of(secret))
    if name == "mfa_add_webauthn":
        confirm(client, reverse(name), code=recovery_codes(user)[0])
    client.get(reverse(name), headers={"accept": "application/json"})
    answer = client.post(reverse(name), {"credential": credential})
    assert answer.status_code in {200, 302}
    assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()
    assert is_signed_in(client) is (name in {"mfa_add_webauthn", "mfa_reauthenticate_webauthn"})


def test_asking_for_a_passkey_tells_nothing_of_accounts(client, user):
    """G01: the same questions to everybody, whoever has an account."""
    answer = client.get(reverse("mfa_login_webauthn"), headers={"accept": "application/json"}).json()
    assert answer["request_options"]["publicKey"].get("allowCredentials", []) == []
    assert answer["request_options"]["publicKey"]["userVerification"] == "required"


def test_only_a_right_password_tells_that_there_is_a_factor(client, user, secret):
    """G01"""
    pages = []
    for email in (user.email, make_user().email, "nobody@example.org"):
        answer = client.post(reverse("account_login"), {"login": email, "password": "a wrong password"})
        pages.append((answer.status_code, answer.context["form"].errors))
    assert pages[0] == pages[1] == pages[2]


def test_pages_ask_few_queries(client, user, secret, django_assert_max_num_queries):
    """Session, person, newspaper, menu with its sections and pages, and the factors twice: which, and whether any."""
    sign_in(client, user)
    show_code(client, code_of(secret))
    with django_assert_max_num_queries(8):
        client.get(INDEX)
