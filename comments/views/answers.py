"""How every view of the room finds its article and answers: a part for the script, or a page around it."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_headers

from articles.finding import published_article
from articles.models import Article
from comments.leads import lead_on
from comments.models import Comment, room_address
from comments.paging import address_of
from comments.rules import Verdict, can_read, can_write
from comments.seeing import Seen, Viewer, contributions_for, shown_to
from web.fragments import wants_fragment

# Tells the script a part of the room from an error page of the site.
PART = "X-Room-Part"
ARTICLES = Article.objects.select_related("section", "answered_request")


def private(view):
    """Never kept, and another answer for another person or for the script."""
    return never_cache(vary_on_headers("Cookie", "X-Requested-With")(view))


def find_article(address):
    """The published article of the parts of an address, or Http404."""
    return published_article(*(address[part] for part in ("year", "month", "day", "slug")), ARTICLES)


def find_comment(request, address, pk):
    """(article, contribution), for somebody who may read the room and sees the contribution; else Http404, which does
    not tell whether there is one."""
    article = find_article(address)
    if not can_read(request.user, article):
        raise Http404
    rows = Comment.objects.filter(shown_to(request.user), article=article).select_related("author", "reply_to")
    comment = get_object_or_404(rows, pk=pk)
    comment.article = article
    return article, comment


def answer(request, part, article, shown=None, *, status=200):
    """The part alone for the script of the article's page, else a page around it."""
    context = {"article": article, "room": room_address(article), **(shown or {})}
    if wants_fragment(request):
        response = render(request, part, context, status=status)
        response[PART] = "1"
        return response
    return render(request, "comments/contributions.html", context | {"part": part}, status=status)


def find_to_take(request, address, pk, *, typed=""):
    """(article, contribution, None) for somebody who may read the room and sees the contribution. Else a refusal
    stands in the third place, with the text that was typed: a session may have ended meanwhile, or a moderator was
    quicker."""
    article = find_article(address)
    if not can_read(request.user, article):
        verdict = can_write(request.user, article)
        return article, None, refuse(request, article, verdict, typed=typed, is_deed=True)
    try:
        return (*find_comment(request, address, pk), None)
    except Http404:
        gone = Verdict(allowed=False, reason=_("This contribution is no longer there."))
        return article, None, refuse(request, article, gone, typed=typed, is_deed=True, status=404)


def refuse(request, article, verdict, *, typed="", comment=None, is_deed=False, status=403):
    """In words, with a link that leads on and the text that was typed; back to ``comment``, where a deed with it is
    what is refused. ``is_deed``: a deed with one that is not shown."""
    told = {"reason": verdict.reason, "lead": lead_on(request.user, article), "typed": typed, "comment": comment}
    return answer(request, "comments/_refused.html", article, told | {"is_deed": is_deed or comment}, status=status)


def done(request, article, comment):
    """After a deed: the contribution as it is now for the script, else back to its place in the room."""
    if not wants_fragment(request):
        return HttpResponseRedirect(address_of(comment, request.user), status=303)
    viewer = Viewer.of(request.user, article)
    seen = Seen(contributions_for(viewer).get(pk=comment.pk), viewer)
    return answer(request, "comments/_place.html", article, {"seen": seen})


def load_again(request, article, address=None):
    """After a deed that changes more than one contribution: the script asks for the room again."""
    if wants_fragment(request):
        return HttpResponse(status=204)
    return HttpResponseRedirect(address or room_address(article), status=303)
