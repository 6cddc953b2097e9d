"""What an article's page shows, gathered in a constant number of queries."""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils import timezone

from pictures.renditions import social_image
from subscriptions.models import Terms

from .access import is_answer
from .models import Article, Byline, RelatedArticle, ReplyRequest
from .rendering import open_body
from .sharing import share_links

BY_AUTHOR = 7


@dataclass
class ByAuthor:
    """Newest articles by those who sign the page's article."""

    authors: list
    articles: list[Article]


def build(article, *, whole: bool, related: list[int] | None = None) -> dict:
    """The template's context. ``whole``: all of the body, or what is free of a subscribers' article. ``related``: the
    keys of « Lire aussi » where they are not the article's rows but those of a working copy."""
    now = timezone.now()
    body = open_body(article.body, whole=whole)
    around = Around.of(article, boxes=body.articles, at=now, related=related)
    path = article.get_absolute_url()
    canonical = f"{settings.SITE_URL}{path}"
    return {
        "article": article,
        "body": body.fill(around.boxes),
        "related": around.related,
        "by_author": around.by_author,
        "corrections": list(article.corrections.shown()),
        "is_answer": is_answer(article),
        "answers": around.answers,
        "replies": around.replies,
        "canonical": canonical,
        "social_image": absolute(social_image(article.picture)),
        "contributions_url": f"{path}contributions/",
        "share_links": share_links(article.title, canonical),
        "rest_url": reverse("article_rest", args=article.path.split("/")),
        "free_articles": 0 if whole else Terms.current().free_articles,
    }


def absolute(image):
    """The picture of link previews, whose readers know no relative address."""
    return image and (urljoin(settings.SITE_URL, image[0]), *image[1:])


@dataclass
class Around:
    """The other articles that the page names, all through the door, in one query and one for their bylines."""

    boxes: dict[int, Article]
    related: list[Article]
    by_author: ByAuthor | None
    # The article that this one is a right of reply to, and the rights of reply to this one, newest first.
    answers: Article | None
    replies: list[Article]

    @classmethod
    def of(cls, article, *, boxes: set[int], at, related: list[int] | None = None):
        """``boxes``: keys that the body names. « Lire aussi » keeps the desk's order, without what stands in a box;
        ``related`` are its keys where they are not those of the rows."""
        signed = [byline.author for byline in article.bylines.all()]
        chosen, place = _chosen(article) if related is None else (related, _place_among(related))
        answered = ReplyRequest.objects.filter(answer=article.pk)
        answering = ReplyRequest.objects.filter(article=article.pk, answer__isnull=False)
        rows = list(
            Article.objects.published(at)
            .exclude(pk=article.pk)
            .annotate(
                place=place,
                is_answered=Exists(answered.filter(article=OuterRef("pk"))),
                is_reply=Exists(answering.filter(answer=OuterRef("pk"))),
            )
            .filter(
                Q(pk__in=chosen)
                | Q(pk__in=boxes)
                | Q(pk__in=_newest_by(signed, besides=article, at=at))
                | Q(pk__in=answered.values("article"))
                | Q(pk__in=answering.values("answer"))
            )
            .newest_first()
            .for_cards()
        )
        keys = {author.pk for author in signed}
        theirs = [row for row in rows if keys & {byline.author_id for byline in row.bylines.all()}][:BY_AUTHOR]
        return cls(
            boxes={row.pk: row for row in rows if row.pk in boxes},
            related=sorted(_recommended(rows, boxes), key=lambda row: row.place),
            by_author=ByAuthor(signed, theirs) if theirs else None,
            answers=next((row for row in rows if row.is_answered), None),
            replies=[row for row in rows if row.is_reply],
        )


def _chosen(article):
    """What the desk chose as « Lire aussi », and the place of each in its order."""
    rows = RelatedArticle.objects.filter(article=article)
    return rows.values("related"), Subquery(rows.filter(related=OuterRef("pk")).values("position"))


def _place_among(keys):
    return Case(*(When(pk=key, then=place) for place, key in enumerate(keys)), output_field=IntegerField())


def _recommended(rows, boxes):
    """« Lire aussi », without what stands in a box and what the page's head links to as a right of reply."""
    chosen = (row for row in rows if row.place is not None and row.pk not in boxes)
    return [row for row in chosen if not (row.is_answered or row.is_reply)]


def _newest_by(authors, *, besides, at):
    """Keys of the authors' newest articles; more than are shown, since the door may hold some back."""
    rows = Byline.objects.filter(author__in=authors, published_at__lte=at).exclude(article=besides)
    return rows.order_by("-published_at", "-article").values("article")[: BY_AUTHOR * 3]
