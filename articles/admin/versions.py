"""An article's history in the back office: its versions, two of them side by side, naming one, going back to one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import history as histories
from articles import versions, working_copy
from articles.content_words import compared
from articles.dates import instant_words, zone_words
from articles.fields import LARGEST_ID
from articles.models import Article, Newspaper
from web.keyset import NEWER, OLDER, page_of

A_PAGE = 30
# As many as a list can be looked through; older ones are found by the pages of the history.
CHOICES = 300


def urls(admin):
    """Beside the history, whose address is the stock one."""
    routes = [
        ("<path:object_id>/compare/", compare, "compare"),
        ("<path:object_id>/restore/<int:key>/", restore, "restore"),
        ("<path:object_id>/name/<int:key>/", name, "name"),
    ]
    return [
        path(route, admin.admin_site.admin_view(view), {"admin": admin}, name=f"articles_article_{name}")
        for route, view, name in routes
    ]


def history(request, object_id, admin):
    article = _article(admin, request, object_id)
    saved = histories.visible_to(request.user, article).filter(is_autosave=False)
    page, newest = page_of(saved, request, size=A_PAGE, instant="created_at"), working_copy.newest(article)
    context = {
        "page": page,
        "lines": histories.lines_of(article, page.items, newest),
        "typed": [
            {"revision": revision, "words": histories.said_of_autosave(revision)}
            for revision in histories.typed(article, request.user)
        ],
        "is_first_page": page.newer_url is None,
        "newest": newest,
        "place": _place(request),
        "zone": zone_words(Newspaper.current().place),
    }
    return _shown(admin, request, article, "history", title=_("History"), context=context)


@require_safe
def compare(request, object_id, admin):
    """``?from=<revision>&to=<revision>``; without them, what the last save changed."""
    article = _article(admin, request, object_id)
    seen, newest = histories.visible_to(request.user, article), working_copy.newest(article)
    if newest is None:
        return redirect("admin:articles_article_history", article.pk)
    after = _revision(seen, request.GET.get("to") or newest.pk)
    before = _revision(seen, request.GET.get("from") or after.base_id or after.pk)
    listed = list(seen.order_by("-pk")[:CHOICES])
    shared = histories.sharing_a_minute([*listed, before, after])
    contents = [working_copy.read(revision) for revision in (before, after)]
    context = {
        "comparison": compared(*contents, request.user),
        "sides": [
            {
                "revision": revision,
                "title": versions.title(revision, to_the_second=revision.pk in shared),
                "is_newest": revision.pk == newest.pk,
            }
            for revision in (before, after)
        ],
        "before": before,
        "after": after,
        "newest": newest,
        "choices": [(revision.pk, _choice(revision, revision.pk in shared)) for revision in listed],
        "zone": zone_words(Newspaper.current().place),
    }
    return _shown(admin, request, article, "compare", title=_("Compare two versions"), context=context)


@require_POST
def restore(request, object_id, key, admin):
    article = _article(admin, request, object_id)
    revision = _revision(histories.visible_to(request.user, article), key)
    base = request.POST.get("base", "")
    base = int(base) if base.isdecimal() and len(base) < 19 else None
    try:
        restored, lost = versions.restore(article, revision, base=base, by=request.user)
    except working_copy.Conflict as conflict:
        return _not_restored(request, article, revision, conflict.newest)
    if restored.pk == base:
        messages.info(request, _("The newest version holds exactly this already: nothing was changed."))
        return redirect("admin:articles_article_history", article.pk)
    done = _("Restored: {version}. Readers see no change until you publish it; what was newest stays in the history.")
    messages.success(request, done.format(version=versions.title(revision)))
    for sentence in lost:
        messages.warning(request, sentence)
    return redirect("admin:articles_article_change", article.pk)


@require_POST
def name(request, object_id, key, admin):
    article = _article(admin, request, object_id)
    revision = _revision(histories.visible_to(request.user, article), key)
    typed = request.POST.get("name", "")
    try:
        versions.name_version(revision, typed, by=request.user)
    except versions.VersionError as error:
        context = {"revision": revision, "version": versions.title(revision), "typed": typed, "error": str(error)}
        context["place"] = _place(request)
        title = _("Name this version")
        return _shown(admin, request, article, "name_version", title=title, context=context, status=422)
    said = _("This version is now called “{name}”.") if revision.name else _("This version has no name any more.")
    messages.success(request, said.format(name=revision.name))
    address = reverse("admin:articles_article_history", args=[article.pk])
    return redirect(f"{address}?{_place(request)}#version-{revision.pk}")


def _not_restored(request, article, revision, newest):
    said = _("Not restored: {who} saved this article meanwhile, {when}. Here is what would change now; restore again.")
    messages.error(request, said.format(who=newest.author or "—", when=instant_words(newest.created_at)))
    query = {"from": newest.pk, "to": revision.pk}
    return redirect(reverse("admin:articles_article_compare", args=[article.pk], query=query))


def _article(admin, request, object_id):
    """Whoever may not see the article learns no more than of one that is not."""
    article = admin.get_queryset(request).filter(pk=object_id if object_id.isdecimal() else None).first()
    if article is None:
        raise Http404
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def _revision(seen, key):
    """One of those that the person sees of this article, with its text."""
    key = int(key) if str(key).isdecimal() and len(str(key)) < 20 else 0
    revision = seen.defer(None).filter(pk=key).first() if 0 < key <= LARGEST_ID else None
    if revision is None:
        raise Http404
    return revision


def _place(request) -> str:
    """The page of the history that the person is on, as a query."""
    return urlencode({key: request.GET[key] for key in (OLDER, NEWER) if key in request.GET})


def _choice(revision, shares_minute) -> str:
    when = instant_words(revision.created_at, to_the_second=shares_minute)
    return " · ".join(filter(None, [when, str(revision.author or ""), revision.name]))


def _shown(admin, request, article, template, *, title, context, status=200):
    context = {
        **admin.admin_site.each_context(request),
        "title": title,
        "subtitle": str(article),
        "opts": Article._meta,
        "article": article,
        "longest_name": versions.LONGEST_NAME,
        "may_edit": admin.has_change_permission(request, article),
        **context,
    }
    return TemplateResponse(request, f"admin/articles/article/{template}.html", context, status=status)
