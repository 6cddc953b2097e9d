"""A contribution as one person of the room sees it: what is beside it, and what that person may do with it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from . import avatars
from .badges import badge_of, is_by_writer
from .editing import may_still_edit
from .models import REPLY_KEY, Appreciation, Comment, Ignored, Report, room_address
from .rules import Verdict, can_write, may_withdraw

# So many replies of each thread stand in the room; all are on a page of the thread's own.
FEW = 10


def thread_address(room, head) -> str:
    return f"{room}{head.pk}/fil/"


@dataclass(frozen=True)
class Viewer:
    """Somebody who may read the room of an article; ``verdict`` is about taking part."""

    user: object
    article: object
    verdict: Verdict
    now: dt.datetime

    @classmethod
    def of(cls, user, article):
        return cls(user, article, can_write(user, article), timezone.now())

    @cached_property
    def room(self) -> str:
        return room_address(self.article)


def shown_to(user) -> Q:
    """The visible contributions, and those of the person that wait for a moderator."""
    return Q(state=Comment.State.VISIBLE) | Q(state=Comment.State.HELD, author=user)


def contributions_for(viewer):
    """Those of the article in any state, each with what ``Seen`` asks of the database."""
    return (
        viewer.article.comments.select_related("author", "answers__author", "reply_to")
        .annotate(
            is_by_writer=is_by_writer(),
            is_appreciated=Exists(Appreciation.objects.filter(comment=OuterRef("pk"), person=viewer.user)),
            is_reported=Exists(Report.objects.filter(comment=OuterRef("pk"), person=viewer.user)),
            is_ignored=Exists(Ignored.objects.filter(person=viewer.user, other=OuterRef("author"))),
        )
        .order_by("posted_at", "pk")
    )


def heads(rows, user):
    """Those that begin threads that the person sees. A hidden head stays, without its words, where somebody answered
    it."""
    answered = Exists(Comment.objects.filter(shown_to(user), reply_to=OuterRef("pk")))
    return rows.filter(shown_to(user) | answered, reply_to=None)


def replies_for(viewer):
    return contributions_for(viewer).filter(shown_to(viewer.user), reply_to__isnull=False)


def threads_for(viewer):
    """Those heads in two queries, each with its newest few replies, newest first (``shown_replies``), and how many
    there are (``reply_count``)."""
    counted = Comment.objects.filter(shown_to(viewer.user), reply_to=OuterRef("pk")).order_by().values("reply_to")
    few = replies_for(viewer).order_by("-posted_at", "-pk")[:FEW]
    return (
        heads(contributions_for(viewer), viewer.user)
        .annotate(reply_count=Coalesce(Subquery(counted.annotate(number=Count("pk")).values("number")), 0))
        .prefetch_related(Prefetch("replies", few, to_attr="shown_replies"))
    )


@dataclass(frozen=True)
class Seen:
    """One row of ``contributions_for``. ``is_extract``: it stands on top, and its place is elsewhere."""

    comment: Comment
    viewer: Viewer
    is_extract: bool = False

    @property
    def replies(self) -> list["Seen"]:
        """The newest few, the oldest of them first."""
        return [Seen(reply, self.viewer) for reply in getattr(self.comment, "shown_replies", [])[::-1]]

    @property
    def earlier_replies(self) -> int:
        """How many there are before those."""
        return max(0, getattr(self.comment, "reply_count", 0) - FEW)

    @property
    def thread_address(self) -> str:
        return thread_address(self.viewer.room, self.comment)

    @property
    def is_shown(self) -> bool:
        """Whether its words are, and not only its place."""
        return self.comment.is_visible or self.is_waiting

    @property
    def is_waiting(self) -> bool:
        return self.is_own and self.comment.state == Comment.State.HELD

    @property
    def is_deleted(self) -> bool:
        return self.comment.state == Comment.State.DELETED

    @property
    def is_own(self) -> bool:
        return self.comment.author_id == self.viewer.user.pk

    @property
    def is_folded(self) -> bool:
        return self.comment.is_ignored

    @property
    def badge(self) -> str:
        return badge_of(self.comment.author, is_writer=self.comment.is_by_writer)

    @property
    def initials(self) -> str:
        return avatars.initials(self.comment.signature)

    @property
    def colour(self) -> str:
        return avatars.colour(self.comment.signature)

    @property
    def address(self) -> str:
        """Where it is found again, and under which what one does with it lies."""
        return f"{self.viewer.room}{self.comment.pk}/"

    @property
    def reply_address(self) -> str:
        return f"{self.viewer.room}?{REPLY_KEY}={self.comment.pk}#ecrire"

    @property
    def answered(self) -> Comment | None:
        """The reply that it answers, where its words are still there."""
        answered = self.comment.answers
        return answered if answered and answered.is_visible else None

    @property
    def may_take_part(self) -> bool:
        return self.viewer.verdict.allowed and not self.is_extract

    @property
    def may_answer(self) -> bool:
        """A thread whose head was taken out is not gone on with."""
        head = self.comment.reply_to
        return self.may_take_part and self.comment.is_visible and (head is None or head.is_visible)

    @property
    def may_appreciate(self) -> bool:
        return self.may_take_part and self.comment.is_visible and not self.is_own

    @property
    def may_report(self) -> bool:
        return self.may_appreciate and not self.comment.is_reported

    @property
    def may_delete(self) -> bool:
        return not self.is_extract and may_withdraw(self.viewer.user, self.comment) and self.is_shown

    @property
    def may_edit(self) -> bool:
        return self.may_take_part and self.may_delete and may_still_edit(self.comment, at=self.viewer.now)
