"""Bars: how long it takes from one bank to the other, by the hour."""

from .canvas import Canvas
from .newsprint import INK, MUTED, RED, RULE, SAND, sheet
from .painting import PAINTED_WIDTH

MINUTES = {"6 h": 18, "7 h": 41, "8 h": 52, "9 h": 37, "12 h": 24, "17 h": 49, "18 h": 55, "20 h": 27}
CALM = 30
FIRST, ROW, LEFT, UNIT = 262, 88, 200, 21.5


def draw_crossing(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "D’une rive à l’autre, selon l’heure",
        "Durée d’un trajet en minibus, en minutes",
        "Moyennes de vingt trajets chronométrés par heure. Données imaginées pour Les Deux Rives.",
        width=width,
    )
    for minutes in range(0, 61, 20):
        x = LEFT + minutes * UNIT
        canvas.line([(x, FIRST - 14), (x, FIRST + ROW * len(MINUTES) - 10)], RULE, 3)
    for number, (hour, minutes) in enumerate(MINUTES.items()):
        top, slow = FIRST + number * ROW, minutes > CALM
        end = LEFT + minutes * UNIT
        canvas.rectangle(LEFT, top, end, top + 62, RED if slow else SAND, radius=6)
        canvas.rectangle(LEFT, top, LEFT + 10, top + 62, RED if slow else SAND)
        canvas.text(LEFT - 28, top + 46, hour, 44, INK, anchor="rs")
        words = f"{minutes} min" if number == 0 else str(minutes)
        canvas.text(end - 20, top + 46, words, 44, "#ffffff" if slow else INK, anchor="rs", bold=True)
    canvas.text(1530, FIRST + 4 * ROW + 44, "à midi, deux fois moins qu’à 18 h", 36, MUTED, anchor="rs")
    return canvas
