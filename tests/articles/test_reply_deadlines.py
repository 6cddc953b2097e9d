"""The legal clock of a right of reply, in zones where a fault shows."""

import datetime as dt
import random
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from articles.models import ReplyRule
from articles.reply_deadlines import NeverWorks, Unit, deadline, working_time

ZONES = ["Africa/Bamako", "Europe/Paris", "Asia/Kolkata", "Pacific/Auckland"]
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(params=ZONES)
def zone(request, settings):
    settings.TIME_ZONE = request.param
    return ZoneInfo(request.param)


def rule(amount=3, unit="days", **fields):
    return ReplyRule(amount=amount, unit=unit, **fields)


def at(text, zone):
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def words(instant):
    return f"{instant:%Y-%m-%d %H:%M}"


# 1 June 2026 is a Monday; 4 June, a Thursday, is a day off here.
@pytest.mark.parametrize(
    ("amount", "unit", "received", "expected"),
    [
        (48, "hours", "2026-06-01 10:15", "2026-06-03 10:15"),
        (3, "days", "2026-06-01 10:15", "2026-06-04 17:00"),
        (3, "days", "2026-06-01 23:59", "2026-06-04 17:00"),
        (1, "days", "2026-06-05 08:00", "2026-06-06 17:00"),
        (1, "working_days", "2026-06-01 10:15", "2026-06-02 17:00"),
        (1, "working_days", "2026-06-01 22:00", "2026-06-02 17:00"),
        (3, "working_days", "2026-06-01 10:15", "2026-06-05 17:00"),
        (1, "working_days", "2026-06-07 12:00", "2026-06-08 17:00"),
        (1, "working_days", "2026-06-03 12:00", "2026-06-05 17:00"),
        (4, "working_hours", "2026-06-01 10:15", "2026-06-01 14:15"),
        (9, "working_hours", "2026-06-01 08:00", "2026-06-01 17:00"),
        (9, "working_hours", "2026-06-01 10:15", "2026-06-02 10:15"),
        (1, "working_hours", "2026-06-01 17:00", "2026-06-02 09:00"),
        (1, "working_hours", "2026-06-01 02:00", "2026-06-01 09:00"),
        (1, "working_hours", "2026-06-05 20:00", "2026-06-08 09:00"),
        (1, "working_hours", "2026-06-07 12:00", "2026-06-08 09:00"),
        (1, "working_hours", "2026-06-04 12:00", "2026-06-05 09:00"),
        (24, "working_hours", "2026-06-03 16:00", "2026-06-09 13:00"),
    ],
)
def test_deadline_skips_nights_sundays_and_days_off(zone, amount, unit, received, expected):
    found = deadline(at(received, zone), rule(amount, unit, holidays="04/06/2026"))
    assert (words(found), found.tzinfo) == (expected, zone)


@pytest.mark.parametrize("year", [2025, 2026, 2032])
def test_yearly_day_off_comes_back(settings, year):
    settings.TIME_ZONE = "Africa/Bamako"
    eve = dt.datetime(year, 9, 21, 12, tzinfo=dt.UTC)
    free, kept = (deadline(eve, rule(1, "working_days", weekdays="1234567", holidays=h)) for h in ("", "22/09"))
    assert (free.day, kept.day) == (22, 23)


def test_clock_that_is_changed_makes_no_hour_longer(settings):
    """In Paris the night of 28 to 29 March 2026 has 23 hours, that of 24 to 25 October 25."""
    settings.TIME_ZONE = "Europe/Paris"
    paris = ZoneInfo("Europe/Paris")
    assert words(deadline(at("2026-03-28 12:00", paris), rule(24, "hours"))) == "2026-03-29 13:00"
    assert words(deadline(at("2026-10-24 12:00", paris), rule(24, "hours"))) == "2026-10-25 11:00"
    by_night = {"opens_at": dt.time(1), "closes_at": dt.time(5), "weekdays": "1234567"}
    assert words(deadline(at("2026-03-29 00:30", paris), rule(3, "working_hours", **by_night))) == "2026-03-29 05:00"
    assert words(deadline(at("2026-10-25 00:30", paris), rule(5, "working_hours", **by_night))) == "2026-10-25 05:00"


def random_rule(chance):
    opens = chance.randrange(0, 23 * 60)
    closes = chance.randrange(opens + 1, 24 * 60)
    days_off = [f"{chance.randrange(1, 29):02}/{chance.randrange(1, 13):02}" for _ in range(chance.randrange(0, 20))]
    return rule(
        chance.randrange(1, 60),
        chance.choice(Unit.values),
        opens_at=dt.time(*divmod(opens, 60)),
        closes_at=dt.time(*divmod(closes, 60)),
        weekdays="".join(sorted(chance.sample("1234567", chance.randrange(1, 8)))),
        holidays="\n".join(days_off),
    )


def random_instants(chance, zone):
    """Most of them around the nights on which clocks are changed."""
    nights = [dt.datetime(2026, *day, tzinfo=zone) for day in ((3, 28), (4, 4), (9, 26), (10, 24))]
    near = [night + dt.timedelta(minutes=chance.randrange(0, 3 * 1440)) for night in nights for _ in range(4)]
    year = [dt.datetime(2026, 1, 1, tzinfo=zone) + dt.timedelta(minutes=chance.randrange(0, 365 * 1440))]
    return sorted(instant.astimezone(dt.UTC) for instant in near + year)


def test_never_earlier_than_received_and_never_earlier_for_what_came_later(zone):
    chance = random.Random(1881)
    for _round in range(60):
        one = random_rule(chance)
        received = random_instants(chance, zone)
        found = [deadline(instant, one) for instant in received]
        assert all(end > start for start, end in zip(received, found, strict=True)), one.__dict__
        assert all(a <= b for a, b in pairwise(found)), one.__dict__


def test_working_hours_are_all_there_and_end_while_the_office_is_open(zone):
    """What is left at the beginning is what the rule allows; a minute before the end, a minute."""
    chance = random.Random(29)
    for _round in range(60):
        one = random_rule(chance)
        one.unit = Unit.WORKING_HOURS
        for received in random_instants(chance, zone)[::5]:
            end = deadline(received, one)
            assert working_time(received, end, one) == dt.timedelta(hours=one.amount)
            assert working_time(end.astimezone(dt.UTC) - MINUTE, end, one) == MINUTE


def test_more_time_never_ends_earlier(zone):
    chance = random.Random(13)
    for _round in range(40):
        one = random_rule(chance)
        received = random_instants(chance, zone)[0]
        ends = []
        for amount in (1, 2, 5, 30, 200):
            one.amount = amount
            ends.append(deadline(received, one))
        assert ends == sorted(ends)


@pytest.mark.parametrize("unit", ["working_hours", "working_days"])
def test_rule_without_any_working_day_is_said_to_have_none(settings, unit):
    settings.TIME_ZONE = "Africa/Bamako"
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(366)]
    always = rule(1, unit, holidays="\n".join(f"{day:%d/%m}" for day in days))
    with pytest.raises(NeverWorks):
        deadline(dt.datetime(2026, 6, 1, tzinfo=dt.UTC), always)
