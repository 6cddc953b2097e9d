"""What a body leads to: pictures, articles in boxes, and links to addresses of articles of ours."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q

from web.markup import attributes_of, text_in, tokens

from .models import Article, FormerAddress, address_path

LARGEST_ID = 2**63 - 1
ADDRESS = re.compile(r"/([0-9]{4})/([0-9]{2})/([0-9]{2})/([-\w]+)/?", re.ASCII)


class Link(NamedTuple):
    """``path`` is day and slug: « 2026/11/23/digue »."""

    words: str
    path: str


@dataclass
class References:
    pictures: list[int] = field(default_factory=list)
    boxes: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @classmethod
    def of(cls, body: str):
        """Reads clean HTML once; asks the database nothing."""
        found, words, path = cls(), [], None
        for token in tokens(body):
            if token.kind == "text":
                words.append(text_in(token))
            elif token.kind == "start":
                attributes = attributes_of(token)
                found.pictures += _keys(attributes.get("data-picture", ""))
                found.boxes += _keys(attributes.get("data-article", ""))
                if token.name == "a":
                    words, path = [], _path_on_site(attributes.get("href", ""))
            elif token.name == "a" and path:
                found.links.append(Link("".join(words).strip(), path))
                path = None
        return found


def online(keys, paths, *, at) -> tuple[set[int], set[str]]:
    """Those of the keys and of the paths under which readers find an article at the instant; a query, and one
    more for former addresses where there are paths."""
    days = {dt.date(*map(int, path.split("/")[:3])) for path in paths}
    slugs = {path.rsplit("/", 1)[-1] for path in paths}
    public = Article.objects.published(at)
    rows = list(
        public.filter(Q(pk__in=keys) | Q(published_on__in=days, slug__in=slugs)).values_list(
            "pk", "published_on", "slug"
        )
    )
    known = {pk for pk, _day, _slug in rows}, {address_path(day, slug) for _pk, day, slug in rows}
    if not paths:
        return known
    former = FormerAddress.objects.filter(path__in=set(paths), article__in=public).values_list("path", flat=True)
    return known[0], known[1] | set(former)


def _keys(text) -> list[int]:
    is_key = text.isascii() and text.isdecimal() and 0 < int(text) <= LARGEST_ID
    return [int(text)] if is_key else []


def _path_on_site(address) -> str | None:
    """None for a link that leads anywhere but to an article's address."""
    try:
        parts = urlsplit(address)
        match = ADDRESS.fullmatch(unquote(parts.path))
        if match is None or parts.netloc not in {"", settings.SITE_HOST}:
            return None
        return address_path(dt.date(*map(int, match.groups()[:3])), match[4])
    except ValueError:
        return None
