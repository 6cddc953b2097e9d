"""Tables for spreadsheet programs: CSV in which no cell is a formula, whoever wrote its text."""

import csv

from django.http import StreamingHttpResponse

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
    """Lines of a CSV file, one by one, so that a long table needs no memory."""
    writer = csv.writer(_Echo)
    yield MARK + writer.writerow([cell(value) for value in header])
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


def csv_response(name: str, header, rows) -> StreamingHttpResponse:
    """A download; ``name`` without its ending."""
    response = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
