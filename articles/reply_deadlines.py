"""Until when an answer must be published: what a rule makes of the instant at which a request was received.

Pure. A rule is whatever has ``amount``, ``unit``, ``opens_at``, ``closes_at`` and ``works_on(day)``; days and hours
are those of the site's zone. Where a law can be read in two ways, the earlier end is taken:

- hours run round the clock;
- days are counted from the day after, and the last one ends at the closing hour;
- working days too, on days that are worked;
- working hours run while the office is open; what arrives while it is closed arrives when it opens.
"""

import datetime as dt

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .dates import local

A_DAY = dt.timedelta(days=1)
# Ten years: a rule under which nobody works for so long has no end.
FURTHEST = 3653


class Unit(TextChoices):
    HOURS = "hours", _("hours")
    WORKING_HOURS = "working_hours", _("working hours")
    DAYS = "days", _("days")
    WORKING_DAYS = "working_days", _("working days")

    @property
    def is_working(self) -> bool:
        return self in {Unit.WORKING_HOURS, Unit.WORKING_DAYS}


class NeverWorks(ValueError):
    """The rule has no working day within ten years."""


def deadline(received_at: dt.datetime, rule) -> dt.datetime:
    """Aware, in the site's zone; never before ``received_at``. Raises ``NeverWorks``."""
    if rule.unit == Unit.HOURS:
        return local(received_at.astimezone(dt.UTC) + dt.timedelta(hours=rule.amount))
    if rule.unit == Unit.WORKING_HOURS:
        return local(_after_working(dt.timedelta(hours=rule.amount), received_at, rule))
    day = local(received_at).date()
    if rule.unit == Unit.DAYS:
        return local(_instant(day + rule.amount * A_DAY, rule.closes_at))
    return local(_instant(_nth_working_day(day, rule), rule.closes_at))


def working_time(start: dt.datetime, end: dt.datetime, rule) -> dt.timedelta:
    """How long the office is open between the two instants."""
    total, day, last = dt.timedelta(), local(start).date(), local(end).date()
    while day <= last:
        opens, closes = _office(day, rule)
        total += max(min(closes, end) - max(opens, start), dt.timedelta())
        day += A_DAY
    return total


def day_length(rule) -> dt.timedelta:
    """What the remaining time counts as one day: of a working rule, the hours in which the office is open."""
    if not Unit(rule.unit).is_working:
        return A_DAY
    opens, closes = (dt.timedelta(hours=at.hour, minutes=at.minute) for at in (rule.opens_at, rule.closes_at))
    return closes - opens


def _instant(day, time):
    """In UTC, since aware instants of one zone are subtracted by the clock on the wall. An hour that the zone skips is
    the one after."""
    return dt.datetime.combine(day, time, tzinfo=timezone.get_default_timezone()).astimezone(dt.UTC)


def _office(day, rule):
    """When it opens and closes; a day off opens for no time at all."""
    opens = _instant(day, rule.opens_at)
    return opens, _instant(day, rule.closes_at) if rule.works_on(day) else opens


def _nth_working_day(day, rule):
    left = rule.amount
    for _number in range(rule.amount * 7 + FURTHEST):
        day += A_DAY
        left -= rule.works_on(day)
        if left == 0:
            return day
    raise NeverWorks


def _after_working(left, start, rule):
    """The instant at which the office has been open for so long since ``start``."""
    start = start.astimezone(dt.UTC)
    day, idle = local(start).date(), 0
    while idle < FURTHEST:
        opens, closes = _office(day, rule)
        begins = max(opens, start)
        open_for = closes - begins
        if dt.timedelta() < left <= open_for:
            return begins + left
        left -= max(open_for, dt.timedelta())
        idle = 0 if closes > opens else idle + 1
        day += A_DAY
    raise NeverWorks
