"""« Mes appareils »: where somebody is signed in, ending one session, and all of them."""

import datetime as dt

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import devices
from tests.accounts.factors import sign_in
from tests.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db

PAGE, EVERYWHERE = reverse("devices"), reverse("end_all_devices")
TELEPHONE = "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36"
COMPUTER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0"


@pytest.fixture
def user():
    return make_user(email="awa@example.org")


@pytest.fixture
def telephone(user):
    browser = Client(headers={"user-agent": TELEPHONE})
    sign_in(browser, user)
    return browser


@pytest.fixture
def computer(user):
    browser = Client(headers={"user-agent": COMPUTER})
    sign_in(browser, user)
    return browser


def row_of(browser):
    return UserSession.objects.get(session_key=browser.session.session_key)


def is_in(browser):
    return browser.get(reverse("account")).status_code == 200


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (TELEPHONE, "Chrome – Android"),
        (COMPUTER, "Firefox – Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1",
            "Safari – iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10) SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36",
            "Samsung Internet – Android",
        ),
        ("Opera/9.80 (J2ME/MIDP; Opera Mini/36.2) Presto/2.12", ""),
        ("", ""),
        ("<script>", ""),
    ],
)
def test_a_device_in_words(agent, words):
    said = devices.in_words(agent)
    assert said
    assert all(part in said for part in words.split(" – "))


def test_the_page_lists_where_one_is_signed_in(telephone, computer):
    page = computer.get(PAGE).content.decode()
    assert "Android" in page
    assert "Windows" in page
    assert reverse("end_device", args=[row_of(telephone).pk]) in page
    assert reverse("end_device", args=[row_of(computer).pk]) not in page


def test_one_device_is_ended(telephone, computer):
    assert computer.post(reverse("end_device", args=[row_of(telephone).pk])).url == PAGE
    assert not is_in(telephone)
    assert is_in(computer)
    assert "Android" not in computer.get(PAGE).content.decode()


def test_nobody_ends_a_device_of_somebody_else(telephone):
    other = Client()
    sign_in(other, make_user())
    other.post(reverse("end_device", args=[row_of(telephone).pk]))
    assert is_in(telephone)


def test_signing_out_everywhere_ends_all_and_the_person_is_told(telephone, computer, user):
    stranger = Client()
    sign_in(stranger, make_user())
    mail.outbox.clear()
    assert computer.post(EVERYWHERE).url == reverse("account_login")
    assert not is_in(telephone)
    assert not is_in(computer)
    assert is_in(stranger)
    assert [message.to for message in mail.outbox] == [["awa@example.org"]]
    assert "Firefox" in mail.outbox[0].body
    assert not UserSession.objects.filter(user=user).exists()


def test_a_session_that_was_ended_cannot_be_used_again(telephone, computer):
    """G09: the cookie is replayed."""
    old = telephone.cookies["session"].value
    computer.post(EVERYWHERE)
    thief = Client()
    thief.cookies["session"] = old
    for page in (reverse("account"), PAGE, reverse("mfa_index")):
        assert thief.get(page).status_code == 302
    assert thief.get(reverse("account_link")).status_code == 204


@pytest.mark.parametrize("path", [EVERYWHERE, reverse("end_device", args=[1])])
def test_ending_is_a_post(telephone, path):
    assert telephone.get(path).status_code == 405
    assert is_in(telephone)
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403


def test_when_it_was_seen_is_kept_every_five_minutes(user):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        browser = Client()
        sign_in(browser, user)
        for minutes, seen in [(4, 0), (2, 6), (4, 6), (1, 11)]:
            clock.shift(dt.timedelta(minutes=minutes))
            browser.get(reverse("account"), REMOTE_ADDR="192.0.2.7")
            assert row_of(browser).last_seen_at == start + dt.timedelta(minutes=seen)
        assert row_of(browser).ip == "192.0.2.7"


def test_between_two_notes_a_page_asks_no_query_for_it(telephone, django_assert_num_queries):
    telephone.get(reverse("account_link"))
    with django_assert_num_queries(3):  # the session, the person, and what they have subscribed to
        telephone.get(reverse("account_link"))


def test_sessions_that_have_ended_otherwise_are_not_shown(telephone, computer, user):
    user.refresh_from_db()
    computer.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": "my new long password"})
    page = computer.get(PAGE).content.decode()
    assert "Windows" in page
    assert "Android" not in page


def test_the_list_takes_as_many_queries_for_many_devices(computer, user, django_assert_num_queries):
    """Session, person, newspaper, menu, and the devices with their sessions."""
    computer.get(PAGE)
    for _ in range(5):
        sign_in(Client(), user)
    with django_assert_num_queries(6):
        computer.get(PAGE)
