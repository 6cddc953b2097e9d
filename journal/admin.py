"""The journal in the back office: read, searched and exported; never changed."""

import datetime as dt

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models.signals import post_save
from django.template.defaultfilters import linebreaksbr
from django.urls import NoReverseMatch, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from web.desk import DeskAdmin, Phrases
from web.spreadsheets import csv_response

from . import admin_history
from .models import Entry
from .recording import record

# Django offers no other way to follow what it notes of its own forms.
post_save.connect(admin_history.follow, sender=LogEntry, dispatch_uid="journal")

# Of a table for a spreadsheet program; more is a matter for the database's own tools.
LONGEST_EXPORT = 100_000


class KindFilter(admin.SimpleListFilter):
    title = pgettext_lazy("journal", "kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = Entry.objects.order_by("kind").values_list("kind", flat=True).distinct()
        return [(kind, kind_in_words(kind)) for kind in kinds if kind]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class PeriodFilter(admin.SimpleListFilter):
    title = _("period")
    parameter_name = "period"
    DAYS = {"1": _("The last 24 hours"), "7": _("The last seven days"), "30": _("The last thirty days")}

    def lookups(self, request, model_admin):
        return self.DAYS.items()

    def queryset(self, request, queryset):
        if self.value() not in self.DAYS:
            return queryset
        return queryset.filter(at__gte=timezone.now() - dt.timedelta(days=int(self.value())))


def local(instant):
    """In the site's zone, whoever asks."""
    return timezone.localtime(instant, timezone.get_default_timezone())


def kind_in_words(kind: str) -> str:
    """« Article », or the name as it was kept where the program knows no such kind any more."""
    try:
        return capfirst(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind


@admin.register(Entry)
class EntryAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Journal of actions"),
        counted=ngettext_lazy("%(count)d entry", "%(count)d entries", "count"),
        empty=_("No entry here."),
        search=_("Person, what it was done to, or detail"),
    )
    list_display = ["instant", "person", "deed", "what", "told"]
    list_display_links = ["instant"]
    list_filter = [KindFilter, PeriodFilter]
    search_fields = ["by_name", "label", "detail"]
    ordering = ["-pk"]
    list_per_page = 50
    show_full_result_count = False
    actions = None
    fields = ["instant", "person", "deed", "what", "whole_detail"]
    readonly_fields = fields
    change_list_template = "admin/journal/entry/change_list.html"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def delete_view(self, request, object_id, extra_context=None):
        """Whoever tries leaves an entry more."""
        if request.method == "POST":
            record(gettext_noop("Tried to delete an entry"), self.get_object(request, object_id), by=request.user)
        raise PermissionDenied

    def get_urls(self):
        export = self.admin_site.admin_view(require_POST(self.export))
        return [path("export/", export, name="journal_entry_export"), *super().get_urls()]

    def export(self, request):
        """The entries that the list shows, under the same words and filters."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        listed = self.get_changelist_instance(request).get_queryset(request)
        own = record(gettext_noop("Journal exported"), by=request.user, detail=request.GET.urlencode())
        entries = listed.filter(pk__lt=own.pk)[:LONGEST_EXPORT]
        header = [_("Date"), _("Person"), _("Action"), _("Kind"), _("Key"), _("What"), _("Detail")]
        name = f"journal-{timezone.localdate():%Y-%m-%d}"
        return csv_response(name, header, map(self._row, entries.iterator(chunk_size=1000)))

    def _row(self, entry):
        return [
            f"{local(entry.at):%Y-%m-%d %H:%M:%S}",
            entry.by_name,
            entry.words,
            kind_in_words(entry.kind),
            entry.key,
            entry.label,
            entry.detail,
        ]

    @admin.display(description=_("when"), ordering="pk")
    def instant(self, entry):
        return f"{date_format(local(entry.at), 'SHORT_DATE_FORMAT')} {local(entry.at):%H:%M:%S}"

    @admin.display(description=_("person"))
    def person(self, entry):
        return entry.by_name or _("The program")

    @admin.display(description=pgettext_lazy("journal", "action"))
    def deed(self, entry):
        return entry.words

    @admin.display(description=pgettext_lazy("journal", "what"))
    def what(self, entry):
        """The row with a link to its page, which asks for its own rights."""
        words = f"{kind_in_words(entry.kind)} · {entry.label}" if entry.kind else entry.label
        address = self._page_of(entry)
        return format_html('<a href="{}">{}</a>', address, words) if address else words

    def _page_of(self, entry):
        try:
            return reverse(f"admin:{entry.kind.replace('.', '_')}_change", args=[entry.key]) if entry.key else ""
        except NoReverseMatch:
            return ""

    @admin.display(description=pgettext_lazy("journal", "detail"))
    def told(self, entry):
        return Truncator(admin_history.detail_in_words(entry)).words(16)

    @admin.display(description=pgettext_lazy("journal", "detail"))
    def whole_detail(self, entry):
        return linebreaksbr(admin_history.detail_in_words(entry))
