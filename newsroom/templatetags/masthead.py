"""What the frame around every page needs."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.dates import day_words

register = template.Library()


@register.simple_tag
def today():
    """The day in the zone of the newspaper, whatever zone is active."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


@register.filter
def edition_words(day, place="") -> str:
    """« Édition de Bamako, lundi 23 novembre 2026 », « Édition d’Abidjan, … »; without a place
    « Édition du lundi 23 novembre 2026 »."""
    if not place:
        return _("Edition of {day}").format(day=day_words(day))
    if place[:1].lower() in "aeiouyéèêh":
        return pgettext("before a vowel", "{place} edition, {day}").format(place=place, day=day_words(day))
    return pgettext("before a consonant", "{place} edition, {day}").format(place=place, day=day_words(day))
