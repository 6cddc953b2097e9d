"""A batch of scratch codes as files: a sheet to print and cut, and a table. Made from codes that are nowhere kept."""

import io
import zipfile

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from web.dates import date_words
from web.spreadsheets import csv_lines

from .codes import shown
from .models import VoucherBatch
from .money import plain_amount
from .paper_font import FONT, register_font

COLUMNS, ROWS = 2, 7
MARGIN = 12 * mm
WIDTH = (A4[0] - 2 * MARGIN) / COLUMNS
HEIGHT = (A4[1] - 2 * MARGIN) / ROWS
PADDING = 5 * mm
# Bundled with reportlab and put into the file: every accent is there, whatever the printer has.
REGULAR, BOLD = "Vera", "VeraBd"


def archive(batch: VoucherBatch, codes: list[str], newspaper: str):
    """The bytes of a ZIP file with both, in one piece: a generator, so that it is made when it is sent, after the
    batch is written. In the newspaper's language, whoever makes it; ``newspaper`` is its name, for the cards."""
    held = io.BytesIO()
    name = file_name(batch)
    with translation.override(settings.LANGUAGE_CODE), zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(f"{name}.pdf", sheet(batch, codes, newspaper))
        files.writestr(f"{name}.csv", "".join(table(batch, codes)))
    yield held.getvalue()


def file_name(batch) -> str:
    return f"codes-{batch.pk}-{batch.made_at:%Y-%m-%d}"


def table(batch, codes):
    header = [_("Batch"), _("Code"), _("Plan"), _("Price"), _("Currency"), _("Last day"), _("Agent")]
    price = [plain_amount(batch.amount, batch.currency), batch.currency]
    rest = [batch.plan_name, *price, f"{batch.expires_on:%Y-%m-%d}", batch.agent.name]
    return csv_lines(header, ([batch.pk, shown(code), *rest] for code in codes))


def sheet(batch, codes, newspaper) -> bytes:
    """A4, fourteen cards a page, with lines to cut along."""
    register_font()
    for font in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, lang=settings.LANGUAGE_CODE)
    canvas.setTitle(
        printable(_("Batch {number} · {plan} · {agent}")).format(
            number=batch.pk, plan=batch.plan_name, agent=batch.agent
        )
    )
    lines = printed_lines(batch) | {"newspaper": newspaper}
    for place, code in enumerate(codes):
        on_page = place % (COLUMNS * ROWS)
        if place and not on_page:
            canvas.showPage()
        if not on_page:
            cut_lines(canvas)
        column, row = on_page % COLUMNS, on_page // COLUMNS
        card(canvas, MARGIN + column * WIDTH, A4[1] - MARGIN - (row + 1) * HEIGHT, lines, code)
    canvas.save()
    return held.getvalue()


def printed_lines(batch) -> dict[str, str]:
    address = f"{settings.SITE_URL}{reverse('voucher')}".split("://", 1)[1]
    return {
        "plan": printable(batch.plan_name),
        "price": printable(batch.amount_in_words),
        "how": printable(_("Enter this code on {address}").format(address=address)),
        "until": printable(_("To be used by {day}").format(day=date_words(batch.expires_on))),
        "batch": printable(_("Batch {number}").format(number=batch.pk)),
    }


def printable(text: str) -> str:
    """The font has no narrow no-break space."""
    return text.replace("\u202f", "\xa0")


def cut_lines(canvas):
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    canvas.setStrokeGray(0.5)
    for column in range(COLUMNS + 1):
        x = MARGIN + column * WIDTH
        canvas.line(x, MARGIN, x, A4[1] - MARGIN)
    for row in range(ROWS + 1):
        y = MARGIN + row * HEIGHT
        canvas.line(MARGIN, y, A4[0] - MARGIN, y)
    canvas.setDash()


def card(canvas, x, y, lines, code):
    left, right, top = x + PADDING, x + WIDTH - PADDING, y + HEIGHT - PADDING
    price_width = stringWidth(lines["price"], BOLD, 11)
    fitted(canvas, left, top - 9, lines["plan"], font=BOLD, size=11, width=right - left - price_width - 2 * mm)
    canvas.setFont(BOLD, 11)
    canvas.drawRightString(right, top - 9, lines["price"])
    fitted(canvas, left, top - 36, shown(code), font=BOLD, size=16, width=right - left)
    fitted(canvas, left, top - 58, lines["how"], font=REGULAR, size=8, width=right - left)
    fitted(canvas, left, top - 70, lines["until"], font=REGULAR, size=8, width=right - left)
    canvas.setFont(REGULAR, 7)
    canvas.drawRightString(right, y + PADDING, lines["batch"])
    batch_width = stringWidth(lines["batch"], REGULAR, 7)
    fitted(canvas, left, y + PADDING, lines["newspaper"], font=FONT, size=8, width=right - left - batch_width - 2 * mm)


def fitted(canvas, x, y, text, *, font, size, width):
    """Smaller letters rather than words over the line where one cuts."""
    own = stringWidth(text, font, size)
    canvas.setFont(font, size if own <= width else size * width / own)
    canvas.drawString(x, y, text)
