"""Reminders seven days and one day before the end of a subscription, and one day after it: whom they are due to."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from . import letters, notices
from .models import Notice, ReminderChoice, Subscription

DAY = dt.timedelta(days=1)
Kind = Notice.Kind


@dataclass(frozen=True)
class Reminder:
    """Due from ``opens`` after the end (a negative time: before it); at ``closes`` it is no longer worth writing. Of a
    period that was shorter than ``least`` there is none: who buys a day is not told at once that it ends tomorrow."""

    kind: str
    opens: dt.timedelta
    closes: dt.timedelta
    least: dt.timedelta


REMINDERS = [
    Reminder(Kind.WEEK_BEFORE, -7 * DAY, -2 * DAY, 8 * DAY),
    Reminder(Kind.DAY_BEFORE, -DAY, 0 * DAY, 2 * DAY),
    Reminder(Kind.DAY_AFTER, DAY, 4 * DAY, 2 * DAY),
]


def due(reminder: Reminder, at):
    """The periods of which the reminder is to be written at the instant: the last ones of people who have not
    renewed, were not written to of this, and want to be reminded. Before the end, those are left out whose provider
    charges again by itself; after it, that has not happened."""
    goes_on = Subscription.objects.standing(at).filter(user=OuterRef("user"), ends_at__gt=OuterRef("ends_at"))
    written = Notice.objects.filter(kind=reminder.kind, subscription=OuterRef("pk"))
    declined = ReminderChoice.objects.filter(user=OuterRef("user"), wanted=False)
    ending = Subscription.objects.standing(at)
    if reminder.opens < 0 * DAY:
        ending = ending.exclude(order__renews=True)
    return (
        ending.filter(user__is_active=True, ends_at__lte=at - reminder.opens, ends_at__gt=at - reminder.closes)
        .filter(ends_at__gte=F("starts_at") + reminder.least)
        .exclude(Exists(goes_on) | Exists(written) | Exists(declined))
        .select_related("user", "plan", "order__zone")
        .order_by("ends_at", "pk")
    )


def send_due(at=None, limit=100) -> int:
    """Writes the reminders that are due and returns how many. Of several processes one writes each."""
    at = at or timezone.now()
    return sum(remind(reminder.kind, period, at) for reminder in REMINDERS for period in due(reminder, at)[:limit])


def remind(kind: str, period: Subscription, at) -> bool:
    compose = {
        Kind.WEEK_BEFORE: lambda: letters.ends_soon(period, _("Your subscription ends in a week")),
        Kind.DAY_BEFORE: lambda: letters.ends_soon(period, _("Your subscription ends tomorrow")),
        Kind.DAY_AFTER: lambda: letters.has_ended(period, in_grace=period.grace_ends_at > at),
    }
    return notices.write(period.user, kind, compose[kind], subscription=period)
