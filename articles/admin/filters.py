"""What the list of articles can be narrowed by. Values that mean nothing narrow nothing."""

import datetime as dt

from django.contrib import admin
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles import colleagues, state, tag_names
from articles.dates import day_begins
from articles.models import Article, Flag, Section, Tag
from authors.models import Author
from web.sorting import Alphabetical


class DeskFilter(admin.SimpleListFilter):
    """``control`` is how the list's form asks for it: links, a select, a text or a date."""

    control = "select"

    def has_output(self):
        return True

    def lookups(self, request, model_admin):
        return []

    @property
    def text(self) -> str:
        return self.value() or ""

    def chosen_key(self) -> int | None:
        """The value where it can be the key of a row."""
        text = self.value() or ""
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None

    def options(self):
        return [
            {"value": value, "label": label, "selected": str(value) == self.text}
            for value, label in self.lookup_choices
        ]


class StateFilter(DeskFilter):
    title = _("state")
    parameter_name = "state"
    control = "links"

    def lookups(self, request, model_admin):
        return state.PLURALS.items()

    def queryset(self, request, queryset):
        if self.text == "late":
            return queryset.late()
        if self.text == "scheduled":
            return queryset.coming()
        return queryset.in_state(self.text) if self.text in state.LABELS else queryset


class SectionFilter(DeskFilter):
    title = _("section")
    parameter_name = "section"

    def lookups(self, request, model_admin):
        return [(one.pk, f"{one.parent} › {one}" if one.parent else str(one)) for one in _sections()]

    def queryset(self, request, queryset):
        key = self.chosen_key()
        return queryset if key is None else queryset.filter(section=key)


class AuthorFilter(DeskFilter):
    title = _("author")
    parameter_name = "author"

    def lookups(self, request, model_admin):
        return Author.objects.order_by(Alphabetical("name")).values_list("pk", "name")

    def queryset(self, request, queryset):
        key = self.chosen_key()
        return queryset if key is None else queryset.filter(bylines__author=key)


class TagFilter(DeskFilter):
    """By name or address, since there are too many to choose from; a former name finds what it is called now."""

    title = _("tag")
    parameter_name = "tag"
    control = "text"

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(tagged__tag=self.tag) if self.tag else queryset.none()

    @property
    def text(self):
        """The name, also where a link gave the address."""
        return self.tag.name if self.tag else super().text

    @cached_property
    def tag(self) -> Tag | None:
        words = (self.value() or "").strip()
        found = tag_names.find(words) or Tag.objects.filter(slug=words).first() if words else None
        return found and tag_names.known_to(self.request.user, Tag.objects.filter(pk=found.pk)).first()


class PeriodFilter(DeskFilter):
    title = _("publication")
    parameter_name = "period"

    def lookups(self, request, model_admin):
        return [
            ("coming", _("To come")),
            ("today", _("Today")),
            ("yesterday", _("Yesterday")),
            ("week", _("The last seven days")),
            ("month", _("The last thirty days")),
            ("year", _("The last twelve months")),
        ]

    def queryset(self, request, queryset):
        today, now, a_day = day_begins(), timezone.now(), dt.timedelta(days=1)
        spans = {
            "coming": (now, None),
            "today": (today, today + a_day),
            "yesterday": (today - a_day, today),
            "week": (today - 6 * a_day, now),
            "month": (today - 29 * a_day, now),
            "year": (today - 365 * a_day, now),
        }
        if self.text not in spans:
            return queryset
        start, end = spans[self.text]
        queryset = queryset.filter(published_at__gte=start)
        return queryset.filter(published_at__lt=end) if end else queryset


class DayFilter(DeskFilter):
    title = _("day of publication")
    parameter_name = "day"
    control = "date"

    def queryset(self, request, queryset):
        try:
            return queryset.on_day(dt.date.fromisoformat(self.text)) if self.text else queryset
        except ValueError:
            return queryset


class AssigneeFilter(DeskFilter):
    """« me » is whoever asks."""

    title = _("assigned to")
    parameter_name = "assignee"

    def lookups(self, request, model_admin):
        people = [(one.pk, colleagues.name_of(one)) for one in colleagues.who_may_write()]
        return [("me", _("Me")), ("none", _("Nobody")), *people]

    def queryset(self, request, queryset):
        if self.text == "none":
            return queryset.filter(assignee=None)
        key = request.user.pk if self.text == "me" else self.chosen_key()
        return queryset if key is None else queryset.filter(assignee=key)


class PriorityFilter(DeskFilter):
    title = _("priority")
    parameter_name = "priority"

    def lookups(self, request, model_admin):
        return Article.Priority.choices

    def queryset(self, request, queryset):
        return queryset.filter(priority=self.text) if self.text in Article.Priority.values else queryset


class FlagFilter(DeskFilter):
    title = _("flag")
    parameter_name = "flag"

    def lookups(self, request, model_admin):
        return [("any", _("Any flag")), *Flag.objects.values_list("pk", "name")]

    def queryset(self, request, queryset):
        if self.text == "any":
            return queryset.filter(raised_flags__isnull=False).distinct()
        key = self.chosen_key()
        return queryset if key is None else queryset.filter(raised_flags__flag=key)


def _sections():
    """Each section followed by its parts."""
    rows = list(Section.objects.select_related("parent"))
    tops = {row.pk: place for place, row in enumerate(row for row in rows if row.parent_id is None)}
    return sorted(rows, key=lambda row: (tops[row.parent_id or row.pk], row.parent_id is not None))
