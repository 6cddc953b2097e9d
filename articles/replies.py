"""Keeps the register of rights of reply: receives requests, sets their end, ties answers to them, refuses.

A request counts as answered while its answer is online, which the door says; nothing here notes it.
"""

import html

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record
from web.html import clean
from web.typography import french, one_line

from . import rights, working_copy
from .corrections import ChangedMeanwhile
from .models import Article, ReplyRequest
from .reply_deadlines import deadline
from .workflow import was_seen


class ReplyError(Exception):
    """Says in words what stands in the way; its text may be shown."""


def may_be_answered(article) -> bool:
    """Only what readers saw can have named anybody."""
    return was_seen(article, timezone.now())


@transaction.atomic
def receive(request: ReplyRequest, *, by):
    """Enters a request into the register."""
    _require(by, "add")
    if not may_be_answered(request.article):
        raise ReplyError(not_seen())
    request.deadline_at = deadline(request.received_at, request.rule)
    request.handled_by = request.handled_by or by
    request.save(force_insert=True)
    _record(gettext_noop("Right of reply received"), request, by, request.text)


@transaction.atomic
def change(request: ReplyRequest, fields, *, seen, by):
    """Saves the named fields of an open request, with its end computed again; ``seen`` is its ``changed_at`` as the
    person knew it."""
    _require(by, "change")
    request.deadline_at = deadline(request.received_at, request.rule)
    request.changed_at = timezone.now()
    columns = {name: getattr(request, name) for name in (*fields, "deadline_at", "changed_at")}
    if not _open_row(request).filter(changed_at=seen).update(**columns):
        raise ChangedMeanwhile
    names = ", ".join(str(ReplyRequest._meta.get_field(name).verbose_name) for name in fields)
    _record(gettext_noop("Right of reply corrected"), request, by, names)


@transaction.atomic
def start_answer(request: ReplyRequest, *, by) -> Article:
    """A draft with the text that was asked for, tied to the request as its answer."""
    _require(by, "change")
    if not rights.may_write(by):
        raise PermissionDenied
    article, _revision = working_copy.start(_answer_content(request), by=by)
    _tie(request, article)
    _record(gettext_noop("Answer to a right of reply begun"), request, by)
    return article


@transaction.atomic
def link(request: ReplyRequest, article: Article, *, by):
    """Ties an article that is there already to the request as its answer."""
    _require(by, "change")
    if article == request.article:
        raise ReplyError(not_itself())
    try:
        with transaction.atomic():
            _tie(request, article)
    except IntegrityError:
        raise ReplyError(_("This article answers another request already: choose another one.")) from None
    _record(gettext_noop("Answer to a right of reply linked"), request, by, str(article))


@transaction.atomic
def unlink(request: ReplyRequest, *, by):
    """Unties the answer; the article stays as it is, and the request is open again."""
    _require(by, "change")
    answer = request.answer
    changed = ReplyRequest.objects.filter(pk=request.pk, answer=answer).exclude(answer=None)
    if not changed.update(answer=None, changed_at=timezone.now()):
        raise ReplyError(changed_meanwhile())
    request.answer = None
    _record(gettext_noop("Answer to a right of reply unlinked"), request, by, str(answer))


@transaction.atomic
def refuse(request: ReplyRequest, *, why: str, by):
    """Closes a request without an answer. A draft that was begun as one is untied; it stays among the drafts."""
    _require(by, "change")
    if not why.strip():
        raise ReplyError(why_refused())
    now = timezone.now()
    rows = _open_row(request).exclude(answer__status=Article.Status.APPROVED)
    changed = rows.update(refused_at=now, refused_by=by, refusal=why.strip(), answer=None, changed_at=now)
    if not changed:
        raise ReplyError(_("Its answer is published or scheduled, or somebody closed the request: look at it again."))
    _record(gettext_noop("Right of reply refused"), request, by, why)


@transaction.atomic
def reopen(request: ReplyRequest, *, by):
    """Takes a refusal back; the reason stays in the journal, and in the form for the next time."""
    _require(by, "change")
    rows = ReplyRequest.objects.filter(pk=request.pk, refused_at__isnull=False)
    if not rows.update(refused_at=None, refused_by=None, changed_at=timezone.now()):
        raise ReplyError(changed_meanwhile())
    _record(gettext_noop("Right of reply opened again"), request, by)


def compute_again(rule) -> int:
    """After a change of the rule: the new ends of its open requests. How many there are."""
    requests = list(ReplyRequest.objects.open().filter(rule=rule))
    for request in requests:
        request.deadline_at = deadline(request.received_at, rule)
    ReplyRequest.objects.bulk_update(requests, ["deadline_at"])
    return len(requests)


def not_seen() -> str:
    return _("Readers never saw this article, so nobody can have been named in it: choose another one.")


def not_itself() -> str:
    return _("An article does not answer itself: choose the one that holds the answer.")


def why_refused() -> str:
    return _("Say why the request is refused: the law asks for reasons, and the register keeps them.")


def changed_meanwhile() -> str:
    return _("Somebody changed this request meanwhile: look at it again, then decide.")


def _open_row(request):
    return ReplyRequest.objects.open().filter(pk=request.pk)


def _tie(request, article):
    rows = ReplyRequest.objects.filter(pk=request.pk, answer=None, refused_at=None)
    if not rows.update(answer=article, changed_at=timezone.now()):
        raise ReplyError(changed_meanwhile())
    request.answer = article


def _answer_content(request) -> dict:
    article = request.article
    with translation.override(article.language):
        # Read with the headline, as the colon at its end says.
        kicker = _("Right of reply:")
        headline = one_line(_("{who} answers us").format(who=request.requester))
    text = request.text
    if article.language == "fr":
        kicker, headline, text = french(kicker), french(headline), french(text)
    return working_copy.empty_content() | {
        "kicker": kicker,
        "headline": headline,
        "body": _paragraphs(text),
        "section": article.section_id,
        "language": article.language,
        "comments_open": False,
        "related": [article.pk],
    }


def _paragraphs(text) -> str:
    """An empty line ends a paragraph; every other line break stays one."""
    blocks = [block.strip() for block in "\n".join(text.splitlines()).split("\n\n")]
    lines = ["<br>".join(html.escape(line) for line in block.split("\n")) for block in blocks if block]
    return clean("article", "".join(f"<p>{line}</p>" for line in lines))


def _require(by, verb):
    if not rights.may_keep_register(by, verb):
        raise PermissionDenied


def _record(action, request, by, detail=""):
    """Under the article in question; who asks is named, how to reach them is not."""
    record(action, request.article, by=by, detail=f"{request.requester}\n{detail}")
