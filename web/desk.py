"""What the lists and forms of the back office share: a newsroom's words in the place of the stock admin's, odd
requests answered without failing, how often each row is used, no deletion that would take something else along.
"""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.templatetags import admin_list
from django.contrib.admin.utils import NestedObjects, unquote
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import BadRequest, ValidationError
from django.db import DataError, IntegrityError, models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from web.instants import LocalDateTimeInput

# What Django's own filters of a field ask for.
FILTER_LOOKUPS = ("exact", "id__exact", "isnull", "in", "gte", "lt")
# Of what a deletion takes along.
MOST_NAMED = 12
# Of a refused question, in the log.
LONGEST_NAMES = 200


@dataclass(frozen=True)
class Phrases:
    """Of one kind of row, whole sentences: gender and articles differ. ``counted`` is an ``ngettext_lazy`` of
    ``count``; ``empty`` says what to do when there is no row yet; ``delete`` asks about a ``row`` whose name alone
    would name something else."""

    plural: str
    add: str = ""
    counted: str = ""
    empty: str = ""
    search: str = ""
    delete: str = ""


class DeskList(ChangeList):
    @property
    def counted(self) -> str:
        """How many rows were found, in words."""
        phrases = self.model_admin.phrases
        return phrases.counted % {"count": self.result_count} if phrases and phrases.counted else ""


class CountingList(DeskList):
    """A page of a list whose rows know how often they are used, from the same queries for any number of rows."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        self.model_admin.count_use(request, self.result_list)


def unknown_question(request) -> BadRequest:
    """For the log: names alone, since values may be somebody's address, and each as one plain word."""
    names = ", ".join(ascii(name) for name in sorted(request.GET))
    return BadRequest(f"A question that this list does not know: {names[:LONGEST_NAMES]}")


class KeySelect(AutocompleteSelect):
    """Shows nothing chosen for a value that can be no key, where the stock widget asks the database for it."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [key for key in value if can_be_key(key)], attr)


def can_be_key(value) -> bool:
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) < 19


class DeskAdmin(admin.ModelAdmin):
    phrases: Phrases | None = None
    # Help for the form's fields, by name.
    help_texts: dict = {}
    # Kinds that go along with a deletion and that nobody knows as things of their own: they are not named.
    unnamed: tuple = ()
    empty_value_display = ""
    show_facets = admin.ShowFacets.NEVER
    # One field with one label, where the stock admin has two without.
    formfield_overrides = {models.DateTimeField: {"form_class": forms.DateTimeField, "widget": LocalDateTimeInput}}

    def site_urls(self):
        """Routes of pages that are no model's, right under the back office's own address."""
        return []

    def get_changelist(self, request, **kwargs):
        return CountingList if hasattr(self, "count_use") else DeskList

    def changelist_view(self, request, extra_context=None):
        """PostgreSQL holds no NUL, so nothing can be found by one."""
        if any("\x00" in text for name, values in request.GET.lists() for text in [name, *values]):
            raise unknown_question(request)
        title = {"title": self.phrases.plural} if self.phrases else {}
        try:
            return super().changelist_view(request, title | (extra_context or {}))
        except (DataError, OverflowError) as error:
            raise unknown_question(request) from error

    def response_action(self, request, queryset):
        """Keys that cannot be keys of this kind of row were not sent by the list."""
        try:
            for key in request.POST.getlist(ACTION_CHECKBOX_NAME):
                self.opts.pk.to_python(key)
        except ValidationError as error:
            raise BadRequest("Rows that this list cannot have.") from error
        return super().response_action(request, queryset)

    def lookup_allowed(self, lookup, value, request=None):
        """What the list's own filters ask, and nothing else: the stock admin lets any field of the row be asked, by
        which one learns of others' articles, and by which a regular expression holds up the site."""
        allowed = set()
        for entry in self.get_list_filter(request):
            name = getattr(entry, "parameter_name", None) or (entry[0] if isinstance(entry, tuple) else entry)
            allowed |= {name, *(f"{name}__{asked}" for asked in FILTER_LOOKUPS)}
        return lookup in allowed

    def changeform_view(self, request, *args, **kwargs):
        """Of two people who save the same name or address at once, the second one is told by the form."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            return super().changeform_view(request, *args, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KeySelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in self.help_texts:
            kwargs["help_text"] = self.help_texts[db_field.name]
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            # A choice is chosen here; what is behind it is added, changed and deleted on its own page.
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
            field.widget.can_add_related = False
        _name_nothing(field)
        return field

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        context["title"] = str(obj) if obj else (self.phrases and self.phrases.add) or context["title"]
        context["subtitle"] = None
        context["phrases"] = self.phrases
        return super().render_change_form(request, context, add, change, form_url, obj)

    def render_delete_form(self, request, context):
        refused = context["protected"] or context["perms_lacking"]
        asked = (self.phrases and self.phrases.delete) or _("Delete “{row}”?")
        title = _("“{row}” cannot be deleted") if refused else asked
        context["title"] = title.format(row=context["object"])
        context["phrases"] = self.phrases
        return super().render_delete_form(request, context)

    def get_action_choices(self, request, default_choices=None):
        return super().get_action_choices(request, default_choices or [("", _("Choose…"))])

    def history_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, unquote(object_id))
        own = {"phrases": self.phrases, "title": _("History of “{row}”").format(row=row)}
        return super().history_view(request, object_id, own | (extra_context or {}))

    def log_deletions(self, request, queryset):
        """One by one: many at once are written without a signal, and the journal would not hear of them."""
        return [entry for row in queryset for entry in super(DeskAdmin, self).log_deletions(request, [row])]

    def in_the_way(self, request, row) -> list[str]:
        """Sentences that say what uses the row: while there is one, it is not deleted."""
        return []

    def get_deleted_objects(self, objs, request):
        """Says in a sentence with a number what stands in the way, rather than naming hundreds of rows; of what goes
        along, names without the rows that were chosen."""
        sentences = {row: self.in_the_way(request, row) for row in objs}
        several = len(sentences) > 1
        found = [
            _("{row}: {why}").format(row=row, why=why) if several else why
            for row in sentences
            for why in sentences[row]
        ]
        if found:
            return [], {}, set(), found
        _stock_along, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:
            # What keeps the row is the answer, not that the person may not delete that.
            return [], counts, set(), self._holding(request, objs)
        return [] if lacking else _deleted_along(objs, self.unnamed), counts, lacking, []

    def _holding(self, request, rows) -> list[str]:
        """What keeps the rows: the first things by name, with the way there, for those who may see them; how many
        others there are, by kind."""
        others = sorted(_collected(rows).protected, key=lambda other: (other._meta.verbose_name, other.pk))
        named = [other for other in others if self._may_see(request, other)][:MOST_NAMED]
        numbers = Counter(capfirst(other._meta.verbose_name_plural) for other in others if other not in named)
        said = _("{kind}: {row}")
        return [
            *(format_html(said, kind=capfirst(other._meta.verbose_name), row=_way_to(other)) for other in named),
            *(_("{kind}: {count}").format(kind=kind, count=count) for kind, count in sorted(numbers.items())),
        ]

    def _may_see(self, request, row):
        admin_of_kind = self.admin_site._registry.get(type(row))
        return admin_of_kind is not None and admin_of_kind.has_view_permission(request, row)


def yes_or_no(value) -> str:
    return {True: _("Yes"), False: _("No")}.get(value, "")


# Lists, and fields that may only be read, ask this one function for a sign that is called True or False in every
# language; there is no other place to give them words.
admin_list._boolean_icon = yes_or_no


def _collected(rows):
    """What the database holds on to when the rows are deleted."""
    rows = list(rows)
    collector = NestedObjects(using=rows[0]._state.db)
    collector.collect(rows)
    return collector


def _way_to(row):
    url = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', url, row)


def _deleted_along(rows, unnamed=()) -> list[str]:
    """What is deleted with the rows, each thing by its kind and name; of many the first ones and how many more."""
    collected = _collected(rows).model_objs.items()
    kinds = {kind: found for kind, found in collected if not kind._meta.auto_created and kind not in unnamed}
    names = sorted(
        _("{kind}: {row}").format(kind=capfirst(kind._meta.verbose_name), row=other)
        for kind, found in kinds.items()
        for other in found
        if other not in rows
    )
    more = len(names) - MOST_NAMED
    return names if more <= 0 else [*names[:MOST_NAMED], _("and {count} more").format(count=more)]


def _name_nothing(field):
    """The choice of nothing in words, where the stock admin draws dashes."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label is not None:
            field.empty_label = _("Choose…") if field.required else _("Nothing chosen")
    elif isinstance(field, forms.ChoiceField):
        words = _("Choose…") if field.required else _("Nothing chosen")
        field.choices = [(value, words if value in {"", None} else label) for value, label in field.choices]
