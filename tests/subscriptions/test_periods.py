"""Periods are days or calendar months by the site's clock, and keep the day on which the first one began."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from subscriptions.periods import end_of_period, last_day


def at(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("start", "period", "count", "end"),
    [
        ("2026-11-26 18:00", "day", 1, "2026-11-27 18:00"),
        ("2026-12-30 18:00", "week", 1, "2027-01-06 18:00"),
        ("2026-11-26 18:00", "month", 1, "2026-12-26 18:00"),
        ("2026-12-31 18:00", "month", 1, "2027-01-31 18:00"),
        ("2026-01-31 18:00", "month", 1, "2026-02-28 18:00"),
        ("2026-01-31 18:00", "month", 2, "2026-03-31 18:00"),
        ("2026-01-31 18:00", "month", 3, "2026-04-30 18:00"),
        ("2028-01-31 18:00", "month", 1, "2028-02-29 18:00"),
        ("2026-11-30 18:00", "quarter", 1, "2027-02-28 18:00"),
        ("2028-02-29 18:00", "year", 1, "2029-02-28 18:00"),
        ("2028-02-29 18:00", "year", 4, "2032-02-29 18:00"),
    ],
)
def test_ends_of_periods(start, period, count, end):
    assert end_of_period(at(start), period, count=count) == at(end)


def test_the_day_is_that_of_the_site(settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    start = dt.datetime(2026, 1, 31, 0, 30, tzinfo=ZoneInfo("Pacific/Auckland"))
    assert start.astimezone(dt.UTC).day == 30
    end = end_of_period(start, "month").astimezone(ZoneInfo("Pacific/Auckland"))
    assert (end.month, end.day, end.hour, end.minute) == (2, 28, 0, 30)


def test_the_hour_of_the_clock_is_kept_over_a_change_to_summer_time(settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    zone = ZoneInfo("Pacific/Auckland")
    end = end_of_period(dt.datetime(2026, 9, 10, 8, tzinfo=zone), "month").astimezone(zone)
    assert (end.month, end.day, end.hour) == (10, 10, 8)


@pytest.mark.parametrize(
    ("end", "day"), [("2026-12-24 00:00", 23), ("2026-12-24 00:01", 24), ("2026-12-23 18:00", 23)]
)
def test_the_last_day_is_the_last_one_that_holds(end, day):
    assert last_day(at(end)) == dt.date(2026, 12, day)


def test_an_unknown_period_is_not_guessed():
    with pytest.raises(KeyError):
        end_of_period(at("2026-11-26 18:00"), "decade")
