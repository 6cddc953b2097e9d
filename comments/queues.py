"""What waits at the moderators' desk, in the order in which it is taken."""

import datetime as dt

from django.db.models import Count, Exists, Max, Min, OuterRef, Q
from django.utils import timezone

from accounts.models import User

from .models import Comment, Decision, Report

NAMES = ("held", "reported", "mine", "recent")
# Those that are empty once everything is done.
TASKS = ("held", "reported", "mine")
RECENT = dt.timedelta(days=7)
# Of the list of persons, where nobody is looked for.
LATELY = dt.timedelta(days=30)
MOST_PERSONS = 50
COUNTED = 99


def open_reports():
    return Report.objects.filter(comment=OuterRef("pk"), settled_at=None)


def held():
    """The oldest waits longest."""
    return Comment.objects.filter(state=Comment.State.HELD).order_by("posted_at", "pk")


def reported():
    """Visible ones with an open report, by the first of these."""
    first = Min("reports__at", filter=Q(reports__settled_at=None))
    rows = Comment.objects.visible().filter(Exists(open_reports()))
    return rows.annotate(reported_at=first).order_by("reported_at", "pk")


def mine(user):
    """What the moderator has taken and not decided, or what has come up anew since."""
    decided = Decision.objects.filter(comment=OuterRef("pk"), undone_at=None)
    waits = Q(state=Comment.State.HELD) | Exists(open_reports()) | ~Exists(decided)
    return Comment.objects.filter(waits, assigned_to=user).order_by("posted_at", "pk")


def recent():
    return Comment.objects.filter(posted_at__gte=timezone.now() - RECENT).order_by("-posted_at", "-pk")


def queue(name: str, user):
    return {"held": held, "reported": reported, "mine": lambda: mine(user), "recent": recent}[name]()


def counts(user) -> dict[str, int]:
    """Of the queues that are tasks, each up to one more than is told."""
    return {name: queue(name, user).order_by()[: COUNTED + 1].count() for name in TASKS}


def persons(words: str = "") -> list[User]:
    """By public name; without words those who were there lately. First those of whom most waits. Each has ``held``,
    ``reported``, ``said`` and ``last_at``."""
    found = User.objects.filter(comments__isnull=False, erased_at=None)
    if words:
        found = found.filter(public_name__icontains=words)
    counted = found.annotate(
        said=Count("comments", distinct=True),
        held=Count("comments", distinct=True, filter=Q(comments__state=Comment.State.HELD)),
        reported=Count(
            "comments",
            distinct=True,
            filter=Q(comments__reports__isnull=False, comments__reports__settled_at=None),
        ),
        last_at=Max("comments__posted_at"),
    )
    if not words:
        counted = counted.filter(last_at__gte=timezone.now() - LATELY)
    return list(counted.order_by("-reported", "-held", "-last_at")[:MOST_PERSONS])
