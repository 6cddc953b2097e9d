"""Reminders: seven days and one day before the end, one day after it; to those alone whom they concern, once."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from subscriptions import granting, reminders
from subscriptions.models import ReminderChoice, Zone
from tests.factories import make_plan, make_subscription, make_user
from tests.subscriptions.buying import ordered

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture
def now(time_machine):
    at = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
    time_machine.move_to(at, tick=False)
    return at


def make_ending(now, days, *, user=None, **fields):
    """A period of a month that ends in so many days (negative: has ended)."""
    user = user or make_user(language="en")
    fields = {"starts_at": now + (days - 30) * DAY, "ends_at": now + days * DAY} | fields
    return make_subscription(user, **fields)


@pytest.mark.parametrize(
    ("days", "subject"),
    [
        (7.01, None),
        (7, "Your subscription ends in a week"),
        (3, "Your subscription ends in a week"),
        (1.9, None),
        (1, "Your subscription ends tomorrow"),
        (0.1, "Your subscription ends tomorrow"),
        (-0.1, None),
        (-1, "Your subscription has ended"),
        (-3.9, "Your subscription has ended"),
        (-4, None),
    ],
)
def test_a_reminder_comes_on_its_day_and_not_when_it_is_stale(now, days, subject):
    make_ending(now, days)
    assert reminders.send_due() == (subject is not None)
    assert [message.subject.split(" – ")[0] for message in mail.outbox] == ([subject] if subject else [])


def test_each_is_written_once_and_all_three_come(now, time_machine):
    make_ending(now, 7)
    for days in (0, 0, 0.5, 6, 6.5, 8, 8.5):
        time_machine.move_to(now + days * DAY, tick=False)
        reminders.send_due()
    assert len(mail.outbox) == 3


def test_it_says_until_when_and_where_to_renew(now):
    plan = make_plan()
    make_ending(now, 7, plan=plan)
    reminders.send_due()
    address = reverse("order_plan", args=[plan.slug, Zone.objects.get(currency="XOF").slug])
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0].content):
        assert "27 November 2026" in text
        assert f"http://testserver{address}" in text
        assert f"http://testserver{reverse('account')}#notifications" in text


def test_a_plan_that_is_no_longer_for_sale_leads_to_all(now):
    make_ending(now, 7, plan=make_plan(is_active=False))
    reminders.send_due()
    assert f"http://testserver{reverse('plans')}" in mail.outbox[0].body


def test_the_grace_is_named_where_there_is_one(now):
    make_ending(now, -1, grace_ends_at=now + 2 * DAY)
    reminders.send_due()
    assert "until 22 November 2026" in mail.outbox[0].body


def renewed(now, period):
    granting.extend({"user": period.user}, period.plan)


def ended_early(now, period):
    granting.revoke(period, reason="Refunded")


def closed(now, period):
    period.user.is_active = False
    period.user.save()


def not_wanted(now, period):
    ReminderChoice.objects.create(user=period.user, wanted=False)


@pytest.mark.parametrize(("days", "written"), [(7, 0), (1, 0), (-1, 1)])
def test_who_is_charged_again_hears_of_it_only_where_that_has_not_happened(now, days, written):
    user = make_user()
    order = ordered(user, renews=True)
    make_ending(now, days, user=user, order=order, plan=order.plan)
    assert reminders.send_due() == written


@pytest.mark.parametrize("why", [renewed, ended_early, closed, not_wanted])
def test_whom_it_does_not_concern_gets_none(now, why):
    period = make_ending(now, 7)
    why(now, period)
    mail.outbox.clear()
    assert reminders.send_due() == 0
    assert mail.outbox == []


@pytest.mark.parametrize(("length", "days"), [(7, 7), (1, 1), (1, -1)])
def test_a_short_period_is_not_followed_by_a_reminder_at_once(now, length, days):
    make_ending(now, days, starts_at=now + (days - length) * DAY)
    assert reminders.send_due() == 0


def test_who_said_yes_again_is_reminded(now):
    period = make_ending(now, 7)
    ReminderChoice.objects.create(user=period.user, wanted=True)
    assert reminders.send_due() == 1


def test_many_are_written_in_as_many_turns_as_it_takes(now):
    for _number in range(5):
        make_ending(now, 7)
    assert reminders.send_due(limit=3) == 3
    assert reminders.send_due(limit=3) == 2
    assert reminders.send_due(limit=3) == 0


def test_the_command_writes_what_is_due(now, capsys):
    make_ending(now, 7)
    make_ending(now, -1)
    call_command("send_reminders")
    assert capsys.readouterr().out.strip().startswith("2 ")
    assert len(mail.outbox) == 2


def test_asking_costs_one_query_a_kind_where_nothing_is_due(django_assert_num_queries):
    make_subscription(make_user(), ends_at=timezone.now() + 20 * DAY)
    with django_assert_num_queries(3):
        assert reminders.send_due() == 0
