"""A person at the desk of moderators: what they said, what was imposed and noted, what can be done."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from accounts.models import User
from articles.dates import instant_words
from comments import bulk, queues, sanctions
from comments.models import Comment, PersonNote, RejectionReason, Sanction
from comments.moderation import ModerationError
from comments.person_facts import facts_of

from . import guard
from .cards import ROWS, cards_of
from .desk import SIZE, frame

DAYS = [(1, gettext_lazy("a day")), (3, gettext_lazy("three days")), (7, gettext_lazy("a week"))]
DAYS += [(30, gettext_lazy("a month")), (90, gettext_lazy("three months"))]
SPANS = [
    ("hour", gettext_lazy("of the last hour")),
    ("day", gettext_lazy("of the last 24 hours")),
    ("week", gettext_lazy("of the last seven days")),
    ("all", gettext_lazy("of all time")),
]
# Of the words that somebody is looked for by.
LONGEST_WORDS = 60


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason, which the person reads"), max_length=300)


class SuspendForm(ReasonForm):
    days = forms.TypedChoiceField(label=gettext_lazy("For how long"), choices=DAYS, coerce=int, initial=7)


class NoteForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Note, for moderators"), max_length=500, widget=forms.Textarea)


class SpanForm(forms.Form):
    span = forms.ChoiceField(label=gettext_lazy("Contributions"), choices=SPANS, initial="day")


class RejectAllForm(SpanForm):
    reason = forms.ModelChoiceField(
        RejectionReason.objects.all(),
        label=gettext_lazy("Reason"),
        required=False,
        empty_label=gettext_lazy("No reason"),
        to_field_name="title",
    )


def _reject_all(person, *, by, span, reason):
    count = bulk.reject_all(person, span, by=by, reason=reason.title if reason else "")
    return ngettext("{count} contribution rejected.", "{count} contributions rejected.", count).format(count=count)


def _hold_all(person, *, by, span):
    count = bulk.hold_all(person, span, by=by)
    return ngettext("{count} contribution held.", "{count} contributions held.", count).format(count=count)


def _approve_all(person, *, by, span):
    count = bulk.approve_all(person, span, by=by)
    return ngettext("{count} contribution let through.", "{count} contributions let through.", count).format(
        count=count
    )


def _told(verb, sentence):
    def do(person, **values):
        verb(person, **values)
        return str(sentence)

    return do


# The form of each, what is done with its values, what it is called, and the words of its button.
DEEDS = {
    "note": (
        NoteForm,
        _told(sanctions.note, gettext_lazy("Noted.")),
        pgettext_lazy("moderation", "Note"),
        gettext_lazy("Note it"),
    ),
    "warn": (
        ReasonForm,
        _told(sanctions.warn, gettext_lazy("Warned; a mail says why.")),
        gettext_lazy("Warn"),
        gettext_lazy("Warn and write to the person"),
    ),
    "suspend": (
        SuspendForm,
        _told(sanctions.suspend, gettext_lazy("Suspended; a mail says why.")),
        gettext_lazy("Suspend"),
        gettext_lazy("Suspend and write to the person"),
    ),
    "ban": (
        ReasonForm,
        _told(sanctions.ban, gettext_lazy("Banned; a mail says why.")),
        pgettext_lazy("moderation", "Ban"),
        gettext_lazy("Ban and write to the person"),
    ),
    "approve-all": (
        SpanForm,
        _approve_all,
        gettext_lazy("Let through all that waits"),
        gettext_lazy("Let these through"),
    ),
    "hold-all": (SpanForm, _hold_all, gettext_lazy("Hold all that is visible"), gettext_lazy("Hold these")),
    "reject-all": (
        RejectAllForm,
        _reject_all,
        gettext_lazy("Reject all that is visible or waits"),
        gettext_lazy("Reject these, without a mail"),
    ),
}
SWITCHES = {"watch": True, "unwatch": False}


def routes(site):
    views = [
        ("people/", people, "people", {}),
        ("people/<int:pk>/", person, "person", {}),
        *((f"people/<int:pk>/{name}/", do, name.replace("-", "_"), {"name": name}) for name in DEEDS),
        *((f"people/<int:pk>/{name}/", switch, name, {"wanted": wanted}) for name, wanted in SWITCHES.items()),
        ("sanctions/<int:pk>/lift/", lift, "lift", {}),
    ]
    return [
        path(f"contributions/{route}", site.admin_view(view), {"site": site, **kwargs}, name=f"moderation_{name}")
        for route, view, name, kwargs in views
    ]


@guard.page
def people(request, site):
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_WORDS]
    context = {
        **frame(request, site, _("People"), "people"),
        "words": words,
        "people": queues.persons(words),
        "most": queues.MOST_PERSONS,
    }
    return TemplateResponse(request, "admin/comments/people.html", context)


@guard.page
def person(request, site, pk):
    return _page(request, site, _contributor(pk))


def _contributor(pk):
    """Somebody who has contributed and not left: the desk tells of nobody else."""
    person = get_object_or_404(User, pk=pk, erased_at=None)
    if not Comment.objects.filter(author=person).exists():
        raise Http404
    return person


def _page(request, site, person, *, refused="", form=None, said="", status=200):
    rows = Paginator(ROWS.filter(author=person), SIZE).get_page(request.GET.get("page"))
    address = reverse("admin:moderation_person", args=[person.pk])
    name = person.public_name or _("Subscriber")
    imposed, now = list(Sanction.objects.filter(person=person).select_related("by")), timezone.now()
    context = {
        **frame(request, site, name, "people"),
        "person": person,
        "name": name,
        "facts": facts_of([person.pk])[person.pk],
        "sanctions": imposed,
        "in_force": Sanction.objects.current().filter(person=person),
        "ended": [one for one in imposed if one.until and one.until <= now],
        "notes": PersonNote.objects.filter(person=person).select_related("by"),
        "cards": cards_of(rows),
        "older": f"{address}?page={rows.next_page_number()}" if rows.has_next() else "",
        "newer": f"{address}?page={rows.previous_page_number()}" if rows.has_previous() else "",
        "deeds": [_deed(one, person, form if one == refused else None) for one in DEEDS],
        "said": said,
    }
    return TemplateResponse(request, "admin/comments/person.html", context, status=status)


def _deed(name, person, form):
    of, _do, title, button = DEEDS[name]
    url = reverse(f"admin:moderation_{name.replace('-', '_')}", args=[person.pk])
    return {
        "name": name,
        "title": title,
        "button": button,
        "url": url,
        "form": form or of(auto_id=f"{name}-%s"),
        "is_open": form is not None,
        "is_grave": name in {"ban", "reject-all"},
    }


@guard.deed
def do(request, site, pk, name):
    found, (of, verb, *_words) = _contributor(pk), DEEDS[name]
    form = of(request.POST, auto_id=f"{name}-%s")
    if not form.is_valid():
        return _page(request, site, found, refused=name, form=form, status=422)
    try:
        messages.success(request, verb(found, by=request.user, **form.cleaned_data))
    except ModerationError as error:
        form.add_error(None, str(error))
        return _page(request, site, found, refused=name, form=form, status=409)
    return redirect("admin:moderation_person", pk)


@guard.deed
def switch(request, site, pk, wanted):
    found = _contributor(pk)
    try:
        sanctions.watch(found, by=request.user, wanted=wanted)
    except ModerationError as error:
        return _page(request, site, found, said=str(error), status=409)
    return redirect("admin:moderation_person", pk)


@guard.deed
def lift(request, site, pk):
    sanction = get_object_or_404(Sanction.objects.select_related("person"), pk=pk)
    try:
        standing = sanctions.lift(sanction, by=request.user)
    except ModerationError as error:
        return _page(request, site, sanction.person, said=str(error), status=409)
    messages.success(request, _lifted_words(standing))
    return redirect("admin:moderation_person", sanction.person_id)


def _lifted_words(standing):
    if standing is None:
        return _("Lifted; a mail says so.")
    if standing.until is None:
        return _("Lifted; a mail says so. The ban still holds.")
    end = instant_words(standing.until)
    return _("Lifted; a mail says so. The suspension still holds, until {end}.").format(end=end)
