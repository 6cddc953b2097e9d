"""An article's page, the same for everybody; ``rest.py`` has what is for some alone."""

from csp.decorators import csp_update
from django.db.models import Q
from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from articles.article_page import build
from articles.embeds import FRAME_SOURCES
from articles.finding import day_in_address, published_article
from articles.models import Article, address_path
from web.public_page import public_page

# The page of an article, and no other, may show the frames that a reader asked for.
with_frames = csp_update({"frame-src": FRAME_SOURCES})


@public_page()
@with_frames
def article(request, year, month, day, slug):
    try:
        found = published_article(year, month, day, slug, Article.objects.for_page())
    except Http404:
        return _elsewhere(request, day_in_address(year, month, day), slug)
    whole = found.access == Article.Access.EVERYONE
    return render(request, "articles/article.html", build(found, whole=whole))


def _elsewhere(request, day, slug):
    """Where an address without a visible article leads: to the article that left it, to « gone », or nowhere."""
    now = timezone.now()
    left_here = Q(former_addresses__path=address_path(day, slug))
    moved = Article.objects.published(now).filter(left_here).first()
    if moved:
        # Not for ever: the article may come back to this address.
        return HttpResponsePermanentRedirect(moved.get_absolute_url(), headers={"Cache-Control": "max-age=3600"})
    if Article.objects.gone(now).filter(left_here | Q(published_on=day, slug=slug)).exists():
        response = render(request, "410.html", status=410)
        response["Cache-Control"] = "no-store"
        return response
    raise Http404
