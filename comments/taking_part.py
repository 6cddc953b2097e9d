"""What people of the room do with the contributions of others: appreciate, report, and not read any more.

Who may do so is asked by the callers (``comments.rules``); nobody does it with their own.
"""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F

from .models import Appreciation, Comment, Ignored, Report


@transaction.atomic
def appreciate(comment, *, by):
    """Counts once, however often it is asked."""
    _another(comment, by)
    if _made(Appreciation, comment=comment, person=by):
        Comment.objects.filter(pk=comment.pk).update(appreciations=F("appreciations") + 1)


@transaction.atomic
def take_back(comment, *, by):
    """Takes the appreciation back where there is one."""
    deleted, _rows = Appreciation.objects.filter(comment=comment, person=by).delete()
    if deleted:
        left = Comment.objects.filter(pk=comment.pk, appreciations__gt=0)
        left.update(appreciations=F("appreciations") - 1)


def report(comment, *, by, reason, words="") -> bool:
    """Tells the moderators; False where the person did so before, which stands as it was."""
    _another(comment, by)
    return _made(Report, comment=comment, person=by, reason=reason, words=words)


def ignore(person, *, by):
    """``by`` does not want to read the person any more."""
    if person.pk == by.pk:
        raise PermissionDenied
    _made(Ignored, person=by, other=person)


def stop_ignoring(person, *, by):
    Ignored.objects.filter(person=by, other=person).delete()


def _another(comment, by):
    if comment.author_id == by.pk:
        raise PermissionDenied


def _made(model, **fields) -> bool:
    """Whether the row is new: its unique constraint decides between requests that arrive together."""
    try:
        with transaction.atomic():
            model.objects.create(**fields)
    except IntegrityError:
        return False
    return True
