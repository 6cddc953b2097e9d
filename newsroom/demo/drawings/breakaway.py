"""An area: the lead of the postman over the others, kilometre by kilometre, from Bamako to Ségou."""

from .canvas import Canvas, smooth
from .newsprint import INK, MUTED, OCHRE, PAPER, RED, RULE, sheet
from .painting import PAINTED_WIDTH

# Kilometre, minutes of lead.
LEAD = [(32, 0), (52, 1.9), (74, 3.4), (96, 4.17), (118, 3.9), (145, 3), (165, 2.3), (185, 1.2), (208, 0)]
ARRIVAL = 235
FOOT, TOP, HIGHEST, FIRST, LAST = 880, 300, 5, 150, 1530


def draw_breakaway(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "L’échappée du facteur",
        "Avance sur le peloton, en minutes",
        "Relevés de la moto de course. Données imaginées pour Les Deux Rives.",
        width=width,
    )
    for minutes in range(1, HIGHEST):
        canvas.line([(FIRST, _y(minutes)), (LAST, _y(minutes))], RULE, 3)
        canvas.text(FIRST - 20, _y(minutes) + 13, str(minutes), 38, MUTED, anchor="rs")
    points = [(_x(kilometre), _y(minutes)) for kilometre, minutes in LEAD]
    canvas.polygon([*smooth(points, 12), (points[-1][0], FOOT), (points[0][0], FOOT)], "#c27c1438")
    canvas.line(smooth(points, 12), OCHRE, 11)
    canvas.line([(FIRST, FOOT), (LAST, FOOT)], INK, 4)
    for kilometre in (0, 50, 100, 150):
        canvas.text(
            _x(kilometre),
            FOOT + 52,
            f"{kilometre}" if kilometre else "Bamako",
            38,
            INK,
            anchor="ms" if kilometre else "ls",
        )
    canvas.text(_x(ARRIVAL), FOOT + 52, "Ségou, km 235", 38, INK, anchor="rs")
    _notes(canvas)
    return canvas


def _notes(canvas):
    for kilometre, minutes, colour in [(32, 0, OCHRE), (96, 4.17, OCHRE), (208, 0, RED)]:
        canvas.ellipse(_x(kilometre), _y(minutes), 20, 20, PAPER)
        canvas.ellipse(_x(kilometre), _y(minutes), 14, 14, colour)
    canvas.text(_x(96), _y(4.17) - 88, "4 min 10 s", 56, OCHRE, anchor="ms", bold=True)
    canvas.text(_x(96), _y(4.17) - 42, "au kilomètre 96", 38, INK, anchor="ms")
    canvas.text(_x(28), _y(0) - 148, "il attaque", 40, INK, anchor="rs")
    canvas.line([(_x(26), _y(0) - 132), (_x(31), _y(0) - 34)], MUTED, 3)
    canvas.line([(_x(208), _y(0) - 34), (_x(208), _y(1.5))], MUTED, 3)
    canvas.text(LAST, _y(1.5) - 72, "repris au pied", 40, RED, anchor="rs", bold=True)
    canvas.text(LAST, _y(1.5) - 22, "du château d’eau", 40, RED, anchor="rs", bold=True)


def _x(kilometre):
    return FIRST + (LAST - FIRST) * kilometre / ARRIVAL


def _y(minutes):
    return FOOT - (FOOT - TOP) * minutes / HIGHEST
