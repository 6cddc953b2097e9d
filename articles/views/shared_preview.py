"""A working copy for whoever was sent its link: no account, no cookie, in no cache, and neutral beyond its page."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from articles import preview, preview_links, rights
from articles.dates import zone_words
from articles.models import Newspaper
from articles.preview_forms import RemarkForm
from web.limits import Limit

from .article import with_frames

BAD_TOKENS = Limit("preview-token", times=30, seconds=600)
REMARKS = Limit("preview-remark", times=10, seconds=600)
OPENINGS = Limit("preview-opening", times=30, seconds=600)
# Of a request that another site made a browser send; whoever sends none is asked for the token alone.
OWN_SITES = {"same-origin", "none"}


def secluded(view):
    """What every answer under a link's address has, refusals included. The token is the whole of what one needs, so
    there is no CSRF cookie either; the language is the newspaper's, whoever is signed in."""

    @wraps(view)
    def guarded(request, token):
        with translation.override(settings.LANGUAGE_CODE):
            response = _judged(view, request, token)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        response["Content-Language"] = settings.LANGUAGE_CODE
        return response

    return csrf_exempt(never_cache(guarded))


def _judged(view, request, token):
    """Calls the view with the link if it serves. Bad tokens are counted; a good one opens all the same, since many
    phones share an address."""
    link = preview_links.find(token)
    if link is None and BAD_TOKENS.take(request):
        return render(request, "404.html", status=404)
    if link is None:
        return _too_many(request, BAD_TOKENS)
    if not preview_links.serves(link):
        return render(request, "articles/preview_ended.html", {"typed": request.POST.get("text", "")}, status=410)
    return view(request, link, token)


@secluded
@require_safe
@with_frames
def shared_preview(request, link, token):
    return _page(request, link, token, RemarkForm())


@secluded
@require_POST
def shared_preview_opened(request, link, token):
    """Told by the page's script: programs that only look at an address open nothing. Colleagues do not count."""
    if _comes_from_elsewhere(request):
        return HttpResponse(status=403)
    if not _is_colleague(request, link) and OPENINGS.take(request):
        preview_links.note_opening(link)
    return HttpResponse(status=204)


@secluded
@require_POST
@with_frames
def shared_preview_remark(request, link, token):
    if _comes_from_elsewhere(request):
        return HttpResponse(status=403)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _page(request, link, token, form, status=422)
    if not REMARKS.take(request):
        form.add_error(None, translation.gettext("Too many requests. Wait a little, then try again."))
        return _page(request, link, token, form, status=429)
    sent = form.cleaned_data
    try:
        preview_links.leave_remark(link, guest=sent["name"], text=sent["text"], kind=sent["kind"], key=sent["key"])
    except preview_links.PreviewError as error:
        form.add_error(None, str(error))
        return _page(request, link, token, form, status=422)
    if not request.POST.get("opened"):
        preview_links.note_opening(link)
    return HttpResponseRedirect(reverse("shared_preview_thanks", args=[token]), status=303)


@secluded
@require_safe
def shared_preview_thanks(request, link, token):
    return render(request, "articles/preview_thanks.html", {"token": token})


def _page(request, link, token, form, *, status=200):
    shown = preview.of(link.article)
    context = {
        **shown.page("subscriber"),
        "sentence": shown.sentence,
        "link": link,
        "zone": zone_words(Newspaper.current().place),
        "token": token,
        "form": form,
        "opened": request.POST.get("opened", ""),
    }
    return render(request, "articles/shared_preview.html", context, status=status)


def _too_many(request, limit):
    response = render(request, "accounts/too_many_requests.html", status=429)
    response["Retry-After"] = str(limit.seconds)
    return response


def _comes_from_elsewhere(request) -> bool:
    return request.headers.get("Sec-Fetch-Site", "none") not in OWN_SITES


def _is_colleague(request, link) -> bool:
    """Only of those who are signed in; a guest's request looks for no session."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and rights.may_see(request.user, link.article)
