"""A subscription holds from its first instant and no longer at its last (B11)."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.utils import timezone

from subscriptions.access import current_subscription, is_subscriber
from subscriptions.models import Subscription
from tests.factories import make_plan, make_subscriber, make_subscription, make_user

pytestmark = pytest.mark.django_db

START, END = dt.datetime(2026, 11, 1, 18, tzinfo=dt.UTC), dt.datetime(2026, 12, 1, 18, tzinfo=dt.UTC)
TICK = dt.timedelta(microseconds=1)


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
