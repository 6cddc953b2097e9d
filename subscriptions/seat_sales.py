"""Seats that an institution pays for, ordered by one of its managers or sold at the counter: a period for all of its
seats, at the price of a seat times their number. With fewer seats than it has the office helps, since somebody would
lose theirs."""

from django import forms
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from . import billing, providers
from .institution_form import MOST_SEATS
from .models import Institution, Order, Price
from .money import LARGEST_AMOUNT

Purpose = Order.Purpose


def prices_of_seats():
    """Of one seat, by plan and zone."""
    sold = Price.objects.for_sale().filter(plan__is_for_institutions=True, amount__gt=0)
    return sold.order_by("zone__position", "plan__position", "pk")


class PriceOfSeat(forms.ModelChoiceField):
    def __init__(self):
        super().__init__(prices_of_seats(), label=_("Plan and price of a seat"), empty_label=_("Choose…"))

    def label_from_instance(self, price):
        return f"{price.plan} · {price.in_words} · {price.zone}"


class SeatsForm(forms.Form):
    price = PriceOfSeat()
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.institution = institution
        self.fields["seats"].initial = max(1, institution.seats_bought)

    def clean_seats(self):
        wanted, has = self.cleaned_data["seats"], self.institution.seats_bought
        if wanted < has:
            words = ngettext(
                "The institution has %(has)d seat: for fewer, ask our subscriptions office.",
                "The institution has %(has)d seats: for fewer, ask our subscriptions office.",
                has,
            )
            raise forms.ValidationError(words % {"has": has})
        return wanted

    def clean(self):
        data = super().clean()
        price, seats = data.get("price"), data.get("seats")
        if price and seats and price.amount * seats > LARGEST_AMOUNT:
            raise forms.ValidationError(_("This is more than one order can hold. Ask our subscriptions office."))
        return data


class SeatsOrderForm(SeatsForm):
    """For a manager, who pays online."""

    provider = forms.ChoiceField(
        label=_("How do you want to pay?"),
        error_messages={"required": _("Choose how you want to pay.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        currencies = set(prices_of_seats().values_list("zone__currency", flat=True))
        self.means = {each.slug: each for currency in sorted(currencies) for each in providers.ready(currency)}
        self.fields["provider"].choices = [(slug, each.label) for slug, each in self.means.items()]
        if len(self.means) == 1:
            self.fields["provider"].initial = next(iter(self.means))

    def clean(self):
        data = super().clean()
        price, provider = data.get("price"), self.means.get(data.get("provider"))
        if price and provider and price.zone.currency not in provider.currencies:
            self.add_error("provider", _("This means of payment does not take the currency of the price."))
        return data


def order(institution: Institution, price: Price, *, seats: int, provider: str, by) -> Order:
    """The manager's order, without its payment page yet. A second press gives the same one. Raises ``Refused``."""
    same = {"user": by, "institution": institution, "plan": price.plan, "zone": price.zone, "seats": seats}
    pending = Order.objects.filter(**same, provider=provider, purpose=Purpose.SEATS, state=Order.State.PENDING)
    begun = pending.filter(expires_at__gt=timezone.now(), amount=price.amount * F("seats"), payments=None).first()
    return begun or billing.open_order(
        by, price, provider, purpose=Purpose.SEATS, institution=institution, seats=seats
    )
