"""Plan of a quarter: streets, the new pipes, twelve taps, the reservoir on its hill, the bank of the river."""

import itertools
import math

from .canvas import Canvas, smooth
from .newsprint import BLUE, GREEN, INK, LEFT, PAPER, RED, RIGHT, north, scale_bar, sheet
from .painting import PAINTED_WIDTH, dice

COLUMNS, ROWS = 9, 5
WATER, SHORE, STREET, HOUSES = "#b5d3da", "#e9dcbb", "#f4ecda", ["#dcc9a6", "#d3bb94", "#e4d6ba", "#cfb38b"]
METRES = 4600
# Pipes as lists of crossings (column, row); the first is the main from the reservoir.
PIPES = [
    [(8, 1), (8, 2), (0, 2)],
    [(0, 0), (8, 0), (8, 1)],
    [(0, 4), (8, 4)],
    [(1, 0), (1, 4)],
    [(3, 0), (3, 4)],
    [(5, 0), (5, 4)],
    [(7, 0), (7, 4)],
]
TAPS = [(7, 0), (5, 0), (3, 0), (1, 0), (6, 2), (4, 2), (2, 2), (0, 2), (1, 4), (3, 4), (5, 4), (7, 4)]
RESERVOIR = (1262, 282)
BANK = [(60, 838), (300, 846), (560, 822), (820, 838), (1080, 822), (1300, 800), (1540, 812)]


def crossing(column, row):
    """Streets bend a little with the river."""
    return (
        120 + 122 * column + 16 * row + 7 * math.sin(row * 1.7 + column),
        312 + 112 * row - 7 * column + 13 * math.sin(column * 0.75 + row * 0.4),
    )


def along(pipe):
    """Every crossing that a pipe passes."""
    points = [crossing(*pipe[0])]
    for (column, row), (column2, row2) in itertools.pairwise(pipe):
        steps = max(abs(column2 - column), abs(row2 - row))
        points += [
            crossing(column + (column2 - column) * step // steps, row + (row2 - row) * step // steps)
            for step in range(1, steps + 1)
        ]
    return points


def draw_quarter(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "L’eau à Sokoura-Fleuve",
        "Un réservoir, 4,6 kilomètres de conduites, douze bornes-fontaines",
        "Plan simplifié d’un quartier imaginé. Source : comité de l’eau ; relevé de la rédaction.",
        width=width,
    )
    canvas.rectangle(LEFT, 222, RIGHT, 968, STREET)
    _hill(canvas)
    _river(canvas)
    _blocks(canvas)
    lines = [[RESERVOIR, *along(PIPES[0])], *(along(pipe) for pipe in PIPES[1:])]
    for line in lines:
        canvas.line(line, "#ffffff", 15)
    for number, line in enumerate(lines):
        canvas.line(line, BLUE, 5 if number else 9)
    for number, place in enumerate(TAPS, start=1):
        x, y = crossing(*place)
        canvas.ellipse(x, y, 25, 25, PAPER)
        canvas.ellipse(x, y, 21, 21, RED)
        canvas.text(x, y + 10, str(number), 29, PAPER, anchor="ms", bold=True)
    _reservoir(canvas)
    canvas.text(660, 928, "Le fleuve", 44, "#3f7f92", anchor="ms")
    _legend(canvas, sum(math.dist(*ends) for line in lines for ends in itertools.pairwise(line)))
    return canvas


def _hill(canvas):
    x, y = RESERVOIR
    for size, colour in [(1.0, "#eaddbd"), (0.72, "#e0cfa6"), (0.44, "#d5c092")]:
        shape = [
            (
                x + 20 + size * (130 + 18 * math.sin(3 * turn)) * math.cos(turn),
                y + 8 + size * (96 + 14 * math.sin(2 * turn + 1)) * math.sin(turn),
            )
            for turn in (number * 2 * math.pi / 60 for number in range(60))
        ]
        shape = [(point[0], max(222, point[1])) for point in shape]
        canvas.polygon(shape, colour)


def _river(canvas):
    bank = [(min(RIGHT, max(LEFT, x)), y) for x, y in smooth(BANK)]
    canvas.polygon([*[(x, y - 26) for x, y in bank], (RIGHT, 968), (LEFT, 968)], SHORE)
    canvas.polygon([*bank, (RIGHT, 968), (LEFT, 968)], WATER)
    for down, colour in [(16, "#a3c7d0"), (34, "#a9cbd4"), (56, "#afcfd7")]:
        canvas.line([(x, y + down) for x, y in bank][6:-6], colour, 3)
    throw = dice(5)
    for _number in range(46):
        x, y = bank[throw.randrange(6, len(bank) - 6)]
        canvas.ellipse(x, y - throw.uniform(10, 24), 7, 6, throw.choice(["#8fae7c", "#7b9d6c", "#a5bd8b"]))


def _blocks(canvas):
    """Between four crossings, courts with their houses."""
    throw = dice(12)
    for column in range(COLUMNS - 1):
        for row in range(ROWS - 1):
            corners = [crossing(column + right, row + down) for right, down in ((0, 0), (1, 0), (1, 1), (0, 1))]
            if (column, row) == (3, 2):
                _square(canvas, corners)
                continue
            _block(canvas, corners, throw)


def _inner(corners, across, down):
    """A point of the block, by its parts of the way."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    top = (x0 + (x1 - x0) * across, y0 + (y1 - y0) * across)
    bottom = (x3 + (x2 - x3) * across, y3 + (y2 - y3) * across)
    return top[0] + (bottom[0] - top[0]) * down, top[1] + (bottom[1] - top[1]) * down


def _piece(corners, left, top, right, bottom):
    return [_inner(corners, *at) for at in ((left, top), (right, top), (right, bottom), (left, bottom))]


def _block(canvas, corners, throw):
    canvas.polygon(_piece(corners, 0.09, 0.1, 0.91, 0.9), "#eadfc6")
    for across in range(4):
        for down in range(3):
            if throw.random() < 0.16:
                tree = _inner(corners, 0.2 + across * 0.2, 0.24 + down * 0.26)
                canvas.ellipse(*tree, 8, 8, "#a5bd8b")
                continue
            left, top = 0.11 + across * 0.2, 0.13 + down * 0.26
            right, bottom = left + throw.uniform(0.12, 0.18), top + throw.uniform(0.15, 0.22)
            canvas.polygon(_piece(corners, left, top, right, bottom), throw.choice(HOUSES))


def _square(canvas, corners):
    """The place of the old well, with trees."""
    canvas.polygon(_piece(corners, 0.09, 0.1, 0.91, 0.9), "#cddbb4")
    for across, down in [(0.2, 0.25), (0.38, 0.2), (0.8, 0.24), (0.22, 0.76), (0.8, 0.78), (0.62, 0.8)]:
        canvas.ellipse(*_inner(corners, across, down), 10, 10, GREEN)
    x, y = _inner(corners, 0.5, 0.5)
    canvas.ellipse(x, y, 15, 15, INK)
    canvas.ellipse(x, y, 10, 10, "#cddbb4")
    canvas.ellipse(x, y, 5, 5, INK)


def _reservoir(canvas):
    x, y = RESERVOIR
    canvas.ellipse(x, y, 33, 33, PAPER)
    canvas.ellipse(x, y, 28, 28, BLUE)
    canvas.ellipse(x, y, 16, 16, "#9ec1d8")


def _legend(canvas, pipes):
    canvas.rectangle(1262, 392, RIGHT - 8, 668, PAPER, radius=6)
    rows = [("Réservoir", 432), ("Conduite", 496), ("Borne", 560), ("Ancien puits", 624)]
    for words, y in rows:
        canvas.text(1334, y + 11, words, 30, INK)
    canvas.ellipse(1298, 432, 20, 20, BLUE)
    canvas.ellipse(1298, 432, 11, 11, "#9ec1d8")
    canvas.line([(1278, 496), (1318, 496)], BLUE, 8)
    canvas.ellipse(1298, 560, 18, 18, RED)
    for size, colour in [(15, INK), (10, PAPER), (5, INK)]:
        canvas.ellipse(1298, 624, size, size, colour)
    north(canvas, 1476, 330, 0.8)
    scale_bar(canvas, 1238, 906, 200 * pipes / METRES, "200 m")
