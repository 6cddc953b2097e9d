"""What an article's page shows, gathered in a constant number of queries."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from pictures.renditions import social_image

from .models import Article, Byline, RelatedArticle
from .rendering import render_body

BY_AUTHOR = 7


@dataclass
class ByAuthor:
    """Newest articles by those who sign the page's article."""

    authors: list
    articles: list[Article]


def build(article, *, whole: bool) -> dict:
    """The template's context. ``whole``: all of the body, or what is free of a subscribers' article."""
    now = timezone.now()
    related, by_author = others(article, now)
    path = article.get_absolute_url()
    canonical = f"{settings.SITE_URL}{path}"
    return {
        "article": article,
        "body": render_body(article, whole=whole, at=now),
        "related": related,
        "by_author": by_author,
        "canonical": canonical,
        "social_image": _absolute(social_image(article.picture)),
        "contributions_url": f"{path}contributions/",
        "rest_url": f"{path}suite/",
    }


def _absolute(image):
    """The picture of link previews, whose readers know no relative address."""
    return image and (urljoin(settings.SITE_URL, image[0]), *image[1:])


def others(article, at) -> tuple[list[Article], ByAuthor | None]:
    """« Lire aussi » in the desk's order, and the authors' newest, through the door, with one query for both."""
    signed = [byline.author for byline in article.bylines.all()]
    mine = (
        Byline.objects.filter(author__in=signed, published_at__lte=at)
        .exclude(article=article)
        .order_by("-published_at", "-article")
        .values("article")[: BY_AUTHOR * 3]
    )
    chosen = RelatedArticle.objects.filter(article=article, related=OuterRef("pk"))
    found = (
        Article.objects.published(at)
        .annotate(place=Subquery(chosen.values("position")))
        .filter(Q(place__isnull=False) | Q(pk__in=mine))
        .newest_first()
        .for_cards()
    )
    rows = list(found)
    related = sorted((row for row in rows if row.place is not None), key=lambda row: row.place)
    keys = {author.pk for author in signed}
    theirs = [row for row in rows if any(byline.author_id in keys for byline in row.bylines.all())][:BY_AUTHOR]
    return related, ByAuthor(signed, theirs) if theirs else None
