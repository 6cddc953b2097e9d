"""What the tests of offered articles have at hand: a row as a subscriber's press would leave it, and its addresses."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from articles import offers
from articles.models import OfferedArticle
from subscriptions.periods import month_of

FREE = "".join(f"<p>Free words {n}. {'Sentence. ' * 12}</p>" for n in range(4))
CANARY = "canaryofpaidwords"
BODY = f"{FREE}<p>{CANARY} {'Sentence. ' * 40}</p>"


def offer(article, *, by, number=1, **fields):
    fields.setdefault("expires_at", timezone.now() + dt.timedelta(days=7))
    return OfferedArticle.objects.create(article=article, user=by, month=month_of(), number=number, **fields)


def at(offered, route="offered_article", *, article=None, token=None):
    """The path of the guests' page, or of another route of it; under another article's address, or with another
    token."""
    parts = (article or offered.article).path.split("/")
    return reverse(route, args=[*parts, token or offers.token_of(offered)])


def on(article, route):
    return reverse(route, args=article.path.split("/"))
