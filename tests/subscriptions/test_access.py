"""A subscription holds from its first instant and no longer at its last (B11)."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.utils import timezone

from subscriptions.access import current_subscription, is_subscriber
from subscriptions.granting import extend, revoke
from subscriptions.models import AppendOnly, Institution, Seat, Subscription
from tests.factories import make_plan, make_subscriber, make_subscription, make_user

pytestmark = pytest.mark.django_db

START, END = dt.datetime(2026, 11, 1, 18, tzinfo=dt.UTC), dt.datetime(2026, 12, 1, 18, tzinfo=dt.UTC)
TICK, DAY = dt.timedelta(microseconds=1), dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "holds", "state"),
    [
        (START - TICK, False, "upcoming"),
        (START, True, "active"),
        (END - TICK, True, "active"),
        (END, False, "ended"),
    ],
)
def test_the_period_is_half_open(at, holds, state):
    """B11: nothing but the clock ends it."""
    user = make_user()
    subscription = make_subscription(user, starts_at=START, ends_at=END)
    assert is_subscriber(user, at) is holds
    assert subscription.state_at(at) == state
    assert getattr(Subscription.objects, state)(at).get() == subscription
    with time_machine.travel(at, tick=False):
        assert is_subscriber(user) is holds


def test_two_that_follow_each_other_leave_no_gap():
    user = make_user()
    make_subscription(user, starts_at=START, ends_at=END)
    make_subscription(user, starts_at=END, ends_at=END + dt.timedelta(days=30))
    assert is_subscriber(user, END)
    assert Subscription.objects.active(END).count() == 1


def test_nobody_is_no_subscriber_and_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert not is_subscriber(AnonymousUser())


def test_a_closed_account_is_no_subscriber():
    user = make_subscriber(is_active=False)
    assert not is_subscriber(user)
    assert current_subscription(user) is None


def test_staff_are_no_subscribers_by_being_staff():
    assert not is_subscriber(make_user(is_staff=True, is_superuser=True))


def test_the_subscription_of_somebody_else_does_not_count():
    make_subscriber()
    assert not is_subscriber(make_user())


def test_the_one_that_ends_last_is_the_current_one():
    user = make_user()
    make_subscription(user, days=5)
    longer = make_subscription(user, days=50)
    assert current_subscription(user) == longer


def test_a_subscription_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError):
        make_subscription(make_user(), plan=make_plan(), ends_at=timezone.now() - dt.timedelta(days=61))


@pytest.mark.parametrize(("at", "holds"), [(END, True), (END + 3 * DAY - TICK, True), (END + 3 * DAY, False)])
def test_one_goes_on_reading_in_the_grace(at, holds):
    user = make_user()
    make_subscription(user, starts_at=START, ends_at=END, grace_ends_at=END + 3 * DAY)
    assert is_subscriber(user, at) is holds
    assert not Subscription.objects.active(at).exists()


def test_a_revoked_period_holds_no_longer_grace_included():
    user = make_user()
    subscription = make_subscription(user, starts_at=START, ends_at=END, grace_ends_at=END + 3 * DAY)
    assert revoke(subscription, reason="Refund", at=START + DAY)
    assert not revoke(subscription, reason="Again")
    assert is_subscriber(user, START + DAY - TICK)
    assert not is_subscriber(user, START + DAY)
    assert not is_subscriber(user, END + DAY)
    assert Subscription.objects.get().state_at(START + DAY) == "ended"


def test_a_seat_counts_until_it_is_freed(django_assert_num_queries):
    user, school = make_user(), Institution.objects.create(name="School", seats_bought=1)
    extend({"institution": school}, make_plan(), at=START)
    seat = Seat.objects.create(institution=school, number=1, email=user.email, user=user)
    with django_assert_num_queries(1):
        assert is_subscriber(user, START)
    assert not is_subscriber(make_user(), START)
    Seat.objects.filter(pk=seat.pk).update(freed_at=START)
    assert not is_subscriber(user, START)


def test_rows_of_the_ledger_are_not_changed_nor_deleted():
    subscription = make_subscription(make_user())
    subscription.ends_at += DAY
    for write in (
        subscription.save,
        subscription.delete,
        Subscription.objects.all().delete,
        lambda: Subscription.objects.update(ends_at=END),
    ):
        with pytest.raises(AppendOnly):
            write()
