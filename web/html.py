"""The one way by which HTML enters: ``clean`` decides what is kept, whoever sends it.

Applied again, it gives the same bytes.
"""

import functools
import html
import re

import nh3

from .markup import text_in, tokens
from .normal_form import (
    BLOCKS,
    LIMIT,
    SPACES,
    TooMuchHtml,
    address_of_link,
    is_embed,
    is_key,
    normal_form,
    without_unwanted,
)

__all__ = ["LIMIT", "TooMuchHtml", "clean", "clean_stored", "text_of"]

ATTRIBUTES = {
    ("a", "href"): address_of_link,
    ("figure", "data-picture"): is_key,
    ("figure", "data-embed"): is_embed,
    ("aside", "data-article"): is_key,
}
KEPT_MARKS = {"a", "strong", "em", "s", "sub", "sup", "br"}
KEPT_BLOCKS = {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "cite", "hr"}
KEPT_BOXES = {"figure", "figcaption", "aside"}
CLEANER = nh3.Cleaner(
    tags={*KEPT_MARKS, *KEPT_BLOCKS, *KEPT_BOXES},
    attributes={"a": {"href"}, "figure": {"data-picture", "data-embed"}, "aside": {"data-article"}},
    attribute_filter=lambda tag, name, value: value if ATTRIBUTES[tag, name](value) else None,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
ARTICLE_BOX = re.compile(r'<aside data-article="[0-9]+"></aside>')


def clean(profile: str, source: str) -> str:
    """Safe HTML of the profile: "article", a body; "page", the same without boxes of articles; "plain", text with its
    characters escaped and no tag at all.

    Text is kept when its tag is not. Without visible text or picture it is "". TooMuchHtml when it is too long.
    For the characters themselves, as in a headline, use ``text_of``.
    """
    return PROFILES[profile](source)


def clean_stored(body: str) -> str:
    """The stored body, clean whoever wrote it; one that is too long is shown without its markup."""
    try:
        return clean("article", body)
    except TooMuchHtml:
        return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text_of(body).split("\n"))


def text_of(source: str, *, without: frozenset[str] = frozenset()) -> str:
    """The text without markup, unescaped: a line a block. ``without`` names elements of clean HTML to pass over."""
    parts, passed_over = [], 0
    for token in tokens(source):
        if token.name in without:
            passed_over += 1 if token.kind == "start" else -1
        elif token.kind == "text" and not passed_over:
            parts.append(SPACES.sub(" ", without_unwanted(text_in(token))))
        if token.name in BLOCKS:
            parts.append("\n")
    lines = (SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _article(source: str) -> str:
    result = CLEANER.clean(normal_form(source, is_link=_is_link))
    if len(result) > LIMIT:
        raise TooMuchHtml
    return result


def _page(source: str) -> str:
    result = _article(source)
    without = ARTICLE_BOX.sub("", result)
    return result if without == result else _article(without)


def _plain(source: str) -> str:
    if len(source) > LIMIT:
        raise TooMuchHtml
    return html.escape(text_of(source).replace("\n", " "), quote=False)


@functools.lru_cache(maxsize=1000)
def _is_link(address: str) -> bool:
    """nh3 drops addresses that it cannot read; such a link is left out before, with nothing of it remaining."""
    return "href" in CLEANER.clean(f'<a href="{html.escape(address)}">')


PROFILES = {"article": _article, "page": _page, "plain": _plain}
