"""The contributions to an article, or of a person, to take away; the journal says who did."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts.models import User
from articles.models import Article
from comments import exports
from comments.models import Comment
from journal.recording import record
from web.spreadsheets import csv_response

from . import guard

FORMATS = ("csv", "json")


def routes(site):
    kinds = [("articles", of_article), ("people", of_person)]
    return [
        path(
            f"contributions/{kind}/<int:pk>/export/<slug:form>/",
            site.admin_view(view),
            {"site": site},
            name=f"moderation_export_{kind}",
        )
        for kind, view in kinds
    ]


@guard.deed
def of_article(request, site, pk, form):
    article = get_object_or_404(Article, pk=pk)
    return _answer(request, form, article, Comment.objects.filter(article=article))


@guard.deed
def of_person(request, site, pk, form):
    person = get_object_or_404(User, pk=pk, erased_at=None)
    return _answer(request, form, person, Comment.objects.filter(author=person))


def _answer(request, form, what, comments):
    if form not in FORMATS or not comments.exists():
        raise Http404
    label = what.public_name if isinstance(what, User) else str(what.headline)
    record(gettext_noop("Contributions exported"), what, by=request.user, label=label, detail=form)
    file = f"contributions-{what._meta.model_name}-{timezone.localdate():%Y-%m-%d}"
    if form == "csv":
        return csv_response(file, exports.header(), exports.table(comments))
    response = JsonResponse(list(exports.rows(comments)), safe=False, json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = f'attachment; filename="{file}.json"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
