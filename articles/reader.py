"""What the private page of a subscribers' article says to the person who asks: by what they read all of it, or how
they could."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from subscriptions.access import ended_at
from subscriptions.models import Terms
from subscriptions.periods import last_day, month_after, month_of

from . import free_readings
from .access import By, Way
from .dates import date_words, short_day_words


@dataclass
class Reader:
    """Of one person and one article; each fact is asked for where the page shows it."""

    user: object
    way: Way | None
    path: str

    @property
    def may_offer(self) -> bool:
        return self.way is not None and self.way.by == By.SUBSCRIPTION

    @property
    def offer_url(self) -> str:
        return reverse("offer_article", args=self.path.split("/"))

    @property
    def read_url(self) -> str:
        return reverse("read_free", args=self.path.split("/"))

    @cached_property
    def left(self) -> int:
        return free_readings.left(self.user)

    @cached_property
    def sentence(self) -> str:
        """Above or below what is read: whose gift it is, or why it goes no further."""
        return self._why() if self.way else self._why_not()

    @cached_property
    def subscription_ended(self) -> bool:
        return self._ended_at is not None

    @property
    def button(self) -> str:
        """Of the form that opens one of the free articles."""
        words = ngettext(
            "Read this article (you have %(count)d left this month)",
            "Read this article (you have %(count)d left this month)",
            self.left,
        )
        return words % {"count": self.left}

    @cached_property
    def _ended_at(self):
        return ended_at(self.user)

    def _why(self) -> str:
        if self.way.by == By.READING_ROOM:
            return _("Access offered by {institution}").format(institution=self.way.host)
        if self.way.by == By.OFFER:
            return _("A subscriber has offered you this article.")
        if self.way.by == By.FREE:
            return free_words(self.left)
        return ""

    def _why_not(self) -> str:
        if self.subscription_ended:
            return _("Your subscription ended on {day}.").format(day=date_words(last_day(self._ended_at)))
        if self.left:
            return ""
        most = Terms.current().free_articles
        if not most:
            return ""
        today = timezone.localdate(timezone=timezone.get_default_timezone())
        words = ngettext(
            "You have read the free article of this month; the next one is yours on {day}.",
            "You have read the {count} free articles of this month; the next ones are yours on {day}.",
            most,
        )
        return words.format(count=most, day=short_day_words(month_after(month_of()), today))


def free_words(left: int) -> str:
    if not left:
        return _("This was the last of your free articles of this month.")
    words = ngettext(
        "This is one of your free articles of this month: you have {count} left.",
        "This is one of your free articles of this month: you have {count} left.",
        left,
    )
    return words.format(count=left)
