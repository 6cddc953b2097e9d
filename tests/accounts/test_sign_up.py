"""An account begins with an address that answers; nobody learns from the form which addresses have one."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.mails import code_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

SIGN_UP, VERIFY = reverse("account_signup"), reverse("account_email_verification_sent")


def sign_up(client, email, password=PASSWORD):
    return client.post(SIGN_UP, {"email": email, "password1": password})


def test_sign_up_ends_with_the_code_that_was_sent(client):
    assert sign_up(client, "awa@example.org").url == VERIFY
    assert reverse("account") in client.post(VERIFY, {"code": code_in(mail.outbox[0])}).url
    user = User.objects.get(email="awa@example.org")
    assert EmailAddress.objects.get(user=user).verified
    assert client.get(reverse("account")).status_code == 200


def test_without_the_code_nobody_is_signed_in(client):
    sign_up(client, "awa@example.org")
    assert client.get(reverse("account")).status_code == 302
    assert "session" in client.cookies
    assert client.post(VERIFY, {"code": "0000-0000"}).status_code == 200
    assert client.get(reverse("account")).status_code == 302


def test_three_wrong_codes_end_the_sign_up(client):
    sign_up(client, "awa@example.org")
    answers = [client.post(VERIFY, {"code": "0000-0000"}).status_code for _ in range(3)]
    assert answers == [200, 200, 302]
    assert client.post(VERIFY, {"code": code_in(mail.outbox[0])}).url == reverse("account_login")


@pytest.mark.parametrize("typed", ["Awa@X.example", "  AWA@x.example ", "awa@ｘ.example", "ａwa@x.example"])
def test_one_account_an_address_in_whatever_spelling(client, typed):
    """G13"""
    make_user(email="awa@x.example")
    sign_up(client, typed)
    assert User.objects.count() == 1
    assert mail.outbox[0].to == ["awa@x.example"]
    assert not re.search(r"\d{4}-\d{4}", mail.outbox[0].body)


def test_addresses_that_differ_have_accounts_of_their_own(client):
    """G13"""
    make_user(email="awa@x.example")
    sign_up(client, "awa+1@x.example")
    assert User.objects.filter(email="awa+1@x.example").exists()


@pytest.mark.parametrize("typed", ["awİ@x.example", "аwa@x.example", "awa", "a\0@x.example", "a" * 250 + "@x.example"])
def test_look_alikes_and_nonsense_are_no_address(client, typed):
    """G13"""
    assert sign_up(client, typed).status_code == 200
    assert not User.objects.exists()


def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(client):
    make_user(email="known@example.org")
    pages = []
    for email in ("known@example.org", "other@example.org"):
        client.cookies.clear()
        answer = sign_up(client, email)
        page = client.get(answer.url).content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(email, "…")
        pages.append((answer.status_code, answer.url, page))
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("password", ["short", "password123", "1234567890", "awa@example.org"])
def test_weak_passwords_are_refused_beside_the_field(client, password):
    page = sign_up(client, "awa@example.org", password)
    assert page.status_code == 200
    assert "id_password1_error" in page.content.decode()
    assert not User.objects.exists()


def test_what_was_typed_is_kept_except_the_password(client):
    page = sign_up(client, "awa@example.org", "short").content.decode()
    assert 'value="awa@example.org"' in page
    assert "short" not in page
    assert page.count(PASSWORD) == 0


@pytest.mark.parametrize("typed", ["Awa@X.example", "ａwa@x.example", "AWA@x.example "])
def test_a_reset_goes_to_the_stored_address_and_never_to_the_typed_one(client, typed):
    """G13"""
    make_user(email="awa@x.example")
    client.post(reverse("account_reset_password"), {"email": typed})
    assert [message.to for message in mail.outbox] == [["awa@x.example"]]
