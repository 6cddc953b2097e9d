"""E12: no cell of an exported table is a formula, and every text stays readable."""

import csv
import io

import pytest

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


def test_lines_are_read_back_by_any_reader():
    text = "".join(csv_lines(["Nom", "Note"], [["Awa, « Bamako »", 'a "b"\nc'], ["=1", None]]))
    assert text.startswith(MARK)
    rows = list(csv.reader(io.StringIO(text.removeprefix(MARK))))
    assert rows == [["Nom", "Note"], ["Awa, « Bamako »", 'a "b"\nc'], ["'=1", ""]]


def test_a_download_is_kept_by_nobody():
    response = csv_response("journal", ["a"], [])
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"] == 'attachment; filename="journal.csv"'
