"""Amounts in words. Everywhere else they are integers in the currency's minor unit."""

from django.utils.translation import get_language

# Digits after the decimal sign (ISO 4217).
DECIMALS = {"XOF": 0, "EUR": 2}
SIGNS = {"XOF": "F\u00a0CFA", "EUR": "€"}
GROUP, DECIMAL = {"fr": "\u202f", "en": ","}, {"fr": ",", "en": "."}


def format_price(amount: int, currency: str) -> str:
    """2500 in XOF is « 2 500 F CFA », 500 in EUR « 5,00 € »; the spaces do not break. In English, 2,500 and 5.00."""
    language = "en" if (get_language() or "").startswith("en") else "fr"
    decimals = DECIMALS[currency]
    whole, minor = divmod(abs(amount), 10**decimals)
    figures = f"{whole:,}".replace(",", GROUP[language])
    if decimals:
        figures += f"{DECIMAL[language]}{minor:0{decimals}}"
    sign = "−" if amount < 0 else ""
    return f"{sign}{figures}\u00a0{SIGNS[currency]}"
