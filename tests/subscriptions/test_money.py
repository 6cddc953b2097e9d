"""Prices in words; amounts are integers in the minor unit."""

import pytest
from django.utils import translation

from subscriptions.money import format_price

FRENCH = [
    (0, "XOF", "0\u00a0F\u00a0CFA"),
    (500, "XOF", "500\u00a0F\u00a0CFA"),
    (2500, "XOF", "2\u202f500\u00a0F\u00a0CFA"),
    (1234567, "XOF", "1\u202f234\u202f567\u00a0F\u00a0CFA"),
    (500, "EUR", "5,00\u00a0€"),
    (5, "EUR", "0,05\u00a0€"),
    (123456, "EUR", "1\u202f234,56\u00a0€"),
    (-2550, "EUR", "−25,50\u00a0€"),
]
ENGLISH = [(2500, "XOF", "2,500\u00a0F\u00a0CFA"), (123456, "EUR", "1,234.56\u00a0€")]


@pytest.mark.parametrize(("amount", "currency", "words"), FRENCH)
def test_prices_in_french(amount, currency, words):
    with translation.override("fr"):
        assert format_price(amount, currency) == words


@pytest.mark.parametrize(("amount", "currency", "words"), ENGLISH)
def test_prices_in_english(amount, currency, words):
    with translation.override("en"):
        assert format_price(amount, currency) == words


def test_an_unknown_currency_is_not_guessed():
    with translation.override("en"):
        assert format_price(100, "USD") == "100 in the smallest unit of USD"
