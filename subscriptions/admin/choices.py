"""What forms of the office choose from: prices for sale, means of payment in words, readers by parts of their name."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import phones
from accounts.models import User
from subscriptions.figures import AGENTS
from subscriptions.means import label_of
from subscriptions.models import Price
from subscriptions.receipt_numbers import one_spelling

SHOWN = 20
# By what the office knows a reader.
SEARCHED = ("email", "name", "public_name", "phone")


def means_in_words(slug: str) -> str:
    """As readers are told, and what agents bring besides."""
    return gettext("Agents (scratch codes)") if slug == AGENTS else label_of(slug)


class PriceField(forms.ModelChoiceField):
    """A plan with its price in a zone."""

    def __init__(self, **kwargs):
        kwargs = {"label": _("Plan and price"), "empty_label": _("Choose…")} | kwargs
        super().__init__(queryset=prices_for_sale(), **kwargs)

    def label_from_instance(self, price):
        return f"{price.plan} · {price.in_words} · {price.zone}"


class ReceiptField(forms.CharField):
    """A number of the paper receipt book, in one spelling."""

    def __init__(self):
        super().__init__(
            label=_("Number of the paper receipt"),
            max_length=40,
            help_text=_("As printed in the receipt book. Each number is taken once."),
            widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        )

    def to_python(self, value):
        return one_spelling(super().to_python(value))


def prices_for_sale():
    """To readers, and not for nothing."""
    sold = Price.objects.for_sale().filter(plan__is_for_institutions=False, plan__is_trial=False)
    return sold.order_by("zone__position", "plan__position", "pk")


def searched(path: str) -> list[str]:
    """The same fields of the reader behind a row."""
    return [f"{path}__{field}" for field in SEARCHED]


def readers_like(words: str):
    """Active accounts of which each word is found in one of the fields, or the end of the telephone number however it
    is typed; the newest first."""
    found = Q()
    for word in words.split()[:6]:
        found &= _any(word)
    if digits := phones.digits_in(words):
        found |= Q(phone__endswith=digits)
    return User.objects.filter(found, is_active=True, erased_at=None).order_by("-pk")[:SHOWN]


def _any(word):
    asked = Q()
    for field in SEARCHED:
        asked |= Q(**{f"{field}__icontains": word})
    return asked
