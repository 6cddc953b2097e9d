"""Who has an article in hand, until when, how urgent it is, and which flags stand on it: the desk's own, which readers
never see and no revision holds. Each change is written in the journal.
"""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record

from . import desk_mail, rights
from .colleagues import name_of
from .dates import local
from .models import Article, Flag, RaisedFlag

# What the journal calls each priority, read in the reader's language.
PRIORITIES_SET = {
    Article.Priority.NORMAL: gettext_noop("Priority set to normal"),
    Article.Priority.HIGH: gettext_noop("Priority set to high"),
    Article.Priority.URGENT: gettext_noop("Priority set to urgent"),
}


class FollowingError(Exception):
    """Its text may be shown."""


@transaction.atomic
def assign(articles, to, *, by) -> list:
    """Gives the articles to somebody, or to nobody (None), and returns those that were not theirs before. One mail
    tells them of all, unless they did it themselves. Whoever has an article only because it is assigned to them would
    lose it, and the text that they have open: others hand it on."""
    if any(not may_hand_on(by, article) for article in articles if to != by):
        raise FollowingError(
            _("You have this article only while it is assigned to you: an editor gives it to others.")
        )
    changed = [article for article in articles if _change(article, "assignee", to, by=by)]
    for article in changed:
        action = gettext_noop("Assigned") if to else gettext_noop("No longer assigned")
        record(action, article, by=by, detail=name_of(to) if to else "")
    if to and to != by and changed:
        desk_mail.tell_assigned(to, changed, by=by)
    return changed


def may_hand_on(user, article) -> bool:
    if article.assignee_id != user.pk or user.has_perm("articles.change_any_article"):
        return True
    return Article.objects.written_by(user).filter(pk=article.pk).exists()


@transaction.atomic
def set_due(article, due_at, *, by):
    """``due_at`` is when the text must be there; None for no such time."""
    if _change(article, "due_at", due_at, by=by):
        record(
            gettext_noop("Due time set"), article, by=by, detail=f"{local(due_at):%Y-%m-%d %H:%M}" if due_at else ""
        )


@transaction.atomic
def set_priority(article, priority, *, by):
    if _change(article, "priority", priority, by=by):
        record(PRIORITIES_SET[priority], article, by=by)


@transaction.atomic
def raise_flag(article, flag: Flag, *, by, note="") -> bool:
    """Returns whether the flag was not there yet."""
    if not rights.may_edit(by, article):
        raise PermissionDenied
    about = {"by": by, "note": note.strip()[:250]}
    _raised, is_new = RaisedFlag.objects.get_or_create(article=article, flag=flag, defaults=about)
    if is_new:
        record(gettext_noop("Flag raised"), article, by=by, detail=flag.name)
    return is_new


@transaction.atomic
def clear_flag(article, flag: Flag, *, by) -> bool:
    """Returns whether the flag was there."""
    if not rights.may_clear(by, article, flag):
        raise PermissionDenied
    cleared, _rows = RaisedFlag.objects.filter(article=article, flag=flag).delete()
    if cleared:
        record(gettext_noop("Flag cleared"), article, by=by, detail=flag.name)
    return bool(cleared)


def _change(article, column, value, *, by) -> bool:
    """Whether the row was changed: of the same choice made twice, the second is none."""
    if not rights.may_edit(by, article):
        raise PermissionDenied
    changed = Article.objects.filter(pk=article.pk).exclude(**{column: value}).update(**{column: value})
    setattr(article, column, value)
    return bool(changed)
