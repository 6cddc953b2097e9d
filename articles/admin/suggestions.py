"""Search-as-you-type for the article's form: JSON answers to ``?q=words``, or to ``?id=1&id=2`` for what is known.

Accents and case do not matter among the newest rows, on both databases; older rows must hold the words as typed.
"""

import re
from functools import reduce, wraps
from operator import itemgetter, or_

from django.core.exceptions import PermissionDenied
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import picks, tag_names
from articles.models import Article, Tag
from authors.models import Author
from pictures.models import Picture
from web.stems import folded

LIMIT = 12
WINDOW = 3000
LONGEST_QUERY = 100
LARGEST_ID = 2**63 - 1


def for_writers(view):
    """Only those who may write or change articles are answered; a GET, never kept."""

    @never_cache
    @require_safe
    @wraps(view)
    def guarded(request):
        user = request.user
        may = user.has_perm("articles.change_article") or user.has_perm("articles.add_article")
        if not (user.is_staff and may):
            raise PermissionDenied
        return JsonResponse({"results": view(request)})

    return guarded


@for_writers
def suggest_articles(request):
    viewer = request.user
    rows = Article.objects.visible_to(viewer).order_by("-changed_at", "-pk")
    if viewer.has_perm("articles.view_article"):
        fields = ("working_title", "kicker", "headline")
    else:
        public = Concat(F("kicker"), Value(" "), F("headline"))
        rows = rows.annotate(public_title=Case(When(headline="", then=F("working_title")), default=public))
        fields = ("public_title",)
    ids = _found(request, rows, fields)
    known = picks.articles(ids, viewer)
    if viewer.has_perm("articles.view_article"):
        return known
    # A number that no article has is answered like one that they may not see.
    by_id = {one["id"]: one for one in known}
    return [by_id.get(id_) or picks.unopened(id_) for id_ in ids]


@for_writers
def suggest_authors(request):
    return picks.authors(_found(request, Author.objects.order_by("-pk"), ("name",)))


@for_writers
def suggest_tags(request):
    known = tag_names.known_to(request.user, Tag.objects.order_by("-pk"))
    names = known.in_bulk(ids := _found(request, known, ("name",)))
    return [{"id": id_, "label": names[id_].name, "detail": ""} for id_ in ids if id_ in names]


@for_writers
def suggest_pictures(request):
    return picks.pictures(_found(request, Picture.objects.order_by("-added_at", "-pk"), ("caption", "alt", "credit")))


def _found(request, rows, fields) -> list[int]:
    """Primary keys, at most ``LIMIT``: those asked for, or those of the rows that hold all words, in order."""
    if asked := request.GET.getlist("id"):
        known = [int(one) for one in asked[:LIMIT] if one.isdecimal() and len(one) < 20]
        return [id_ for id_ in known if 0 < id_ <= LARGEST_ID]
    return search(rows, fields, request.GET.get("q", ""))


def search(rows, fields, text) -> list[int]:
    """Primary keys, at most ``LIMIT``, of the rows that hold all words of the text: first those of which words begin
    with them, then in the rows' order."""
    words = text.replace("\x00", "")[:LONGEST_QUERY].split()
    if not words:
        return list(rows.values_list("pk", flat=True)[:LIMIT])
    newest = list(rows.values_list("pk", *fields)[:WINDOW])
    wanted = [folded(word) for word in words]
    held = ((pk, folded(" ".join(texts))) for pk, *texts in newest)
    matching = [(not _begin_all(wanted, text), pk) for pk, text in held if _has_all(wanted, text)]
    found = [pk for _is_within, pk in sorted(matching, key=itemgetter(0))][:LIMIT]
    if len(found) < LIMIT and len(newest) == WINDOW:
        found += _older(rows, fields, words).exclude(pk__in=found).values_list("pk", flat=True)[: LIMIT - len(found)]
    return found


def _has_all(words, text):
    return all(word in text for word in words)


def _begin_all(words, text):
    return all(re.search(rf"\b{re.escape(word)}", text) for word in words)


def _older(rows, fields, words):
    for word in words:
        rows = rows.filter(reduce(or_, [Q(**{f"{field}__icontains": word}) for field in fields]))
    return rows
