"""Who is in an article: one form holds it and writes, the others read until they take over.

A form says every few seconds that it is open. The database decides between two that want to hold an article at once;
one that stays silent for a minute loses it to the next that asks.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from .models import Presence

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class OpenForm:
    """A form that was opened: its key, and the instant of the autosave that it shows or has written (``autosaves``).
    None for what a form without scripts does not have."""

    key: uuid.UUID | None = None
    known: dt.datetime | None = None


class Held(Exception):
    """Another form holds the article; ``holder`` is its presence."""

    def __init__(self, holder: Presence):
        super().__init__(holder)
        self.holder = holder


def holder(article) -> Presence | None:
    """The form that may write now, with its person; None when nobody is there."""
    return Presence.objects.writing().select_related("user").filter(article=article).first()


def come(article, *, by, key, replaces=(), returns=False) -> Presence:
    """The form is open, and holds the article where nobody else does. ``replaces`` are the keys of forms of the same
    person whose place this one takes: their pages are known to be gone. ``returns`` says that the browser has brought
    the page back after it was left.

    Nothing changes of a form that was left or saved meanwhile. PermissionDenied for the key of another person."""
    now = timezone.now()
    with transaction.atomic():
        mine = _seen(article, by, key, now, left_at=None) if returns else _seen(article, by, key, now)
        if mine.saved_at or mine.left_at or mine.held_at:
            return mine
        for old in filter(None, replaces):
            _open(article, by, old).update(left_at=now, held_at=None)
        held = Presence.objects.filter(article=article, held_at__isnull=False)
        held.exclude(pk__in=Presence.objects.here(now).values("pk")).update(held_at=None)
        if not held.exists():
            _hold(mine, now)
        return mine


def take_over(article, *, by, key) -> Presence:
    """The form holds the article from now on, whoever held it; of two that take over at once the database lets one."""
    now = timezone.now()
    with transaction.atomic():
        mine = _seen(article, by, key, now, left_at=None)
        if not (mine.saved_at or mine.held_at):
            Presence.objects.filter(article=article, held_at__isnull=False).update(held_at=None)
            _hold(mine, now)
        return mine


def leave(article, *, by, key):
    """The form was closed; its row says so even where its coming is heard of later. PermissionDenied for the key of
    another person."""
    now = timezone.now()
    _seen(article, by, key, now)
    _open(article, by, key).update(left_at=now, held_at=None)


def _open(article, by, key):
    return Presence.objects.filter(article=article, user=by, key=key, left_at=None)


def require(article, key):
    """Raises ``Held`` when another form than that of the key holds the article. A form without a key, as one without
    scripts, is held back by its base alone."""
    current = holder(article) if key else None
    if current and current.key != key:
        raise Held(current)


def note_saved(article, *, by, key):
    """The text of the form is in the article: the form is gone, and holds nothing."""
    if not key:
        return
    now = timezone.now()
    mine = _seen(article, by, key, now)
    Presence.objects.filter(pk=mine.pk).update(saved_at=now, held_at=None)


def seen_by(article, person) -> tuple[Presence | None, list[str]]:
    """Who may write now, and the keys of the person's forms whose text the article has, so that no browser offers it
    again; in one query."""
    saved = Q(user=person, saved_at__isnull=False)
    writing = Q(pk__in=Presence.objects.writing().values("pk"))
    rows = list(Presence.objects.filter(saved | writing, article=article).select_related("user"))
    current = next((row for row in rows if row.held_at), None)
    return current, [str(row.key) for row in rows if row.saved_at]


def _seen(article, by, key, now, **changes) -> Presence:
    """The form's row, now; made when it is the first that is heard of it."""
    own = Presence.objects.filter(key=key, article=article, user=by)
    if not own.update(seen_at=now, **changes):
        Presence.objects.filter(seen_at__lt=now - A_DAY).delete()
        try:
            with transaction.atomic():
                return Presence.objects.create(key=key, article=article, user=by, opened_at=now, seen_at=now)
        except IntegrityError:
            # Two requests of one form at once, or a key that is not theirs.
            if not own.update(seen_at=now, **changes):
                raise PermissionDenied from None
    return own.get()


def _hold(mine, now):
    try:
        with transaction.atomic():
            Presence.objects.filter(pk=mine.pk).update(held_at=now)
        mine.held_at = now
    except IntegrityError:
        mine.held_at = None
