"""The address of an account changes when the new one answers and the person has proven to be there."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.accounts.mails import code_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

CHANGE, VERIFY = reverse("account_email"), reverse("account_email_verification_sent")


@pytest.fixture
def user(client):
    user = make_user(email="awa@example.org")
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    return user


def ask(client, email):
    """Asks for the change and, as it is asked to, gives the password once more."""
    answer = client.post(CHANGE, {"email": email, "action_add": "1"})
    if reverse("account_reauthenticate") in answer["Location"]:
        answer = client.post(answer.url, {"password": PASSWORD})
    return answer


def address_of(user):
    return User.objects.get(pk=user.pk).email


def test_the_password_is_asked_for_first(client, user):
    answer = client.post(CHANGE, {"email": "new@example.org", "action_add": "1"})
    assert reverse("account_reauthenticate") in answer.url
    assert not mail.outbox
    assert client.post(answer.url, {"password": "wrong"}).status_code == 200
    assert not mail.outbox


def test_the_code_sent_to_the_new_address_changes_it(client, user):
    assert ask(client, "New@Example.org").url == VERIFY
    assert mail.outbox[0].to == ["new@example.org"]
    assert address_of(user) == "awa@example.org"
    client.post(VERIFY, {"code": code_in(mail.outbox[0])})
    assert address_of(user) == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("new@example.org", True, True)]


def test_the_old_address_is_told(client, user):
    ask(client, "new@example.org")
    client.post(VERIFY, {"code": code_in(mail.outbox[0])})
    assert mail.outbox[-1].to == ["awa@example.org"]
    assert "new@example.org" in mail.outbox[-1].body


def test_an_address_of_somebody_else_is_not_given_and_not_given_away(client, user):
    make_user(email="taken@example.org")
    free, taken = ask(client, "free@example.org"), ask(client, "taken@example.org")
    assert (free.status_code, free.url) == (taken.status_code, taken.url)
    client.post(VERIFY, {"code": code_in(mail.outbox[-1])})
    assert address_of(user) == "awa@example.org"


def test_a_wrong_code_changes_nothing(client, user):
    ask(client, "new@example.org")
    client.post(VERIFY, {"code": "0000-0000"})
    assert address_of(user) == "awa@example.org"


def test_the_password_is_changed_with_the_old_one_and_the_person_told(client, user):
    change = reverse("account_change_password")
    new = {"password1": "my new long password"}
    client.post(change, new | {"oldpassword": "wrong"})
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    assert client.post(change, new | {"oldpassword": PASSWORD}).url == reverse("account")
    assert User.objects.get(pk=user.pk).check_password("my new long password")
    assert client.get(reverse("account")).status_code == 200
    assert mail.outbox[-1].to == [user.email]
