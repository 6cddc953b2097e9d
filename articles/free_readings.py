"""The articles for subscribers that a reader with an account opens in a month without paying.

Counted in rows: an article that was opened stays open until the end of the month, and a number of the month is given
once, whatever happens at the same time.
"""

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from subscriptions.models import Terms
from subscriptions.periods import month_of
from subscriptions.refusals import Refused
from web import places

from .models import FreeReading


def has_opened(user, article, at=None) -> bool:
    """One query."""
    return FreeReading.objects.filter(user=user, article=article, month=month_of(at)).exists()


def left(user, at=None) -> int:
    """How many more the person may open this month. Two queries."""
    opened = FreeReading.objects.filter(user=user, month=month_of(at)).count()
    return max(0, Terms.current().free_articles - opened)


def open_free(user, article, *, at=None) -> FreeReading:
    """Opens the article for the rest of the month; again costs nothing. Raises ``Refused`` when none is left."""
    at = at or timezone.now()
    month = month_of(at)
    known = FreeReading.objects.filter(user=user, article=article, month=month)
    if row := known.first():
        return row
    most = Terms.current().free_articles
    try:
        return places.take(FreeReading, {"user": user, "month": month}, most=most, article=article, at=at)
    except places.NoneLeft:
        raise Refused(_("You have opened all your free articles of this month.")) from None
    except IntegrityError:
        return known.get()
