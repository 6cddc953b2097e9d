"""The mail about replies and featured contributions: one a day at most, to people who may read what it tells of.

It names who answered and where, and repeats no word of the room: a mail may wait, be passed on, or outlive what it
tells.
"""

import datetime as dt
from typing import NamedTuple

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.addresses import is_proven
from accounts.models import User
from web import tokens

from .models import Contributor, Ignored, Notice
from .paging import address_of
from .rules import can_read

LETTER = "comments/email/digest"
PURPOSE = "contribution-mail"
DAY = dt.timedelta(days=1)
# So that what is written in error can be changed or taken back, and replies that come together are told together.
PATIENCE = dt.timedelta(minutes=15)
# Notices told one by one; of the others how many they are.
MOST_TOLD = 20


class Told(NamedTuple):
    sentence: str
    address: str


def due(at):
    """People of whom a notice waits, the longest wait first, unless they were written to within a day."""
    lately = Q(person__contributor__written_at__gt=at - DAY)
    waiting = Notice.objects.filter(sent_at=None, at__lte=at - PATIENCE).exclude(lately)
    return list(dict.fromkeys(waiting.order_by("at", "pk").values_list("person", flat=True)[:1000]))


def send_due(at=None, limit=100) -> int:
    """Writes the digests that are due and returns how many. Of several processes one writes each."""
    at = at or timezone.now()
    people = User.objects.in_bulk(due(at)[:limit])
    return sum(write(person, at) for person in people.values())


@transaction.atomic
def write(person, at) -> bool:
    """Settles all that waits for the person, and writes a mail if there is something to tell. The row of the
    contributor decides who does it; the mail is a row of the outbox in the same transaction."""
    contributor, _is_new = Contributor.objects.get_or_create(person=person)
    mine = Contributor.objects.filter(pk=contributor.pk).filter(Q(written_at=None) | Q(written_at__lte=at - DAY))
    if not mine.update(written_at=at):
        return False
    waiting = Notice.objects.filter(person=person, sent_at=None)
    notices = list(waiting.select_related("comment__article", "comment__author", "comment__reply_to").order_by("pk"))
    waiting.filter(pk__in=[notice.pk for notice in notices]).update(sent_at=at)
    told = worth_telling(person, notices) if takes_mail(person, contributor) else []
    if not told:
        Contributor.objects.filter(pk=contributor.pk).update(written_at=contributor.written_at)
        return False
    with translation.override(person.language or settings.LANGUAGE_CODE):
        _send(person, told)
    return True


def takes_mail(person, contributor) -> bool:
    return contributor.wants_mail and person.is_active and is_proven(person)


def worth_telling(person, notices) -> list[Notice]:
    """Of contributions that the person can read now, by people whom they do not ignore. Featured ones that no longer
    are are left out."""
    ignored = set(Ignored.objects.filter(person=person).values_list("other", flat=True))
    articles = {notice.comment.article_id: notice.comment.article for notice in notices}
    readable = {key for key, article in articles.items() if can_read(person, article)}
    return [
        notice
        for notice in notices
        if notice.comment.is_visible
        and notice.comment.article_id in readable
        and notice.comment.author_id not in ignored
        and (notice.kind != Notice.Kind.FEATURED or notice.comment.featured_at)
    ]


def unsubscribe_address(person) -> str:
    return settings.SITE_URL + reverse("stop_contribution_mail", args=[tokens.make(PURPOSE, person.pk)])


def _send(person, notices):
    stop = unsubscribe_address(person)
    count = len(notices)
    letter = {
        "subject": _subject(notices),
        "told": [_told(notice) for notice in notices[:MOST_TOLD]],
        "more": max(0, count - MOST_TOLD),
        "wishes": settings.SITE_URL + reverse("contribution_mail"),
        "stop": stop,
    }
    headers = {
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    get_adapter().send_mail(LETTER, person.email, {"user": person, "letter": letter, "headers": headers})


def _subject(notices) -> str:
    replies = sum(notice.kind == Notice.Kind.REPLY for notice in notices)
    if not replies:
        return _("Your contribution is featured")
    return ngettext("%(count)d reply to your contributions", "%(count)d replies to your contributions", replies) % {
        "count": replies
    }


def _told(notice) -> Told:
    comment = notice.comment
    sentence = {
        Notice.Kind.REPLY: _("{name} has answered you under “{headline}”"),
        Notice.Kind.FEATURED: _("The newsroom has featured your contribution to “{headline}”"),
    }[notice.kind]
    words = sentence.format(name=comment.signature, headline=comment.article.headline)
    return Told(" ".join(words.split()), settings.SITE_URL + address_of(comment))
