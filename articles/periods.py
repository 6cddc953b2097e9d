"""Weeks and months of the desk's calendar, as days of the site's zone; their names in addresses are ISO 8601."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import get_format
from django.utils.translation import gettext as _

from .dates import day_number, local, month_words

A_DAY, A_WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
NAMED = re.compile(r"(?P<year>\d{4})-(?:W(?P<week>\d{2})|(?P<month>\d{2}))", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1801, 2199


@dataclass(frozen=True)
class Period:
    """Whole weeks from ``start``, as the reader's language begins them. ``anchor`` is a day that names the period: the
    Monday of a week, the first of a month."""

    kind: str
    anchor: dt.date

    @cached_property
    def start(self) -> dt.date:
        return week_start(self.anchor)

    @cached_property
    def days(self) -> list[dt.date]:
        last = self.anchor if self.kind == "week" else _month_after(self.anchor) - A_DAY
        count = (week_start(last) + A_WEEK - self.start).days
        return [self.start + number * A_DAY for number in range(count)]

    @property
    def instants(self) -> tuple[dt.datetime, dt.datetime]:
        """The first instant, and the first one after."""
        return day_start(self.days[0]), day_start(self.days[-1] + A_DAY)

    @property
    def name(self) -> str:
        """« 2026-W48 » or « 2026-11 »."""
        return f"{self.anchor:%G-W%V}" if self.kind == "week" else f"{self.anchor:%Y-%m}"

    @property
    def title(self) -> str:
        if self.kind == "month":
            return month_words(self.anchor)
        return _week_words(self.days[0], self.days[-1])

    @property
    def before(self) -> "Period":
        if self.kind == "week":
            return Period("week", self.anchor - A_WEEK)
        return month_of(self.anchor - A_DAY)

    @property
    def after(self) -> "Period":
        if self.kind == "week":
            return Period("week", self.anchor + A_WEEK)
        return Period("month", _month_after(self.anchor))

    def same_kind_at(self, day: dt.date) -> "Period":
        return week_of(day) if self.kind == "week" else month_of(day)

    def holds(self, day: dt.date) -> bool:
        """Whether the day is of the period itself, not of a neighbour that is shown to fill a week."""
        return self.kind == "week" or (day.year, day.month) == (self.anchor.year, self.anchor.month)


def named(name: str) -> Period | None:
    """The period of a name such as « 2026-W48 » or « 2026-11 »; None for what names none."""
    match = NAMED.fullmatch(name)
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return None
    try:
        if match["week"]:
            return Period("week", dt.date.fromisocalendar(int(match["year"]), int(match["week"]), 1))
        return Period("month", dt.date(int(match["year"]), int(match["month"]), 1))
    except ValueError:
        return None


def week_of(day: dt.date) -> Period:
    """The week that holds the day; its Monday names it, also where the language begins weeks on another day."""
    monday = next(one for one in (week_start(day) + n * A_DAY for n in range(7)) if one.isoweekday() == 1)
    return Period("week", monday)


def month_of(day: dt.date) -> Period:
    return Period("month", day.replace(day=1))


def week_start(day: dt.date) -> dt.date:
    """The first day of the day's week: Monday in French, Sunday in English."""
    return day - (day.isoweekday() - get_format("FIRST_DAY_OF_WEEK")) % 7 * A_DAY


def today(at=None) -> dt.date:
    return local(at or timezone.now()).date()


def day_start(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()), timezone.get_default_timezone())


def _month_after(first):
    return (first + 31 * A_DAY).replace(day=1)


def _week_words(first, last):
    """« 23 – 29 novembre 2026 », « 30 novembre – 6 décembre 2026 »."""
    begins = [day_number(first.day)]
    if (first.year, first.month) != (last.year, last.month):
        begins.append(str(MONTHS[first.month]))
    if first.year != last.year:
        begins.append(str(first.year))
    return _("{first} – {day} {month} {year}").format(
        first=" ".join(begins), day=day_number(last.day), month=MONTHS[last.month], year=last.year
    )
