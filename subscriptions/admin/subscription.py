"""Periods of subscribers: read, given by hand, never changed."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from subscriptions import granting
from subscriptions.dates import end_in_words
from subscriptions.models import Revocation, Subscription
from web.dates import date_words
from web.desk import Phrases

from .reader import address_of
from .verbs import ExportingAdmin, instant_cell

OVERLAP = _(
    "This person has a subscription from %(start)s until %(end)s already: for the days in common, another would give "
    "nothing. Leave the beginning empty, and it begins at the end of what the person has."
)


class SubscriptionForm(forms.ModelForm):
    """Without a beginning, the subscription begins where what the person has ends; without an end, it lasts one period
    of its plan. Dates of which the person has a part already are refused: that part would give nothing."""

    class Meta:
        model = Subscription
        fields = ["user", "plan", "starts_at", "ends_at", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "ends_at" in self.fields:
            self.fields["user"].required = True
            self.fields["starts_at"].required = self.fields["ends_at"].required = False
            self.initial["starts_at"] = None
            self.fields["starts_at"].help_text = _("Left empty: the end of what the person has, or now.")
            self.fields["ends_at"].help_text = _("Left empty: one period of the plan.")

    def clean(self):
        data = super().clean()
        user, plan = data.get("user"), data.get("plan")
        if user and plan and {"starts_at", "ends_at"} <= data.keys():
            self.look_at(user, granting.given_dates(user, plan, starts_at=data["starts_at"], ends_at=data["ends_at"]))
        return data

    def look_at(self, user, dates):
        start, end = dates["starts_at"], dates["ends_at"]
        there = granting.overlapped({"user": user}, start, end)
        words = {"start": date_words(start)}
        if end <= start:
            self.add_error("ends_at", _("The end must come after the beginning, which is on %(start)s.") % words)
        elif there:
            words = {"start": date_words(there[0]), "end": end_in_words(*there)}
            field = "starts_at" if self.cleaned_data["starts_at"] else "ends_at"
            self.add_error(field, OVERLAP % words)


def state_words(subscription) -> str:
    if hasattr(subscription, "moved_to"):
        return gettext("Moved up")
    return subscription.state_at(timezone.now()).label


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        first = ("beginnings", _("First period of a person, begun"))
        return [*Subscription.State.choices, ("ending", _("Ending within seven days")), first]

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
    list_display = ["holder", "sold_as", "state", "starts_at", "ends_at", "source", "note"]
    list_filter = [StateFilter, "plan", "source", "created_at", "starts_at"]
    list_select_related = ["user", "institution", "plan", "revocation", "moved_to"]
    search_fields = ["user__email", "user__name", "institution__name", "note"]
    autocomplete_fields = ["user"]
    show_full_result_count = False
    export_columns = [
        (_("Subscriber"), lambda row: row.institution or str(row.user)),
        (_("E-mail address"), lambda row: address_of(row.user) if row.user else ""),
        (_("Plan"), lambda row: row.sold_as),
        (_("State"), state_words),
        (_("Beginning"), lambda row: instant_cell(row.starts_at)),
        (_("End"), lambda row: instant_cell(row.ends_at)),
        (_("End of the grace"), lambda row: instant_cell(row.grace_ends_at)),
        (_("Source"), lambda row: row.get_source_display()),
        (_("Note"), lambda row: row.note),
    ]

    @admin.display(description=_("subscriber"), ordering="user")
    def holder(self, subscription):
        return subscription.user or subscription.institution

    @admin.display(description=_("plan"), ordering="plan")
    def sold_as(self, subscription):
        return subscription.sold_as

    @admin.display(description=_("state"))
    def state(self, subscription):
        return state_words(subscription)

    def get_fields(self, request, obj=None):
        fields = ["user", "plan", "starts_at", "ends_at", "note"]
        return (
            ["holder", "sold_as", "starts_at", "ends_at", "grace_ends_at", "source", "note", "given_by", "created_at"]
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
