"""One decision about many contributions of one person."""

import datetime as dt

from django.utils import timezone

from . import moderation
from .models import Comment

# Of one person at once: more is done by asking again.
MOST = 500
# What is chosen from: the name in the form, and how far back it goes; None for everything.
SPANS = {"hour": dt.timedelta(hours=1), "day": dt.timedelta(days=1), "week": dt.timedelta(days=7), "all": None}


def reject_all(person, span: str, *, by, reason="") -> int:
    """Those that are held or visible; no letter goes out, a sanction says why once. How many were rejected."""
    return _each(moderation.reject, person, span, ["held", "visible"], by, reason=reason)


def hold_all(person, span: str, *, by) -> int:
    return _each(moderation.hold, person, span, ["visible"], by)


def approve_all(person, span: str, *, by) -> int:
    """Those that are held."""
    return _each(moderation.approve, person, span, ["held"], by)


def _each(verb, person, span, states, by, **words) -> int:
    """Each with its own decision; what another moderator decides meanwhile is left as it is."""
    moderation.refuse_others(by)
    found = Comment.objects.filter(author=person, state__in=states).order_by("pk")
    if SPANS[span]:
        found = found.filter(posted_at__gte=timezone.now() - SPANS[span])
    done = 0
    for comment in found[:MOST]:
        try:
            verb(comment, by=by, seen=moderation.seen_of(comment), **words)
        except moderation.ModerationError:
            continue
        done += 1
    return done
