"""The font of what is printed: embedded, since those of PDF readers lack narrow spaces and the letters of Bambara."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONT, FILE = "DejaVuSans", Path(__file__).parent / "fonts" / "DejaVuSans.ttf"


@cache
def register_font():
    pdfmetrics.registerFont(TTFont(FONT, FILE))
