"""What pickers and editor boxes show of an article, an author, a tag or a picture: plain values, fit for JSON.

``id`` and ``label`` always, mostly ``detail``; an article has a ``state``, a picture a ``caption``, both a
``thumbnail``.
"""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from authors.models import Author
from pictures.models import Picture
from pictures.renditions import thumbnail_url

from . import state
from .dates import local
from .models import Article

ARTICLE_COLUMNS = (
    "kicker",
    "headline",
    "working_title",
    "status",
    "published_at",
    "embargo_until",
    "unpublish_at",
    "picture__renditions",
)


def articles(ids, viewer=None) -> list[dict]:
    """In the order of the ids; those that are gone are left out, those that the viewer may not see have no title."""
    viewer = viewer or AnonymousUser()
    visible = Article.objects.visible_to(viewer).filter(pk=OuterRef("pk"))
    rows = Article.objects.select_related("picture").only(*ARTICLE_COLUMNS).annotate(is_visible=Exists(visible))
    return _ordered(rows, ids, lambda article: _article(article, viewer))


def authors(ids) -> list[dict]:
    return _ordered(Author.objects.only("name", "job"), ids, _author)


def pictures(ids) -> list[dict]:
    return _ordered(Picture.objects.all(), ids, _picture)


class Shelf:
    """The picks of one page, as far as the viewer may see them: asked once for each kind, whatever shows them first.
    The keys given are those that it is known to name."""

    def __init__(self, viewer=None, *, articles=(), pictures=(), authors=()):
        self.viewer = viewer
        self._wanted = {"article": set(articles), "picture": set(pictures), "author": set(authors)}
        self._found = {kind: {} for kind in self._wanted}

    def articles(self, ids) -> list[dict]:
        return self._take("article", ids, lambda keys: articles(keys, self.viewer))

    def pictures(self, ids) -> list[dict]:
        return self._take("picture", ids, pictures)

    def authors(self, ids) -> list[dict]:
        return self._take("author", ids, authors)

    def _take(self, kind, ids, ask):
        found = self._found[kind]
        new = ({*ids} | self._wanted[kind]) - found.keys() if ids else set()
        if new:
            found |= dict.fromkeys(new) | {row["id"]: row for row in ask(sorted(new))}
        return [found[id_] for id_ in ids if found[id_]]


def title(article, viewer) -> str:
    """The working copy's headline is for those who may see all articles; others see what readers do, or their own."""
    public = article.title
    return str(article) if not public or viewer.has_perm("articles.view_article") else public


def _ordered(rows, ids, pick):
    by_id = rows.in_bulk(ids) if ids else {}
    return [pick(by_id[id_]) for id_ in ids if id_ in by_id]


def unopened(key) -> dict:
    """In the place of an article that the viewer may not see."""
    return {"id": key, "label": _("Article that you may not open"), "detail": "", "state": ""}


def _article(article, viewer):
    if not article.is_visible:
        return unopened(article.pk)
    words = [state.label(article)]
    if article.published_at:
        words.append(date_format(local(article.published_at), "DATE_FORMAT"))
    return {
        "id": article.pk,
        "label": title(article, viewer),
        "detail": " · ".join(words),
        "state": state.name(article),
        "thumbnail": thumbnail_url(article.picture) if article.picture else "",
    }


def _author(author):
    return {"id": author.pk, "label": author.name, "detail": author.job}


def _picture(picture):
    return {
        "id": picture.pk,
        "label": str(picture),
        "detail": picture.credit,
        "caption": picture.caption,
        "thumbnail": thumbnail_url(picture),
    }
