"""Pages of rows that are read and not changed, with what can be done to one: forms that are sent to addresses of their
own and call one verb each; and the same lists as tables for spreadsheet programs."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django import forms
from django.contrib import messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from journal.recording import record
from subscriptions.refusals import Refused
from web.desk import DeskAdmin, unknown_question
from web.spreadsheets import csv_response

# Of a table for a spreadsheet program; more is a matter for the database's own tools.
LONGEST_EXPORT = 100_000


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=250)


@dataclass(frozen=True)
class Verb:
    """``form`` and ``run`` are made with the row; ``run(admin, request, row, data)`` returns the sentence that says
    what was done, or raises ``Refused``. ``offered(row)``: whether it makes sense for the row as it is."""

    name: str
    permission: str
    title: str
    button: str
    form: Callable
    run: Callable
    offered: Callable = lambda row: True
    note: str = ""
    is_grave: bool = False
    url: str = ""


class ReadOnlyAdmin(DeskAdmin):
    actions = None
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class VerbsAdmin(ReadOnlyAdmin):
    verbs: list[Verb] = []
    change_form_template = "admin/subscriptions/with_verbs.html"

    def get_urls(self):
        do = self.admin_site.admin_view(require_POST(self.do))
        return [path("<path:object_id>/do/<slug:name>/", do, name=self._do), *super().get_urls()]

    @property
    def _do(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_do"

    def do(self, request, object_id, name):
        """A form that was not filled in as it must be comes back with its page."""
        verb = next((one for one in self.verbs if one.name == name), None)
        row = verb and self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not request.user.has_perm(verb.permission) or not self.has_view_permission(request, row):
            raise PermissionDenied
        form = verb.form(row, request.POST)
        if not form.is_valid():
            return self.refused(request, object_id, verb, form)
        try:
            messages.success(request, verb.run(self, request, row, form.cleaned_data))
        except Refused as refused:
            form.add_error(None, str(refused))
            return self.refused(request, object_id, verb, form)
        return HttpResponseRedirect(self.page_of(row))

    def refused(self, request, object_id, verb, form):
        request.method, request.refused_verb = "GET", (verb.name, form)
        answer = self.change_view(request, object_id)
        answer.status_code = 422
        return answer

    def page_of(self, row):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        refused, bound = getattr(request, "refused_verb", ("", None))
        context["verbs"] = [
            replace(
                verb,
                form=bound if verb.name == refused else verb.form(obj),
                url=reverse(f"admin:{self._do}", args=[obj.pk, verb.name]),
            )
            for verb in (self.verbs if obj else [])
            if request.user.has_perm(verb.permission) and (verb.offered(obj) or verb.name == refused)
        ]
        return super().render_change_form(request, context, add, change, form_url, obj)


class ExportingAdmin(DeskAdmin):
    """``export_columns``: what each column is called, and what it says of a row."""

    change_list_template = "admin/subscriptions/with_export.html"
    export_columns: list[tuple[str, Callable]] = []

    def get_urls(self):
        export = self.admin_site.admin_view(require_POST(self.export))
        return [path("export/", export, name=self._export), *super().get_urls()]

    @property
    def _export(self):
        return f"{self.opts.app_label}_{self.opts.model_name}_export"

    def changelist_view(self, request, extra_context=None):
        query = request.GET.urlencode()
        address = reverse(f"admin:{self._export}") + (f"?{query}" if query else "")
        return super().changelist_view(request, {"export_url": address} | (extra_context or {}))

    def export(self, request):
        """The rows that the list shows, under the same words and filters."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.listed(request)[:LONGEST_EXPORT]
        record(
            gettext_noop("Table exported"),
            by=request.user,
            detail=request.GET.urlencode(),
            label=str(self.opts.verbose_name_plural),
        )
        header = [title for title, _of in self.export_columns]
        lines = ([of(row) for _title, of in self.export_columns] for row in self.export_rows(rows))
        return csv_response(f"{self.opts.model_name}-{timezone.localdate():%Y-%m-%d}", header, lines)

    def listed(self, request):
        """As the list has them; what the list cannot be asked is no question here either."""
        if any("\x00" in text for name, values in request.GET.lists() for text in [name, *values]):
            raise unknown_question(request)
        try:
            return self.get_changelist_instance(request).get_queryset(request)
        except (IncorrectLookupParameters, DisallowedModelAdminLookup) as error:
            raise unknown_question(request) from error

    def export_rows(self, queryset):
        return queryset.iterator(chunk_size=1000)


def instant_cell(instant) -> str:
    """In the site's zone; spreadsheet programs read it as a date."""
    if instant is None:
        return ""
    return f"{timezone.localtime(instant, timezone.get_default_timezone()):%Y-%m-%d %H:%M:%S}"
