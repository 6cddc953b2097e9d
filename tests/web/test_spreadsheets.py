"""E12: no cell of an exported table is a formula, and every text stays readable."""

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from tests.tables import read_table
from web.spreadsheets import MARK, cell, csv_lines, csv_response

FORMULAS = [
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\xa0=1",
    "|cmd",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_a_text(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Awa Traoré", "", "a=b", 2500, "l’écart", "3 - 1"])
def test_other_values_stay_as_they_are(value):
    assert cell(value) == str(value)


def test_a_telephone_number_stays_readable():
    assert cell("+223 76 00 00 00") == "'+223 76 00 00 00"


def test_nothing_is_an_empty_cell():
    assert cell(None) == ""


@pytest.mark.parametrize(("language", "delimiter"), [("fr", ";"), ("en", ",")])
def test_cells_are_apart_where_the_language_expects_it(language, delimiter):
    """Excel in French puts a line with commas into one cell."""
    table = [["Nom", "Note"], ["Awa, « Bamako »; Ségou", 'a "b"\nc'], ["=1", None]]
    with translation.override(language):
        text = "".join(csv_lines(table[0], table[1:]))
    assert read_table(text, delimiter=delimiter) == [*table[:2], ["'=1", ""]]


def test_a_table_keeps_its_language_while_it_is_sent():
    """What sends it comes after the page's language was put away."""
    with translation.override("en"):
        lines = csv_lines([gettext_lazy("Day")], ([gettext_lazy("Day")] for _ in range(2)))
    with translation.override("fr"):
        assert "".join(lines) == f"{MARK}Day\r\nDay\r\nDay\r\n"
        assert translation.get_language() == "fr"


def test_a_download_is_kept_by_nobody():
    response = csv_response("journal", ["a"], [])
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == 'attachment; filename="journal.csv"'
