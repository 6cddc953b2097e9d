"""How long a contribution has waited, as one says it."""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
# After that long, the age of what waits is told in red.
LONG = 2 * HOUR


def span_words(span: dt.timedelta) -> str:
    """« moins d’une minute », « 42 min », « 3 h », « 2 jours »; whole units, rounded down."""
    if span < dt.timedelta(minutes=1):
        return _("less than a minute")
    if span < HOUR:
        return _("{count} min").format(count=span // dt.timedelta(minutes=1))
    if span < 2 * DAY:
        return _("{count} h").format(count=span // HOUR)
    days = span // DAY
    return ngettext("{count} day", "{count} days", days).format(count=days)
