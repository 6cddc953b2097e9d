"""Instants and days in words, always in the site's zone: « lundi 27 mai 2024 à 06:58 »."""

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def local(instant):
    """The instant in the zone of the newspaper, whoever asks."""
    return timezone.localtime(instant, timezone.get_default_timezone())


def day_number(day: int) -> str:
    """The day of the month as it is read: « 1er » in French."""
    return "1er" if day == 1 and (get_language() or "").startswith("fr") else str(day)


def day_words(day) -> str:
    """« lundi 27 mai 2024 » for a date, or for an instant in the site's zone."""
    if hasattr(day, "hour"):
        day = local(day)
    return _("{weekday} {day} {month} {year}").format(
        weekday=WEEKDAYS[day.weekday()], day=day_number(day.day), month=MONTHS[day.month], year=day.year
    )


def date_words(day) -> str:
    """« 27 mai 2024 », for a date, or for an instant in the site's zone."""
    if hasattr(day, "hour"):
        day = local(day)
    return _("{day} {month} {year}").format(day=day_number(day.day), month=MONTHS[day.month], year=day.year)


def month_words(day) -> str:
    """« mai 2024 »."""
    return _("{month} {year}").format(month=MONTHS[day.month], year=day.year)
