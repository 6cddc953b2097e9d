"""How long a plan lasts: calendar months on the day on which they began, whatever the length of the month."""

import calendar
import datetime as dt

from django.utils import timezone

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def end_of_period(start: dt.datetime, period: str, *, count: int = 1, anchor_day: int | None = None) -> dt.datetime:
    """The instant at which ``count`` periods from ``start`` are over: the same hour of the site's clock.

    Months end on the day of the month on which the first of a chain began, ``anchor_day`` (without one, the day of
    ``start``), or on the last day of a shorter month: from 31 January, one month is 28 February, the next 31 March.
    """
    zone = timezone.get_default_timezone()
    local = start.astimezone(zone).replace(tzinfo=None)
    if period in DAYS:
        moved = local + dt.timedelta(days=DAYS[period] * count)
    else:
        moved = add_months(local, MONTHS[period] * count, anchor_day or local.day)
    return moved.replace(tzinfo=zone).astimezone(dt.UTC)


def add_months(moment: dt.datetime, months: int, day: int) -> dt.datetime:
    years, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month + 1
    return moment.replace(year=year, month=month, day=min(day, calendar.monthrange(year, month)[1]))


def day_of_month(moment: dt.datetime) -> int:
    """By the site's clock: what anchors the months that follow."""
    return moment.astimezone(timezone.get_default_timezone()).day


def first_day(start: dt.datetime) -> dt.date:
    """By the site's clock."""
    return timezone.localdate(start, timezone.get_default_timezone())


def last_day(end: dt.datetime) -> dt.date:
    """The last day, by the site's clock, on which a subscription that ends at the instant still holds."""
    return timezone.localdate(end - dt.timedelta(microseconds=1), timezone.get_default_timezone())


def month_of(at: dt.datetime | None = None) -> dt.date:
    """The first day of the calendar month of the instant (now without one), by the site's clock."""
    return timezone.localdate(at or timezone.now(), timezone.get_default_timezone()).replace(day=1)


def month_after(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=31)).replace(day=1)
