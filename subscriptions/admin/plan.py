"""Plans with their prices by zone. What was sold keeps its own price."""

from decimal import Decimal

from django import forms
from django.contrib import admin
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from subscriptions.models import Plan, Price, Zone
from subscriptions.money import DECIMALS, SIGNS
from web.desk import DeskAdmin, Phrases

# The largest whole amount in a form; in the smallest unit it still fits its column.
HIGHEST = 10_000_000


class PlanForm(forms.ModelForm):
    """With a field for the price in each zone, in the currency's usual unit: 2500 francs, 5.00 euros."""

    zones = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            amounts = dict(self.instance.prices.values_list("zone", "amount"))
            for zone in self.zones:
                if zone.pk in amounts:
                    self.initial[field_of(zone)] = Decimal(amounts[zone.pk]).scaleb(-DECIMALS[zone.currency])

    def clean(self):
        data = super().clean()
        for zone in () if data.get("is_trial") else self.zones:
            if data.get(field_of(zone)) == 0:
                sentence = _("Only a trial is free: write a price, leave this empty, or tick “trial”.")
                self.add_error(field_of(zone), sentence)
        return data

    def save_prices(self):
        """A zone whose field is empty does not sell the plan."""
        for zone in self.zones:
            if field_of(zone) not in self.cleaned_data:
                continue
            price = self.cleaned_data[field_of(zone)]
            if price is None:
                Price.objects.filter(plan=self.instance, zone=zone).delete()
            else:
                amount = {"amount": int(price.scaleb(DECIMALS[zone.currency]))}
                Price.objects.update_or_create(plan=self.instance, zone=zone, defaults=amount)


def field_of(zone) -> str:
    return f"price_{zone.pk}"


class PriceField(forms.DecimalField):
    """« 2 500 » and « 4,50 » are what one types."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value):
        return super().to_python("".join(str(value or "").replace(",", ".").split()))

    def validate(self, value):
        super().validate(value)
        if value is not None and not self.decimal_places and value.as_tuple().exponent < 0:
            raise forms.ValidationError(_("This currency has no decimals: write a whole number."))


def price_field(zone) -> PriceField:
    return PriceField(
        label=_("Price: {zone} ({sign})").format(zone=zone.name, sign=SIGNS[zone.currency]),
        required=False,
        min_value=0,
        max_value=HIGHEST,
        decimal_places=DECIMALS[zone.currency],
        help_text=_("Left empty: not for sale there. What was sold keeps its price."),
    )


@admin.register(Plan)
class PlanAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Plans"),
        add=_("Add a plan"),
        counted=ngettext_lazy("%(count)d plan", "%(count)d plans", "count"),
        empty=_("No plan yet: readers can only subscribe to one."),
        search=_("Name of the plan"),
    )
    list_display = ["name", "prices_in_words", "period", "standing", "position"]
    list_filter = ["is_active", "is_trial", "is_for_institutions"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    form = PlanForm

    def get_form(self, request, obj=None, change=False, **kwargs):  # noqa: FBT002 - Django’s signature
        zones = list(Zone.objects.all())
        fields = {field_of(zone): price_field(zone) for zone in zones}
        kwargs["labels"] = {"slug": _("Address on the site")}
        kwargs["error_messages"] = {"slug": {"unique": _("Another plan has this address already.")}}
        kwargs["form"] = type("PlanForm", (PlanForm,), {"zones": zones, **fields})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request, obj=None):
        prices = [field_of(zone) for zone in Zone.objects.all()]
        return [
            "name",
            "slug",
            "description",
            "period",
            *prices,
            "grace_days",
            "is_trial",
            "is_for_institutions",
            "position",
            "is_active",
        ]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.save_prices()

    def get_queryset(self, request):
        return super().get_queryset(request).with_prices()

    @admin.display(description=_("prices"))
    def prices_in_words(self, plan):
        return " · ".join(price.in_words for price in plan.prices.all()) or gettext("No price yet")

    @admin.display(description=_("state"), ordering="is_active")
    def standing(self, plan):
        return gettext("For sale") if plan.is_active else gettext("No longer for sale")


class ZoneForm(forms.ModelForm):
    """Prices are in the smallest unit of the zone's currency: in another currency they would be other prices."""

    class Meta:
        model = Zone
        fields = ["name", "slug", "currency", "position"]
        error_messages = {"slug": {"unique": _("Another price zone has this address already.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "currency" in self.fields and self.is_used():
            self.fields["currency"].help_text = self.why_not

    why_not = _(
        "This zone has prices or orders: its currency stays. For another currency, add a new zone and write the "
        "prices there."
    )

    def is_used(self) -> bool:
        zone = self.instance
        return bool(zone.pk) and (zone.prices.exists() or zone.orders.exists())

    def clean_currency(self):
        currency = self.cleaned_data["currency"]
        if currency != self.initial.get("currency", currency) and self.is_used():
            raise forms.ValidationError(self.why_not)
        return currency


@admin.register(Zone)
class ZoneAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Price zones"),
        add=_("Add a price zone"),
        counted=ngettext_lazy("%(count)d price zone", "%(count)d price zones", "count"),
        empty=_("No price zone yet: a plan has a price for each."),
        search=_("Name of the zone"),
    )
    form = ZoneForm
    list_display = ["name", "currency", "position"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}
