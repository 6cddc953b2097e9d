"""The few lines about an article in lists, boxes, feeds and metadata."""

import re

from web.html import text_of
from web.shortening import shorten
from web.typography import ELLIPSIS

from .excerpts import excerpt
from .models import Article

BEGINNING = 200
# An article does not begin with these: headings and captions are no sentences of it.
ASIDE = frozenset({"h2", "h3", "h4", "figcaption", "cite"})

SPACES = re.compile(r"[ \t\n\r]+")
TIDY = [
    (re.compile(r"(?:\.{3,}|…)[.…]*"), ELLIPSIS),
    (re.compile(r"\s*[,;:]+\s*…"), ELLIPSIS),
    (re.compile(r"([.,;:])(?:\s*\1)+"), r"\1"),
    (re.compile(r"([!?…])\s*\.(?=\s|$)"), r"\1"),
    (re.compile(r"\s*[,;:]\s*\.(?=\s|$)"), "."),
]


def teaser(article, length: int | None = None) -> str:
    """Plain text: the standfirst, or without one the beginning of the body, or else the headline.

    As many sentences as fit into ``length`` characters; without a length the standfirst is whole, the beginning short.
    Of a subscribers' article no more of the body than is free.
    """
    standfirst = _tidy(article.standfirst)
    if length is None and standfirst:
        return standfirst
    length = length or BEGINNING
    return shorten(standfirst, length) or _beginning(article, length) or article.headline


def _beginning(article, length):
    is_cut = article.access == Article.Access.SUBSCRIBERS
    text = _tidy(text_of(excerpt(article.body) if is_cut else article.body, without=ASIDE).replace("\n", " "))
    # The free part ends in a sentence that goes on: it is no sentence to show.
    return shorten(text, min(length, len(text) - 1) if is_cut else length)


def _tidy(text: str) -> str:
    """One line without doubled punctuation; "" when there is no word in it, as in « -. »."""
    text = SPACES.sub(" ", text).strip()
    for pattern, replacement in TIDY:
        text = pattern.sub(replacement, text)
    return text if any(map(str.isalnum, text)) else ""
