"""By password or by code; the same answer whether an account exists or not; nothing happens by reading a page."""

import re

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.accounts.mails import code_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

SIGN_IN = reverse("account_login")
ASK_CODE, CONFIRM_CODE = reverse("account_request_login_code"), reverse("account_confirm_login_code")


def sign_in(client, email, password=PASSWORD):
    return client.post(SIGN_IN, {"login": email, "password": password})


def is_signed_in(client):
    return client.get(reverse("account")).status_code == 200


@pytest.mark.parametrize("typed", ["awa@example.org", "Awa@Example.ORG", " awa@example.org "])
def test_a_password_signs_in_in_whatever_spelling_of_the_address(client, typed):
    make_user(email="awa@example.org")
    assert sign_in(client, typed).url == reverse("account")
    assert is_signed_in(client)


def test_the_answer_to_a_wrong_password_is_that_to_an_unknown_address(client):
    make_user(email="known@example.org")
    pages = []
    for email in ("known@example.org", "other@example.org"):
        page = sign_in(client, email, "wrong password").content.decode()
        pages.append(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(email, "…"))
    assert pages[0] == pages[1]
    assert 'role="alert"' in pages[0]
    assert not is_signed_in(client)


def test_an_account_that_was_closed_does_not_open(client):
    make_user(email="awa@example.org", is_active=False)
    sign_in(client, "awa@example.org")
    assert not is_signed_in(client)


def test_an_address_that_is_not_proven_asks_for_a_code_first(client):
    EmailAddress.objects.filter(user=make_user(email="awa@example.org")).update(verified=False)
    assert sign_in(client, "awa@example.org").url == reverse("account_email_verification_sent")
    assert not is_signed_in(client)
    client.post(reverse("account_email_verification_sent"), {"code": code_in(mail.outbox[0])})
    assert is_signed_in(client)


def test_after_five_wrong_passwords_the_right_one_waits_too(client):
    make_user(email="awa@example.org")
    for _ in range(5):
        sign_in(client, "awa@example.org", "wrong password")
    sign_in(client, "awa@example.org")
    assert not is_signed_in(client)


def test_a_code_signs_in_once(client):
    make_user(email="awa@example.org")
    assert client.post(ASK_CODE, {"email": "AWA@example.org"}).url == CONFIRM_CODE
    code = code_in(mail.outbox[0])
    assert client.post(CONFIRM_CODE, {"code": code.replace("-", " ")}).url == reverse("account")
    assert is_signed_in(client)
    client.post(reverse("account_logout"))
    assert client.post(CONFIRM_CODE, {"code": code}).url == ASK_CODE
    assert not is_signed_in(client)


def test_a_code_is_good_for_fifteen_minutes(client):
    make_user(email="awa@example.org")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.post(ASK_CODE, {"email": "awa@example.org"})
        clock.shift(15 * 60 + 1)
        client.post(CONFIRM_CODE, {"code": code_in(mail.outbox[0])})
        assert not is_signed_in(client)


def test_a_code_opens_nothing_in_another_browser(client):
    make_user(email="awa@example.org")
    client.post(ASK_CODE, {"email": "awa@example.org"})
    other = Client()
    other.post(CONFIRM_CODE, {"code": code_in(mail.outbox[0])})
    assert not is_signed_in(other)


def test_asking_for_a_code_answers_the_same_for_an_unknown_address(client):
    make_user(email="known@example.org")
    pages = []
    for email in ("known@example.org", "other@example.org"):
        client.cookies.clear()
        answer = client.post(ASK_CODE, {"email": email})
        page = client.get(answer.url).content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(email, "…")
        pages.append((answer.status_code, answer.url, page))
    assert pages[0] == pages[1]
    assert not re.search(r"\d{4}-\d{4}", mail.outbox[1].body)


def test_reading_pages_signs_nobody_in_and_uses_up_no_code(client):
    """G06: scanners read every address, the human then types the code."""
    make_user(email="awa@example.org")
    client.post(ASK_CODE, {"email": "awa@example.org"})
    code = code_in(mail.outbox[0])
    for _ in range(5):
        client.get(CONFIRM_CODE, {"code": code})
        client.head(CONFIRM_CODE, {"code": code})
        assert not is_signed_in(client)
    assert len(mail.outbox) == 1
    client.post(CONFIRM_CODE, {"code": code})
    assert is_signed_in(client)
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("to", "is_said"),
    [("/abonnement/commander/mois/mali/?next=/", True), ("/compte/", False), ("", False), ("//x.org/", False)],
)
def test_whoever_subscribes_is_told_the_way_to_an_account_first(client, to, is_said):
    page = client.get(SIGN_IN, {"next": to})
    assert ("votre choix est gardé" in page.text) is is_said
    if is_said:
        main = page.text[page.text.index("<main") :]
        link = main.index(f'href="{reverse("account_signup")}?next=')
        assert link < main.index("<form")
