"""The article's form: an own view, because the stock one writes the row that readers see.

Every button saves the working copy first, then takes its step, so that no press of a button loses a word.
"""

import uuid
from dataclasses import astuple, dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rights, state, workflow, working_copy
from articles.content_words import in_words
from articles.dates import zone_words
from articles.fields import bind
from articles.forms import ArticleForm
from articles.models import Article, Newspaper, Revision

STEPS_SHOWN = 8
# Fields that are folded away until they hold something.
RARE = ("embargo_until", "unpublish_at", "breaking_until", "slug")


@dataclass
class Desk:
    """One opening of the form: who, at which article, from which working copy."""

    admin: object
    request: object
    article: Article | None = None
    content: dict | None = None
    revision: Revision | None = None

    @property
    def shown(self) -> str:
        """Status and instants in one text: what the form shows, and must still hold when a button is pressed."""
        if self.article is None:
            return ""
        return " ".join(map(str, [self.article.status, *astuple(workflow.Instants.of(self.article))]))

    @property
    def may_edit(self):
        return self.article is None or self.admin.has_change_permission(self.request, self.article)

    @property
    def may_publish(self):
        return rights.may_publish(self.request.user)

    @property
    def was_seen(self):
        return self.article is not None and workflow.was_seen(self.article, timezone.now())

    def form(self, data=None):
        form = ArticleForm(
            data,
            content=self.content,
            instants=workflow.Instants.of(self.article) if self.article else None,
            base=self.revision.pk if self.revision else None,
            seen=self.shown,
            may_publish=self.may_publish,
        )
        for field in form.fields.values():
            field.disabled = field.disabled or not self.may_edit
        bind(form, viewer=self.request.user, article=self.article)
        form.fields["kicker"].widget.attrs["autofocus"] = self.article is None and data is None
        form.fields["slug"].widget.attrs["placeholder"] = self.article.slug if self.article else ""
        return form


def add(admin, request):
    if not rights.may_write(request.user):
        raise PermissionDenied
    if request.method != "POST":
        return _page(desk := Desk(admin, request), desk.form())
    article = _started(request)
    if article is None:
        return _post(Desk(admin, request))
    # The form was sent before, and the person pressed again: it goes on with the article that it started.
    content, revision = working_copy.open_copy(article)
    desk = Desk(admin, request, article, content, revision)
    if revision.author_id == request.user.pk:
        request.POST = request.POST.copy()
        request.POST["base"], request.POST["seen"] = revision.pk, desk.shown
    return _post(desk)


def _started(request):
    """The article that this very form has started, if it was sent before by this person."""
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return None
    return Article.objects.filter(creation_key=key, created_by=request.user).first()


def change(admin, request, object_id):
    article = admin.get_queryset(request).filter(pk=object_id if object_id.isdecimal() else None).first()
    if article is None:
        raise Http404
    if not admin.has_view_permission(request, article):
        raise PermissionDenied
    content, revision = working_copy.open_copy(article)
    desk = Desk(admin, request, article, content, revision)
    if request.method != "POST":
        return _page(desk, desk.form())
    if not admin.has_change_permission(request, article):
        raise PermissionDenied
    return _post(desk)


def _post(desk):
    """Saves the working copy, takes the step of the pressed button, and says what happened."""
    form, shown = desk.form(desk.request.POST), desk.shown
    step = STEPS.get(desk.request.POST.get("step", "save"))
    if step is None or (step.publishes and not desk.may_publish):
        raise PermissionDenied
    if not form.is_valid():
        messages.error(
            desk.request, _("Nothing was saved yet: correct what is marked below. Your text is still here.")
        )
        return _page(desk, form, status=422)
    try:
        _save(desk, form)
    except working_copy.Conflict as conflict:
        return _conflict(desk, form, conflict.newest)
    if desk.revision is None:
        form.add_error("headline", _("There is nothing to save yet: write a headline, and press once."))
        return _page(desk, form, status=422)
    if form.cleaned_data["seen"] != shown:
        return _refused(desk, form, workflow.WorkflowError(workflow.changed_meanwhile()))
    return _take(desk, form, step)


def _take(desk, form, step):
    if step.is_asked_first and desk.was_seen and not _is_confirmed(desk, form):
        return _page(desk, _rebased(desk, form), status=422 if form.errors else 200, asks=True)
    try:
        if step.needs_the_future:
            _refuse_past(desk, form)
        _keep_dates(desk, form)
        done = step.take(desk, form)
    except workflow.WorkflowError as error:
        return _refused(desk, form, error)
    messages.success(desk.request, done)
    return redirect("admin:articles_article_change", desk.article.pk)


def _save(desk, form):
    content = form.content()
    if desk.article is None:
        written = [content[name] for name in ("kicker", "headline", "standfirst", "body")]
        if any(written):
            desk.article, desk.revision = _start(desk, content, form.cleaned_data["key"])
    else:
        base = form.cleaned_data["base"]
        desk.revision = working_copy.save(desk.article, content, base=base, by=desk.request.user)
    desk.content = content


def _start(desk, content, key):
    """A form whose key serves already, sent twice at once or by somebody else, starts nothing."""
    try:
        return working_copy.start(content, by=desk.request.user, key=key)
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


def _refuse_past(desk, form):
    """An article that readers never saw would be online at once, dated back, under a button that says otherwise.

    The verb allows it, for imports and for the dates of what is live."""
    instants = form.instants()
    begins = max(filter(None, [instants.published_at, instants.embargo_until]), default=None)
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
    theirs = working_copy.read(newest)
    mine, words = form.content(), in_words(theirs, desk.request.user)
    differences = [
        {"label": form.fields[name].label, "text": words[name]} for name in words if theirs[name] != mine[name]
    ]
    return _page(desk, _rebased(desk, form), status=409, conflict={"revision": newest, "differences": differences})


def _rebased(desk, form):
    """The same form, whose next press saves on top of the newest working copy and knows the article's state."""
    desk.article.refresh_from_db()
    form.data = form.data.copy()
    form.data["base"], form.data["seen"] = desk.revision.pk, desk.shown
    return form


def _page(desk, form, *, status=200, conflict=None, asks=False):
    article = desk.article
    if article:
        article.refresh_from_db()
    if asks:
        form.fields["note"].widget.attrs |= {"autofocus": True, "required": True}
    buttons = _buttons(desk)
    context = {
        **desk.admin.admin_site.each_context(desk.request),
        "title": str(article) if article else _("New article"),
        "opts": Article._meta,
        "article": article,
        "form": form,
        "media": desk.admin.media + form.media,
        "zone": zone_words(Newspaper.current().place),
        "state": state.sentence(article) if article else _("Draft: nothing will appear."),
        "state_name": state.name(article) if article else "draft",
        "unpublished": state.unpublished_changes(article, desk.revision) if article else "",
        "revision": desk.revision,
        "steps": article.steps.select_related("by")[:STEPS_SHOWN] if article else [],
        "buttons": [button for button in buttons if button["step"] != "withdraw"],
        "withdraw": next((button for button in buttons if button["step"] == "withdraw"), None),
        "asks": asks,
        "may_edit": desk.may_edit,
        "may_publish": desk.may_publish,
        "conflict": conflict,
        "faulty": [form[name] for name in form.errors if name in form.fields],
        "more_dates": any(form[name].value() or form[name].errors for name in RARE),
    }
    return TemplateResponse(desk.request, "admin/articles/article/change_form.html", context, status=status)


@dataclass(frozen=True)
class Step:
    """A button of the form: the verb behind it, and what is asked of the person before it."""

    take: callable
    publishes: bool = True
    needs_the_future: bool = False
    is_asked_first: bool = False


def _saved(desk, form):
    if desk.may_publish and form.instants() != workflow.Instants.of(desk.article):
        workflow.plan(desk.article, form.instants(), by=desk.request.user)
    return _("Draft saved. Readers see no change.")


def _submitted(desk, form):
    workflow.submit(desk.article, desk.revision, by=desk.request.user, note=form.cleaned_data["note"])
    return _("Handed to the desk for review.")


def _sent_back(desk, form):
    workflow.send_back(desk.article, desk.revision, by=desk.request.user, note=form.cleaned_data["note"])
    return _("Sent back to its writer.")


def _scheduled(desk, form):
    note = form.cleaned_data["note"]
    workflow.approve(desk.article, desk.revision, form.instants(), by=desk.request.user, note=note)
    return _("Done: this version is approved.")


def _published(desk, form):
    note = form.cleaned_data["note"]
    workflow.publish(desk.article, desk.revision, form.instants(), by=desk.request.user, note=note)
    return _("Done: this version is published.")


def _withdrawn(desk, form):
    workflow.withdraw(desk.article, by=desk.request.user, note=form.cleaned_data["note"])
    return _("Done: readers do not see this article.")


STEPS = {
    "save": Step(_saved, publishes=False),
    "submit": Step(_submitted, publishes=False),
    "send_back": Step(_sent_back),
    "schedule": Step(_scheduled, needs_the_future=True),
    "publish": Step(_published),
    "withdraw": Step(_withdrawn, is_asked_first=True),
}


def _buttons(desk) -> list[dict]:
    """What the person can do with the article as it stands, the most likely last."""
    name = state.name(desk.article) if desk.article else "draft"
    buttons = [("save", _("Save draft"))]
    if not desk.may_publish:
        buttons += [("submit", _("Submit for review"))] if name == "draft" else []
    elif name == "published":
        buttons = [("withdraw", _("Withdraw")), ("save", _("Save as draft")), ("publish", _("Publish changes"))]
    elif name == "scheduled":
        buttons = [
            ("withdraw", _("Cancel publication")),
            ("save", _("Save as draft")),
            ("publish", _("Publish now")),
            ("schedule", _("Schedule this version")),
        ]
    else:
        back = [("send_back", _("Send back"))] if name == "to_review" else []
        again = _("Publish again") if name == "withdrawn" else _("Publish now")
        buttons = [*back, *buttons, ("publish", again), ("schedule", _("Schedule"))]
    return [{"step": step, "label": label} for step, label in buttons]
