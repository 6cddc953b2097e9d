"""Contributions as a table or as JSON, for the newsroom's own use and for whoever asks what an article's readers said.

A person is their public name: no address, phone or key of an account leaves here.
"""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Comment

# More is a matter for the database's own tools.
LONGEST = 100_000


def rows(comments):
    """A dict a contribution, oldest first; keys in English, the same in every language. ``reply_to`` and ``answers``
    are ids of contributions."""
    found = comments.select_related("article", "author").order_by("posted_at", "pk")[:LONGEST]
    for comment in found.iterator(chunk_size=1000):
        yield {
            "id": comment.pk,
            "article": str(comment.article.headline),
            "url": settings.SITE_URL + comment.article.get_absolute_url() if comment.article.is_published else "",
            "public_name": comment.signature,
            "posted_at": _instant(comment.posted_at),
            "edited_at": _instant(comment.edited_at),
            "state": comment.state,
            "reply_to": comment.reply_to_id,
            "answers": comment.answers_id,
            "appreciations": comment.appreciations,
            "featured_at": _instant(comment.featured_at),
            "text": comment.text,
        }


def _instant(at) -> str:
    """ISO 8601 with the offset of the site's zone."""
    return timezone.localtime(at, timezone.get_default_timezone()).isoformat(timespec="seconds") if at else ""


def header() -> list[str]:
    """What the columns of the table are called, in the order of ``rows``."""
    return [
        _("Number"),
        _("Article"),
        _("Address"),
        _("Public name"),
        _("Posted"),
        _("Edited"),
        _("State"),
        _("In reply to"),
        _("Answers"),
        _("Appreciations"),
        _("Featured"),
        _("Text"),
    ]


def table(comments):
    """The same as lines of a table, the state in words."""
    for row in rows(comments):
        yield list((row | {"state": Comment.State(row["state"]).label}).values())
