"""Whoever signs up with another person's address gains nothing when that person comes later."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext

from accounts.addresses import is_proven
from accounts.models import User
from tests.accounts.mails import code_in, link_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

VICTIM = "victim@example.org"
VERIFY = reverse("account_email_verification_sent")


def is_signed_in(client):
    return client.get(reverse("account")).status_code == 200


def sign_in_by_code(client, email=VICTIM):
    client.post(reverse("account_request_login_code"), {"email": email})
    return client.post(reverse("account_confirm_login_code"), {"code": code_in(mail.outbox[-1])}, follow=True)


def sign_in_by_password(client, password=PASSWORD):
    client.post(reverse("account_login"), {"login": VICTIM, "password": password})


@pytest.fixture
def stranger():
    """Has signed up with the victim's address and a password, and waits for the code."""
    client = Client()
    client.post(reverse("account_signup"), {"email": VICTIM, "password1": PASSWORD})
    return client


@pytest.fixture
def victim(client, stranger):
    sign_in_by_code(client)
    return client


def test_the_stranger_has_an_account_that_opens_nothing(stranger):
    assert User.objects.get(email=VICTIM).check_password(PASSWORD)
    assert not is_signed_in(stranger)


def test_the_code_signs_the_owner_in_and_ends_the_password(victim):
    user = User.objects.get(email=VICTIM)
    assert is_signed_in(victim)
    assert is_proven(user)
    assert not user.has_usable_password()


def test_the_stranger_is_out_with_the_password_in_the_waiting_browser_and_in_an_open_session(client, stranger):
    open_session, third = Client(), Client()
    open_session.force_login(User.objects.get(email=VICTIM), "django.contrib.auth.backends.ModelBackend")
    assert is_signed_in(open_session)
    sign_in_by_code(client)
    sign_in_by_password(third)
    for path in (VERIFY, reverse("account_login"), reverse("account_confirm_login_code")):
        stranger.get(path)
    stranger.post(VERIFY, {"action": "resend"})
    stranger.post(VERIFY, {"code": "0000-0000"})
    sign_in_by_password(stranger)
    assert not any(is_signed_in(browser) for browser in (open_session, third, stranger))
    assert is_signed_in(client)


def test_the_owner_is_told_and_may_choose_a_password(client, stranger):
    page = sign_in_by_code(client).content.decode()
    assert (
        gettext("The password of this account was set before its address was confirmed and no longer works.") in page
    )
    client.post(reverse("account_set_password"), {"password1": "a password of my own"})
    other = Client()
    sign_in_by_password(other, "a password of my own")
    assert is_signed_in(other)


def test_the_owner_may_also_ask_for_a_link_to_a_new_password(victim):
    other = Client()
    other.post(reverse("account_reset_password"), {"email": VICTIM})
    form = other.get(link_in(mail.outbox[-1])).url
    other.post(form, {"password1": "a password of my own"})
    assert User.objects.get(email=VICTIM).check_password("a password of my own")


def test_the_password_of_a_proven_address_outlives_a_code(client):
    user = make_user(email="awa@example.org")
    sign_in_by_code(client, "awa@example.org")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_whoever_proves_the_address_after_the_sign_up_keeps_the_password(client):
    client.post(reverse("account_signup"), {"email": VICTIM, "password1": PASSWORD})
    client.post(VERIFY, {"code": code_in(mail.outbox[-1])})
    assert is_signed_in(client)
    assert User.objects.get(email=VICTIM).check_password(PASSWORD)


def test_only_the_address_that_signs_in_proves_an_account():
    user = make_user(email="awa@example.org")
    assert is_proven(user)
    EmailAddress.objects.filter(user=user).update(email="former@example.org")
    assert not is_proven(user)
