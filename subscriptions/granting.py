"""Writes the periods of subscribers, one after the other, and ends them early. Nothing else does."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record

from . import notices
from .models import Plan, Revocation, Subscription
from .periods import DAYS, day_of_month, end_of_period
from .refusals import Refused

# Writers that may extend one person's subscription at once before one of them gives up.
TRIES = 20


@transaction.atomic
def extend(holder: dict, plan: Plan, *, period="", grace_days=None, count=1, at=None, **fields) -> Subscription:
    """One more period for ``{"user": …}`` or ``{"institution": …}``: from the end of what the holder has, in its grace
    too, else from ``at`` (now). ``period`` and ``grace_days`` are the plan's unless an order promised others.

    A chain of months keeps the day of the month on which it began.
    """
    at = at or timezone.now()
    days = plan.grace_days if grace_days is None else grace_days

    def dates():
        return next_dates(holder, period or plan.period, grace_days=days, count=count, at=at)

    written = append(holder, dates, plan=plan, **fields)
    notices.tell_welcome(written)
    return written


def next_dates(holder: dict, period: str, *, grace_days=0, count=1, at=None) -> dict:
    """The dates that ``extend`` would write at the instant."""
    at = at or timezone.now()
    standing = Subscription.objects.filter(**holder).standing(at)
    last = standing.filter(grace_ends_at__gt=at).order_by("-ends_at").first()
    start, anchor_day = (last.ends_at, last.anchor_day) if last else (at, day_of_month(at))
    if period in DAYS:
        anchor_day = day_of_month(end_of_period(start, period, count=count))
    end = end_of_period(start, period, count=count, anchor_day=anchor_day)
    grace_ends_at = end + dt.timedelta(days=grace_days)
    return {"starts_at": start, "ends_at": end, "grace_ends_at": grace_ends_at, "anchor_day": anchor_day}


@transaction.atomic
def give(user, plan: Plan, *, starts_at, ends_at, by, note="") -> Subscription:
    """A period with dates that somebody of the office has chosen, without grace."""
    dates = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "grace_ends_at": ends_at,
        "anchor_day": day_of_month(starts_at),
    }
    given = append({"user": user}, lambda: dates, plan=plan, given_by=by, note=note)
    record(gettext_noop("Subscription given"), given, by=by, detail=note)
    return given


def append(holder: dict, dates, **fields) -> Subscription:
    """Writes the holder's next row. ``dates`` is called anew whenever another writer was faster."""
    for _try in range(TRIES):
        previous = Subscription.objects.filter(**holder).order_by("-pk").first()
        try:
            with transaction.atomic():
                return Subscription.objects.create(previous=previous, **holder, **dates(), **fields)
        except IntegrityError:
            if Subscription.objects.filter(**holder).order_by("-pk").first() == previous:
                raise
    raise Refused(_("Too much is happening to this subscription at once. Try again in a moment."))


@transaction.atomic
def revoke(subscription: Subscription, *, reason: str, by=None, at=None) -> bool:
    """Ends the period now or at ``at``. False where it has been ended already."""
    try:
        with transaction.atomic():
            Revocation.objects.create(subscription=subscription, reason=reason, by=by, at=at or timezone.now())
    except IntegrityError:
        return False
    record(gettext_noop("Subscription ended early"), subscription, by=by, detail=reason)
    return True
