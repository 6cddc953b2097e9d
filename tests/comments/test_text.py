"""What becomes of a text."""

import pytest
from django.core.exceptions import ValidationError

from comments.text import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  one\r\ntwo\rthree  ", "one\ntwo\nthree"),
        ("one\n\n\n\n\n\ntwo", "one\n\n\ntwo"),
        ("one\n \n\t\n\u00a0\n\ntwo", "one\n\n\ntwo"),
        ("one   \ntwo", "one\ntwo"),
        ("bell\x07 escape\x1b[31m c1\x9b", "bell escape[31m c1"),
        ("turned\u202eround\u2066", "turnedround"),
        ("line\u2028other", "line\nother"),
        ("👩🏽‍🌾 « Bonjour ! »", "👩🏽‍🌾 « Bonjour ! »"),
        ("?", "?"),
        ("😀", "😀"),
    ],
)
def test_a_text_is_plain_paragraphs(typed, kept):
    assert clean(typed) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize("typed", [" " * 5_000_000, "\n" * 5_000_000, "a\n" * 2_000_000, " x" * 9_999])
def test_a_huge_text_is_refused(typed):
    """H07, E05."""
    with pytest.raises(ValidationError):
        clean(typed)


@pytest.mark.parametrize("sign", ["\u2800", "\u3164", "\u115f", "\u1160", "\uffa0"])
def test_signs_that_show_nothing_are_no_words(sign):
    with pytest.raises(ValidationError, match="Écrivez d’abord"):
        clean(f"{sign} \n{sign * 3}\u200b")
    assert clean(f"Bonjour{sign}!") == f"Bonjour{sign}!"
