"""How long a plan lasts: calendar months on the day on which they began, whatever the length of the month."""

import calendar
import datetime as dt

from django.utils import timezone

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def end_of_period(start: dt.datetime, period: str, *, count: int = 1) -> dt.datetime:
    """The instant at which ``count`` periods from ``start`` are over: the same hour of the site's clock.

    Months end on the day of the month on which the first began, or on the last day of a shorter month: from
    31 January, one month is 28 February and two are 31 March. So count from the first start, not from the last end.
    """
    zone = timezone.get_default_timezone()
    local = start.astimezone(zone).replace(tzinfo=None)
    if period in DAYS:
        moved = local + dt.timedelta(days=DAYS[period] * count)
    else:
        moved = add_months(local, MONTHS[period] * count)
    return moved.replace(tzinfo=zone).astimezone(dt.UTC)


def add_months(moment: dt.datetime, months: int) -> dt.datetime:
    years, month = divmod(moment.month - 1 + months, 12)
    year, month = moment.year + years, month + 1
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))


def last_day(end: dt.datetime) -> dt.date:
    """The last day, by the site's clock, on which a subscription that ends at the instant still holds."""
    return timezone.localdate(end - dt.timedelta(microseconds=1), timezone.get_default_timezone())
