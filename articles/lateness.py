"""Why an article is late, in words. ``ArticleQuerySet.late()`` finds the late ones; a test holds the two together."""

import datetime as dt

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from . import state
from .dates import near_words
from .models import Article, Step

A_DAY = dt.timedelta(days=1)
UNAPPROVED = {Article.Status.DRAFT, Article.Status.TO_REVIEW}


def with_handed_in_at(articles):
    """With when each was last handed in for review; ``reason`` asks for it."""
    steps = Step.objects.filter(article=OuterRef("pk"), kind=Step.Kind.SUBMITTED).order_by("-at")
    return articles.annotate(handed_in_at=Subquery(steps.values("at")[:1]))


def reason(article, at=None) -> str:
    """Empty when it is not late."""
    at = at or timezone.now()
    if article.status in UNAPPROVED and article.published_at and article.published_at <= at:
        return _("Should have appeared {when}").format(when=near_words(article.published_at, at))
    if article.due_at and article.due_at <= at:
        return _("Was due {when}").format(when=near_words(article.due_at, at))
    return _waiting(article, at)


def _waiting(article, at) -> str:
    if not state.waits_for_review(article):
        return ""
    if article.handed_in_at is None:
        return _("Waiting for a review")
    if article.handed_in_at <= at - A_DAY:
        return _("Waiting since {when}").format(when=near_words(article.handed_in_at, at))
    return ""
