"""« Contrôles avant parution »: all rules on one page, as switches and numbers."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.csrf import csrf_protect

from articles import checklist
from articles.models import ChecklistRule
from journal.recording import record

COUNTED = {ChecklistRule.Key.HEADLINE_LENGTH.value: gettext_lazy("Characters at most")}


class RuleForm(forms.Form):
    level = forms.ChoiceField(choices=ChecklistRule.Level.choices, widget=forms.RadioSelect)
    number = forms.IntegerField(min_value=20, max_value=250)

    def __init__(self, data=None, *, key, rule):
        super().__init__(data, prefix=key, initial=rule._asdict(), label_suffix="")
        self.label = ChecklistRule.Key(key).label
        self.fields["level"].label = self.label
        if key in COUNTED:
            self.fields["number"].label = COUNTED[key]
        else:
            del self.fields["number"]

    def rule(self):
        return checklist.Rule(self.cleaned_data["level"], self.cleaned_data.get("number"))


@admin.register(ChecklistRule)
class ChecklistAdmin(admin.ModelAdmin):
    """One screen; the rules have none of their own."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self._screen(request, object_id)

    def delete_view(self, request, object_id, extra_context=None):
        return self._screen(request, object_id)

    def history_view(self, request, object_id, extra_context=None):
        return self._screen(request, object_id)

    def add_view(self, request, form_url="", extra_context=None):
        return self._screen(request)

    def _screen(self, request, object_id=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if object_id is not None and not object_id.isdecimal():
            raise Http404
        return redirect("admin:articles_checklistrule_changelist")

    @method_decorator(csrf_protect)
    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        rules, data = checklist.rules(), request.POST if request.method == "POST" else None
        forms_ = [RuleForm(data, key=key.value, rule=rules[key]) for key in ChecklistRule.Key]
        if data is None:
            return self._page(request, forms_)
        if not self.has_change_permission(request):
            raise PermissionDenied
        answers = [form.is_valid() for form in forms_]
        if not all(answers):
            messages.error(request, _("Nothing was saved yet: correct what is marked below."))
            return self._page(request, forms_, status=422)
        _save({form.prefix: form.rule() for form in forms_}, rules, by=request.user)
        messages.success(request, _("The checks are saved. They hold from now on."))
        return redirect("admin:articles_checklistrule_changelist")

    def _page(self, request, forms_, *, status=200):
        may_edit = self.has_change_permission(request)
        for form in forms_:
            for field in form.fields.values():
                field.disabled = not may_edit
        context = {
            **self.admin_site.each_context(request),
            "title": _("Checks before publication"),
            "opts": ChecklistRule._meta,
            "forms": forms_,
            "may_edit": may_edit,
        }
        return TemplateResponse(request, "admin/articles/checklistrule/rules.html", context, status=status)


@transaction.atomic
def _save(wanted, before, *, by):
    """The journal keeps each change: « un chapô : signale → bloque »."""
    for key, rule in wanted.items():
        if rule == before[key]:
            continue
        row, _is_new = ChecklistRule.objects.update_or_create(key=key, defaults=rule._asdict())
        record(
            gettext_noop("Check before publication changed"),
            row,
            by=by,
            detail=f"{_words(before[key])} → {_words(rule)}",
        )


def _words(rule) -> str:
    level = str(ChecklistRule.Level(rule.level).label)
    return f"{level} ({rule.number})" if rule.number else level
