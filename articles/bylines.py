"""Who signs an article: the one answer for pages, feeds and JSON-LD."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from authors.models import Author

from .models import Byline

# They are named beside those who wrote; alone, they sign.
BESIDE = {Byline.Role.PHOTOGRAPHER, Byline.Role.TRANSLATOR}


@dataclass(frozen=True)
class Signature:
    """``label`` is the role in words, empty for those who simply wrote it."""

    author: Author
    role: str
    label: str


def signatures(article) -> list[Signature]:
    """All who sign, in order, from the prefetched rows (``for_cards()``, ``for_page()``): no query."""
    return [_signature(row) for row in article.bylines.all()]


def writers(article) -> list[Author]:
    """Those who wrote, or all who sign if nobody did."""
    signed = signatures(article)
    return [one.author for one in [one for one in signed if one.role not in BESIDE] or signed]


def names(article) -> str:
    """« A, B et C »: the writers; "" without a byline."""
    *others, last = [author.name for author in writers(article)] or [""]
    if not others:
        return last
    return _("{names} and {last}").format(names=", ".join(others), last=last)


def _signature(row) -> Signature:
    label = "" if row.role == Byline.Role.AUTHOR else row.get_role_display()
    return Signature(row.author, row.role, label)
