"""On the first page: notes in which the person is mentioned and which they have not marked as read."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.colleagues import name_of
from articles.dates import near_words
from articles.models import Article, Mention

SHOWN = 8
LOOKED_AT = 50
LONGEST = 160


@dataclass
class Mentioned:
    """The newest note of one article."""

    article: Article
    url: str
    read_url: str
    words: str
    text: str


def mentioned(user) -> list[Mentioned]:
    """One an article, newest first; one query."""
    rows = Mention.objects.unread_by(user).select_related("note__article", "note__author").order_by("-pk")
    newest = {}
    for row in rows[:LOOKED_AT]:
        newest.setdefault(row.note.article_id, row.note)
    return [_mentioned(note) for note in list(newest.values())[:SHOWN]]


def _mentioned(note):
    who = name_of(note.author) if note.author else "—"
    return Mentioned(
        note.article,
        reverse("admin:articles_article_change", args=[note.article_id], fragment="notes"),
        reverse("admin:articles_article_read_mentions", args=[note.article_id]),
        _("{who}, {when}").format(who=who, when=near_words(note.at)),
        Truncator(note.text).chars(LONGEST),
    )
