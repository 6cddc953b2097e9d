"""What the lists and forms of the back office share: a newsroom's words in the place of the stock admin's, odd
requests answered without failing, how often each row is used, no deletion that would take something else along.
"""

from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import BadRequest
from django.db import DataError, IntegrityError, models
from django.utils.translation import gettext as _

from web.instants import LocalDateTimeInput

# What Django's own filters of a field ask for.
FILTER_LOOKUPS = ("exact", "id__exact", "isnull", "in", "gte", "lt")


@dataclass(frozen=True)
class Phrases:
    """Of one kind of row, whole sentences: gender and articles differ. ``counted`` is an ``ngettext_lazy`` of
    ``count``; ``empty`` says what to do when there is no row yet."""

    plural: str
    add: str = ""
    counted: str = ""
    empty: str = ""
    search: str = ""


class DeskList(ChangeList):
    @property
    def counted(self) -> str:
        """How many rows were found, in words."""
        phrases = self.model_admin.phrases
        return phrases.counted % {"count": self.result_count} if phrases and phrases.counted else ""


class CountingList(DeskList):
    """A page of a list whose rows know how often they are used, from one query a page."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        used = self.model_admin.usage_of(request, [row.pk for row in self.result_list])
        for row in self.result_list:
            row.used = used.get(row.pk, 0)


class DeskAdmin(admin.ModelAdmin):
    phrases: Phrases | None = None
    # Help for the form's fields, by name.
    help_texts: dict = {}
    empty_value_display = ""
    show_facets = admin.ShowFacets.NEVER
    # One field with one label, where the stock admin has two without.
    formfield_overrides = {models.DateTimeField: {"form_class": forms.DateTimeField, "widget": LocalDateTimeInput}}

    def get_changelist(self, request, **kwargs):
        return CountingList if hasattr(self, "usage_of") else DeskList

    def changelist_view(self, request, extra_context=None):
        """PostgreSQL holds no NUL, so nothing can be found by one."""
        if any("\x00" in text for name, values in request.GET.lists() for text in [name, *values]):
            raise BadRequest
        title = {"title": self.phrases.plural} if self.phrases else {}
        try:
            return super().changelist_view(request, title | (extra_context or {}))
        except (DataError, OverflowError) as error:
            raise BadRequest from error

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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in self.help_texts:
            kwargs["help_text"] = self.help_texts[db_field.name]
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            # A choice is chosen here; what is behind it is changed and deleted on its own page.
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        context["title"] = str(obj) if obj else (self.phrases and self.phrases.add) or context["title"]
        context["subtitle"] = None
        context["phrases"] = self.phrases
        return super().render_change_form(request, context, add, change, form_url, obj)

    def render_delete_form(self, request, context):
        refused = context["protected"] or context["perms_lacking"]
        title = _("“{row}” cannot be deleted") if refused else _("Delete “{row}”?")
        context["title"] = title.format(row=context["object"])
        context["phrases"] = self.phrases
        return super().render_delete_form(request, context)

    def history_view(self, request, object_id, extra_context=None):
        return super().history_view(request, object_id, {"phrases": self.phrases, **(extra_context or {})})

    def in_the_way(self, request, row) -> list[str]:
        """Sentences that say what uses the row: while there is one, it is not deleted."""
        return []

    def get_deleted_objects(self, objs, request):
        """Says in a sentence with a number what stands in the way, rather than naming hundreds of rows."""
        sentences = {row: self.in_the_way(request, row) for row in objs}
        several = len(sentences) > 1
        found = [
            _("{row}: {why}").format(row=row, why=why) if several else why
            for row in sentences
            for why in sentences[row]
        ]
        return ([], {}, set(), found) if found else super().get_deleted_objects(objs, request)
