"""The room: for current subscribers and moderators. Nobody else gets a word, a name or a number of it."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from articles.finding import published_article
from articles.models import Article, Page
from web.fragments import wants_fragment

from .forms import CommentForm
from .models import REPLY_KEY, room_address
from .paging import address_of, threads_page
from .rules import can_read, can_write

private = vary_on_headers("Cookie", "X-Requested-With")


@never_cache
@private
@require_safe
def contributions(request, year, month, day, slug):
    article = published_article(year, month, day, slug, Article.objects.select_related("section"))
    if can_read(request.user, article):
        asked = request.GET.get(REPLY_KEY)
        return _room(request, article, CommentForm(article=article, author=request.user, reply_to=asked))
    if wants_fragment(request):
        return HttpResponse(status=204)
    if not request.user.is_authenticated:
        return redirect_to_login(room_address(article))
    return _answer(request, "comments/_gate.html", article)


@never_cache
@private
@require_POST
def post_contribution(request, year, month, day, slug):
    article = published_article(year, month, day, slug, Article.objects.select_related("section"))
    verdict = can_write(request.user, article)
    if not verdict.allowed:
        told = {"reason": verdict.reason, "typed": request.POST.get("text", "")}
        return _answer(request, "comments/_refused.html", article, told, status=403)
    form = CommentForm(request.POST, article=article, author=request.user)
    comment = form.save() if form.is_valid() else None
    if comment is None:
        return _room(request, article, form, status=422)
    address = address_of(comment)
    if not wants_fragment(request):
        return HttpResponseRedirect(address, status=303)
    response = _room(request, article, CommentForm(article=article, author=request.user), status=201)
    response["Location"] = address
    return response


def _room(request, article, form, *, status=200):
    charter = Page.objects.published().filter(purpose=Page.Purpose.CHARTER).first()
    shown = {"form": form, "page": threads_page(article, request), "charter": charter}
    return _answer(request, "comments/_room.html", article, shown, status=status)


def _answer(request, part, article, shown=None, *, status=200):
    """The part alone for the script of the article's page, else a page around it."""
    context = {"article": article, "room": room_address(article), **(shown or {})}
    if wants_fragment(request):
        return render(request, part, context, status=status)
    return render(request, "comments/contributions.html", context | {"part": part}, status=status)
