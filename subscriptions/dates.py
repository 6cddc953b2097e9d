"""Days and instants in the words of letters, receipts and accounts, by the site's clock."""

import datetime as dt

from django.utils.translation import gettext as _

from web.dates import date_words, local

from .periods import last_day

# A period that is not longer ends at an hour, the others with a day.
SHORT = dt.timedelta(days=2)


def instant_in_words(at: dt.datetime) -> str:
    return _("{day} at {hour}").format(day=date_words(at), hour=f"{local(at):%H:%M}")


def end_in_words(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """Until when a period holds: its last day, or for a pass of a day the hour too."""
    if ends_at - starts_at <= SHORT:
        return instant_in_words(ends_at)
    return date_words(last_day(ends_at))


def span_in_words(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """« du 27 mai 2026 au 26 juin 2026 »."""
    short = ends_at - starts_at <= SHORT
    start = instant_in_words(starts_at) if short else date_words(starts_at)
    return _("from {start} to {end}").format(start=start, end=end_in_words(starts_at, ends_at))
