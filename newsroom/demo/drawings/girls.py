"""A slope: girls in the last years of school, in five towns, two years apart."""

from .canvas import Canvas
from .newsprint import BLUE, GREEN, INK, MUTED, OCHRE, RED, RULE, TEAL, sheet
from .painting import PAINTED_WIDTH

SHARES = {
    "Bamako": (45, 51, TEAL),
    "Sikasso": (38, 47, GREEN),
    "Ségou": (36, 44, BLUE),
    "Kayes": (29, 41, RED),
    "Mopti": (24, 33, OCHRE),
}
BEFORE, NOW, FOOT, TOP = 480, 1060, 960, 330
LOWEST, HIGHEST = 20, 52


def draw_girls(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "Au lycée, les filles gagnent du terrain",
        "Part des filles parmi les élèves de première, en pour cent",
        "Effectifs de trente lycées. Données imaginées pour Les Deux Rives.",
        width=width,
    )
    for x, words in [(BEFORE, "il y a deux ans"), (NOW, "cette année")]:
        canvas.line([(x, 306), (x, FOOT)], RULE, 5)
        canvas.text(x, 280, words, 40, MUTED, anchor="ms")
    for town, (before, now, colour) in SHARES.items():
        start, end = (BEFORE, _y(before)), (NOW, _y(now))
        canvas.line([start, end], colour, 9)
        for x, y in (start, end):
            canvas.ellipse(x, y, 17, 17, colour)
        aside = {"Sikasso": -8, "Ségou": 10}.get(town, 0)
        canvas.text(BEFORE - 40, start[1] + 15 + aside, f"{town}  {before}", 44, INK, anchor="rs")
        canvas.text(NOW + 40, end[1] + 17, f"{now}", 50, colour, bold=True)
        canvas.text(NOW + 118, end[1] + 15, f"+ {now - before} points", 38, MUTED)
    return canvas


def _y(share):
    return FOOT - 20 - (FOOT - TOP) * (share - LOWEST) / (HIGHEST - LOWEST)
