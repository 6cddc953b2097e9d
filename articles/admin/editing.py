"""The article's form: an own view, because the stock one writes the row that readers see.

Every button saves the working copy first, then takes its step, so that no press of a button loses a word.
"""

import datetime as dt
import uuid
from dataclasses import astuple, dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import checklist, presence, rights, state, workflow, working_copy
from articles.access import is_answer
from articles.content_words import compared
from articles.dates import zone_words
from articles.fields import bind
from articles.forms import ArticleForm, close_contributions
from articles.models import Article, Byline, Correction, Newspaper, PreviewLink, ReplyRequest, Revision
from articles.picks import Shelf
from articles.rendering import render_body
from authors.models import Author

from . import after_publication, cards, opening, previewing
from .cards import Cards
from .steps import STEPS, buttons_of

STEPS_SHOWN = 8
# Beyond it, a date of publication is a slip of the pen.
FARTHEST = dt.timedelta(days=2 * 366)
# Fields that are folded away until they hold something.
RARE = ("embargo_until", "unpublish_at", "breaking_until", "slug")


@dataclass
class Desk:
    """One opening of the form: who, at which article, from which working copy; ``resumed`` is the person's autosave
    where it is that which the form shows."""

    admin: object
    request: object
    article: Article | None = None
    content: dict | None = None
    revision: Revision | None = None
    resumed: Revision | None = None
    is_saved: bool = False
    cards: Cards | None = None
    shelf: Shelf | None = None

    @property
    def base(self) -> int | None:
        if self.resumed:
            return self.resumed.base_id
        return self.revision.pk if self.revision else None

    @property
    def shown(self) -> str:
        """Status and instants in one text: what the form shows, and must still hold when a button is pressed."""
        if self.article is None:
            return ""
        version = self.waiting
        waiting = [version.pk, version.go_live_at] if version else []
        return " ".join(map(str, [self.article.status, *astuple(workflow.Instants.of(self.article)), *waiting]))

    @cached_property
    def waiting(self) -> Revision | None:
        """The version of a live article that waits for its hour."""
        if self.article is None or getattr(self.article, "changes_at", True) is None:
            return None
        return self.article.revisions.scheduled().first()

    @cached_property
    def may_edit(self):
        return self.article is None or self.admin.has_change_permission(self.request, self.article)

    @property
    def may_publish(self):
        return rights.may_publish(self.request.user)

    @cached_property
    def rules(self):
        return checklist.rules()

    @property
    def was_seen(self):
        return self.article is not None and workflow.was_seen(self.article, timezone.now())

    def form(self, data=None):
        version = self.waiting
        form = ArticleForm(
            data,
            content=self.content,
            instants=workflow.Instants.of(self.article) if self.article else None,
            changes_at=version and version.go_live_at,
            base=self.base,
            seen=self.shown,
            may_publish=self.may_publish,
        )
        for field in form.fields.values():
            field.disabled = field.disabled or not self.may_edit
        self.shelf = bind(form, viewer=self.request.user, article=self.article)
        if self.article and is_answer(self.article):
            close_contributions(form)
        form.fields["kicker"].widget.attrs["autofocus"] = self.article is None and data is None
        if mark := checklist.longest_headline(self.rules):
            form.fields["headline"].widget.attrs["data-mark"] = mark
        form.fields["slug"].widget.attrs["placeholder"] = self.article.slug if self.article else ""
        return form


def add(admin, request):
    if not rights.may_write(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _page(desk := Desk(admin, request, content=new_content(request.user)), desk.form())
    article = started(request)
    if article is None:
        return _post(Desk(admin, request))
    # The form was sent before, and the person pressed again: it goes on with the article that it started.
    content, revision = working_copy.open_copy(article)
    desk = Desk(admin, request, article, content, revision)
    if revision is None or revision.author_id == request.user.pk:
        request.POST = request.POST.copy()
        request.POST["base"], request.POST["seen"] = desk.base or "", desk.shown
    return _post(desk)


def new_content(user) -> dict:
    """Whoever signs articles signs the one that they start."""
    authors = Author.objects.filter(user=user).values_list("pk", flat=True)
    bylines = [{"author": key, "role": Byline.Role.AUTHOR.value} for key in authors]
    return working_copy.empty_content() | {"bylines": bylines}


def started(request):
    """The article that this very form has started, if it was sent before by this person."""
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return None
    return Article.objects.filter(creation_key=key, created_by=request.user).first()


def opened(admin, request, object_id) -> Desk:
    """The article and its newest working copy, for those who may see it; Http404 where the person has none such."""
    rows = admin.get_queryset(request).select_related("assignee", "answered_request__article").prefetch_related(None)
    rows = _with_what_hangs_on_it(rows, request.user)
    article = rows.filter(pk=object_id if object_id.isdecimal() else None).first()
    if article is None:
        raise Http404
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    return Desk(admin, request, article, *working_copy.open_copy(article))


def _with_what_hangs_on_it(articles, user):
    """With whether there is any of what most articles have none of: the form asks for it only then."""
    own = {"article": OuterRef("pk")}
    return articles.annotate(
        has_autosave=Exists(Revision.objects.filter(**own, is_autosave=True, author=user)),
        has_corrections=Exists(Correction.objects.filter(**own)),
        has_requests=Exists(ReplyRequest.objects.filter(**own)),
        has_links=Exists(PreviewLink.objects.filter(**own)),
    )


def change(admin, request, object_id):
    desk = opened(admin, request, object_id)
    article = desk.article
    if request.method != "POST":
        opening.resume(desk)
        return _page(desk, desk.form())
    if not admin.has_change_permission(request, article):
        raise PermissionDenied
    return _post(desk)


def _post(desk):
    """Saves the working copy, takes the step of the pressed button, and says what happened."""
    form, shown = desk.form(desk.request.POST), desk.shown
    name, _colon, key = desk.request.POST.get("step", "save").partition(":")
    desk.cards = Cards(desk.request.user, desk.article, desk.request.POST, name, key)
    if name == opening.RESUME:
        return _page(desk, form)
    step = STEPS.get(name)
    if step is None or (step.publishes and not desk.may_publish):
        raise PermissionDenied
    if not all([form.is_valid(), desk.cards.is_valid()]):
        messages.error(
            desk.request, _("Nothing was saved yet: correct what is marked below. Your text is still here.")
        )
        return _page(desk, form, status=422)
    if refused := _saved_or_refused(desk, form):
        return refused
    if desk.revision is None:
        sentence = (
            _("This form has been sent already: you find its article under “My drafts”.")
            if _is_written(form.content())
            else _("There is nothing to save yet: write a headline or a text first.")
        )
        form.add_error("headline", sentence)
        return _page(desk, form, status=422)
    for told in desk.cards.keep(desk.article):
        messages.warning(desk.request, told)
    if form.cleaned_data["seen"] != shown:
        return _refused(desk, form, workflow.WorkflowError(workflow.changed_meanwhile()))
    return _take(desk, form, step)


def _take(desk, form, step):
    if step.is_asked_first and desk.was_seen and not _is_confirmed(desk, form):
        return _page(desk, _rebased(desk, form), status=422 if form.errors else 200, asks=True)
    try:
        if step.needs_the_future:
            _refuse_slips(desk, form)
        _keep_dates(desk, form)
        done = step.take(desk, form)
    except workflow.WorkflowError as error:
        return _refused(desk, form, error)
    messages.success(desk.request, done)
    return redirect(reverse("admin:articles_article_change", args=[desk.article.pk], fragment=step.card or None))


def _saved_or_refused(desk, form):
    """None when the text is saved; otherwise the page that says why not, with the text in it."""
    try:
        _save(desk, form)
    except working_copy.Conflict as conflict:
        return _conflict(desk, form, conflict.newest)
    except presence.Held as held:
        return _page(desk, form, status=409, holder=held.holder)
    return None


def _save(desk, form):
    content, opened = form.content(), opening.of(desk.request.POST)
    is_bare = desk.article is None or (desk.revision is None and not desk.article.headline)
    if is_bare and not _is_written(content):
        return
    if desk.article is None:
        desk.article, desk.revision = _start(desk, content, form.cleaned_data["key"], opened)
    else:
        base = form.cleaned_data["base"]
        desk.revision = working_copy.save(desk.article, content, base=base, by=desk.request.user, form=opened)
    desk.content, desk.is_saved = content, desk.revision is not None


def _is_written(content) -> bool:
    return any(content[name] for name in ("kicker", "headline", "standfirst", "body"))


def _start(desk, content, key, opened):
    """A form whose key serves already, sent twice at once or by somebody else, starts nothing."""
    try:
        return working_copy.start(content, by=desk.request.user, key=key, form=opened)
    except IntegrityError:
        return None, None


def _keep_dates(desk, form):
    """Dates of an article that is not approved are a plan, noted whatever becomes of the step."""
    is_planned = desk.article.status in {Article.Status.DRAFT, Article.Status.TO_REVIEW}
    if desk.may_publish and is_planned and form.instants() != form.instants_before:
        workflow.plan(desk.article, form.instants(), by=desk.request.user)
        desk.article.refresh_from_db()


def _is_confirmed(desk, form) -> bool:
    """Readers lose something that they have seen: the step asks once more, and says why in a note."""
    if "confirmed" not in desk.request.POST:
        return False
    if not form.cleaned_data["note"].strip():
        form.add_error("note", _("Say in a note why the article is withdrawn."))
    return not form.errors


def _refuse_slips(desk, form):
    """A date in the far future is a year mistyped. With one that has passed, an article that readers never saw would
    be online at once, dated back, under a button that says otherwise.

    The verb allows both, for imports and for the dates of what is live."""
    instants = form.instants()
    begins = max(filter(None, [instants.published_at, instants.embargo_until]), default=None)
    if begins and begins > timezone.now() + FARTHEST:
        sentence = _("This is more than two years away: check the year.")
        raise workflow.WorkflowError({"published_at": sentence})
    if instants.published_at and begins <= timezone.now() and not desk.was_seen:
        sentence = _("This hour has passed: choose a later one. To publish at once, choose “Publish now”.")
        raise workflow.WorkflowError({"published_at": sentence})


def _refused(desk, form, error):
    """The working copy is saved and the step was not taken: the sentences stand beside their fields."""
    for field, sentence in error.problems.items():
        form.add_error(field if field in form.fields else None, sentence)
    messages.warning(
        desk.request,
        _("Your text is saved, but the step was not taken: see what is marked below. Readers see no change."),
    )
    return _page(desk, _rebased(desk, form), status=422)


def _conflict(desk, form, newest):
    """Somebody saved meanwhile: shows who, when and what, and keeps all that was typed; saving again goes on top."""
    desk.revision = newest
    theirs, base = working_copy.read(newest), form.cleaned_data["base"]
    conflict = {
        "revision": newest,
        "comparison": compared(theirs, form.content(), desk.request.user),
        "theirs": theirs | {"body": render_body(theirs["body"]).html},
        "base": base if desk.article.revisions.filter(pk=base).exists() else None,
    }
    return _page(desk, _rebased(desk, form), status=409, conflict=conflict)


def _rebased(desk, form):
    """The same form, whose next press saves on top of the newest working copy and knows the article's state."""
    desk.article.refresh_from_db()
    vars(desk).pop("waiting", None)
    vars(desk.article).pop("changes_at", None)
    form.data = form.data.copy()
    form.data["base"], form.data["seen"] = desk.revision.pk, desk.shown
    return form


def _page(desk, form, *, status=200, conflict=None, asks=False, holder=None):
    article = desk.article
    if article and desk.request.method == "POST":
        article.refresh_from_db()
    newspaper = Newspaper.current()
    zone = zone_words(newspaper.place)
    if asks:
        form.fields["note"].widget.attrs |= {"autofocus": True, "required": True}
    buttons, waiting, shown = buttons_of(desk), desk.waiting, _cards(desk, form)
    context = {
        **desk.admin.admin_site.each_context(desk.request),
        "title": str(article) if article else _("New article"),
        "opts": Article._meta,
        "article": article,
        "form": form,
        "media": desk.admin.media + form.media,
        "newspaper": newspaper,
        "zone": zone,
        "state": state.sentence(article, waiting=waiting, zone=zone) if article else _("Draft: nothing will appear."),
        "state_name": state.name(article) if article else "draft",
        "unpublished": state.unpublished_changes(article, desk.revision, waiting) if article else "",
        "waiting": waiting,
        "stuck": state.stuck(waiting),
        "may_schedule_changes": desk.may_publish and article is not None and article.is_published,
        "revision": desk.revision,
        "steps": article.steps.select_related("by")[:STEPS_SHOWN] if article else [],
        "buttons": [button for button in buttons if button["step"] != "withdraw"],
        "withdraw": next((button for button in buttons if button["step"] == "withdraw"), None),
        "asks": asks,
        "preview": previewing.card(article, desk.request.user, notes=shown["notes"]["rows"]) if article else None,
        "may_edit": desk.may_edit,
        "may_delete": article is not None and desk.admin.has_delete_permission(desk.request, article),
        "may_publish": desk.may_publish,
        "conflict": conflict,
        "holder": holder,
        "keeping": opening.for_page(desk, form, holder=holder),
        "after_publication": after_publication.of(article, desk.request.user),
        "faulty": [form[name] for name in form.errors if name in form.fields],
        "more_dates": any(form[name].value() or form[name].errors for name in RARE),
        **shown,
    }
    return TemplateResponse(desk.request, "admin/articles/article/change_form.html", context, status=status)


def again(desk, *, status):
    """The page as it was opened, with what was filled in its cards and is refused."""
    return _page(desk, desk.form(), status=status)


def _cards(desk, form) -> dict:
    shown = desk.cards or Cards(desk.request.user, desk.article)
    following = shown.following_card(may_edit=desk.may_edit)
    content = desk.content or working_copy.empty_content()
    lines = cards.checklist_card(desk.article, content, form, desk.rules, flags=following["raised"])
    return {
        "following": following,
        "notes": shown.notes_card(may_edit=desk.may_edit),
        "checklist": lines if desk.may_edit else None,
    }
