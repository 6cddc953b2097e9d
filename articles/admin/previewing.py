"""The preview of a working copy in the back office, and the card of the article's form that shares it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from articles import picks, preview, preview_links, rights
from articles.models import Article, Note, PreviewLink
from articles.preview_forms import LinkForm
from articles.views.article import with_frames
from web.fragments import wants_fragment

REMARKS_SHOWN = 50
WIDTHS = {
    "phone": (pgettext_lazy("width", "Phone"), 360),
    "tablet": (pgettext_lazy("width", "Tablet"), 768),
    "desktop": (pgettext_lazy("width", "Computer"), 1280),
}
framed_by_us = csp_replace({"frame-ancestors": [SELF]})
frames_us = csp_update({"frame-src": [SELF]})


def routes(admin_site) -> list:
    views = [
        ("", show, "preview"),
        ("page/", show_page, "preview_page"),
        ("link/", make_link, "preview_link"),
        ("revoke/", revoke_link, "preview_revoke"),
    ]
    return [
        path(
            f"<int:pk>/preview/{route}",
            admin_site.admin_view(view),
            {"site": admin_site},
            name=f"articles_article_{name}",
        )
        for route, view, name in views
    ]


@require_safe
@frames_us
def show(request, site, pk):
    """The page in a frame of a chosen width, as one kind of reader gets it: always what is saved."""
    article = _article(request, pk)
    shown = preview.of(article)
    reader, width = _asked(request, "as", preview.READERS), _asked(request, "width", WIDTHS)
    chosen = {"as": reader, "width": width}
    context = {
        **site.each_context(request),
        "title": _("Preview: {article}").format(article=article),
        "is_popup": True,
        "article": article,
        "shown": shown,
        "missing": picks.articles(shown.hidden(), request.user),
        "readers": _switches("as", {key: (words, "") for key, words in preview.READERS.items()}, chosen),
        "widths": _switches("width", WIDTHS, chosen),
        "width": width,
        "frame": reverse("admin:articles_article_preview_page", args=[pk], query={"as": reader}),
        "preview": card(article, request.user),
    }
    return TemplateResponse(request, "admin/articles/article/preview.html", context)


@require_safe
@framed_by_us
@xframe_options_sameorigin
@with_frames
def show_page(request, site, pk):
    """The bare page for the frame, in the newspaper's language as for readers."""
    article, reader = _article(request, pk), _asked(request, "as", preview.READERS)
    with translation.override(settings.LANGUAGE_CODE):
        response = render(request, "articles/preview_page.html", preview.of(article).page(reader))
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Language"] = settings.LANGUAGE_CODE
    return response


@require_POST
def make_link(request, site, pk):
    article, form = _article(request, pk), LinkForm(request.POST)
    if not rights.may_edit(request.user, article):
        raise PermissionDenied
    if not form.is_valid():
        return _answer(request, article, form=form)
    preview_links.make(article, by=request.user, **form.cleaned_data)
    return _answer(request, article, said=_("The link is made: copy it below, and send it."))


@require_POST
def revoke_link(request, site, pk):
    article, key = _article(request, pk), request.POST.get("link", "")
    link = PreviewLink.objects.filter(article=article, pk=key if key.isdecimal() and len(key) < 19 else None).first()
    if link is None:
        raise Http404
    preview_links.revoke(link, by=request.user)
    return _answer(request, article, said=_("The link is revoked: it opens nothing any more."))


@dataclass(frozen=True)
class SharedLink:
    """A live link as the card lists it."""

    link: PreviewLink
    address: str
    may_revoke: bool


def card(article, user, form=None, *, notes=None) -> dict:
    """What the card shows, in a constant number of queries: links that are live, and what guests left. ``notes`` are
    all of the article, newest first, where they are known."""
    may_make = rights.may_edit(user, article)
    may_have = may_make and getattr(article, "has_links", True)
    live = article.preview_links.live().with_openings().select_related("article", "created_by") if may_have else []
    if notes is None:
        notes = article.notes.exclude(kind=Note.Kind.NOTE)[:REMARKS_SHOWN]
    remarks = [note for note in notes if note.kind != Note.Kind.NOTE]
    may_publish = rights.may_publish(user)
    return {
        "article": article,
        "may_make": may_make,
        "form": form or LinkForm(),
        "usual": preview_links.USUAL_LIFETIME,
        "links": [
            SharedLink(link, preview_links.address_of(link), may_publish or link.created_by_id == user.pk)
            for link in live
        ],
        "remarks": remarks[:REMARKS_SHOWN],
    }


def _article(request, pk) -> Article:
    """To those who may not see it, an article is one that is not there."""
    article = Article.objects.filter(pk=pk).first()
    if article is None or not rights.may_see(request.user, article):
        raise Http404
    return article


def _answer(request, article, *, said="", form=None):
    """The card anew for the script of the form that it stands in; else the preview's page, which has it too."""
    if wants_fragment(request):
        context = {"preview": card(article, request.user, form), "said": said}
        return render(request, "admin/articles/article/_links.html", context, status=422 if form else 200)
    for sentences in form.errors.values() if form else ():
        messages.error(request, sentences[0])
    if said:
        messages.success(request, said)
    return redirect(f"{reverse('admin:articles_article_preview', args=[article.pk])}#preview-links")


def _asked(request, name, known) -> str:
    """The value of the query, or the first one there is."""
    value = request.GET.get(name, "")
    return value if value in known else next(iter(known))


def _switches(name, entries, chosen) -> list[dict]:
    return [
        {
            "label": label,
            "detail": detail,
            "url": "?" + urlencode(chosen | {name: key}),
            "is_chosen": chosen[name] == key,
        }
        for key, (label, detail) in entries.items()
    ]
