"""Closes the hole that a refund leaves: the periods that followed what was taken back move up, each as long as it was.

A period is never changed. One that moves is ended by a revocation, and another stands for it with earlier dates.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record

from .dates import span_in_words
from .granting import append, take_turn_of
from .models import Revocation, Subscription, Voucher
from .periods import day_of_month


@transaction.atomic
def close_hole(gone: Subscription, *, at, by=None) -> list[Subscription]:
    """What follows ``gone``, which is taken back at the instant, as it is where it has moved to. Once a period."""
    take_turn_of(gone.holder)
    return [move_up(period, starts_at=start, at=at, by=by) for period, start in to_move(gone, at)]


def to_move(gone: Subscription, at) -> list[tuple[Subscription, dt.datetime]]:
    """(period, its earlier beginning). What has begun stays, and so does what stood behind a gap before: whoever left
    the gap has chosen the date. ``reach`` is until when the holder was a subscriber without a gap, ``covered`` until
    when that is so without ``gone``."""
    covered, reach = max(at, gone.starts_at), gone.ends_at
    others = Subscription.objects.filter(**gone.holder).exclude(pk=gone.pk).standing(at).filter(ends_at__gt=covered)
    found = []
    for period in others.select_related("plan", "user", "institution").order_by("starts_at", "pk"):
        if period.starts_at > reach:
            break
        reach = max(reach, period.ends_at)
        if period.starts_at > covered:
            found.append((period, covered))
            covered += period.ends_at - period.starts_at
        else:
            covered = max(covered, period.ends_at)
    return found


def move_up(period: Subscription, *, starts_at, at, by=None) -> Subscription:
    """What was sold in months is as long in days as it was; the months of a renewal count from its new end."""
    Revocation.objects.create(subscription=period, reason=_("Moved up after a refund"), by=by, at=at)
    by_how_much = period.starts_at - starts_at
    dates = {name: getattr(period, name) - by_how_much for name in ("starts_at", "ends_at", "grace_ends_at")}
    dates["anchor_day"] = day_of_month(dates["ends_at"])
    same = {name: getattr(period, name) for name in ("plan", "plan_name", "order", "source", "note", "given_by")}
    moved = append(period.holder, lambda: dates, moved_from=period, **same)
    Voucher.objects.filter(subscription=period).update(subscription=moved)
    record(gettext_noop("Subscription moved up"), moved, by=by, detail=moved_in_words(period, moved))
    return moved


def moved_in_words(before: Subscription, after: Subscription) -> str:
    return _("{plan}, {after}, instead of {before}, after a refund").format(
        plan=before.sold_as,
        after=span_in_words(after.starts_at, after.ends_at),
        before=span_in_words(before.starts_at, before.ends_at),
    )
