"""A receipt as one page of PDF."""

import io

from django.utils.translation import gettext as _
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from .dates import instant_in_words
from .letters import receipt_facts
from .models import Payment
from .paper_font import FONT, register_font

MARGIN, LABELS = 22 * mm, 52 * mm
WIDTH, HEIGHT = A4


def broken(text: str, size: float, width: float) -> list[str]:
    """The text in lines: at spaces, the narrow and the no-break ones left out, or else where the line ends."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if pdfmetrics.stringWidth(longer, FONT, size) <= width:
            lines[-1] = longer
            continue
        lines.append("")
        for sign in word:
            if lines[-1] and pdfmetrics.stringWidth(lines[-1] + sign, FONT, size) > width:
                lines.append("")
            lines[-1] += sign
    return [line for line in lines if line] or [""]


class Sheet:
    """Writes downwards."""

    def __init__(self, buffer, title, author):
        register_font()
        self.canvas = Canvas(buffer, pagesize=A4, invariant=True)
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.y = HEIGHT - MARGIN

    def write(self, text, *, size=10, x=MARGIN, leading=1.5):
        self.canvas.setFont(FONT, size)
        for line in broken(text, size, WIDTH - MARGIN - x):
            self.y -= size * leading
            self.canvas.drawString(x, self.y, line)

    def pair(self, label, value):
        top = self.y
        self.write(label)
        low, self.y = self.y, top
        self.write(value, x=MARGIN + LABELS)
        self.y = min(low, self.y) - 5

    def rule(self):
        self.y -= 8
        self.canvas.setLineWidth(0.75)
        self.canvas.line(MARGIN, self.y, WIDTH - MARGIN, self.y)
        self.y -= 6

    def close(self):
        self.canvas.showPage()
        self.canvas.save()


def paper(payment: Payment, head: list[str]) -> bytes:
    """In the language that is active; ``head`` names the newspaper, then who publishes it and where."""
    buffer = io.BytesIO()
    title = _("Receipt %(number)s") % {"number": payment.receipt}
    sheet = Sheet(buffer, title, head[0])
    sheet.write(head[0], size=18)
    for line in head[1:]:
        sheet.write(line, size=9)
    sheet.rule()
    sheet.write(title, size=14, leading=2)
    sheet.y -= 8
    for label, value in receipt_facts(payment):
        sheet.pair(label, value)
    if refund := getattr(payment, "refund", None):
        sheet.rule()
        sheet.pair(_("Credit note"), refund.receipt)
        sheet.pair(_("To be refunded") if refund.settled_at is None else _("Refunded"), refund.amount_in_words)
        if refund.settled_at:
            sheet.pair(_("Refunded on"), instant_in_words(refund.settled_at))
    sheet.rule()
    sheet.write(_("Paid. Keep this receipt.") if payment.bought else _("Received. Keep this receipt."), size=9)
    sheet.close()
    return buffer.getvalue()
