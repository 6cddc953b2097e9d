"""Finds the published article at an address, through the door."""

import datetime as dt

from django.http import Http404
from django.shortcuts import get_object_or_404

from .models import Article


def day_in_address(year: str, month: str, day: str) -> dt.date:
    """The day, or Http404 where there is none such (30 February, the year 0)."""
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError as error:
        raise Http404("No such day.") from error


def published_article(year: str, month: str, day: str, slug: str, articles=None) -> Article:
    """The article that readers see at this address, or Http404. ``articles`` is the queryset that carries the joins of
    the page (``Article.objects.for_page()``); the door is applied to it here."""
    articles = Article.objects.all() if articles is None else articles
    return get_object_or_404(articles.published().on_day(day_in_address(year, month, day)), slug=slug)
