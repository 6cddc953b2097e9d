"""Amounts and parts as the office types them: « 2500 » in XOF, « 4,50 » in EUR, « 7,5 % »."""

import decimal
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

from subscriptions.models.plan import Currency
from subscriptions.money import DECIMALS, format_price, plain_amount

TYPED = re.compile(r"(-?)([0-9]{1,9})(?:[.,]([0-9]{1,2}))?")
PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]))?%?")
SPACES = re.compile(r"[\s\u00a0\u202f]")


class AmountField(forms.CharField):
    """Gives the amount in the currency's minor unit, the franc where ``of`` says no other."""

    currency, least, most = Currency.XOF, 1, 2_000_000_000

    def __init__(self, **kwargs):
        super().__init__(max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def of(self, currency, *, most):
        self.currency, self.most = currency, most
        self.help_text = _("At most {amount}.").format(amount=format_price(most, currency))

    def prepare_value(self, value):
        return plain_amount(value, self.currency) if isinstance(value, int) else value

    def clean(self, value):
        typed = super().clean(value)
        return read_amount(typed, self.currency, self.least, self.most) if typed else None


class PercentField(forms.CharField):
    """Gives thousandths, 0 to 1,000."""

    def __init__(self, **kwargs):
        super().__init__(max_length=10, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def prepare_value(self, value):
        return percent(value) if isinstance(value, int) else value

    def clean(self, value):
        found = PERCENT.fullmatch(SPACES.sub("", super().clean(value)))
        share = int(found[1]) * 10 + int(found[2] or 0) if found else None
        if share is None or share > 1000:
            raise ValidationError(
                _("Write a part of a hundred, such as 10 or {example}, at most 100.").format(example=percent(75))
            )
        return share


def percent(thousandths: int) -> str:
    """« 7,5 » for 75 in French, 7.5 in English."""
    return formats.localize(decimal.Decimal(thousandths) / 10)


def read_amount(typed: str, currency: str, least: int, most: int) -> int:
    decimals = DECIMALS[currency]
    found = TYPED.fullmatch(SPACES.sub("", typed.replace("−", "-")))
    if not found or (found[3] and not decimals):
        example = plain_amount(2500, currency)
        raise ValidationError(_("Write the amount in figures, such as {example}.").format(example=example))
    amount = int(found[2]) * 10**decimals + int((found[3] or "").ljust(decimals, "0") or 0)
    amount = -amount if found[1] else amount
    if not least <= amount <= most:
        sentence = _("The amount must lie between {least} and {most}.")
        words = {"least": format_price(least, currency), "most": format_price(most, currency)}
        raise ValidationError(sentence.format(**words))
    return amount
