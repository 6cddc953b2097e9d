"""The only writer of an article's status, instants and public content.

Every verb takes the person by keyword, checks their right and moves the row by a conditional update; each step is
recorded in the same transaction. ``WorkflowError`` says in words what stands in the way; its text may be shown.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import public_rows, rights, search_index, working_copy
from .models import Article, Revision, Step
from .substance import has_changed_in_substance

Status = Article.Status


def changed_meanwhile() -> str:
    return _("The article’s state has changed meanwhile. Look at it again, then decide.")


class WorkflowError(Exception):
    """``problems`` maps the name of a form field (None for the whole) to a sentence."""

    def __init__(self, problems: dict | str):
        self.problems = problems if isinstance(problems, dict) else {None: problems}
        super().__init__(" ".join(str(text) for text in self.problems.values()))


@dataclass(frozen=True)
class Instants:
    """The instants of an article, aware; None where there is none."""

    published_at: datetime | None = None
    embargo_until: datetime | None = None
    unpublish_at: datetime | None = None
    breaking_until: datetime | None = None

    @classmethod
    def of(cls, article):
        return cls(article.published_at, article.embargo_until, article.unpublish_at, article.breaking_until)

    def problems(self) -> dict:
        live_at = max(filter(None, [self.published_at, self.embargo_until]), default=None)
        if self.unpublish_at and live_at and self.unpublish_at <= live_at:
            return {"unpublish_at": _("The withdrawal must come after the publication.")}
        if self.unpublish_at and not self.published_at:
            return {"published_at": _("A withdrawal needs a date of publication.")}
        return {}

    def columns(self) -> dict:
        return {**asdict(self), "published_on": public_rows.day_of(self.published_at)}


def plan(article, instants: Instants, *, by):
    """Notes the intended instants of an article that is not approved. Nothing appears because of them, so no step is
    recorded."""
    _require(rights.may_publish(by))
    _refuse(instants.problems())
    changed = Article.objects.filter(pk=article.pk, status__in=[Status.DRAFT, Status.TO_REVIEW]).update(
        **instants.columns()
    )
    if not changed:
        sentence = _("The dates of this article change only with “Schedule” or “Publish”; they are as they were.")
        raise WorkflowError({"published_at": sentence})


@transaction.atomic
def submit(article, revision: Revision, *, by, note=""):
    """Hands a draft to the desk."""
    _require(rights.may_edit(by, article))
    _refuse(missing(working_copy.read(revision)))
    _move(article, to=Status.TO_REVIEW, out_of=[Status.DRAFT])
    _record(article, Step.Kind.SUBMITTED, by, revision, note)


@transaction.atomic
def send_back(article, revision: Revision, *, by, note):
    """Gives an article back to its writer, with a note that says why."""
    _require(rights.may_publish(by))
    if not note.strip():
        raise WorkflowError({"note": _("Write a note: the writer must know what is missing.")})
    _move(article, to=Status.DRAFT, out_of=[Status.TO_REVIEW])
    _record(article, Step.Kind.SENT_BACK, by, revision, note)


def approve(article, revision: Revision, instants: Instants, *, by, note=""):
    """Approves the revision for the instants: in the future it is scheduled, in the past it is live at once under
    that date. Also moves the dates of an article that is scheduled or live.

    ``article`` is as the person saw it: what changed state since is refused, here and in ``publish``."""
    _require(rights.may_publish(by))
    if instants.published_at is None:
        raise WorkflowError({"published_at": _("Choose the date and hour of publication.")})
    return _go_public(article, revision, lambda row, now: instants, by=by, note=note)


def publish(article, revision: Revision, instants: Instants, *, by, note=""):
    """Publishes the revision now. What readers could already see keeps its date of first publication, or takes the
    one in ``instants``, which cannot lie in the future."""
    _require(rights.may_publish(by))

    def at_once(row, now):
        first = (instants.published_at or row.published_at) if was_seen(row, now) else now.replace(microsecond=0)
        return replace(instants, published_at=first)

    return _go_public(article, revision, at_once, by=by, note=note)


@transaction.atomic
def withdraw(article, *, by, note=""):
    """Takes a live article off the site (its address answers « gone »); cancels the publication of one that is not
    live yet, which becomes a draft again."""
    _require(rights.may_publish(by))
    now = timezone.now()
    row = Article.objects.select_for_update().get(pk=article.pk)
    seen = was_seen(row, now)
    _move(article, to=Status.WITHDRAWN if seen else Status.DRAFT, out_of=[Status.APPROVED])
    public_rows.stamp(row, None)
    kind = Step.Kind.WITHDRAWN if seen else Step.Kind.UNSCHEDULED
    _record(article, kind, by, None, note)
    article.refresh_from_db()


def missing(content: dict) -> dict:
    """What a text lacks before it may go to the desk or to readers: {form field: sentence}."""
    problems = {}
    if not content["headline"].strip():
        problems["headline"] = _("An article needs a headline.")
    if not content["body"].strip():
        problems["body"] = _("The text is empty: write it, or save the article as a draft.")
    return problems


def _go_public(article, revision, instants_of, *, by, note):
    now = timezone.now()
    content, vanished = public_rows.existing(working_copy.read(revision))
    _refuse(missing(content) | vanished)
    is_other_text = not content["minor"] and has_changed_in_substance(working_copy.content_of(article), content)
    words = search_index.public_words(content)
    try:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            instants = instants_of(row, now)
            _refuse(_out_of_date(row, article, revision) | instants.problems() | _would_hide(row, instants, now))
            kind = _kind(row, revision, instants, now)
            columns = public_rows.columns(row, content, instants.published_at) | instants.columns()
            _refuse(public_rows.address_taken(row, columns))
            public_rows.keep_former_address(row, columns, seen=was_seen(row, now))
            columns["revised_at"] = now if is_other_text and row.is_published_at(now) else row.revised_at
            _move(row, to=Status.APPROVED, out_of=[article.status], **columns)
            public_rows.write(row, content, instants.published_at)
            search_index.keep(row, public=words)
            Revision.objects.filter(pk=revision.pk).update(applied_at=now)
            _record(row, kind, by, revision, note)
    except IntegrityError as error:
        raise WorkflowError(_collision(error)) from None
    article.refresh_from_db()
    return kind


def _collision(error) -> dict:
    """What another transaction took or removed at the same moment; the database names the columns or the rule."""
    if "slug" in str(error) or "article_address_unique" in str(error):
        return {"slug": _("This address was taken at the same moment: choose another one.")}
    return {None: changed_meanwhile()}


def _out_of_date(row, article, revision) -> dict:
    """A form that was opened before somebody withdrew, published or sent back must not undo that unseen."""
    if row.status != article.status:
        return {None: changed_meanwhile()}
    if row.revisions.filter(pk__gt=revision.pk, applied_at__isnull=False).exists():
        return {None: _("A newer version is online already: reload the page.")}
    return {}


def _would_hide(row, instants, now) -> dict:
    """What stands in the way of instants under which readers would see nothing, or no longer."""
    if instants.unpublish_at and instants.unpublish_at <= now:
        sentence = _("This date of withdrawal has passed: readers would see nothing. Clear or change it.")
        return {"unpublish_at": sentence}
    if not row.is_published_at(now):
        return {}
    sentence = _("This date is still to come: readers would lose the article. Withdraw it first, then schedule it.")
    late = [name for name in ("published_at", "embargo_until") if (getattr(instants, name) or now) > now]
    return dict.fromkeys(late, sentence)


def _kind(row, revision, instants, now):
    """Which step this is; refuses one that would change nothing (a second press of the same button)."""
    applied = Revision.objects.filter(pk=revision.pk, applied_at__isnull=False).exists()
    if row.status == Status.APPROVED and applied and Instants.of(row) == instants:
        raise WorkflowError(_("This version is already the one that readers get."))
    if max(instants.published_at, instants.embargo_until or instants.published_at) > now:
        return Step.Kind.SCHEDULED
    return Step.Kind.UPDATED if row.is_published_at(now) else Step.Kind.PUBLISHED


def was_seen(row, now) -> bool:
    """Whether readers could see the article at some time before now."""
    return (
        row.status in {Status.APPROVED, Status.WITHDRAWN} and row.goes_live_at is not None and row.goes_live_at <= now
    )


def _move(article, *, to, out_of, **columns):
    moved = Article.objects.filter(pk=article.pk, status__in=out_of).update(
        status=to, changed_at=timezone.now(), **columns
    )
    if not moved:
        raise WorkflowError(changed_meanwhile())
    article.status = to


def _record(article, kind, by, revision, note):
    Step.objects.create(article=article, kind=kind, by=by, revision=revision, note=note.strip())


def _require(allowed):
    if not allowed:
        raise PermissionDenied


def _refuse(problems):
    if problems:
        raise WorkflowError(problems)
