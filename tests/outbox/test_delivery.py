"""Rows become mails: once each, again later after a failure, and at last given up."""

import datetime as dt
import threading

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from outbox import delivery
from outbox.models import Message
from outbox.tasks import send_mail as send_mail_task
from tests.factories import make_mail

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


class BrokenBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        raise OSError("The mail server does not answer.")


class BrokenForOneBackend(BaseEmailBackend):
    def send_messages(self, email_messages):
        if "broken@x.org" in email_messages[0].to:
            raise ValueError("No such address")
        return len(email_messages)


@pytest.fixture(autouse=True)
def delivery_backend(settings):
    settings.DELIVERY_EMAIL_BACKEND = LOCMEM


@pytest.fixture
def broken(settings):
    settings.DELIVERY_EMAIL_BACKEND = f"{__name__}.BrokenBackend"


@pytest.mark.django_db
def test_a_mail_is_sent_with_text_html_and_headers():
    row = make_mail(html="<p>Text</p>", headers={"Reply-To": "desk@x.org"})
    assert delivery.send_due() == (1, 0)
    sent = mail.outbox[0]
    assert (sent.subject, sent.body, sent.to, sent.from_email) == (row.subject, "Text", [row.recipient], row.sender)
    assert sent.alternatives[0].content == "<p>Text</p>"
    assert sent.extra_headers["Reply-To"] == "desk@x.org"
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_a_sent_mail_is_not_sent_again_and_keeps_no_code():
    row = make_mail(text="Your code: 1234-5678", html="<p>1234-5678</p>")
    assert delivery.send_due() == (1, 0)
    assert delivery.send_due() == (0, 0)
    row.refresh_from_db()
    assert row.state == Message.State.SENT
    assert row.sent_at
    assert (row.text, row.html) == ("", "")


@pytest.mark.django_db
def test_the_message_id_is_the_same_at_every_try(broken, settings):
    row = make_mail(sender='"Le Quotidien" <desk@journal.example>')
    first = delivery.as_email(row).extra_headers["Message-ID"]
    delivery.send_due()
    row.refresh_from_db()
    assert delivery.as_email(row).extra_headers["Message-ID"] == first
    assert first.endswith(f".{row.pk}@journal.example>")
    assert delivery.as_email(make_mail()).extra_headers["Message-ID"] != first


@pytest.mark.django_db
def test_failures_wait_longer_each_time_and_end_in_giving_up(broken):
    minutes = [1, 5, 15, 60, 240, 720, 1440]
    with time_machine.travel(dt.datetime(2026, 11, 26, 6, tzinfo=dt.UTC), tick=False) as clock:
        row = make_mail()
        for wait in minutes:
            assert delivery.send_due() == (0, 1)
            row.refresh_from_db()
            assert row.next_try_at - timezone.now() == dt.timedelta(minutes=wait)
            assert delivery.send_due(at=row.next_try_at - dt.timedelta(seconds=1)) == (0, 0)
            clock.move_to(row.next_try_at)
        assert delivery.send_due() == (0, 1)
        row.refresh_from_db()
        assert row.state == Message.State.FAILED
        assert row.error == "OSError: The mail server does not answer."
        assert (row.tries, row.text) == (len(minutes) + 1, "")
        clock.shift(dt.timedelta(days=10))
        assert delivery.send_due() == (0, 0)


@pytest.mark.django_db
def test_one_bad_mail_does_not_hold_up_the_others(settings):
    settings.DELIVERY_EMAIL_BACKEND = f"{__name__}.BrokenForOneBackend"
    make_mail(recipient="broken@x.org")
    make_mail()
    assert delivery.send_due() == (1, 1)


@pytest.mark.django_db
def test_a_mail_whose_sender_died_is_tried_again_after_its_lease():
    row = make_mail()
    assert delivery.claim(row)
    assert delivery.send_due() == (0, 0)
    assert delivery.send_due(at=timezone.now() + delivery.LEASE) == (1, 0)


@pytest.mark.django_db
def test_a_claim_that_came_second_gets_nothing():
    row = make_mail()
    same = Message.objects.get(pk=row.pk)
    assert delivery.claim(row)
    assert not delivery.claim(same)


@pytest.mark.django_db(transaction=True)
def test_of_many_senders_at_once_one_sends():
    for _ in range(3):
        make_mail()
    start = threading.Barrier(4)
    outcomes = []

    def sender():
        try:
            start.wait(timeout=10)
            outcomes.append(delivery.send_due())
        finally:
            connection.close()

    threads = [threading.Thread(target=sender) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(outcomes) == 4
    assert sum(sent for sent, _failed in outcomes) == 3
    assert len(mail.outbox) == 3


@pytest.mark.django_db
def test_no_more_than_the_limit_are_tried_oldest_first():
    first, second = make_mail(), make_mail()
    assert delivery.send_due(limit=1) == (1, 0)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Message.State.SENT, Message.State.WAITING)


@pytest.mark.django_db
def test_the_task_hints_again_only_after_a_failure(broken, settings):
    row = make_mail()
    send_mail_task.call()
    row.refresh_from_db()
    assert DBTaskResult.objects.get().run_after == row.next_try_at
    settings.DELIVERY_EMAIL_BACKEND = LOCMEM
    make_mail()
    send_mail_task.call()
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_the_command_sends_and_forgets_old_mails(capsys):
    with time_machine.travel(timezone.now() - dt.timedelta(days=31)):
        make_mail()
        delivery.send_due()
    waiting = make_mail()
    call_command("send_mail")
    assert capsys.readouterr().out == "sent 1, failed 0, forgotten 1\n"
    assert list(Message.objects.all()) == [waiting]


@pytest.mark.django_db
def test_a_code_overtakes_the_reminders_that_are_being_sent(monkeypatch):
    """Written while the first of a pile is on its way, it is the second to leave."""
    for number in range(3):
        make_mail(subject=f"Reminder {number}")
    make_mail(subject="To many", urgency=Message.Urgency.BULK)
    hand_over, sent = delivery.hand_over, []

    def slow(message):
        if not sent:
            make_mail(subject="Code", urgency=Message.Urgency.AT_ONCE)
        sent.append(message.subject)
        hand_over(message)

    monkeypatch.setattr(delivery, "hand_over", slow)
    make_mail(subject="To many", urgency=Message.Urgency.BULK)
    assert delivery.send_due() == (6, 0)
    assert sent == ["Reminder 0", "Code", "Reminder 1", "Reminder 2", "To many", "To many"]


@pytest.mark.django_db
def test_looking_for_the_next_mail_costs_one_query_each(django_assert_num_queries):
    """For each mail: which one, its claim, what came of it; and one that finds nothing more."""
    for _ in range(4):
        make_mail()
    with django_assert_num_queries(4 * 3 + 1):
        delivery.send_due()
