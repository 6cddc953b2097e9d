"""J07 and G02: the mail server is away for an hour; the site does not notice, and everything arrives once."""

import datetime as dt
import email
from email import policy

import pytest
from django.core.mail import send_mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from outbox import checks, delivery
from outbox.models import Message
from tests.factories import make_article, make_newspaper, make_user
from tests.outbox.sink import closed_port, listening

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)
START = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
RESET = reverse("account_reset_password")


@pytest.fixture(autouse=True)
def smtp(settings, time_machine):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    settings.DELIVERY_EMAIL_BACKEND = checks.SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", closed_port()
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_TIMEOUT = False, "", 5
    make_newspaper()
    time_machine.move_to(START, tick=False)


@pytest.fixture
def boss():
    browser = Client()
    browser.force_login(make_user(is_staff=True, is_superuser=True))
    return browser


def minutes_pass(clock, count):
    """The worker tries each minute what is due, as the hints of the outbox have it do."""
    for _ in range(count):
        clock.shift(MINUTE)
        delivery.send_due()


def queries_of(path):
    with CaptureQueriesContext(connection) as queries:
        assert Client().get(path).status_code == 200
    return len(queries)


def test_an_hour_without_a_mail_server(settings, time_machine, boss):
    for number in range(5):
        send_mail(f"Reminder {number}", "Text", "desk@example.org", [f"reader{number}@example.org"])
    minutes_pass(time_machine, 30)
    send_mail("Later", "Text", "desk@example.org", ["later@example.org"])
    minutes_pass(time_machine, 30)
    rows = Message.objects.order_by("pk")
    assert [row.state for row in rows] == ["waiting"] * 6
    assert [row.tries for row in rows[:5]] == [4] * 5
    assert all("ConnectionRefusedError" in row.error for row in rows)
    page = boss.get(reverse("admin:index")).text
    assert "Courriers en attente" in page
    assert "ConnectionRefusedError" in page
    with listening(port=settings.EMAIL_PORT) as sink:
        minutes_pass(time_machine, 61)
    assert sorted(recipient for recipient, _text in sink.mails) == sorted(row.recipient for row in rows)
    names = {email.message_from_string(text, policy=policy.default)["Message-ID"] for _to, text in sink.mails}
    assert len(names) == 6
    assert not Message.objects.exclude(state="sent").exists()
    assert "Courriers en attente" not in boss.get(reverse("admin:index")).text


def test_pages_and_forms_ask_no_more_of_the_site_meanwhile(boss, monkeypatch):
    """The mechanism behind « p95 within 20 % »: the same queries, and no request waits for a socket."""
    article = make_article()
    paths = [reverse("account_login"), article.get_absolute_url()]
    before = [queries_of(path) for path in paths]
    send_mail("Reminder", "Text", "desk@example.org", ["reader@example.org"])
    delivery.send_due()
    monkeypatch.setattr("smtplib.SMTP.__init__", lambda *args, **kwargs: pytest.fail("SMTP was opened"))
    assert [queries_of(path) for path in paths] == before
    assert boss.get(reverse("admin:index")).status_code == 200
    assert Client().post(RESET, {"email": "nobody@example.org"}).status_code == 302


def test_a_reset_is_answered_alike_and_its_mail_follows(settings, time_machine):
    """G02"""
    make_user(email="known@example.org")
    answers = []
    for address in ("known@example.org", "other@example.org"):
        browser = Client()
        answer = browser.post(RESET, {"email": address})
        answers.append((answer.status_code, answer.url, browser.get(answer.url).text.replace(address, "…")))
        delivery.send_due()
    assert answers[0] == answers[1]
    with listening(port=settings.EMAIL_PORT) as sink:
        minutes_pass(time_machine, 2)
    assert sorted(recipient for recipient, _text in sink.mails) == ["known@example.org", "other@example.org"]


def test_a_mail_that_nobody_sends_is_held_up_after_five_minutes(time_machine):
    """No worker at all: nothing has failed, and yet the first page says so."""
    send_mail("Reminder", "Text", "desk@example.org", ["reader@example.org"])
    assert not Message.objects.held_up().exists()
    time_machine.shift(5 * MINUTE)
    assert Message.objects.held_up(timezone.now()).count() == 1


def test_what_was_given_up_is_named_for_a_week(boss, time_machine):
    Message.objects.create(recipient="x@example.org", sender="a@x.org", subject="Gone", state="failed", tries=8)
    assert "Courriers abandonnés depuis sept jours" in boss.get(reverse("admin:index")).text
    time_machine.shift(8 * 24 * 60 * MINUTE)
    assert "Courriers abandonnés depuis sept jours" not in boss.get(reverse("admin:index")).text


def test_colleagues_who_may_not_see_mails_do_not_hear_of_them(cast):
    Message.objects.create(recipient="x@example.org", sender="a@x.org", subject="Canari", tries=2)
    for role in ("pigiste", "journalist", "editor", "moderator", "subscriptions_desk"):
        browser = Client()
        browser.force_login(getattr(cast, role))
        assert "Canari" not in browser.get(reverse("admin:index")).text
