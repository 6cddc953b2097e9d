"""Writes corrections and says which a page shows. What readers read stays accounted for: each change is in the journal
with the words before, and a mistake is withdrawn with its reason, never deleted."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record
from web.typography import french, one_line

from . import rights
from .dates import date_words
from .models import Correction
from .workflow import was_seen


class CorrectionError(Exception):
    """Says in words what stands in the way; its text may be shown."""


class ChangedMeanwhile(IntegrityError):
    """Somebody else changed the row at the same moment. As where a unique constraint decides, the back office then
    shows the form again, and the form says so."""


def title(correction) -> str:
    """« Rectificatif du 27 mai 2026 »."""
    return _("{kind} of {date}").format(kind=correction.get_kind_display(), date=date_words(correction.at))


def tidy(text: str, language: str) -> str:
    """Plain text, a paragraph a line, set as a French newspaper sets it where it is French."""
    lines = [one_line(line) for line in text.splitlines()]
    tidied = "\n".join(line for line in lines if line)
    return french(tidied) if language == "fr" else tidied


def may_be_corrected(article) -> bool:
    """What readers saw at some time; of anything else there is nothing to tell them."""
    return was_seen(article, timezone.now())


@transaction.atomic
def publish(correction: Correction, *, by) -> Correction:
    """Shows a new correction to the readers of its article, from now on."""
    _require(by)
    if not may_be_corrected(correction.article):
        raise CorrectionError(not_seen())
    correction.by, correction.at = by, timezone.now()
    correction.changed_at = correction.at
    correction.save(force_insert=True)
    _record(gettext_noop("Correction published"), correction, by, correction.text)
    return correction


@transaction.atomic
def reword(correction: Correction, *, seen, by):
    """Saves another kind or wording of one that is shown; ``seen`` is its ``changed_at`` as the person knew it."""
    _require(by)
    former = Correction.objects.get(pk=correction.pk)
    now = timezone.now()
    changed = Correction.objects.filter(pk=correction.pk, withdrawn_at=None, changed_at=seen).update(
        kind=correction.kind, text=correction.text, changed_at=now
    )
    if not changed:
        raise ChangedMeanwhile
    correction.changed_at = now
    before = f"{former.get_kind_display()}: {former.text}"
    _record(gettext_noop("Correction reworded"), correction, by, f"{before}\n→ {correction.text}")


@transaction.atomic
def withdraw(correction: Correction, *, why: str, by):
    """Takes a correction that was a mistake off the pages."""
    _require(by)
    why = one_line(why)
    if not why:
        raise CorrectionError(why_withdrawn())
    now = timezone.now()
    changed = Correction.objects.filter(pk=correction.pk, withdrawn_at=None).update(
        withdrawn_at=now, withdrawal=why, changed_at=now
    )
    if not changed:
        raise ChangedMeanwhile
    _record(gettext_noop("Correction withdrawn"), correction, by, f"{correction.text}\n→ {why}")


def not_seen() -> str:
    return _("Readers never saw this article: change its text, there is nothing to correct in public.")


def why_withdrawn() -> str:
    return _("Say why this correction is withdrawn: the journal keeps it.")


def _require(by):
    if not rights.may_publish(by):
        raise PermissionDenied


def _record(action, correction, by, detail):
    record(action, correction.article, by=by, detail=detail)
