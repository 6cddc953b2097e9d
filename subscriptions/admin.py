"""Plans, and subscriptions that the newspaper gives by hand."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from web.desk import DeskAdmin, Phrases

from .models import Plan, Subscription
from .periods import end_of_period


@admin.register(Plan)
class PlanAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Plans"),
        add=_("Add a plan"),
        counted=ngettext_lazy("%(count)d plan", "%(count)d plans", "count"),
        empty=_("No plan yet: readers can only subscribe to one."),
        search=_("Name of the plan"),
    )
    list_display = ["name", "price_in_words", "period", "is_active", "position"]
    list_filter = ["is_active"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    @admin.display(description=_("price"), ordering="price")
    def price_in_words(self, plan):
        return plan.price_in_words

    def get_deleted_objects(self, objs, request):
        """What keeps a plan are its subscriptions, not that the person may not delete those: the page names them."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return to_delete, counts, set() if protected else lacking, protected


class SubscriptionForm(forms.ModelForm):
    """Without an end, the subscription lasts one period of its plan."""

    class Meta:
        model = Subscription
        fields = ["user", "plan", "starts_at", "ends_at", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "ends_at" in self.fields:
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
        return Subscription.State.choices

    def queryset(self, request, queryset):
        known = self.value() in Subscription.State.values
        return getattr(queryset, self.value())(timezone.now()) if known else queryset


@admin.register(Subscription)
class SubscriptionAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Subscriptions"),
        add=_("Give a subscription"),
        counted=ngettext_lazy("%(count)d subscription", "%(count)d subscriptions", "count"),
        empty=_("No subscription here."),
        search=_("E-mail address, name or note"),
    )
    form = SubscriptionForm
    list_display = ["user", "plan", "state", "starts_at", "ends_at", "note"]
    list_filter = [StateFilter, "plan"]
    list_select_related = ["user", "plan"]
    search_fields = ["user__email", "user__name", "note"]
    autocomplete_fields = ["user"]
    readonly_fields = ["given_by", "created_at"]
    show_full_result_count = False

    @admin.display(description=_("state"))
    def state(self, subscription):
        return subscription.state_at(timezone.now()).label

    def get_fields(self, request, obj=None):
        fields = ["user", "plan", "starts_at", "ends_at", "note"]
        return [*fields, *self.readonly_fields] if obj else fields

    def save_model(self, request, obj, form, change):
        if not change:
            obj.given_by = request.user
        super().save_model(request, obj, form, change)
