"""What moderators do with a contribution. Each step is written in the history of the back office."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from .models import Comment
from .rules import is_moderator


def hide(comment, *, by) -> bool:
    """Takes the contribution out of the room; False when it was hidden already. PermissionDenied for others."""
    return _move(comment, Comment.State.VISIBLE, Comment.State.HIDDEN, by, gettext("Hidden."))


def show(comment, *, by) -> bool:
    """Puts it back; False when it was visible already. PermissionDenied for others."""
    return _move(comment, Comment.State.HIDDEN, Comment.State.VISIBLE, by, gettext("Shown again."))


@transaction.atomic
def _move(comment, before, after, by, note):
    if not is_moderator(by):
        raise PermissionDenied
    if not Comment.objects.filter(pk=comment.pk, state=before).update(state=after):
        return False
    comment.state = after
    LogEntry.objects.log_actions(by.pk, [comment], CHANGE, note, single_object=True)
    return True
