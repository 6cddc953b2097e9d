"""What moderators decide about a contribution. Each step is written in the journal of actions.

A decision is about what its moderator saw: when another one was quicker, or the author has changed the words since,
nothing is done and ``ModerationError`` says so. For ten seconds it can be undone; the author is told afterwards, by
``comments.refusal_letters``.
"""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.models import Article
from journal.recording import record

from .models import Comment, Decision
from .notices import note_featured, note_reply
from .rules import is_moderator
from .states import move

State, Kind = Comment.State, Decision.Kind
# How long a decision is offered to be undone, and how much later the answer to that may still arrive.
UNDO = dt.timedelta(seconds=10)
LATENCY = dt.timedelta(seconds=5)
# On top of one room.
MOST_FEATURED = 3
# From which states each decision leads where, and the journal's words for it.
STEPS = {
    Kind.APPROVE: ({State.HELD, State.REJECTED}, State.VISIBLE, gettext_noop("Contribution let through")),
    Kind.KEEP: ({State.VISIBLE}, State.VISIBLE, gettext_noop("Contribution kept in spite of reports")),
    Kind.REJECT: ({State.HELD, State.VISIBLE}, State.REJECTED, gettext_noop("Contribution rejected")),
    Kind.HOLD: ({State.VISIBLE, State.REJECTED}, State.HELD, gettext_noop("Contribution held")),
}


class ModerationError(Exception):
    """Why nothing was done, in words for the moderator."""


def seen_of(comment) -> str:
    """What somebody who looks at it now sees: its state and its wording, as a form carries it."""
    return f"{comment.state}.{comment.edited_at.isoformat() if comment.edited_at else ''}"


def offered(comment, *, is_reported: bool) -> list[Kind]:
    """The decisions that lead somewhere from what it is now."""
    kinds = [kind for kind in STEPS if comment.state in STEPS[kind][0]]
    return [kind for kind in kinds if kind != Kind.KEEP or is_reported]


def approve(comment, *, by, seen="") -> Decision:
    """Lets a held one through, or puts a rejected one back."""
    return _decide(Kind.APPROVE, comment, by, seen)


def reject(comment, *, by, seen="", reason="", told="") -> Decision:
    """``told`` is what the author reads; nothing is sent where it is empty."""
    return _decide(Kind.REJECT, comment, by, seen, reason=reason, told=told.strip())


def hold(comment, *, by, seen="") -> Decision:
    return _decide(Kind.HOLD, comment, by, seen)


def keep(comment, *, by, seen="") -> Decision:
    """Leaves it where it is and settles the reports."""
    return _decide(Kind.KEEP, comment, by, seen)


@transaction.atomic
def _decide(kind, comment, by, seen, **words) -> Decision:
    refuse_others(by)
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    states, after, action = STEPS[kind]
    reports = row.reports.filter(settled_at=None)
    leads_nowhere = row.state not in states or (kind == Kind.KEEP and not reports.exists())
    if leads_nowhere or (seen and seen != seen_of(row)):
        raise ModerationError(_why_not(row, seen))
    was = {name: getattr(row, name) for name in ("held_for", "held_word", "featured_at")}
    decision = Decision.objects.create(comment=row, kind=kind, before=row.state, by=by, **was, **words)
    reports.update(settled_at=decision.at)
    _go(row, after, decision)
    comment.state = row.state
    record(action, row, by=by, detail=words.get("reason", ""))
    return decision


def _go(row, after, decision):
    if decision.kind == Kind.KEEP:
        return
    changes = {"held_for": Comment.Cause.MODERATOR, "held_word": ""} if decision.kind == Kind.HOLD else {}
    move(row, row.state, to=after, **changes)
    if row.is_visible:
        note_reply(row)


def _why_not(row, seen) -> str:
    """Who was quicker, as far as it is known."""
    if row.state == State.DELETED:
        return _("The author has deleted this contribution meanwhile.")
    if seen and seen.partition(".")[0] == row.state and seen != seen_of(row):
        return _("The author has changed the words meanwhile. Read them again, then decide.")
    last = row.decisions.filter(undone_at=None).select_related("by").first()
    if last is None:
        return _("This has changed meanwhile: the contribution is now “{state}”.").format(
            state=row.get_state_display()
        )
    return _("{name} has decided already: {decision}.").format(
        name=last.by or _("Somebody"), decision=last.get_kind_display()
    )


def may_undo(decision, by, at=None) -> bool:
    """While the ten seconds last, for who decided."""
    return decision.by_id == by.pk and decision.undone_at is None and (at or timezone.now()) - decision.at < UNDO


@transaction.atomic
def undo(decision, *, by):
    """Restores what was: the state and its cause, its place on top, the open reports."""
    refuse_others(by)
    now = timezone.now()
    row = Comment.objects.select_for_update().get(pk=decision.comment_id)
    if decision.by_id != by.pk:
        raise PermissionDenied
    mine = Decision.objects.filter(pk=decision.pk, undone_at=None, mailed_at=None, at__gt=now - UNDO - LATENCY)
    later = row.decisions.filter(pk__gt=decision.pk, undone_at=None).exists()
    if later or row.state != STEPS[decision.kind][1] or not mine.update(undone_at=now):
        raise ModerationError(_("Too late to undo: the ten seconds are over, or it has been decided anew."))
    was = {name: getattr(decision, name) for name in ("held_for", "held_word", "featured_at")}
    move(row, row.state, to=decision.before, **_fitting(row, was))
    row.reports.filter(settled_at=decision.at).update(settled_at=None)
    record(gettext_noop("Decision undone"), row, by=by, detail=decision.get_kind_display())


def _fitting(row, was) -> dict:
    """Its place on top may have been given to another meanwhile."""
    if was["featured_at"] and _featured(row.article_id).exclude(pk=row.pk).count() >= MOST_FEATURED:
        was["featured_at"] = None
    return was


@transaction.atomic
def feature(comment, *, by):
    """Puts the head of a thread on top of its room."""
    refuse_others(by)
    Article.objects.select_for_update(no_key=True).get(pk=comment.article_id)
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if row.featured_at:
        raise ModerationError(_("It is on top already."))
    if not row.is_visible or row.reply_to_id:
        raise ModerationError(_("Only a visible contribution that begins a thread is put on top."))
    if _featured(row.article_id).count() >= MOST_FEATURED:
        raise ModerationError(
            _("{count} contributions are on top of this article already: take one down first.").format(
                count=MOST_FEATURED
            )
        )
    move(row, State.VISIBLE, to=State.VISIBLE, featured_at=timezone.now())
    note_featured(row)
    record(gettext_noop("Contribution featured"), row, by=by)


@transaction.atomic
def unfeature(comment, *, by):
    refuse_others(by)
    on_top = Comment.objects.filter(pk=comment.pk, featured_at__isnull=False)
    if not on_top.exists() or not move(comment, State.VISIBLE, to=State.VISIBLE, featured_at=None):
        raise ModerationError(_("It is no longer on top."))
    record(gettext_noop("Contribution no longer featured"), comment, by=by)


def _featured(article_id):
    return Comment.objects.filter(article=article_id, featured_at__isnull=False)


@transaction.atomic
def take(comment, *, by):
    """Assigns it to the moderator, so that the other one leaves it. Of one that is deleted nothing is left to do."""
    refuse_others(by)
    if Comment.objects.filter(pk=comment.pk, state=State.DELETED).exists():
        raise ModerationError(_("The author has deleted this contribution meanwhile."))
    if not Comment.objects.filter(pk=comment.pk, assigned_to=None).update(assigned_to=by):
        holder = Comment.objects.select_related("assigned_to").get(pk=comment.pk).assigned_to
        if holder != by:
            raise ModerationError(_("{name} has taken it already.").format(name=holder or _("Somebody")))
    comment.assigned_to = by
    record(gettext_noop("Contribution taken on"), comment, by=by)


@transaction.atomic
def give_back(comment, *, by):
    """Anybody's: a moderator may be on leave."""
    refuse_others(by)
    if not Comment.objects.filter(pk=comment.pk).exclude(assigned_to=None).update(assigned_to=None):
        raise ModerationError(_("Nobody has taken it."))
    comment.assigned_to = None
    record(gettext_noop("Contribution given back"), comment, by=by)


def refuse_others(by):
    """PermissionDenied for whoever does not moderate."""
    if not is_moderator(by):
        raise PermissionDenied
