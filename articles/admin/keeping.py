"""What the scripts of the article's form say every few seconds: the text as typed, and that the form is open.

All answers are JSON, also to whoever may not: a script cannot follow a redirect to the sign-in page. ``state`` says
what became of it: ``ok``; ``held``, another form writes; ``unseen``, the person has another unsaved text; ``closed``,
this form was saved; ``signed_out``, ``refused``, ``other_person``, ``unknown``.
"""

from functools import wraps

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts import second_factor
from accounts.models import User
from articles import autosaves, presence, rights, working_copy
from articles.dates import local, near_words
from articles.models import Article

from . import opening
from .editing import Desk, new_content, started

MOST_REPLACED = 20
STATUS = {"held": 409, "unseen": 409, "other_person": 409, "signed_out": 401, "refused": 403, "unknown": 404}


class Refusal(Exception):
    def __init__(self, state: str):
        super().__init__(state)
        self.state = state


def answering(admin, view, *, method="POST"):
    """The view behind an address of the form's scripts. ``view(admin, request, …)`` returns a dict (or a redirect, to
    a form without scripts), or raises ``Refusal`` or PermissionDenied."""

    @never_cache
    @wraps(view)
    def answer(request, **keys):
        if request.method != method:
            return HttpResponseNotAllowed([method])
        try:
            _admit(admin, request)
            said = view(admin, request, **keys)
        except Refusal as refusal:
            said = {"state": refusal.state}
        except PermissionDenied:
            said = {"state": "refused"}
        if not isinstance(said, dict):
            return said
        return JsonResponse({"state": "ok", **said}, status=STATUS.get(said.get("state"), 200))

    return answer


def _admit(admin, request):
    """Only the person whom the form was made for, and only while they may enter."""
    if not request.user.is_authenticated:
        # Of somebody whose account was switched off the session still says who it was.
        key = request.session.get(SESSION_KEY)
        is_closed = key is not None and User.objects.filter(pk=key, is_active=False).exists()
        raise Refusal("refused" if is_closed else "signed_out")
    if second_factor.is_lacking(request):
        raise Refusal("signed_out")
    if not admin.admin_site.has_permission(request):
        raise Refusal("refused")
    if request.method == "POST" and request.POST.get("user") != str(request.user.pk):
        raise Refusal("other_person")


def _desk(admin, request, object_id) -> Desk:
    """An article that is not on the person's desk is answered like one that is not."""
    article = admin.get_queryset(request).filter(pk=object_id).first()
    if article is None:
        raise Refusal("unknown")
    if not admin.has_change_permission(request, article):
        raise PermissionDenied
    content, revision = working_copy.open_copy(article)
    return Desk(admin, request, article, content, revision)


def _opened(request) -> presence.OpenForm:
    """Every form that speaks has a key."""
    opened = opening.of(request.POST)
    if opened.key is None:
        raise PermissionDenied
    return opened


def token(admin, request):
    """After signing in again in another tab: the new token for the forms of the same person."""
    return {"token": get_token(request), "user": request.user.pk}


def autosave_new(admin, request):
    """The first text of a form without an article starts one, with nothing in its row."""
    if not rights.may_write(request.user):
        raise PermissionDenied
    opened, key = _opened(request), opening.key_in(request.POST.get("key"))
    desk = Desk(admin, request, started(request))
    form = _cleaned(desk)
    if desk.article is None:
        content = form.valid_content(working_copy.empty_content())
        untouched = [
            blank | {"language": content["language"]}
            for blank in (working_copy.empty_content(), new_content(request.user))
        ]
        if key is None or content in untouched:
            return {}
        try:
            desk.article = autosaves.start(by=request.user, key=key, language=content["language"])
        except Article.DoesNotExist:
            raise PermissionDenied from None
    desk.content, desk.revision = working_copy.open_copy(desk.article)
    said = _kept(desk, form, opened)
    return said | {
        "article": desk.article.pk,
        "action": reverse("admin:articles_article_change", args=[desk.article.pk]),
        "addresses": opening.addresses(desk.article),
        "base": desk.base or "",
        "seen": desk.shown,
    }


def autosave(admin, request, object_id):
    desk = _desk(admin, request, object_id)
    return _kept(desk, _cleaned(desk), _opened(request))


def _cleaned(desk):
    """Cleaned as for a save, before any transaction; mistakes are told, and do not keep the rest from being kept."""
    form = desk.form(desk.request.POST)
    form.is_valid()
    return form


def _kept(desk, form, opened) -> dict:
    """Writes the text down, whoever holds the article: the row is the person's own, and touches nobody's."""
    person = desk.request.user
    before = autosaves.of(desk.article, person)
    shown = working_copy.read(before) if before and before.created_at == opened.known else desk.content
    content = form.valid_content(shown)
    said = _here(desk, opened)
    if said["state"] == "closed":
        return said
    if not said["holds"]:
        said["state"] = "held"
    try:
        if before or content != working_copy.empty_content() | desk.content:
            base = form.cleaned_data.get("base")
            kept = autosaves.keep(desk.article, content, base=base, by=person, form=opened)
            if kept is None:
                return {"state": "closed"}
            said["known"] = kept.created_at.isoformat()
    except autosaves.Unseen as unseen:
        sentence = _("Another text of yours, from {when}, is kept and not saved yet.")
        return said | {"state": "unseen", "unseen": sentence.format(when=near_words(unseen.kept.created_at))}
    words = _("Saved at {time}") if said["holds"] else _("Kept under your name at {time}")
    said["saved"] = words.format(time=f"{local(timezone.now()):%H:%M:%S}")
    said["problems"] = _problems(form)
    if "leaving" in desk.request.POST:
        presence.leave(desk.article, by=person, key=opened.key)
    return said


def _problems(form) -> str:
    """Which fields are kept by the browser alone, and why."""
    names = [name for name in form.errors if name in working_copy.empty_content()]
    wrong = [f"{form.fields[name].label} ({form.errors[name][0]})" for name in names]
    return _("On this device only: {fields}").format(fields=", ".join(wrong)) if wrong else ""


def here(admin, request, object_id):
    """The form is open; nothing was typed since."""
    return _here(_desk(admin, request, object_id), _opened(request))


def _here(desk, opened) -> dict:
    replaces = [opening.key_in(key) for key in desk.request.POST.getlist("replaces")[:MOST_REPLACED]]
    returns, person = "returns" in desk.request.POST, desk.request.user
    mine = presence.come(desk.article, by=person, key=opened.key, replaces=replaces, returns=returns)
    return _presence_words(desk, mine)


def take_over(admin, request, object_id):
    """« Prendre la main »: whoever wrote is told when their form speaks next."""
    desk, opened = _desk(admin, request, object_id), _opened(request)
    return _presence_words(desk, presence.take_over(desk.article, by=request.user, key=opened.key))


def leave(admin, request, object_id):
    presence.leave(_desk(admin, request, object_id).article, by=request.user, key=_opened(request).key)
    return {}


def discard(admin, request, object_id):
    """« L’écarter »: the unsaved text that the form offered, and no other. ``page`` asks for a page as the answer."""
    article = _desk(admin, request, object_id).article
    if at := opening.instant_in(request.POST.get("at")):
        autosaves.discard(article, by=request.user, at=at)
    is_gone = not Article.objects.filter(pk=article.pk).exists()
    if "page" not in request.POST:
        return {"is_gone": is_gone}
    if is_gone:
        return redirect("admin:articles_article_changelist")
    return redirect("admin:articles_article_change", article.pk)


def _presence_words(desk, mine) -> dict:
    if mine.saved_at:
        return {"state": "closed"}
    said, person = {"state": "ok", "holds": mine.held_at is not None}, desk.request.user
    if not said["holds"]:
        holder = presence.holder(desk.article)
        said["writing"] = opening.writing_words(holder, person)
        said["taken"] = opening.taken_words(holder, person) if holder else ""
    base = desk.request.POST.get("base", "")
    if desk.revision and base != str(desk.revision.pk):
        said["newer"] = opening.saved_since_words(desk.revision, person)
    return said
