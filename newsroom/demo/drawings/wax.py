"""A pile of printed cloths, folded, in the light of a shop window."""

import math

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, Painting, ring

LEFT, RIGHT = 360, 1240
HIGH = 128


def draw_wax(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#22494f", width=width)
    painting.gradient(["#1d4550", "#2c6a6e", "#2a5a60"], bottom=820)
    painting.soft([(-60, -60), (420, -60), (1340, 820), (700, 820)], "#f6e6b4", 50, strength=0.35)
    table = [(0, 820), (WIDTH, 820), (WIDTH, HEIGHT), (0, HEIGHT)]
    painting.polygon(table, "#b5703c")
    painting.fade(table, "#f5c07c", (900, 1000), (100, 800), strength=0.8)
    painting.fade(table, "#47201f", (900, 900), (1700, 1050), strength=0.8)
    painting.soft([(420, 900), (1240, 890), (1600, 960), (1560, 1010), (500, 960)], "#2a1015", 20, strength=0.65)
    for number, cloth in enumerate(CLOTHS):
        _fold(painting, 930 - number * HIGH, ((number * 53) % 70) - 34, cloth)
    _scissors(painting)
    _spool(painting)
    painting.vignette("#0d1a20", 0.5)
    painting.texture()
    return painting


def _fold(painting, foot, shift, cloth):
    """One cloth, folded three times: its round edge to the left, its layers to the right."""
    ground, ink, spot, pattern = cloth
    left, right, top = LEFT + shift, RIGHT + shift, foot - HIGH
    shape = [
        *smooth(
            [
                (left + 60, top),
                (left + 14, top + 20),
                (left, top + HIGH / 2),
                (left + 14, foot - 18),
                (left + 60, foot),
            ],
            8,
        ),
        (right, foot),
        (right + 6, top),
    ]
    painting.soft(
        [(left + 20, top - 6), (right, top - 8), (right + 40, foot), (left, foot)], "#160a12", 10, strength=0.45
    )
    painting.polygon(shape, ground)
    with painting.inside(shape):
        pattern(painting, (left, top, right), ink, spot)
        for down in (0.34, 0.67):
            y = top + HIGH * down
            painting.line(smooth([(left + 40, y), (left + 420, y + 5), (right + 20, y)], 8), "#1a0f16", 5)
            painting.line(smooth([(left + 40, y + 5), (left + 420, y + 10), (right + 20, y + 5)], 8), ground, 3)
    painting.fade(shape, "#14091a", (0, top + HIGH * 0.45), (0, foot + 20), strength=0.7)
    painting.fade(shape, "#fff4d0", (0, top + HIGH * 0.4), (0, top - 10), strength=0.5)
    painting.fade(shape, "#14091a", (left + 600, top), (right + 200, top), strength=0.7)
    painting.fade(shape, "#14091a", (left + 60, top), (left - 40, top), strength=0.6)


def _fans(painting, place, ink, spot):
    left, top, right = place
    for number in range(13):
        x = left + 20 + number * 78
        for size, colour in [(62, ink), (46, spot), (30, ink), (13, spot)]:
            painting.ellipse(x, top + HIGH * 0.74, size, size, colour)
    painting.rectangle(left, top + HIGH * 0.74, right + 20, top + HIGH, ink)
    for number in range(24):
        painting.ellipse(left + 10 + number * 40, top + HIGH * 0.87, 9, 9, spot)


def _targets(painting, place, ink, spot):
    left, top, _right = place
    for number in range(9):
        x, y = left + 50 + number * 106, top + HIGH / 2
        for turn in range(12):
            angle = turn * math.pi / 6
            painting.line(
                [
                    (x + 24 * math.cos(angle), y + 24 * math.sin(angle)),
                    (x + 48 * math.cos(angle), y + 48 * math.sin(angle)),
                ],
                ink,
                7,
            )
        painting.ellipse(x, y, 26, 26, spot)
        painting.ellipse(x, y, 13, 13, ink)


def _leaves(painting, place, ink, spot):
    left, top, _right = place
    for number in range(15):
        x = left + number * 66
        leaf = [(x, top + 112), (x + 8, top + 60), (x + 44, top + 14), (x + 52, top + 66)]
        painting.curve(leaf, ink if number % 2 else spot)
        painting.line([(x + 6, top + 104), (x + 40, top + 26)], "#fff1d0", 4)


def _zigzag(painting, place, ink, spot):
    left, top, _right = place
    for row, colour in enumerate([ink, spot, ink]):
        points = [(left - 20 + step * 34, top + 26 + row * 38 + (18 if step % 2 else -12)) for step in range(30)]
        painting.line(points, colour, 12)


def _birds(painting, place, ink, spot):
    left, top, _right = place
    for number in range(8):
        x, y = left + 60 + number * 118, top + 66
        painting.curve(
            [(x - 44, y - 22), (x - 4, y - 6), (x + 44, y - 30), (x + 18, y + 14), (x - 8, y + 28), (x - 26, y + 8)],
            ink,
        )
        painting.ellipse(x + 62, y + 26, 13, 13, spot)
        painting.ellipse(x + 62, y - 34, 8, 8, spot)


def _scissors(painting):
    painting.soft([(150, 990), (420, 940), (430, 970), (160, 1020)], "#2a1015", 10, strength=0.5)
    for end, loop in [((430, 918), (130, 1004)), ((440, 962), (112, 930))]:
        painting.limb((250, 964), end, 20, 5, "#cdd2d6")
        painting.limb((250, 964), loop, 20, 15, "#8f9aa3")
        painting.line([*ring(loop[0] - 30, loop[1] + (8 if loop[1] > 960 else -8), 38, 27, 26)], "#262a33", 14)
    painting.ellipse(252, 962, 9, 9, "#4a4d55")


def _spool(painting):
    x, y = 1400, 930
    painting.soft([(x - 40, y + 10), (x + 50, y - 10), (x + 180, y + 40), (x, y + 50)], "#2a1015", 12, strength=0.6)
    painting.rectangle(x - 58, y - 150, x + 58, y - 126, "#e3c48d", radius=8)
    painting.rectangle(x - 44, y - 128, x + 44, y, "#c23a34")
    for number in range(9):
        painting.line([(x - 44, y - 118 + number * 14), (x + 44, y - 124 + number * 14)], "#8d1f27", 3)
    painting.fade(
        [(x - 44, y - 128), (x + 44, y - 128), (x + 44, y), (x - 44, y)], "#3a0a1a", (x, y), (x + 50, y), strength=0.8
    )
    painting.rectangle(x - 58, y - 4, x + 58, y + 20, "#d8b47a", radius=8)
    painting.line(
        smooth([(x - 40, y - 20), (x - 120, y + 30), (x - 260, y + 40), (x - 330, y + 80), (x - 500, y + 70)]),
        "#c23a34",
        4,
    )


# ground, ink, spot, pattern; the lowest first
CLOTHS = [
    ("#f0a32c", "#7d1f2b", "#1f3a5f", _targets),
    ("#1f4f7a", "#f3e3bd", "#ef8d32", _fans),
    ("#c33a31", "#f5d08a", "#2a1c33", _zigzag),
    ("#efe0bf", "#1f6f6a", "#d2562f", _leaves),
    ("#5b2a5e", "#f0b23e", "#8fd0c4", _birds),
    ("#e0702c", "#2a1c4a", "#fbe3a4", _fans),
]
