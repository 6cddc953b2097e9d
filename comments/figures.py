"""What a week of the room was: received, held, rejected and why, and how long people waited for a moderator."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from statistics import median

from django.db.models import Exists, OuterRef

from articles.dates import local
from articles.periods import Period

from .models import Comment, Decision, Report


@dataclass(frozen=True)
class Figures:
    """A number a day in ``received``, ``held`` and ``rejected``; ``reasons`` with how often, the most frequent first.
    ``wait`` is the median between a contribution that was held and the first decision about it, None without one."""

    days: list[dt.date]
    received: list[int]
    held: list[int]
    rejected: list[int]
    reasons: list[tuple[str, int]]
    reports: int
    wait: dt.timedelta | None


def figures(week: Period) -> Figures:
    """Of contributions posted, and decisions taken, in the week of the site's clock; what was undone does not count.
    Four queries."""
    begins, ends = week.instants
    posted = Comment.objects.filter(posted_at__gte=begins, posted_at__lt=ends).order_by()
    decided = Decision.objects.filter(at__gte=begins, at__lt=ends, undone_at=None).order_by("pk")
    rejections = list(decided.filter(kind=Decision.Kind.REJECT).values_list("at", "reason"))
    arrivals = list(posted.values_list("posted_at", "held_for"))
    return Figures(
        week.days,
        _by_day(week.days, (at for at, _cause in arrivals)),
        _by_day(week.days, (at for at, cause in arrivals if cause and cause != Comment.Cause.MODERATOR)),
        _by_day(week.days, (at for at, _reason in rejections)),
        Counter(reason for _at, reason in rejections).most_common(),
        Report.objects.filter(at__gte=begins, at__lt=ends).count(),
        _median_wait(decided),
    )


def _by_day(days, instants) -> list[int]:
    counted = Counter(local(at).date() for at in instants)
    return [counted[day] for day in days]


def _median_wait(decided):
    """Of the first decision about each contribution that came in held; one that a moderator put on hold later did not
    wait since it was posted."""
    earlier = Decision.objects.filter(comment=OuterRef("comment"), pk__lt=OuterRef("pk"), undone_at=None)
    first = decided.filter(~Exists(earlier), before=Comment.State.HELD)
    waits = [at - posted_at for at, posted_at in first.values_list("at", "comment__posted_at")]
    return median(waits) if waits else None
