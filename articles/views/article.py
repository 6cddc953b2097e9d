"""An article's page, the same for everybody, and the rest of a subscribers' article, for them alone."""

from csp.decorators import csp_update
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.access import may_read_whole
from articles.article_page import build
from articles.embeds import FRAME_SOURCES
from articles.finding import day_in_address, published_article
from articles.models import Article, address_path
from web.fragments import wants_fragment
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


@never_cache
@require_safe
@with_frames
def article_rest(request, year, month, day, slug):
    """The whole of a subscribers' article: a page of its own, or a fragment that the public page takes in."""
    found = published_article(year, month, day, slug, Article.objects.for_page())
    allowed = may_read_whole(request.user, found)
    if wants_fragment(request):
        if not allowed:
            return HttpResponse(status=204)
        return render(request, "articles/_body.html", build(found, whole=True))
    if found.access == Article.Access.EVERYONE:
        return redirect(found)
    if allowed:
        return render(request, "articles/article.html", build(found, whole=True))
    return redirect("plans") if request.user.is_authenticated else redirect_to_login(request.get_full_path())


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
