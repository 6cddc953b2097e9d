"""What moderators know of persons, for many of them in the same few queries."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.utils import timezone

from .models import Comment, Contributor, PersonNote, Sanction

State = Comment.State


@dataclass
class Facts:
    """``said`` counts every contribution; ``bars`` are the suspensions and bans that last now."""

    said: int = 0
    held: int = 0
    rejected: int = 0
    reported: int = 0
    warnings: int = 0
    bars: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    is_watched: bool = False


def facts_of(keys) -> dict[int, Facts]:
    """By the key of the person."""
    found = defaultdict(Facts)
    for row in _counted(keys):
        facts = found[row.pop("author")]
        for name, number in row.items():
            setattr(facts, name, number)
    for person in Contributor.objects.filter(person__in=keys, is_watched=True).values_list("person", flat=True):
        found[person].is_watched = True
    for note in PersonNote.objects.filter(person__in=keys).select_related("by"):
        found[note.person_id].notes.append(note)
    for sanction in Sanction.objects.filter(person__in=keys, lifted_at=None):
        _add(found[sanction.person_id], sanction)
    return found


def _add(facts, sanction):
    if sanction.kind == Sanction.Kind.WARNING:
        facts.warnings += 1
    elif sanction.until is None or sanction.until > timezone.now():
        facts.bars.append(sanction)


def _counted(keys):
    rows = Comment.objects.filter(author__in=keys).order_by().values("author")
    return rows.annotate(
        said=Count("pk", distinct=True),
        held=Count("pk", distinct=True, filter=Q(state=State.HELD)),
        rejected=Count("pk", distinct=True, filter=Q(state=State.REJECTED)),
        reported=Count("reports", distinct=True),
    )
