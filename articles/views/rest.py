"""The rest of a subscribers' article: a private answer for those who may read it, and how to become one of them."""

import contextlib

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.access import By, way_to_whole
from articles.article_page import build
from articles.finding import published_article
from articles.free_readings import open_free
from articles.guests import hint_at_reading_room
from articles.models import Article
from articles.reader import Reader
from subscriptions.refusals import Refused
from web.forgeries import note_claims
from web.fragments import wants_fragment

from .article import with_frames


@never_cache
@require_safe
@with_frames
def article_rest(request, year, month, day, slug):
    """A page of its own, or a fragment that the public page takes in. Without a way to the whole, a person who is
    signed in is told what there is to do; anybody else is asked to sign in."""
    found = published_article(year, month, day, slug, Article.objects.for_page())
    if found.access == Article.Access.EVERYONE and not wants_fragment(request):
        return redirect(found)
    way = way_to_whole(request, found)
    if way is None:
        note_claims(request)
    if way is None and not request.user.is_authenticated:
        return HttpResponse(status=204) if wants_fragment(request) else redirect_to_login(request.get_full_path())
    template = "articles/_body.html" if wants_fragment(request) else "articles/article.html"
    shown = build(found, whole=way is not None) | {"reader": Reader(request.user, way, found.path)}
    response = render(request, template, shown)
    return hint_at_reading_room(response) if way and way.by == By.READING_ROOM else response


@never_cache
@require_POST
@login_required
def read_free(request, year, month, day, slug):
    """Opens one of the free articles of the month. Whoever may read all of it anyway spends none; the page that
    follows says why where none was left."""
    found = published_article(year, month, day, slug)
    if way_to_whole(request, found) is None:
        with contextlib.suppress(Refused):
            open_free(request.user, found)
    return HttpResponseRedirect(reverse("article_rest", args=found.path.split("/")), status=303)
