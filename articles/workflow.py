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
from django.utils.translation import gettext_noop

from journal.recording import record

from . import checklist, offers, public_rows, rights, search_index, working_copy
from .checklist import missing
from .dates import instant_words
from .models import Article, Revision, Step
from .substance import has_changed_in_substance

Status = Article.Status
Kind = Step.Kind

# Of each step, what the journal calls it.
ACTIONS = {
    Kind.SUBMITTED: gettext_noop("Handed an article in for review"),
    Kind.SENT_BACK: gettext_noop("Sent an article back"),
    Kind.SCHEDULED: gettext_noop("Scheduled an article"),
    Kind.PUBLISHED: gettext_noop("Published an article"),
    Kind.UPDATED: gettext_noop("Published changes of an article"),
    Kind.UNSCHEDULED: gettext_noop("Cancelled the publication of an article"),
    Kind.WITHDRAWN: gettext_noop("Withdrew an article"),
    Kind.CHANGES_SCHEDULED: gettext_noop("Scheduled changes of an article"),
    Kind.CHANGES_CANCELLED: gettext_noop("Cancelled scheduled changes of an article"),
}
# What a publication of the newest version, its schedule or a withdrawal ends: whoever had the article in hand has done
# it. Of an older version it ends nothing: what was saved since is still in somebody's hands, or waits for its review.
NOTHING_WAITS = {
    "changes_to_review": False,
    "assignee": None,
    "due_at": None,
    "priority": Article.Priority.NORMAL.value,
}


def changed_meanwhile() -> str:
    return _("The article’s state has changed meanwhile. Look at it again, then decide.")


def dates_are_kept() -> str:
    return _("The dates of this article change only with “Schedule” or “Publish”; they are as they were.")


def hour_has_passed() -> str:
    return _("This hour has passed: choose a later one.")


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

    @property
    def goes_live_at(self) -> datetime | None:
        """From when readers see the article: the later of publication and embargo."""
        return max(filter(None, [self.published_at, self.embargo_until]), default=None)

    def problems(self) -> dict:
        if self.unpublish_at and self.goes_live_at and self.unpublish_at <= self.goes_live_at:
            return {"unpublish_at": _("The withdrawal must come after the publication.")}
        if self.unpublish_at and not self.published_at:
            return {"published_at": _("A withdrawal needs a date of publication.")}
        return {}

    def columns(self) -> dict:
        return {**asdict(self), "published_on": public_rows.day_of(self.published_at)}


def plan(article, instants: Instants, *, by):
    """Notes the intended instants of an article that is not approved, on top of those that the person was shown.
    Nothing appears because of them, so no step is recorded."""
    _require(rights.may_publish(by))
    _refuse(instants.problems())
    unapproved = Article.objects.filter(pk=article.pk, status__in=[Status.DRAFT, Status.TO_REVIEW])
    if unapproved.filter(**asdict(Instants.of(article))).update(**instants.columns()):
        return
    if unapproved.exists():
        raise WorkflowError(changed_meanwhile())
    raise WorkflowError({"published_at": dates_are_kept()})


@transaction.atomic
def submit(article, revision: Revision, *, by, note=""):
    """Hands a draft to the desk; of what is approved, the changes: it stays as it is for readers."""
    _require(rights.may_edit(by, article))
    _refuse(missing(working_copy.read(revision)))
    if article.status == Status.APPROVED:
        _submit_changes(article, revision)
    else:
        _move(article, to=Status.TO_REVIEW, out_of=[Status.DRAFT])
    _record(article, Step.Kind.SUBMITTED, by, revision, note)


def _submit_changes(article, revision):
    Article.objects.select_for_update().get(pk=article.pk)
    if Revision.objects.filter(pk=revision.pk, applied_at__isnull=False).exists():
        raise WorkflowError(_("Nothing to review: this version is already the one that readers get."))
    _change_review(article, to=True)


@transaction.atomic
def send_back(article, revision: Revision, *, by, note):
    """Gives an article, or the changes to one that is approved, back to the writer, with a note that says why."""
    _require(rights.may_publish(by))
    if not note.strip():
        raise WorkflowError({"note": _("Write a note: the writer must know what is missing.")})
    if article.status == Status.APPROVED:
        _change_review(article, to=False)
    else:
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
    waits = NOTHING_WAITS if seen else {"changes_to_review": False}
    _move(article, to=Status.WITHDRAWN if seen else Status.DRAFT, out_of=[Status.APPROVED], **waits)
    public_rows.stamp(row, None)
    offers.revoke_all(row)
    kind = Step.Kind.WITHDRAWN if seen else Step.Kind.UNSCHEDULED
    _record(article, kind, by, None, note)
    _drop_changes(article, article.revisions.scheduled(), by, _("The article was withdrawn."))
    article.refresh_from_db()


def reschedule(article, instants: Instants, *, by):
    """Moves the dates of an approved article that readers have not seen yet; its text stays as it was approved.

    ``article`` is as the person saw it: dates that a colleague moved since are refused."""
    _require(rights.may_publish(by))
    now = timezone.now()
    _refuse(instants.problems() | _not_ahead("published_at", instants.published_at and instants.goes_live_at, now))
    try:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            if row.status != Status.APPROVED or was_seen(row, now) or Instants.of(row) != Instants.of(article):
                raise WorkflowError(changed_meanwhile())
            approved = row.revisions.filter(applied_at__isnull=False).first()
            content = working_copy.read(approved) if approved else working_copy.content_of(row)
            columns = {"slug": public_rows.columns(row, content, instants.published_at)["slug"], **instants.columns()}
            _refuse(public_rows.address_taken(row, columns))
            _move(row, to=Status.APPROVED, out_of=[Status.APPROVED], **columns)
            public_rows.stamp(row, instants.published_at)
            _record(row, Kind.SCHEDULED, by, approved, "", sets_at=instants.goes_live_at)
    except IntegrityError as error:
        raise WorkflowError(_collision(error)) from None
    article.refresh_from_db()


def schedule_changes(article, revision: Revision, at, *, by, note=""):
    """Has the revision replace, at the instant, what readers get of a live article; it takes the place of another
    version that waits. ``due_changes`` applies it.

    Refuses what publishing would refuse. ``article`` and ``revision`` are as the person saw them."""
    _require(rights.may_publish(by))
    now = timezone.now()
    _refuse(_not_ahead("changes_at", at, now))
    content, vanished = public_rows.existing(working_copy.read(revision))
    _refuse(checklist.blocking(article, content, at=at) | missing(content) | vanished)
    try:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            _refuse(_out_of_date(row, article, revision) | _not_live(row, now, at))
            columns = public_rows.columns(row, content, row.published_at) | Instants.of(row).columns()
            _refuse(public_rows.address_taken(row, columns))
            _refuse_no_change(row, revision, at)
            _unschedule(row.revisions.scheduled().exclude(pk=revision.pk))
            as_seen = Revision.objects.filter(pk=revision.pk, applied_at=None, go_live_at=revision.go_live_at)
            if not as_seen.update(go_live_at=at, retry_at=None, tries=0, problem=""):
                raise WorkflowError(changed_meanwhile())
            if _is_newest(row, revision):
                Article.objects.filter(pk=row.pk).update(**NOTHING_WAITS)
            _record(row, Kind.CHANGES_SCHEDULED, by, revision, note, sets_at=at)
    except IntegrityError as error:
        raise WorkflowError(_collision(error)) from None
    revision.refresh_from_db()


@transaction.atomic
def cancel_changes(article, *, by, note=""):
    """The version of a live article that waits for its hour stays a working copy."""
    _require(rights.may_publish(by))
    row = Article.objects.select_for_update().get(pk=article.pk)
    if not _drop_changes(row, row.revisions.scheduled(), by, note):
        raise WorkflowError(_("No version waits any more: it is online, or somebody cancelled it."))


def apply_changes(revision: Revision, *, by):
    """Puts a version online whose hour has come, as ``publish`` does for a live article. ``by`` is whoever scheduled
    it, None when the account is gone; their right was checked then. Of several that try, one succeeds."""
    article = Article.objects.get(pk=revision.article_id)
    return _go_public(article, revision, lambda row, now: Instants.of(row), by=by, note="", is_due=True)


def _go_public(article, revision, instants_of, *, by, note, is_due=False):
    now = timezone.now()
    content, vanished = public_rows.existing(working_copy.read(revision))
    _refuse(
        checklist.blocking(article, content, at=instants_of(article, now).goes_live_at) | missing(content) | vanished
    )
    is_other_text = not content["minor"] and has_changed_in_substance(working_copy.content_of(article), content)
    words = search_index.public_words(content)
    try:
        with transaction.atomic():
            row = Article.objects.select_for_update().get(pk=article.pk)
            instants = instants_of(row, now)
            _refuse(_not_live(row, now) if is_due else {})
            _refuse(_out_of_date(row, article, revision) | instants.problems() | _would_hide(row, instants, now))
            kind = _kind(row, revision, instants, now)
            columns = public_rows.columns(row, content, instants.published_at) | instants.columns()
            _refuse(public_rows.address_taken(row, columns))
            public_rows.keep_former_address(row, columns, seen=was_seen(row, now))
            columns["revised_at"] = now if is_other_text and row.is_published_at(now) else row.revised_at
            waits = NOTHING_WAITS if _is_newest(row, revision) else {}
            _move(row, to=Status.APPROVED, out_of=[article.status], **columns, **waits)
            public_rows.write(row, content, instants.published_at)
            search_index.keep(row, public=words)
            _stamp_applied(row, revision, now, is_due=is_due)
            _record(row, kind, by, revision, note, sets_at=instants.goes_live_at if kind == Kind.SCHEDULED else None)
            older = row.revisions.scheduled().filter(pk__lt=revision.pk)
            _drop_changes(row, older, by, _("A newer version was published before its hour."))
    except IntegrityError as error:
        raise WorkflowError(_collision(error)) from None
    article.refresh_from_db()
    return kind


def _stamp_applied(row, revision, now, *, is_due):
    """One that was published by hand before its hour waits no more."""
    stamped = row.revisions.filter(pk=revision.pk)
    if is_due and not stamped.filter(applied_at=None, go_live_at__lte=now).update(applied_at=now, problem=""):
        raise WorkflowError(changed_meanwhile())
    if not is_due:
        stamped.filter(applied_at=None).update(go_live_at=None)
        stamped.update(applied_at=now, retry_at=None, problem="")


def _drop_changes(row, revisions, by, why) -> bool:
    """Takes the hour from what waits among the revisions (one at most), and records it with a sentence."""
    dropped = revisions.first()
    if dropped is None or not _unschedule(revisions):
        return False
    _record(row, Kind.CHANGES_CANCELLED, by, dropped, why, sets_at=dropped.go_live_at)
    return True


def _unschedule(revisions) -> int:
    return revisions.update(go_live_at=None, retry_at=None, tries=0, problem="")


def _not_ahead(field, at, now) -> dict:
    if at is None:
        return {field: _("Choose the date and the hour.")}
    return {field: hour_has_passed()} if at <= now else {}


def _not_live(row, now, at=None) -> dict:
    """What stands in the way of a new version of an article: readers must have it now, and still at the instant."""
    if not row.is_published_at(now):
        return {None: _("Readers do not have this article now: a new version can appear only of one that is online.")}
    if at and row.unpublish_at and row.unpublish_at <= at:
        return {"changes_at": _("The article leaves the site before that hour: choose an earlier one.")}
    return {}


def _refuse_no_change(row, revision, at):
    known = row.revisions.filter(pk=revision.pk)
    if known.filter(applied_at__isnull=False).exists():
        raise WorkflowError(_("This version is already the one that readers get."))
    if known.filter(go_live_at=at).exists():
        raise WorkflowError({"changes_at": _("This version waits for that very hour already.")})


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


def _is_newest(row, revision) -> bool:
    return not row.revisions.filter(pk__gt=revision.pk, is_autosave=False).exists()


def _change_review(article, *, to):
    """Moves the changes of an approved article to the desk, or back."""
    waiting = Article.objects.filter(pk=article.pk, status=Status.APPROVED, changes_to_review=not to)
    if not waiting.update(changes_to_review=to, changed_at=timezone.now()):
        raise WorkflowError(changed_meanwhile())
    article.changes_to_review = to


def _move(article, *, to, out_of, **columns):
    moved = Article.objects.filter(pk=article.pk, status__in=out_of).update(
        status=to, changed_at=timezone.now(), **columns
    )
    if not moved:
        raise WorkflowError(changed_meanwhile())
    article.status = to


def _record(article, kind, by, revision, note, *, sets_at=None):
    """The step, and its one entry in the journal, with the hour that it set in words."""
    note = note.strip()
    Step.objects.create(article=article, kind=kind, by=by, revision=revision, note=note, sets_at=sets_at)
    hour = instant_words(sets_at) if sets_at else ""
    record(ACTIONS[kind], article, by=by, detail=" · ".join(filter(None, [hour, note])))


def _require(allowed):
    if not allowed:
        raise PermissionDenied


def _refuse(problems):
    if problems:
        raise WorkflowError(problems)
