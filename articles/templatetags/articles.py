"""How templates say what an article is about, who signs it and when it appeared."""

from django import template
from django.utils.translation import gettext as _

from articles import bylines, dates, reading_time, teasers

register = template.Library()
register.filter("teaser", teasers.teaser)
register.filter("byline_names", bylines.names)
register.filter("signatures", bylines.signatures)
register.filter("writers", bylines.writers)
register.filter("reading_minutes", reading_time.minutes)
register.filter("day_words", dates.day_words)
register.filter("month_words", dates.month_words)
register.filter("instant_words", dates.instant_words)
register.filter("near_words", dates.near_words)


@register.filter
def published_words(instant) -> str:
    """« Publié lundi 27 mai 2024 à 06:58 », in the site's zone; "" without an instant."""
    return _("Published {instant}").format(instant=dates.instant_words(instant)) if instant else ""


@register.filter
def updated_words(instant) -> str:
    """« Mis à jour mardi 28 mai 2024 à 10:00 », in the site's zone; "" without an instant."""
    return _("Updated {instant}").format(instant=dates.instant_words(instant)) if instant else ""
