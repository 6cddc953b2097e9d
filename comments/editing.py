"""What authors do with their own words: change them for five minutes, take them out."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .holding import look
from .models import Comment, Edit
from .room_rules import rules_for
from .states import move

EDITABLE_FOR = dt.timedelta(minutes=5)
# What was taken out by a moderator stays as it is.
OWN_TO_CHANGE = (Comment.State.VISIBLE, Comment.State.HELD)


def may_still_edit(comment, *, at=None) -> bool:
    return comment.posted_at + EDITABLE_FOR > (at or timezone.now())


def edit(comment, *, by, text):
    """Puts other words in the place of the author's, and keeps those before for the moderators. The new ones are held
    for what holds a new contribution; what waits already goes on waiting. ValidationError where it is too late, or for
    a banned word; PermissionDenied for others."""
    _own(comment, by)
    if not may_still_edit(comment):
        raise late()
    if text == comment.text:
        return
    held = look(article=comment.article, author=by, text=text, rules=rules_for(comment.article), comment=comment)
    with transaction.atomic():
        row = Comment.objects.select_for_update().get(pk=comment.pk)
        before = row.text
        if not move(row, row.state, **_changes(row, held), text=text, edited_at=timezone.now()):
            raise gone()
        Edit.objects.create(comment=row, text=before)


def _changes(row, held) -> dict:
    """The state after the change; ValidationError where the moderators, or the author, took the contribution out."""
    if row.state not in OWN_TO_CHANGE:
        raise gone()
    if not held.cause:
        return {"to": row.state}
    return {"to": Comment.State.HELD, "held_for": held.cause, "held_word": held.word}


def delete(comment, *, by) -> bool:
    """Takes the author's contribution out of the room; False when it was out already. PermissionDenied for others."""
    _own(comment, by)
    return move(comment, *OWN_TO_CHANGE, to=Comment.State.DELETED)


def late() -> ValidationError:
    return ValidationError(_("A contribution can be changed for five minutes: they are over."), code="late")


def gone() -> ValidationError:
    return ValidationError(_("This contribution is no longer in the room, so it cannot be changed."), code="gone")


def _own(comment, by):
    if comment.author_id != by.pk:
        raise PermissionDenied
