"""Telephone numbers in one spelling, E.164: a plus sign, the country and the number, without anything between."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Whoever writes no country means Mali, whose numbers have eight digits.
HOME, HOME_DIGITS = "+223", 8
BETWEEN = str.maketrans("", "", " \u00a0\u202f.-/()")
NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")


def clean(typed: str) -> str:
    """The number; empty stays empty. ``ValidationError`` in words for what is none."""
    number = spelled(typed)
    if number and not NUMBER.fullmatch(number):
        raise ValidationError(_("Write the number with its country, such as +223 76 12 34 56."), code="phone")
    if number.startswith(HOME) and len(number) != len(HOME) + HOME_DIGITS:
        raise ValidationError(_("A number in Mali has eight digits."), code="phone")
    return number


def spelled(typed: str) -> str:
    """Without what people write between the digits; with the country. Nothing is judged."""
    number = typed.strip().translate(BETWEEN)
    if number.startswith("00"):
        return f"+{number[2:]}"
    if number and number.isascii() and number.isdigit():
        return f"{HOME}{number}"
    return number


def digits_in(words: str) -> str:
    """What to look for when somebody types a number, or its end, into a search; empty when it is none."""
    number = words.strip().translate(BETWEEN).removeprefix("+")
    number = number.removeprefix("00")
    return number if number.isascii() and number.isdigit() and len(number) >= 4 else ""
