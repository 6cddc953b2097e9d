"""Periods of subscribers: read, given by hand, never changed."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from subscriptions import granting
from subscriptions.models import Revocation, Subscription
from subscriptions.periods import end_of_period
from web.desk import Phrases

from .reader import address_of
from .verbs import ExportingAdmin, instant_cell


class SubscriptionForm(forms.ModelForm):
    """Without an end, the subscription lasts one period of its plan."""

    class Meta:
        model = Subscription
        fields = ["user", "plan", "starts_at", "ends_at", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "ends_at" in self.fields:
            self.fields["user"].required = True
            self.fields["ends_at"].required = False
            self.fields["ends_at"].help_text = _("Left empty: one period of the plan.")

    def clean(self):
        data = super().clean()
        start, plan = data.get("starts_at"), data.get("plan")
        if "ends_at" in data and not data["ends_at"] and start and plan:
            data["ends_at"] = end_of_period(start, plan.period)
        return data


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [*Subscription.State.choices, ("ending", _("Ending within seven days"))]

    def queryset(self, request, queryset):
        known = self.value() in dict(self.lookup_choices)
        return getattr(queryset, self.value())(timezone.now()) if known else queryset


@admin.register(Subscription)
class SubscriptionAdmin(ExportingAdmin):
    phrases = Phrases(
        plural=_("Subscriptions"),
        add=_("Give a subscription"),
        counted=ngettext_lazy("%(count)d subscription", "%(count)d subscriptions", "count"),
        empty=_("No subscription here."),
        search=_("E-mail address, name or note"),
    )
    form = SubscriptionForm
    acts_on = [Revocation]
    list_display = ["holder", "plan", "state", "starts_at", "ends_at", "source", "note"]
    list_filter = [StateFilter, "plan", "source", "created_at", "starts_at"]
    list_select_related = ["user", "institution", "plan", "revocation"]
    search_fields = ["user__email", "user__name", "institution__name", "note"]
    autocomplete_fields = ["user"]
    show_full_result_count = False
    export_columns = [
        (_("Subscriber"), lambda row: row.institution or str(row.user)),
        (_("E-mail address"), lambda row: address_of(row.user) if row.user else ""),
        (_("Plan"), lambda row: row.plan.name),
        (_("State"), lambda row: row.state_at(timezone.now()).label),
        (_("Beginning"), lambda row: instant_cell(row.starts_at)),
        (_("End"), lambda row: instant_cell(row.ends_at)),
        (_("End of the grace"), lambda row: instant_cell(row.grace_ends_at)),
        (_("Source"), lambda row: row.get_source_display()),
        (_("Note"), lambda row: row.note),
    ]

    @admin.display(description=_("subscriber"), ordering="user")
    def holder(self, subscription):
        return subscription.user or subscription.institution

    @admin.display(description=_("state"))
    def state(self, subscription):
        return subscription.state_at(timezone.now()).label

    def get_fields(self, request, obj=None):
        fields = ["user", "plan", "starts_at", "ends_at", "note"]
        return (
            ["holder", *fields[1:3], "ends_at", "grace_ends_at", "source", "note", "given_by", "created_at"]
            if obj
            else fields
        )

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        """The row that the verb writes, and not the form's, so that it stands in its holder's chain."""
        given = granting.give(
            obj.user, obj.plan, starts_at=obj.starts_at, ends_at=obj.ends_at, by=request.user, note=obj.note
        )
        obj.pk, obj._state.adding = given.pk, False
