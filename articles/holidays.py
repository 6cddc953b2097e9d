"""Days off as an editor types them, one a line: « 22/09 » comes back every year, « 20/03/2026 » once."""

import datetime as dt
import re
from dataclasses import dataclass

LINE = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?|"
                  r"(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})")  # fmt: skip
LEAP_YEAR = 2000


class UnreadableDay(ValueError):
    """``line`` is what was typed."""

    def __init__(self, line: str):
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Holidays:
    once: frozenset[dt.date] = frozenset()
    yearly: frozenset[tuple[int, int]] = frozenset()

    def __contains__(self, day: dt.date) -> bool:
        return day in self.once or (day.month, day.day) in self.yearly


def read(text: str) -> Holidays:
    """Raises ``UnreadableDay`` for the first line that is no day."""
    days = [_read_line(line) for line in _lines(text)]
    once = frozenset(day for day, is_yearly in days if not is_yearly)
    return Holidays(once, frozenset((day.month, day.day) for day, is_yearly in days if is_yearly))


def tidy(text: str) -> str:
    """The same days in one spelling, each once, in the order in which they were typed."""
    days = dict.fromkeys(_read_line(line) for line in _lines(text))
    return "\n".join(f"{day:%d/%m}" if is_yearly else f"{day:%d/%m}/{day.year:04}" for day, is_yearly in days)


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def _read_line(line) -> tuple[dt.date, bool]:
    """The day, and whether it comes back every year (then in a leap year, so that 29 February is one)."""
    match = LINE.fullmatch(line)
    if match is None:
        raise UnreadableDay(line)
    year = match["year"] or match["iso_year"]
    month, day = match["month"] or match["iso_month"], match["day"] or match["iso_day"]
    try:
        return dt.date(int(year or LEAP_YEAR), int(month), int(day)), not year
    except ValueError:
        raise UnreadableDay(line) from None
