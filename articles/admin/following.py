"""What the cards beside the article's form ask and send without the form: small answers, each with its own check.

A card's button that comes without a script (of those who may read the article and not change it) is answered with the
whole page.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles import colleagues, notes, rights, working_copy
from articles.models import Article
from web.fragments import wants_fragment
from web.stems import folded

from . import cards, editing
from .cards import Cards

STEPS = {
    "following": {cards.FOLLOW, cards.RAISE, cards.CLEAR},
    "notes": {cards.NOTE, cards.READ},
}
SUGGESTED = 8


@never_cache
@require_POST
def card(request, object_id, name, *, desk_admin):
    """Keeps what is filled in the card « following » or « notes », does what its button says, and shows it again."""
    desk = editing.opened(desk_admin, request, str(object_id))
    step, _colon, key = request.POST.get("step", "").partition(":")
    if step not in STEPS[name] or (name == "following" and not desk.may_edit):
        raise PermissionDenied
    desk.cards = Cards(request.user, desk.article, request.POST, step, key)
    if not desk.cards.is_valid():
        return _answer(desk, name, status=422)
    told = [*desk.cards.keep(desk.article), desk.cards.take()]
    if wants_fragment(request):
        desk.article.refresh_from_db()
        return _answer(desk, name, said=told)
    for sentence in told:
        messages.info(request, sentence)
    return redirect(reverse("admin:articles_article_change", args=[desk.article.pk], fragment=name))


def _answer(desk, name, *, said=(), status=200):
    if not wants_fragment(desk.request):
        return editing.again(desk, status=status)
    show = desk.cards.notes_card if name == "notes" else desk.cards.following_card
    context = {name: show(may_edit=desk.may_edit), "may_edit": desk.may_edit, "said": said}
    return TemplateResponse(desk.request, f"admin/articles/article/_{name}.html", context, status=status)


@never_cache
@require_POST
def check(request, object_id=None, *, desk_admin):
    """« Avant parution » of what is typed now: cleaned as by saving, and not saved."""
    if object_id is None:
        if not rights.may_write(request.user):
            raise PermissionDenied
        desk = editing.Desk(desk_admin, request)
    else:
        desk = editing.opened(desk_admin, request, str(object_id))
        if not desk.may_edit:
            raise PermissionDenied
    form = desk.form(request.POST)
    form.is_valid()
    content = _typed(form, desk.content or working_copy.empty_content())
    shown = cards.checklist_card(desk.article, content, form, desk.rules)
    return TemplateResponse(request, "admin/articles/article/_checklist.html", {"checklist": shown})


def _typed(form, saved) -> dict:
    """The content as far as its fields are right; of the others, what was saved."""
    plain = {name: form.cleaned_data.get(name, saved[name]) for name in saved if name != "section"}
    section = form.cleaned_data.get("section")
    return {**plain, "section": section.pk if section else None}


@never_cache
@require_safe
def suggest_colleagues(request, object_id, *, desk_admin):
    """Who may be mentioned in a note on the article, for whoever may write one."""
    article = Article.objects.on_desk_of(request.user).filter(pk=object_id).first()
    if article is None or not rights.may_see(request.user, article):
        raise Http404
    words = folded(request.GET.get("q", "")[: notes.LONGEST]).split()
    people = [one for one in colleagues.who_may_see(article) if one.name and one != request.user]
    found = [one for one in people if all(word in folded(one.name) for word in words)]
    return JsonResponse({"results": [{"id": one.pk, "label": one.name} for one in found[:SUGGESTED]]})


@require_POST
def read_mentions(request, object_id, *, desk_admin):
    """From the first page; of somebody who is not mentioned there it changes nothing, and says nothing."""
    article = Article.objects.on_desk_of(request.user).filter(pk=object_id).first()
    if article is not None:
        notes.take_as_read(article, by=request.user)
    return redirect("admin:index")
