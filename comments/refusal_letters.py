"""Tells authors that a contribution was not kept, once the decision can no longer be undone."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from . import letters
from .models import Comment, Decision
from .moderation import LATENCY, UNDO


def due(at):
    """Rejections that stand, with something to say, and that nobody decided otherwise since."""
    later = Decision.objects.filter(comment=OuterRef("comment"), pk__gt=OuterRef("pk"), undone_at=None)
    return (
        Decision.objects.filter(kind=Decision.Kind.REJECT, undone_at=None, mailed_at=None, at__lte=at - UNDO - LATENCY)
        .exclude(told="")
        .filter(~Exists(later), comment__state=Comment.State.REJECTED, comment__author__is_active=True)
        .select_related("comment__article", "comment__author")
        .order_by("pk")
    )


def send_due(at=None, limit=100) -> int:
    """How many letters were written. Of several processes that try at once, one writes each."""
    return sum(_send(decision) for decision in due(at or timezone.now())[:limit])


@transaction.atomic
def _send(decision) -> bool:
    waiting = Decision.objects.filter(pk=decision.pk, undone_at=None, mailed_at=None)
    if not waiting.update(mailed_at=timezone.now()):
        return False
    return letters.rejected(decision)
