"""The address of an account changes when the new one answers and the old one agrees, or says nothing for a week."""

import datetime as dt

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.address_changes import make_due
from accounts.models import User
from journal.models import Entry
from tests.accounts.mails import code_in, link_in
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


def waits(client, email="new@example.org"):
    """The new mailbox has answered; the path of the link that the old one was sent."""
    ask(client, email)
    client.post(VERIFY, {"code": code_in(mail.outbox[-1])})
    asked = next(message for message in mail.outbox if message.to == ["awa@example.org"])
    return link_in(asked)


def test_the_code_sent_to_the_new_address_asks_the_old_one(client, user):
    assert ask(client, "New@Example.org").url == VERIFY
    assert mail.outbox[0].to == ["new@example.org"]
    assert client.post(VERIFY, {"code": code_in(mail.outbox[0])}).url == CHANGE
    assert address_of(user) == "awa@example.org"
    assert [message.to for message in mail.outbox[1:]] == [["awa@example.org"], ["new@example.org"]]
    assert "/compte/adresse/" in mail.outbox[1].body
    assert "/compte/adresse/" not in mail.outbox[2].body
    page = client.get(CHANGE).content.decode()
    assert "new@example.org" in page
    assert reverse("take_address_back") in page


def test_the_old_mailbox_agrees_without_signing_in_and_both_are_told(client, user):
    link = waits(client)
    mail.outbox.clear()
    assert Client().post(f"{link}accepter/").status_code == 200
    assert address_of(user) == "new@example.org"
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [("new@example.org", True, True)]
    assert [message.to for message in mail.outbox] == [["awa@example.org"], ["new@example.org"]]
    assert all("new@example.org" in message.body for message in mail.outbox)
    assert Entry.objects.get(action="E-mail address changed").by_key == user.pk


def test_reading_the_link_changes_nothing(client, user):
    """G06: scanners open every address in a mail; the human then presses a button."""
    link = waits(client)
    for _ in range(5):
        for path in (link, f"{link}accepter/", f"{link}refuser/"):
            Client().get(path)
            Client().head(path)
    assert address_of(user) == "awa@example.org"
    assert "accepter/" in Client().get(link).content.decode()
    Client().post(f"{link}accepter/")
    assert address_of(user) == "new@example.org"
    assert Client().post(f"{link}accepter/").status_code == 404


def test_the_old_mailbox_refuses_and_both_are_told(client, user):
    link = waits(client)
    mail.outbox.clear()
    assert reverse("account_reset_password") in Client().post(f"{link}refuser/").content.decode()
    assert Client().post(f"{link}accepter/").status_code == 404
    assert address_of(user) == "awa@example.org"
    assert [message.to for message in mail.outbox] == [["awa@example.org"], ["new@example.org"]]


def test_without_an_answer_it_is_made_after_seven_days(client, user):
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        waits(client)
        clock.shift(dt.timedelta(days=7, seconds=-1))
        make_due()
        assert address_of(user) == "awa@example.org"
        clock.shift(1)
        make_due()
        make_due()
    assert address_of(user) == "new@example.org"
    assert [message.to for message in mail.outbox[-2:]] == [["awa@example.org"], ["new@example.org"]]


def test_the_person_takes_it_back(client, user):
    link = waits(client)
    assert client.post(reverse("take_address_back")).url == CHANGE
    assert Client().post(f"{link}accepter/").status_code == 404
    assert address_of(user) == "awa@example.org"


def test_a_newer_one_takes_the_place_of_the_former(client, user):
    former = waits(client)
    mail.outbox.clear()
    newer = waits(client, "newer@example.org")
    assert Client().post(f"{former}accepter/").status_code == 404
    Client().post(f"{newer}accepter/")
    assert address_of(user) == "newer@example.org"


def test_an_address_that_somebody_took_meanwhile_stays_theirs(client, user):
    link = waits(client)
    make_user(email="new@example.org")
    assert "new@example.org" in Client().post(f"{link}accepter/").content.decode()
    assert address_of(user) == "awa@example.org"


def test_an_address_that_the_desk_replaced_ends_what_waits(client, user):
    link = waits(client)
    chief = Client()
    chief.force_login(make_user(is_staff=True, is_superuser=True), "django.contrib.auth.backends.ModelBackend")
    form = {"email": "desk@example.org", "name": "", "public_name": "", "phone": "", "language": "", "is_active": "on"}
    assert chief.post(f"/admin/accounts/user/{user.pk}/change/", form).status_code == 302
    assert Client().post(f"{link}accepter/").status_code == 404
    assert address_of(user) == "desk@example.org"


@pytest.mark.parametrize("token", ["a", "a.b.c", "x" * 3000])
def test_other_links_are_answered_alike(token):
    answer = Client().get(reverse("address_change", args=[token]))
    assert answer.status_code == 404
    assert answer["Referrer-Policy"] == "no-referrer"


def test_guessing_links_is_stopped(client, user):
    link = waits(client)
    codes = [Client().get(reverse("address_change", args=[f"a{n}"])).status_code for n in range(31)]
    assert codes == [404] * 30 + [429]
    assert Client().get(link).status_code == 200


def test_a_link_to_a_new_password_ends_with_the_address(client, user):
    """G05"""
    client.post(reverse("account_reset_password"), {"email": user.email})
    reset = link_in(mail.outbox[-1])
    mail.outbox.clear()
    Client().post(f"{waits(client)}accepter/")
    assert 'name="password1"' not in Client().get(reset, follow=True).content.decode()


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


def test_the_same_address_sent_again_leads_back_to_its_code(client, user):
    ask(client, "new@example.org")
    answer = client.post(CHANGE, {"email": "New@example.org", "action_add": "1"})
    assert (answer.status_code, answer.url) == (302, VERIFY)
    assert len(mail.outbox) == 1
    assert client.post(VERIFY, {"code": code_in(mail.outbox[0])}).url == CHANGE
