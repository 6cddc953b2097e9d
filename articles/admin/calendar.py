"""The desk's calendar: its page, the moves of what stands on it, the notes of its days. Every POST is a plain form."""

from dataclasses import replace
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles import calendar, following, periods, rights, workflow
from articles.calendar_forms import MoveForm, NoteForm
from articles.dates import day_words, instant_words, local, zone_words
from articles.models import DayNote, Newspaper
from articles.workflow import Instants, WorkflowError


def routes(site):
    views = [
        ("", page, "calendar"),
        ("move/", move, "calendar_move"),
        ("notes/", add_note, "calendar_note_add"),
        ("notes/<int:pk>/change/", change_note, "calendar_note_change"),
        ("notes/<int:pk>/delete/", delete_note, "calendar_note_delete"),
    ]
    return [path(f"calendar/{route}", site.admin_view(view), {"site": site}, name=name) for route, view, name in views]


def for_publishers(view):
    """What changes the calendar is for those who publish."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not rights.may_publish(request.user) or not rights.may_list(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(require_POST(guarded))


@never_cache
@require_safe
def page(request, site):
    if not rights.may_list(request.user):
        raise PermissionDenied
    asked = request.GET.get("week") or request.GET.get("month") or ""
    return _page(request, site, periods.named(asked) or periods.week_of(periods.today()))


@for_publishers
def move(request, site):
    form, period = MoveForm(request.POST), _period(request)
    now = timezone.now()
    entry = calendar.entry_named(request.POST.get("entry", ""), user=request.user, now=now)
    if entry is None:
        messages.error(request, workflow.changed_meanwhile())
        return redirect(_address(period))
    if form.is_valid():
        try:
            _move(entry, form, by=request.user)
        except WorkflowError as error:
            for sentence in error.problems.values():
                form.add_error("at", sentence)
    if form.errors:
        sentence = _("“{article}” was not moved: {problem}")
        problem = " ".join(text for texts in form.errors.values() for text in texts)
        messages.error(request, sentence.format(article=entry.article, problem=problem))
        return _page(request, site, period, move={"key": entry.key, "form": form}, status=422)
    at = form.cleaned_data["at"]
    done = _("“{article}” now stands on {instant}.").format(article=entry.article, instant=instant_words(at))
    messages.success(request, done)
    return redirect(_address(period.same_kind_at(local(at).date()), f"entry-{entry.key}"))


def _move(entry, form, *, by):
    """By the verb of what is moved; refused when it is no longer what the person was shown."""
    at = form.cleaned_data["at"]
    if form.cleaned_data["seen"] != entry.seen or not entry.is_movable:
        raise WorkflowError(workflow.changed_meanwhile())
    if at <= timezone.now():
        raise WorkflowError(workflow.hour_has_passed())
    if entry.name == "due":
        following.set_due(entry.article, at, by=by)
        return
    if entry.revision:
        workflow.schedule_changes(entry.article, entry.revision, at, by=by)
        return
    instants = replace(Instants.of(entry.article), published_at=at)
    if instants.goes_live_at > at:
        held = _("An embargo holds it back until {instant}: change that in the article.")
        raise WorkflowError(held.format(instant=instant_words(instants.goes_live_at)))
    verb = workflow.reschedule if entry.name == "scheduled" else workflow.plan
    verb(entry.article, instants, by=by)


@for_publishers
def add_note(request, site):
    form, period, day = NoteForm(request.POST), _period(request), _day(request)
    if not form.is_valid():
        return _page(request, site, period, note={"day": day, "form": form}, status=422)
    DayNote.objects.create(day=day, text=form.cleaned_data["text"], author=request.user)
    messages.success(request, _("Noted for {day}.").format(day=day_words(day)))
    return redirect(_address(period, f"day-{day:%Y-%m-%d}"))


@for_publishers
def change_note(request, site, pk):
    form, period = NoteForm(request.POST), _period(request)
    note = _note(request, pk)
    if note is None:
        form.add_error(None, _changed_note())
    elif form.is_valid():
        columns = {"text": form.cleaned_data["text"], "author": request.user, "at": timezone.now()}
        if not _as_seen(note).update(**columns):
            form.add_error(None, _changed_note())
    if form.errors:
        day = note.day if note else _day(request)
        kept = {"day": day, "form": form, "pk": pk if DayNote.objects.filter(pk=pk).exists() else None}
        return _page(request, site, period, note=kept, status=422)
    messages.success(request, _("The note is changed."))
    return redirect(_address(period, f"day-{note.day:%Y-%m-%d}"))


@for_publishers
def delete_note(request, site, pk):
    period, note = _period(request), _note(request, pk)
    if note and _as_seen(note).delete()[0]:
        messages.success(request, _("The note is deleted."))
    else:
        messages.error(request, _changed_note())
    return redirect(_address(period, f"day-{note.day:%Y-%m-%d}" if note else ""))


def _changed_note():
    return _("Somebody changed or deleted this note meanwhile. Look at the day again, then decide.")


def _note(request, pk):
    """The note as the person was shown it; None when it is no longer that one."""
    seen = _instant(request.POST.get("seen", ""))
    return DayNote.objects.filter(pk=pk, at=seen).first() if seen else None


def _as_seen(note):
    return DayNote.objects.filter(pk=note.pk, at=note.at)


def _instant(text):
    try:
        instant = parse_datetime(text)
    except ValueError:
        return None
    return instant if instant and timezone.is_aware(instant) else None


def _day(request):
    try:
        day = parse_date(request.POST.get("day", ""))
    except ValueError:
        day = None
    if day is None or not periods.FIRST_YEAR <= day.year <= periods.LAST_YEAR:
        raise Http404
    return day


def _period(request):
    return periods.named(request.POST.get("period", "")) or periods.week_of(periods.today())


def _address(period, place=""):
    query = {period.kind: period.name}
    return reverse("admin:calendar", query=query, fragment=place or None)


def _page(request, site, period, *, move=None, note=None, status=200):
    now = timezone.now()
    this_day = periods.today(now)
    days = calendar.days_of(period, user=request.user, now=now)
    middle = period.anchor if not any(day.is_today and not day.is_outside for day in days) else this_day
    context = {
        **site.each_context(request),
        "title": _("Calendar"),
        "period": period,
        "days": days,
        "weekdays": [day.date for day in days[:7]],
        "is_empty": not any(day.entries or day.notes for day in days),
        "before": _address(period.before),
        "after": _address(period.after),
        "now": _address(period.same_kind_at(this_day), f"day-{this_day:%Y-%m-%d}"),
        "week": _address(periods.week_of(middle)),
        "month": _address(periods.month_of(middle)),
        "zone": zone_words(Newspaper.current().place),
        "may_move": rights.may_publish(request.user),
        "move": move,
        "note": note,
        "instructions": "calendar-instructions",
    }
    return TemplateResponse(request, "admin/articles/calendar.html", context, status=status)
