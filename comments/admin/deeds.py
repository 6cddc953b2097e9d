"""What is done at the desk, each a form of its own: the answer is the card again for the script of the page, else the
page that the form stood on."""

from dataclasses import replace

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import moderation
from comments.models import Comment, Decision, RejectionReason
from comments.moderation import ModerationError
from web.fragments import wants_fragment

from . import guard
from .cards import card_of, reasons
from .desk import page_of_one, queue_asked, ways

# Of a letter that a moderator writes.
LONGEST_LETTER = 1000
DECISIONS = {"approve": moderation.approve, "hold": moderation.hold, "keep": moderation.keep}
# What is done without deciding, and the sentence that says so.
OTHERS = {
    "feature": (moderation.feature, gettext_lazy("It is on top of the contributions now.")),
    "unfeature": (moderation.unfeature, gettext_lazy("It is no longer on top.")),
    "take": (moderation.take, gettext_lazy("You have taken it on.")),
    "give-back": (moderation.give_back, gettext_lazy("It is free again.")),
}


def routes(site):
    views = [
        *((f"<int:pk>/{name}/", decide, name, {"name": name}) for name in DECISIONS),
        *((f"<int:pk>/{name}/", do, name.replace("-", "_"), {"name": name}) for name in OTHERS),
        ("<int:pk>/reject/", reject, "reject", {}),
        ("undo/<int:pk>/", undo, "undo", {}),
    ]
    return [
        path(f"contributions/{route}", site.admin_view(view), {"site": site, **kwargs}, name=f"moderation_{name}")
        for route, view, name, kwargs in views
    ]


class RejectForm(forms.Form):
    """Without a letter of its own, the words of the reason are sent; an empty letter is none."""

    reason = forms.ModelChoiceField(
        RejectionReason.objects.all(),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("This reason is no longer there: choose another one.")},
    )
    told = forms.CharField(max_length=LONGEST_LETTER, required=False, strip=True)

    def words(self) -> dict:
        reason = self.cleaned_data["reason"]
        standard = reason.text if reason else ""
        told = self.cleaned_data["told"] if "told" in self.data else standard
        return {"reason": reason.title if reason else "", "told": told}


@guard.deed
def decide(request, site, pk, name):
    comment = get_object_or_404(Comment, pk=pk)
    try:
        decision = DECISIONS[name](comment, by=request.user, seen=request.POST.get("seen", ""))
    except ModerationError as error:
        return _refused(request, site, pk, str(error))
    return _done(request, pk, decision=decision)


@guard.deed
def reject(request, site, pk):
    comment, form = get_object_or_404(Comment, pk=pk), RejectForm(request.POST)
    if not form.is_valid():
        said = " ".join(error for errors in form.errors.values() for error in errors)
        return _refused(request, site, pk, said, status=422)
    try:
        decision = moderation.reject(comment, by=request.user, seen=request.POST.get("seen", ""), **form.words())
    except ModerationError as error:
        return _refused(request, site, pk, str(error))
    return _done(request, pk, decision=decision)


@guard.deed
def do(request, site, pk, name):
    verb, said = OTHERS[name]
    try:
        verb(get_object_or_404(Comment, pk=pk), by=request.user)
    except ModerationError as error:
        return _refused(request, site, pk, str(error))
    return _done(request, pk, said=str(said))


@guard.deed
def undo(request, site, pk):
    """Only one's own is found."""
    decision = Decision.objects.filter(pk=pk, by=request.user).first()
    if decision is None:
        raise Http404
    try:
        moderation.undo(decision, by=request.user)
    except ModerationError as error:
        return _refused(request, site, decision.comment_id, str(error))
    return _done(request, decision.comment_id, said=_("Undone: it is as it was before."))


def _done(request, pk, *, decision=None, said=""):
    if wants_fragment(request):
        card = replace(card_of(pk), undoable=decision, said=said)
        return _fragment(request, card)
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(_way_back(request, pk), status=303)


def _refused(request, site, pk, said, *, status=409):
    """With what had been typed."""
    if wants_fragment(request):
        return _fragment(request, replace(card_of(pk), said=said, is_refused=True), status=status)
    told, reason = request.POST.get("told"), request.POST.get("reason", "")
    return page_of_one(
        request, site, pk, queue_asked(request.POST), reason=reason, said=said, told=told, status=status
    )


def _fragment(request, card, *, status=200):
    """The card, and how much waits in the queues now."""
    shown = {
        "card": card,
        "queue": queue_asked(request.POST),
        "reasons": reasons(),
        "seconds": int(moderation.UNDO.total_seconds()),
        "ways": ways(request.user),
    }
    return render(request, "admin/comments/_answer.html", shown, status=status)


def _way_back(request, pk):
    if request.POST.get("stays"):
        return reverse("admin:moderation_one", args=[pk], query={"queue": queue_asked(request.POST)})
    return reverse("admin:moderation", query={"queue": queue_asked(request.POST)})
