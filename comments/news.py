"""How many contributions have come since somebody looked: for a line of the room that a script keeps."""

import datetime as dt
import re

from django.urls import reverse

from web.keyset import EPOCH, MICROSECOND

from .models import Ignored

SINCE_KEY = "depuis"
# « 99 » says enough, and counting ends there.
MOST = 99


def news_address(article, at) -> str:
    """Where to ask for what comes after the instant."""
    address = reverse("new_contributions", args=article.path.split("/"))
    return f"{address}?{SINCE_KEY}={(at - EPOCH) // MICROSECOND}"


def instant_of(text) -> dt.datetime | None:
    """The instant of such an address, or None."""
    if not re.fullmatch("[0-9]{1,17}", text or ""):
        return None
    return EPOCH + int(text) * MICROSECOND


def number_since(article, at, *, person) -> int:
    """Visible ones of others, of whom the person ignores nobody; at most ``MOST``."""
    rows = article.comments.visible().filter(posted_at__gt=at).exclude(author=person)
    rows = rows.exclude(author__in=Ignored.objects.filter(person=person).values("other"))
    return rows[:MOST].count()
