"""The number of contributions, which everybody may know."""

import datetime as dt

from articles.models import Article

from .models import Comment


def visible_number(article) -> int:
    return article.comments.visible().count()


def number_at(*, year="0", month="0", day="0", slug="", **_more) -> int:
    """Of the published article at the parts of an address; 0 where there is none."""
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return 0
    article = Article.objects.published().filter(published_on=date, slug=slug)
    return Comment.objects.visible().filter(article__in=article).count()
