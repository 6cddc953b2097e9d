"""French typography of headlines and other plain text."""

import pytest

from tests.shared_texts import needs_shared, seed
from web.typography import cut_at_word, french

NB, NN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Un "plan" ambitieux', f"Un «{NB}plan{NB}» ambitieux"),
        ('"Un" et "deux"', f"«{NB}Un{NB}» et «{NB}deux{NB}»"),
        ("«Symposium»", f"«{NB}Symposium{NB}»"),
        ("« Symposium »", f"«{NB}Symposium{NB}»"),
        ('l\'"affaire"', f"l’«{NB}affaire{NB}»"),
        ("L'État, aujourd'hui", "L’État, aujourd’hui"),
        ("Attendez...", "Attendez…"),
        ("Quoi ?", f"Quoi{NN}?"),
        ("Quoi?!", f"Quoi{NN}?!"),
        ("Non!; si", f"Non{NN}!; si"),
        ("Mali : la paix", f"Mali{NB}: la paix"),
        ("#Mali : Symposium", f"#Mali{NB}: Symposium"),
        ("Mali: la paix", f"Mali{NB}: la paix"),
        ("50 % et 20%", f"50{NB}% et 20{NB}%"),
        ("5 000 € ou 3€", f"5 000{NB}€ ou 3{NB}€"),
        ('Il dit : "Quoi ?"', f"Il dit{NB}: «{NB}Quoi{NN}?{NB}»"),
        ("", ""),
    ],
)
def test_what_is_typed_plainly_is_printed_in_french(typed, printed):
    assert french(typed) == printed
    assert french(printed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "à 06:58 précises",
        "20.000 sinistrés, 1,5 million, 3:1",
        "https://example.org/a?b=c!d;e:f",
        "www.example.org/l'eau",
        "redaction@example.org",
        "#L'État".replace("'", "’"),
        "@awa_d",
        "(?)",
        "?",
        'un écran de 5" large',
        "5' de retard",
        "deux\nlignes",
    ],
)
def test_addresses_hours_and_numbers_stay(text):
    assert french(text) == text


@needs_shared
def test_a_whole_newspaper_is_set_once():
    for line in seed().splitlines():
        printed = french(line)
        assert french(printed) == printed
        assert "'" not in printed
        assert [c for c in printed if c.isalnum()] == [c for c in line if c.isalnum()]


def test_long_text_is_set_in_linear_time():
    for piece in ('"', "'", " :", "« ", " ", "!", "#", "a@", ".", "www."):
        text = piece * 10_000
        assert french(french(text)) == french(text)


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [
        ("un deux trois", 13, "un deux trois"),
        ("un deux trois", 12, "un deux…"),
        ("un deux trois", 8, "un deux…"),
        ("un deux trois", 7, "un…"),
        ("un, deux", 5, "un…"),
        ("un. Deux", 5, "un…"),
        (f"dit{NB}: «{NB}oui, non", 10, "dit…"),
        ("anticonstitutionnellement", 10, ""),
        ("", 10, ""),
        ("un deux", 1, ""),
        ("un deux", 0, ""),
        ("un deux", -1, ""),
    ],
)
def test_text_is_cut_between_words_with_one_ellipsis(text, length, cut):
    assert cut_at_word(text, length) == cut
    assert len(cut) <= max(length, 0)
