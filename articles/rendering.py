"""Stored body → what readers get: clean whoever wrote it, with its boxes as the library and the articles are now.

A box names a row (``data-article``, ``data-picture``), so a retitled article is right everywhere and a withdrawn one
is gone.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pictures.models import Picture
from web.html import clean_stored, text_of
from web.markup import Token, attributes_of, tokens

from . import embeds
from .excerpts import excerpt, whole_figures
from .models import Article

__all__ = ["Body", "excerpt", "open_body", "render_body"]

REL = ' rel="noopener noreferrer"'


@dataclass(frozen=True)
class Body:
    """``is_whole`` is False for the free part of a subscribers' article; ``has_embeds`` asks for the cards' script."""

    html: SafeString
    is_whole: bool = True
    has_embeds: bool = False


@dataclass(frozen=True)
class Box:
    """``kind`` is "article", "picture" or "embed"; ``caption`` is clean HTML."""

    kind: str
    value: str
    caption: str = ""


def render_body(article_or_html, *, whole: bool = True, at=None) -> Body:
    """The body of an article, or HTML alone, at the instant (now without one): a query for each kind of box in it.

    Boxes that name the article itself, a hidden article or a picture without files vanish."""
    article = article_or_html if isinstance(article_or_html, Article) else None
    opened = open_body(article.body if article else article_or_html, whole=whole)
    keys = opened.articles - {article.pk if article else None}
    return opened.fill(Article.objects.published(at).in_bulk(keys) if keys else {})


@dataclass(frozen=True)
class OpenBody:
    """A body whose boxes are known and not yet filled. ``articles``: the keys that its boxes name."""

    pieces: list
    is_whole: bool

    @property
    def boxes(self) -> list[Box]:
        return [piece for piece in self.pieces if isinstance(piece, Box)]

    @property
    def articles(self) -> set[int]:
        return keys_of(self.boxes, "article")

    def fill(self, articles: dict[int, Article]) -> Body:
        """``articles``: those that readers may see, by key; a box that names any other vanishes."""
        pictures = pictures_of(self.boxes)
        filled_in = (filled(one, articles, pictures) if isinstance(one, Box) else one for one in self.pieces)
        has_embeds = any(box.kind == "embed" and embeds.find(box.value) for box in self.boxes)
        return Body(mark_safe("".join(filled_in)), is_whole=self.is_whole, has_embeds=has_embeds)


def open_body(stored: str, *, whole: bool = True) -> OpenBody:
    """Cleans the stored body, cuts it where it is not free, and finds its boxes; asks the database nothing."""
    html = clean_stored(stored) if whole else excerpt(stored)
    return OpenBody([rendered(piece) for piece in whole_figures(tokens(html))], whole)


def rendered(piece: list[Token]) -> str | Box:
    """A token of clean HTML as readers get it, or the box that stands in its place."""
    first = piece[0]
    if len(piece) > 1:
        return figure(piece)
    if first.name == "aside":
        return Box("article", attributes_of(first)["data-article"]) if first.kind == "start" else ""
    if first.name == "a" and first.kind == "start" and is_elsewhere(attributes_of(first)["href"]):
        return f"{first.source[:-1]}{REL}>"
    return first.source


def figure(piece: list[Token]) -> Box:
    attributes = attributes_of(piece[0])
    caption = "".join(str(rendered([token])) for token in piece[2:-2])
    if "data-picture" in attributes:
        return Box("picture", attributes["data-picture"], caption)
    return Box("embed", attributes["data-embed"], caption)


def is_elsewhere(address: str) -> bool:
    host = urlsplit(address).netloc
    return bool(host) and host != settings.SITE_HOST


def keys_of(boxes, kind) -> set[int]:
    return {int(box.value) for box in boxes if box.kind == kind}


def pictures_of(boxes) -> dict[int, Picture]:
    keys = keys_of(boxes, "picture")
    found = Picture.objects.in_bulk(keys) if keys else {}
    return {key: picture for key, picture in found.items() if picture.renditions.get("jpeg")}


def embed_context(address, caption) -> dict:
    """Of a provider that is not listed no more than a link."""
    embed = embeds.find(address)
    host = urlsplit(address).hostname
    return {
        "embed": embed,
        "words": embed and embed.words,
        "address": address,
        "host": host,
        "caption": caption,
        "caption_text": text_of(caption),
    }


def filled(box: Box, articles, pictures) -> str:
    caption = mark_safe(box.caption)
    if box.kind == "embed":
        return render_to_string("articles/body/embed.html", embed_context(box.value, caption)).strip()
    if box.kind == "article":
        article = articles.get(int(box.value))
        return render_to_string("articles/body/related.html", {"article": article}).strip() if article else ""
    picture = pictures.get(int(box.value))
    if picture is None:
        return ""
    context = {"picture": picture, "caption": caption or picture.caption}
    return render_to_string("articles/body/figure.html", context).strip()
