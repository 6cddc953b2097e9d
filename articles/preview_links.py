"""Links to share a preview: made, revoked, opened, and what their guests leave. Whoever holds one needs no account."""

import datetime as dt
import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from journal.recording import record
from web import tokens

from . import rights
from .models import Article, Note, PreviewLink, PreviewOpening, PreviewRemark

PURPOSE = "preview"
# Hours that a link lives.
LIFETIMES = {
    1: gettext_lazy("1 hour"),
    24: gettext_lazy("24 hours"),
    72: gettext_lazy("3 days"),
    168: gettext_lazy("7 days"),
}
USUAL_LIFETIME = 24
MOST_REMARKS = 20


class PreviewError(Exception):
    """What stands in the way, in words that may be shown."""


@transaction.atomic
def make(article: Article, *, by, hours: int = USUAL_LIFETIME, label: str = "") -> PreviewLink:
    if not rights.may_edit(by, article):
        raise PermissionDenied
    now = timezone.now()
    end = now + dt.timedelta(hours=hours)
    link = PreviewLink.objects.create(article=article, created_by=by, created_at=now, expires_at=end, label=label)
    record(gettext_noop("Preview link made"), article, by=by, detail=label)
    return link


@transaction.atomic
def revoke(link: PreviewLink, *, by) -> None:
    """At once and for good; a link that is revoked already stays as it is."""
    if not rights.may_revoke(by, link):
        raise PermissionDenied
    revoked = PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now(), revoked_by=by)
    if revoked:
        record(gettext_noop("Preview link revoked"), link.article, by=by, detail=link.label)


def token_of(link: PreviewLink) -> str:
    return tokens.make(PURPOSE, [link.pk, link.nonce])


def address_of(link: PreviewLink) -> str:
    """The absolute address, to be sent to somebody."""
    return settings.SITE_URL + reverse("shared_preview", args=[token_of(link)])


def find(token: str) -> PreviewLink | None:
    """The link of the token. A forged one and one whose link is gone take the same time: both ask the database."""
    try:
        key, nonce = tokens.read(PURPOSE, token)
    except tokens.BadToken:
        key, nonce = 0, ""
    return PreviewLink.objects.filter(pk=key, nonce=nonce).select_related("article", "created_by").first()


def serves(link: PreviewLink) -> bool:
    """Whether the link opens now: it has not ended, and its maker still may show the article."""
    has_ended = link.revoked_at is not None or link.expires_at <= timezone.now()
    return not has_ended and link.created_by is not None and rights.may_see(link.created_by, link.article)


def note_opening(link: PreviewLink) -> None:
    PreviewOpening.objects.create(link=link)


def leave_remark(link: PreviewLink, *, guest: str, text: str, kind: str, key: uuid.UUID) -> Note:
    """The guest's note, or the one that the same form left before with the same words: the unique key decides between
    requests that arrive together."""
    key = uuid.uuid5(key, "\n".join([kind, guest, text]))
    known = link.remarks.filter(key=key).select_related("note")
    try:
        with transaction.atomic():
            if twin := known.first():
                return twin.note
            if link.remarks.count() >= MOST_REMARKS:
                sentence = _("This link has brought {number} remarks, which is the most. Ask for a new link.")
                raise PreviewError(sentence.format(number=MOST_REMARKS))
            note = Note.objects.create(article=link.article, kind=kind, guest=guest, text=text)
            PreviewRemark.objects.create(link=link, note=note, key=key)
            return note
    except IntegrityError:
        return known.get().note
