"""The look that the newspaper's charts and maps share: paper, a red rule, title, unit, source."""

import itertools

from .canvas import WIDTH, Canvas
from .painting import PAINTED_WIDTH

PAPER, INK, MUTED, RULE = "#faf6ec", "#23201c", "#6b645a", "#ddd5c5"
RED, OCHRE, TEAL, GREEN, BLUE, SAND = "#b0221a", "#c27c14", "#0d656e", "#3f7d4e", "#3d6aa3", "#d9c29a"
LEFT, RIGHT = 70, 1530


def sheet(title, unit, source, *, width=PAINTED_WIDTH) -> Canvas:
    """An empty chart: between y = 240 and y = 960 there is room."""
    canvas = Canvas(PAPER, width=width)
    canvas.rectangle(0, 0, WIDTH, 14, RED)
    canvas.rectangle(LEFT, 14, LEFT + 120, 34, RED)
    canvas.text(LEFT, 124, title, 70, INK, bold=True)
    canvas.text(LEFT, 190, unit, 42, MUTED)
    canvas.line([(LEFT, 996), (RIGHT, 996)], RULE, 3)
    canvas.text(LEFT, 1040, source, 32, MUTED)
    return canvas


def dashed(canvas, points, fill, width, *, dash=18, gap=14):
    """Along straight parts."""
    for (x, y), (x2, y2) in itertools.pairwise(points):
        far = ((x2 - x) ** 2 + (y2 - y) ** 2) ** 0.5
        done = 0
        while done < far:
            start, end = done / far, min(done + dash, far) / far
            canvas.line(
                [(x + (x2 - x) * start, y + (y2 - y) * start), (x + (x2 - x) * end, y + (y2 - y) * end)], fill, width
            )
            done += dash + gap


def north(canvas, x, y, size=1.0):
    """An arrow that points up, with its letter."""
    canvas.polygon([(x, y - 62 * size), (x + 24 * size, y + 30 * size), (x, y + 12 * size)], INK)
    canvas.polygon([(x, y - 62 * size), (x - 24 * size, y + 30 * size), (x, y + 12 * size)], MUTED)
    canvas.text(x, y - 74 * size, "N", 38 * size, INK, anchor="ms", bold=True)


def scale_bar(canvas, x, y, long, words):
    """Two halves, dark and light."""
    canvas.rectangle(x, y - 10, x + long, y, INK)
    canvas.rectangle(x + long / 2, y - 8, x + long - 2, y - 2, PAPER)
    canvas.text(x, y + 38, "0", 32, INK, anchor="ms")
    canvas.text(x + long, y + 38, words, 32, INK, anchor="ms")
