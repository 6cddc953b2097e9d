"""The buttons of the article's form: the verb behind each, the sentence that it leaves, and who is offered which."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles import checklist, state, workflow
from articles.dates import instant_words

from . import cards


@dataclass(frozen=True)
class Step:
    """A button of the form: the verb behind it, and what is asked of the person before it. ``card`` is the place of
    the page that it belongs to."""

    take: callable
    publishes: bool = True
    needs_the_future: bool = False
    is_asked_first: bool = False
    card: str = ""


def _saved(desk, form):
    if desk.may_publish and form.instants() != workflow.Instants.of(desk.article):
        workflow.plan(desk.article, form.instants(), by=desk.request.user)
    return _("Draft saved. Readers see no change.")


def _submitted(desk, form):
    workflow.submit(desk.article, desk.revision, by=desk.request.user, note=form.cleaned_data["note"])
    return _with_warnings(desk, _("Handed to the desk for review."))


def _sent_back(desk, form):
    workflow.send_back(desk.article, desk.revision, by=desk.request.user, note=form.cleaned_data["note"])
    return _("Sent back to its writer.")


def _scheduled(desk, form):
    note = form.cleaned_data["note"]
    workflow.approve(desk.article, desk.revision, form.instants(), by=desk.request.user, note=note)
    return _with_warnings(desk, _("Done: this version is approved."))


def _published(desk, form):
    note = form.cleaned_data["note"]
    waiting = desk.waiting
    workflow.publish(desk.article, desk.revision, form.instants(), by=desk.request.user, note=note)
    return _with_cancelled(_with_warnings(desk, _("Done: this version is published.")), desk, waiting)


def _withdrawn(desk, form):
    waiting = desk.waiting
    workflow.withdraw(desk.article, by=desk.request.user, note=form.cleaned_data["note"])
    return _with_cancelled(_("Done: readers do not see this article."), desk, waiting)


def _with_cancelled(done, desk, waiting):
    """What the step says, and that a version which waited for its hour will not appear."""
    if waiting is None or waiting == desk.revision or desk.article.revisions.scheduled().exists():
        return done
    cancelled = _("The version scheduled for {instant} is cancelled.")
    return f"{done} {cancelled.format(instant=instant_words(waiting.go_live_at))}"


def _changes_scheduled(desk, form):
    if form.instants() != workflow.Instants.of(desk.article):
        raise workflow.WorkflowError({"published_at": workflow.dates_are_kept()})
    at, note = form.cleaned_data["changes_at"], form.cleaned_data["note"]
    workflow.schedule_changes(desk.article, desk.revision, at, by=desk.request.user, note=note)
    return _("Done: this version appears {instant}.").format(instant=instant_words(at))


def _changes_cancelled(desk, form):
    workflow.cancel_changes(desk.article, by=desk.request.user, note=form.cleaned_data["note"])
    return _("Done: the scheduled version will not appear; it stays a draft.")


def _carded(desk, form):
    return desk.cards.take()


def _with_warnings(desk, done) -> str:
    """What was done, and what should be looked at all the same."""
    found = checklist.warnings(desk.article, desk.content, at=desk.article.goes_live_at)
    return " ".join([done, _("To look at again:"), *found]) if found else done


STEPS = {
    "save": Step(_saved, publishes=False),
    "submit": Step(_submitted, publishes=False),
    "send_back": Step(_sent_back),
    "schedule": Step(_scheduled, needs_the_future=True),
    "publish": Step(_published),
    "schedule_changes": Step(_changes_scheduled),
    "cancel_changes": Step(_changes_cancelled),
    "withdraw": Step(_withdrawn, is_asked_first=True),
    cards.FOLLOW: Step(_carded, publishes=False, card="following"),
    cards.RAISE: Step(_carded, publishes=False, card="following"),
    cards.CLEAR: Step(_carded, publishes=False, card="following"),
    cards.NOTE: Step(_carded, publishes=False, card="notes"),
    cards.READ: Step(_carded, publishes=False, card="notes"),
}


def buttons_of(desk) -> list[dict]:
    """What the person can do with the article as it stands, the most likely last."""
    name = state.name(desk.article) if desk.article else "draft"
    waits = desk.article is not None and desk.article.changes_to_review
    back = [("send_back", _("Send back"))] if name == "to_review" or waits else []
    buttons = [("save", _("Save draft"))]
    if not desk.may_publish:
        is_open = name == "draft" or (name in {"published", "scheduled"} and not waits)
        buttons += [("submit", _("Submit for review"))] if is_open else []
    elif name == "published":
        # What waits for its hour is not published early by a button that speaks of changes.
        publish = _("Publish now") if desk.revision and desk.revision == desk.waiting else _("Publish changes")
        buttons = [("withdraw", _("Withdraw")), *back, ("save", _("Save as draft")), ("publish", publish)]
    elif name == "scheduled":
        buttons = [
            ("withdraw", _("Cancel publication")),
            *back,
            ("save", _("Save as draft")),
            ("publish", _("Publish now")),
            ("schedule", _("Schedule this version")),
        ]
    else:
        again = _("Publish again") if name == "withdrawn" else _("Publish now")
        buttons = [*back, *buttons, ("publish", again), ("schedule", _("Schedule"))]
    return [{"step": step, "label": label} for step, label in buttons]
