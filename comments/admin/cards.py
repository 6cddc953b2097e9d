"""A contribution as the desk shows it: with what a moderator needs in order to decide at once."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dates import near_words
from comments import moderation
from comments.models import Comment, Decision, Edit, RejectionReason, Report
from comments.person_facts import Facts, facts_of
from comments.waits import LONG, span_words

ROWS = Comment.objects.select_related("article", "author", "reply_to__author", "answers__author", "assigned_to")
PARTS = (
    Prefetch("reports", Report.objects.filter(settled_at=None).select_related("person"), to_attr="open_reports"),
    Prefetch("edits", Edit.objects.order_by("-pk"), to_attr="earlier"),
    Prefetch("decisions", Decision.objects.select_related("by"), to_attr="decided"),
)


@dataclass
class Card:
    """``verbs`` are the decisions that are offered. ``undoable`` is one that the moderator has just taken."""

    comment: Comment
    facts: Facts
    seen: str
    posted: str
    waits: str
    is_urgent: bool
    verbs: list[str]
    reports: list = field(default_factory=list)
    said: str = ""
    is_refused: bool = False
    undoable: Decision | None = None

    @property
    def answered(self):
        """What it answers."""
        return self.comment.answers or self.comment.reply_to

    @property
    def may_be_featured(self):
        return self.comment.is_visible and not self.comment.reply_to_id

    @property
    def may_be_taken(self):
        return self.comment.state != Comment.State.DELETED

    @property
    def standing(self) -> list[Decision]:
        """What was decided before, newest first."""
        return [one for one in self.comment.decided if one.undone_at is None]


def cards_of(comments) -> list[Card]:
    """For any number of rows of ``ROWS`` the same queries: reports, wordings, decisions, and four about persons."""
    comments = list(comments)
    prefetch_related_objects(comments, *PARTS)
    facts = facts_of({comment.author_id for comment in comments})
    now = timezone.now()
    return [_card(comment, facts[comment.author_id], now) for comment in comments]


def card_of(pk) -> Card | None:
    return next(iter(cards_of(ROWS.filter(pk=pk))), None)


def _card(comment, facts, now):
    reports = comment.open_reports
    since = comment.posted_at if comment.state == Comment.State.HELD else reports[0].at if reports else None
    waited = now - since if since else dt.timedelta()
    return Card(
        comment,
        facts,
        moderation.seen_of(comment),
        near_words(comment.posted_at, now),
        _("waits {span}").format(span=span_words(waited)) if since else "",
        waited > LONG,
        [kind.value for kind in moderation.offered(comment, is_reported=bool(reports))],
        reports,
    )


def reasons() -> list[RejectionReason]:
    return list(RejectionReason.objects.filter(is_offered=True))
