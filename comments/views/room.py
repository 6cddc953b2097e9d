"""The room: for current subscribers and moderators. Nobody else gets a word or a name of it."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST, require_safe

from comments.charter import charter
from comments.forms import CommentForm
from comments.models import REPLY_KEY, room_address
from comments.news import news_address
from comments.numbers import visible_number
from comments.paging import address_of, room_page
from comments.rules import can_read, can_write
from comments.seeing import Viewer
from web.fragments import wants_fragment
from web.limits import peer

from .answers import answer, find_article, find_comment, private, refuse


@private
@require_safe
def contributions(request, **address):
    article = find_article(address)
    if can_read(request.user, article):
        return _room(request, article, _form(request, article, reply_to=request.GET.get(REPLY_KEY)))
    if wants_fragment(request):
        return HttpResponse(status=204)
    if not request.user.is_authenticated:
        return redirect_to_login(room_address(article))
    return answer(request, "comments/_gate.html", article)


@private
@require_safe
def contribution(request, pk, **address):
    """Leads to the place of one in the room; those who may not read, to the room's own answer."""
    article = find_article(address)
    if not can_read(request.user, article):
        return HttpResponseRedirect(room_address(article))
    _article, comment = find_comment(request, address, pk)
    return HttpResponseRedirect(address_of(comment, request.user))


@private
@require_POST
def post_contribution(request, **address):
    article = find_article(address)
    verdict = can_write(request.user, article)
    if not verdict.allowed:
        return refuse(request, article, verdict, typed=request.POST.get("text", ""))
    form = _form(request, article, request.POST)
    comment = form.save(address=peer(request)) if form.is_valid() else None
    if comment is None:
        return _room(request, article, form, status=429 if form.is_flooded else 422)
    place = address_of(comment, request.user)
    if not wants_fragment(request):
        return HttpResponseRedirect(place, status=303)
    response = _room(request, article, _form(request, article), status=201)
    response["Location"] = place
    return response


def _form(request, article, data=None, *, reply_to=None):
    return CommentForm(data, article=article, author=request.user, charter=charter(), reply_to=reply_to)


def _room(request, article, form, *, status=200):
    viewer = Viewer.of(request.user, article)
    page = room_page(viewer, request)
    shown = {"form": form, "viewer": viewer, "page": page, "number": visible_number(article)}
    shown["news"] = news_address(article, viewer.now)
    return answer(request, "comments/_room.html", article, shown, status=status)
