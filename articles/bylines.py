"""Who signs an article: the one answer for pages, feeds and JSON-LD."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from authors.models import Author

from .models import Byline

# They are named beside those who wrote; alone, they sign.
BESIDE = {Byline.Role.PHOTOGRAPHER, Byline.Role.TRANSLATOR}
# What each did, after the name: French has no word for the person that fits men and women.
DEEDS = {
    Byline.Role.AUTHOR: "",
    Byline.Role.PHOTOGRAPHER: pgettext_lazy("byline", "pictures"),
    Byline.Role.CORRESPONDENT: pgettext_lazy("byline", "correspondence"),
    Byline.Role.TRANSLATOR: pgettext_lazy("byline", "translation"),
    Byline.Role.GUEST: pgettext_lazy("byline", "guest writer"),
}


@dataclass(frozen=True)
class Signature:
    """``label`` is what the person did, in words, empty for those who simply wrote it."""

    author: Author
    role: str
    label: str


def signatures(article) -> list[Signature]:
    """All who sign, in order, from the prefetched rows (``for_cards()``, ``for_page()``): no query."""
    return [Signature(row.author, row.role, str(DEEDS[row.role])) for row in article.bylines.all()]


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
