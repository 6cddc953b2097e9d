"""Writes the periods of subscribers, one after the other, and ends them early. Nothing else does."""

import datetime as dt

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.turns import take_turn
from journal.recording import record

from . import notices
from .models import Institution, Plan, Revocation, Subscription
from .periods import DAYS, day_of_month, end_of_period
from .refusals import Refused

# Writers that may extend one person's subscription at once before one of them gives up.
TRIES = 20


@transaction.atomic
def extend(holder: dict, plan: Plan, *, period="", grace_days=None, count=1, at=None, **fields) -> Subscription:
    """One more period for ``{"user": …}`` or ``{"institution": …}``: from the end of what the holder has, in its grace
    too, else from ``at`` (now); what would be over by then, as a day that is bought late in a grace, begins at ``at``.
    Where the holder has a gap ahead, it fills the gap if it fits, else it comes last. ``period`` and ``grace_days``
    are the plan's unless an order promised others.

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
    ahead = list(standing.filter(grace_ends_at__gt=at).order_by("starts_at", "pk"))
    last, following = end_of_run(ahead, at)
    dates = dates_after(last, period, count=count, at=at)
    if dates["ends_at"] <= at:
        # A day that is bought late in the grace of another period.
        dates = dates_after(None, period, count=count, at=at)
    if following and dates["ends_at"] > following.starts_at:
        dates = dates_after(max(ahead, key=lambda each: each.ends_at), period, count=count, at=at)
    return dates | {"grace_ends_at": dates["ends_at"] + dt.timedelta(days=grace_days)}


def end_of_run(ahead, at) -> tuple[Subscription | None, Subscription | None]:
    """Of periods in the order of their beginnings: the last one up to which the holder has no gap from the instant on,
    and the one that begins after the gap. Either may be missing."""
    last = None
    for each in ahead:
        if each.starts_at > max(at, last.ends_at if last else at):
            return last, each
        if last is None or each.ends_at > last.ends_at:
            last = each
    return last, None


def dates_after(last: Subscription | None, period: str, *, count: int, at) -> dict:
    start, anchor_day = (last.ends_at, last.anchor_day) if last else (at, day_of_month(at))
    if period in DAYS:
        anchor_day = day_of_month(end_of_period(start, period, count=count))
    end = end_of_period(start, period, count=count, anchor_day=anchor_day)
    return {"starts_at": start, "ends_at": end, "anchor_day": anchor_day}


@transaction.atomic
def give(user, plan: Plan, *, starts_at=None, ends_at=None, by, note="") -> Subscription:
    """A period that the office gives, without grace, between the dates that it has chosen: without a beginning from
    the end of what the person has, without an end for one period of the plan."""

    def dates():
        return given_dates(user, plan, starts_at=starts_at, ends_at=ends_at)

    given = append({"user": user}, dates, plan=plan, given_by=by, note=note)
    record(gettext_noop("Subscription given"), given, by=by, detail=note)
    return given


def given_dates(user, plan: Plan, *, starts_at=None, ends_at=None) -> dict:
    """The dates that ``give`` would write now."""
    if starts_at is None:
        dates = next_dates({"user": user}, plan.period)
    else:
        anchor_day, end = day_of_month(starts_at), end_of_period(starts_at, plan.period)
        dates = {"starts_at": starts_at, "ends_at": end, "grace_ends_at": end, "anchor_day": anchor_day}
    if ends_at:
        dates |= {"ends_at": ends_at, "grace_ends_at": ends_at, "anchor_day": day_of_month(ends_at)}
    return dates


def overlapped(holder: dict, starts_at, ends_at) -> tuple[dt.datetime, dt.datetime] | None:
    """From when until when without a gap the holder is a subscriber already by what lies between the instants."""
    ahead = list(Subscription.objects.filter(**holder, ends_at__gt=starts_at).standing().order_by("starts_at", "pk"))
    if not ahead or ahead[0].starts_at >= ends_at:
        return None
    last, _following = end_of_run(ahead, ahead[0].starts_at)
    return ahead[0].starts_at, last.ends_at


def take_turn_of(holder: dict):
    """As ``take_turn`` does for a person: one writer of a holder's periods after the other."""
    if "user" in holder:
        take_turn(holder["user"].pk)
    elif connection.features.has_select_for_update:
        Institution.objects.select_for_update().get(pk=holder["institution"].pk)


def append(holder: dict, dates, **fields) -> Subscription:
    """Writes the holder's next row. ``dates`` is called anew whenever another writer was faster."""
    take_turn_of(holder)
    fields.setdefault("plan_name", fields["plan"].name)
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
    """Ends the period now or at ``at``. False where it has been ended already, or has moved."""
    take_turn_of(subscription.holder)
    try:
        with transaction.atomic():
            Revocation.objects.create(subscription=subscription, reason=reason, by=by, at=at or timezone.now())
    except IntegrityError:
        return False
    record(gettext_noop("Subscription ended early"), subscription, by=by, detail=reason)
    return True
