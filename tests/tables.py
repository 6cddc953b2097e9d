"""Reads tables that the site gives to spreadsheet programs."""

import csv
import io

from web.spreadsheets import MARK


def read_table(text: str | bytes, *, delimiter=";") -> list[list[str]]:
    """As a spreadsheet program in French does."""
    text = text.decode() if isinstance(text, bytes) else text
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline=""), delimiter=delimiter))
