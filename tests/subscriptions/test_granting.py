"""Periods follow one another: from the end of what one has, on the day of the month on which it all began."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from subscriptions.granting import extend, revoke
from subscriptions.models import Subscription
from tests.factories import make_plan, make_user

DAY = dt.timedelta(days=1)


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.django_db
def test_months_keep_the_day_on_which_they_began():
    """I19: from 31 January, over the short months."""
    user, plan = make_user(), make_plan()
    ends = [extend({"user": user}, plan, at=at("2026-01-31 18:00")).ends_at for _ in range(4)]
    assert ends == [at(f"2026-{day} 18:00") for day in ("02-28", "03-31", "04-30", "05-31")]


@pytest.mark.django_db
def test_a_leap_day_comes_back():
    user, plan = make_user(), make_plan(period="year")
    ends = [extend({"user": user}, plan, at=at("2028-02-29 06:00")).ends_at for _ in range(4)]
    assert [end.date().isoformat() for end in ends] == ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]


@pytest.mark.django_db
def test_days_move_the_anchor():
    user = make_user()
    extend({"user": user}, make_plan(period="week"), at=at("2026-01-31 18:00"))
    assert extend({"user": user}, make_plan(), at=at("2026-02-01 18:00")).ends_at == at("2026-03-07 18:00")


@pytest.mark.django_db
def test_a_renewal_in_the_grace_begins_at_the_end_and_one_after_it_now():
    user, plan = make_user(), make_plan(grace_days=3)
    first = extend({"user": user}, plan, at=at("2026-01-10 18:00"))
    assert extend({"user": user}, plan, at=first.ends_at + 2 * DAY).starts_at == first.ends_at
    other = make_user()
    first = extend({"user": other}, plan, at=at("2026-01-10 18:00"))
    late = first.grace_ends_at
    assert extend({"user": other}, plan, at=late).starts_at == late


@pytest.mark.django_db
@pytest.mark.parametrize(("days_late", "begins_late"), [(0.5, False), (1, True), (2, True)])
def test_a_day_that_would_be_over_begins_now(days_late, begins_late):
    """Nobody pays for nothing."""
    user = make_user()
    first = extend({"user": user}, make_plan(grace_days=3), at=at("2026-01-10 18:00"))
    bought = first.ends_at + days_late * DAY
    second = extend({"user": user}, make_plan(period="day"), at=bought)
    assert second.starts_at == (bought if begins_late else first.ends_at)
    assert second.ends_at > bought


@pytest.mark.django_db
def test_what_was_ended_early_is_not_built_upon():
    user, plan = make_user(), make_plan()
    first = extend({"user": user}, plan, at=at("2026-01-10 18:00"))
    revoke(first, reason="Refund", at=at("2026-01-12 18:00"))
    assert extend({"user": user}, plan, at=at("2026-01-12 18:00")).starts_at == at("2026-01-12 18:00")


@pytest.mark.django_db
def test_what_was_sold_keeps_its_grace():
    user, plan = make_user(), make_plan(grace_days=3)
    sold = extend({"user": user}, plan, at=at("2026-01-10 18:00"))
    plan.grace_days = 0
    plan.save()
    assert Subscription.objects.get(pk=sold.pk).grace_ends_at == sold.ends_at + 3 * DAY


@pytest.mark.django_db(transaction=True)
def test_twelve_extensions_at_once_follow_one_another():
    user, plan = make_user(), make_plan(period="day")
    start = at("2026-01-10 18:00")

    def once(_number):
        try:
            return extend({"user": user}, plan, at=start)
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(once, range(12)))
    starts = Subscription.objects.order_by("starts_at").values_list("starts_at", flat=True)
    assert list(starts) == [start + number * DAY for number in range(12)]
