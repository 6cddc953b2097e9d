"""Takes what Django notes of the back office's stock forms into the journal, in the same transaction."""

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_noop

from .models import Entry

ACTIONS = {ADDITION: gettext_noop("Added"), CHANGE: gettext_noop("Changed"), DELETION: gettext_noop("Deleted")}


def follow(sender, instance, created, **kwargs):
    """``instance`` is a ``LogEntry``, which names its row by content type and key."""
    if not created:
        return
    kind = instance.content_type
    Entry.objects.create(
        at=instance.action_time,
        by_key=instance.user_id,
        by_name=_name(instance.user_id),
        action=ACTIONS[instance.action_flag],
        kind=f"{kind.app_label}.{kind.model}" if kind else "",
        key=str(instance.object_id or "")[:64],
        label=instance.object_repr[:250],
        detail="" if instance.is_addition() else instance.change_message,
    )


def detail_in_words(entry) -> str:
    """What was changed, in the reader's language: Django keeps the names of fields and translates them when read."""
    if entry.action not in ACTIONS.values():
        return entry.detail
    return LogEntry(change_message=entry.detail).get_change_message()


def _name(key) -> str:
    return str(get_user_model().objects.filter(pk=key).first() or "")[:254]
