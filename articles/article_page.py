"""What an article's page shows, gathered in a constant number of queries."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from pictures.renditions import social_image

from .models import Article, Byline, RelatedArticle
from .rendering import open_body
from .sharing import share_links

BY_AUTHOR = 7


@dataclass
class ByAuthor:
    """Newest articles by those who sign the page's article."""

    authors: list
    articles: list[Article]


def build(article, *, whole: bool) -> dict:
    """The template's context. ``whole``: all of the body, or what is free of a subscribers' article."""
    now = timezone.now()
    body = open_body(article.body, whole=whole)
    around = Around.of(article, boxes=body.articles, at=now)
    path = article.get_absolute_url()
    canonical = f"{settings.SITE_URL}{path}"
    return {
        "article": article,
        "body": body.fill(around.boxes),
        "related": around.related,
        "by_author": around.by_author,
        "canonical": canonical,
        "social_image": _absolute(social_image(article.picture)),
        "contributions_url": f"{path}contributions/",
        "share_links": share_links(article.title, canonical),
        "rest_url": reverse("article_rest", args=article.path.split("/")),
    }


def _absolute(image):
    """The picture of link previews, whose readers know no relative address."""
    return image and (urljoin(settings.SITE_URL, image[0]), *image[1:])


@dataclass
class Around:
    """The other articles that the page names, all through the door, in one query and one for their bylines."""

    boxes: dict[int, Article]
    related: list[Article]
    by_author: ByAuthor | None

    @classmethod
    def of(cls, article, *, boxes: set[int], at):
        """``boxes``: keys that the body names. « Lire aussi » keeps the desk's order."""
        signed = [byline.author for byline in article.bylines.all()]
        chosen = RelatedArticle.objects.filter(article=article, related=OuterRef("pk"))
        chosen_keys = RelatedArticle.objects.filter(article=article).values("related")
        rows = list(
            Article.objects.published(at)
            .exclude(pk=article.pk)
            .annotate(place=Subquery(chosen.values("position")))
            .filter(Q(pk__in=chosen_keys) | Q(pk__in=boxes) | Q(pk__in=_newest_by(signed, besides=article, at=at)))
            .newest_first()
            .for_cards()
        )
        keys = {author.pk for author in signed}
        theirs = [row for row in rows if keys & {byline.author_id for byline in row.bylines.all()}][:BY_AUTHOR]
        return cls(
            boxes={row.pk: row for row in rows if row.pk in boxes},
            related=sorted((row for row in rows if row.place is not None), key=lambda row: row.place),
            by_author=ByAuthor(signed, theirs) if theirs else None,
        )


def _newest_by(authors, *, besides, at):
    """Keys of the authors' newest articles; more than are shown, since the door may hold some back."""
    rows = Byline.objects.filter(author__in=authors, published_at__lte=at).exclude(article=besides)
    return rows.order_by("-published_at", "-article").values("article")[: BY_AUTHOR * 3]
