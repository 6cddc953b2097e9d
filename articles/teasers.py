"""The few lines about an article in lists, boxes, feeds and metadata."""

import re

from web.html import text_of
from web.typography import ELLIPSIS, cut_at_word

from .excerpts import excerpt
from .models import Article

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


def teaser(article, length: int = 200) -> str:
    """Plain text: the standfirst, whole, or without one the beginning of the body, at most ``length`` characters, cut
    at a word with one ellipsis; or else the headline. Of a subscribers' article no more of the body than is free."""
    text = _tidy(article.standfirst)
    if text:
        return text
    return _beginning(article, length) or article.headline


def _beginning(article, length):
    body = excerpt(article.body) if article.access == Article.Access.SUBSCRIBERS else article.body
    return cut_at_word(_tidy(text_of(body, without=ASIDE).replace("\n", " ")), length)


def _tidy(text: str) -> str:
    """One line without doubled punctuation; "" when there is no word in it, as in « -. »."""
    text = SPACES.sub(" ", text).strip()
    for pattern, replacement in TIDY:
        text = pattern.sub(replacement, text)
    return text if any(map(str.isalnum, text)) else ""
