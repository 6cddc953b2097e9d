"""Instants and days as the desk and the pages of articles say them; ``web.dates`` has the words of days."""

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from web.dates import date_words, day_number, day_words, local, month_words

__all__ = [
    "date_words",
    "day_begins",
    "day_number",
    "day_words",
    "hour_words",
    "instant_words",
    "local",
    "month_words",
    "near_words",
    "short_day_words",
    "zone_words",
]


def instant_words(instant, *, to_the_second=False) -> str:
    """« lundi 27 mai 2024 à 06:58 », or « à 06:58:07 »."""
    return _("{day} at {hour}").format(day=day_words(instant), hour=hour_words(instant, to_the_second=to_the_second))


def hour_words(instant, *, to_the_second=False) -> str:
    return format(local(instant), "%H:%M:%S" if to_the_second else "%H:%M")


def near_words(instant, at=None) -> str:
    """As one says it at the desk: « demain à 06:00 », « jeudi à 06:00 » within six days, « 27 mai 2024 à 06:58 »."""
    day = local(instant).date()
    today = local(at or timezone.now()).date()
    days = (day - today).days
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    words = near.get(days) or (str(WEEKDAYS[day.weekday()]) if 1 < days < 7 else short_day_words(day, today))
    return _("{day} at {hour}").format(day=words, hour=f"{local(instant):%H:%M}")


def short_day_words(day, today) -> str:
    """« 27 mai », with the year where it is not this one."""
    if day.year == today.year:
        return _("{day} {month}").format(day=day_number(day.day), month=MONTHS[day.month])
    return date_words(day)


def day_begins(at=None):
    """The first instant of the day in the newspaper's zone."""
    return local(at or timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)


def zone_words(place: str = "") -> str:
    """« heure de Bamako », « heure d’Abidjan »: whose hour it is. Without a place, the zone's own city."""
    place = place or timezone.get_default_timezone_name().rsplit("/", 1)[-1].replace("_", " ")
    if place[:1].lower() in "aeiouyéèêh":
        return pgettext("before a vowel", "{place} time").format(place=place)
    return pgettext("before a consonant", "{place} time").format(place=place)
