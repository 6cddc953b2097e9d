"""Amounts in words. Everywhere else they are integers in the currency's minor unit."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

# Digits after the decimal sign (ISO 4217).
DECIMALS = {"XOF": 0, "EUR": 2}
# What the ledger's columns of amounts hold.
LARGEST_AMOUNT = 2**31 - 1
SIGNS = {"XOF": "F\u00a0CFA", "EUR": "€"}
GROUP, DECIMAL = {"fr": "\u202f", "en": ","}, {"fr": ",", "en": "."}


def format_price(amount: int, currency: str) -> str:
    """2500 in XOF is « 2 500 F CFA », 500 in EUR « 5,00 € »; the spaces do not break. In English, 2,500 and 5.00.
    How many decimals another currency has is not guessed; nothing is sold in one, but somebody may have paid in it."""
    if currency not in DECIMALS:
        return _("%(amount)s in the smallest unit of %(currency)s") % {"amount": amount, "currency": currency}
    language = _language()
    decimals = DECIMALS[currency]
    whole, minor = divmod(abs(amount), 10**decimals)
    figures = f"{whole:,}".replace(",", GROUP[language])
    if decimals:
        figures += f"{DECIMAL[language]}{minor:0{decimals}}"
    sign = "−" if amount < 0 else ""
    return f"{sign}{figures}\u00a0{SIGNS[currency]}"


def plain_amount(amount: int, currency: str) -> str:
    """For spreadsheet programs and fields of forms: 250000 in XOF is « 250000 », 450 in EUR « 4,50 » (in English
    4.50); in another currency, its smallest unit."""
    decimals = DECIMALS.get(currency, 0)
    if not decimals:
        return str(amount)
    whole, minor = divmod(abs(amount), 10**decimals)
    return f"{'-' if amount < 0 else ''}{whole}{DECIMAL[_language()]}{minor:0{decimals}}"


def _language() -> str:
    return "en" if (get_language() or "").startswith("en") else "fr"
