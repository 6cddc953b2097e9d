"""A line: the river at Mopti from June to December, this year against the average of ten."""

from .canvas import Canvas, smooth
from .newsprint import BLUE, INK, MUTED, PAPER, RULE, TEAL, dashed, sheet
from .painting import PAINTED_WIDTH

MONTHS = ["juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
# Centimetres at the middle of each half month.
THIS_YEAR = [96, 128, 190, 284, 398, 505, 588, 640, 664, 668]
AVERAGE = [90, 104, 148, 212, 306, 400, 484, 548, 590, 606, 610, 590, 540, 470]
PEAK = (9, 668)
FOOT, TOP, HIGHEST, FIRST, STEP = 880, 290, 700, 210, 88


def draw_level(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "Le Niger à Mopti : un pic plus haut",
        "Hauteur à l’échelle, en centimètres",
        "Relevés à la mi-journée, le 1er et le 15 du mois. Données imaginées pour Les Deux Rives.",
        width=width,
    )
    for level in range(0, HIGHEST, 200):
        canvas.line([(170, _y(level)), (1530, _y(level))], RULE, 3)
        canvas.text(150, _y(level) + 13, str(level), 38, MUTED, anchor="rs")
    this_year, average = _points(THIS_YEAR), _points(AVERAGE)
    canvas.polygon([*smooth(this_year, 8), (this_year[-1][0], FOOT), (this_year[0][0], FOOT)], "#0d656e1f")
    dashed(canvas, average, BLUE, 5, dash=14, gap=12)
    canvas.line(smooth(this_year, 10), TEAL, 10)
    canvas.line([(170, FOOT), (1530, FOOT)], INK, 4)
    for number, month in enumerate(MONTHS):
        canvas.text(FIRST + STEP * (2 * number + 0.5), FOOT + 52, month, 38, INK, anchor="ms")
    _notes(canvas, this_year)
    return canvas


def _notes(canvas, this_year):
    x, y = this_year[PEAK[0]]
    canvas.ellipse(x, y, 19, 19, PAPER)
    canvas.ellipse(x, y, 14, 14, TEAL)
    canvas.text(x + 40, y - 4, "668 cm", 56, TEAL, bold=True)
    canvas.text(x + 40, y + 42, "le 14 octobre", 38, INK)
    end = (FIRST + STEP * 10, _y(610))
    canvas.line([(end[0], end[1] + 12), (end[0], _y(470))], MUTED, 3)
    canvas.text(end[0], _y(470) + 46, "moyenne de dix ans,", 36, BLUE, anchor="ms")
    canvas.text(end[0], _y(470) + 90, "610 cm au plus haut", 36, BLUE, anchor="ms")
    canvas.text(this_year[4][0] - 40, this_year[4][1] - 26, "cette année", 40, TEAL, anchor="rs", bold=True)


def _points(levels):
    return [(FIRST + STEP * number, _y(level)) for number, level in enumerate(levels)]


def _y(level):
    return FOOT - (FOOT - TOP) * level / HIGHEST
