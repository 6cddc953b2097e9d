"""Whoever lost their second factor gets in again: by a recovery code, the office, or the command on the server."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from journal.models import Entry
from tests.accounts.factors import add_application, code_of, recovery_codes, show_code, sign_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/user/"


def page_of(user):
    return f"{LIST}{user.pk}/change/"


def remove_page(user):
    return reverse("admin:accounts_user_remove_factor", args=[user.pk])


@pytest.fixture
def colleague():
    user = make_user(email="colleague@example.org", name="Awa Diarra", is_staff=True)
    user.secret = add_application(user)
    return user


@pytest.fixture
def chief(client):
    client.force_login(make_user(email="chief@example.org", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def clerk(client):
    """Staff with every right over users, and no superuser."""
    user = make_user(email="clerk@example.org", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="accounts"))
    client.force_login(user)
    return client


@pytest.fixture
def elsewhere(colleague):
    """A browser in which the colleague is signed in."""
    browser = Client()
    sign_in(browser, colleague)
    show_code(browser, code_of(colleague.secret))
    assert browser.get(reverse("account")).status_code == 200
    return browser


def test_a_recovery_code_stands_in_for_the_device(client, colleague, settings):
    settings.STAFF_SECOND_FACTOR = True
    sign_in(client, colleague)
    show_code(client, recovery_codes(colleague)[3])
    assert client.get("/admin/").status_code == 200


def test_the_person_s_page_says_whether_there_is_one(chief, colleague):
    assert remove_page(colleague) in chief.get(page_of(colleague)).content.decode()
    other = make_user()
    assert remove_page(other) not in chief.get(page_of(other)).content.decode()


def test_deleting_an_account_names_no_secret_and_no_session(chief, colleague, elsewhere):
    page = chief.get(f"{LIST}{colleague.pk}/delete/").content.decode()
    assert "127.0.0.1" not in page
    assert "TOTP" not in page
    assert "colleague@example.org" in page
    assert chief.post(f"{LIST}{colleague.pk}/delete/", {"reason": "Left the newspaper"}).status_code == 302
    assert not colleague.authenticator_set.exists()
    assert elsewhere.get(reverse("account")).status_code == 302


def test_the_list_finds_staff_without_one(chief, colleague):
    page = chief.get(LIST, {"factor": "no"}).content.decode()
    assert "chief@example.org" in page
    assert "colleague@example.org" not in page
    assert "colleague@example.org" in chief.get(LIST, {"factor": "yes"}).content.decode()
    assert chief.get(LIST, {"factor": "x"}).status_code == 200


def test_the_office_removes_it_with_a_reason(chief, colleague, elsewhere):
    mail.outbox.clear()
    assert chief.get(remove_page(colleague)).status_code == 200
    assert colleague.authenticator_set.exists()
    assert chief.post(remove_page(colleague), {"reason": "Lost telephone"}).url == page_of(colleague)
    assert not colleague.authenticator_set.exists()
    entry = Entry.objects.get(action="Second factor removed")
    assert (entry.by_name, entry.key, entry.detail) == ("chief@example.org", str(colleague.pk), "Lost telephone")
    assert [message.to for message in mail.outbox] == [["colleague@example.org"]]
    assert reverse("mfa_index") in mail.outbox[0].body
    assert elsewhere.get(reverse("account")).status_code == 302


def test_without_a_reason_nothing_is_removed(chief, colleague):
    assert "errornote" in chief.post(remove_page(colleague), {"reason": " "}).content.decode()
    assert colleague.authenticator_set.exists()


def test_where_there_is_none_nothing_is_removed_told_or_written(chief):
    other = make_user(email="other@example.org")
    assert chief.post(remove_page(other), {"reason": "Lost"}).status_code == 200
    with pytest.raises(CommandError):
        call_command("remove_second_factor", "other@example.org", "--yes")
    assert not mail.outbox
    assert not Entry.objects.filter(action="Second factor removed").exists()


def test_only_superusers_take_it_from_staff(clerk, colleague):
    assert clerk.post(remove_page(colleague), {"reason": "Mine"}).status_code == 403
    assert colleague.authenticator_set.exists()
    reader = make_user()
    add_application(reader)
    assert clerk.post(remove_page(reader), {"reason": "Lost"}).status_code == 302
    assert not reader.authenticator_set.exists()


def test_a_person_that_there_is_not_is_not_found(chief):
    assert chief.get(reverse("admin:accounts_user_remove_factor", args=[10**6])).status_code == 404


def test_the_command_asks_back(colleague, elsewhere, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda question: "no")
    with pytest.raises(CommandError):
        call_command("remove_second_factor", "colleague@example.org")
    assert colleague.authenticator_set.exists()
    monkeypatch.setattr("builtins.input", lambda question: "Colleague@example.org")
    said = io.StringIO()
    call_command("remove_second_factor", "Colleague@Example.org", stdout=said)
    assert "Awa Diarra" in said.getvalue()
    assert not colleague.authenticator_set.exists()
    assert Entry.objects.get(action="Second factor removed").by_name == ""
    assert mail.outbox[-1].to == ["colleague@example.org"]
    assert elsewhere.get(reverse("account")).status_code == 302


def test_the_command_knows_no_other_address():
    with pytest.raises(CommandError, match=r"nobody@example\.org"):
        call_command("remove_second_factor", "nobody@example.org", "--yes")


def test_afterwards_the_password_leads_to_setting_one_up(client, colleague, settings):
    settings.STAFF_SECOND_FACTOR = True
    call_command("remove_second_factor", colleague.email, "--yes", stdout=io.StringIO())
    client.post(reverse("account_login"), {"login": colleague.email, "password": PASSWORD})
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == reverse("mfa_index")
