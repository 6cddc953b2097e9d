"""Tables for spreadsheet programs: CSV in which no cell is a formula, whoever wrote its text."""

import csv
import itertools

from django.http import StreamingHttpResponse
from django.utils import formats, translation

# What a spreadsheet program takes for the beginning of a formula, full-width forms included; a tab or a line break
# before it is passed over by some.
FORMULA = tuple("=+-@＝＋－＠\t\r\n|")
# Excel reads UTF-8 only behind this mark.
MARK = "\ufeff"


class _Echo:
    @staticmethod
    def write(text):
        return text


def cell(value) -> str:
    """The value as text; what would be a formula begins with an apostrophe, and so stays readable."""
    text = "" if value is None else str(value).replace("\x00", "")
    return f"'{text}" if text.lstrip(" \xa0\u202f").startswith(FORMULA) or text.startswith(FORMULA) else text


def csv_lines(header, rows):
    """Lines of a CSV file, one by one, so that a long table needs no memory; in the language that is active now, also
    when they are sent later. Where numbers have a decimal comma, as in French, spreadsheet programs expect semicolons
    between cells, and put a whole line with commas into its first one."""
    comma = formats.get_format("DECIMAL_SEPARATOR") == ","
    writer = csv.writer(_Echo, delimiter=";" if comma else ",")
    lines = (writer.writerow([cell(value) for value in row]) for row in itertools.chain([header], rows))
    return _in_language(translation.get_language(), lines)


def _in_language(language, lines):
    """Each line is made in the language, whatever is active where it is read."""
    yield MARK
    while True:
        with translation.override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line


def csv_response(name: str, header, rows) -> StreamingHttpResponse:
    """A download; ``name`` without its ending."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
