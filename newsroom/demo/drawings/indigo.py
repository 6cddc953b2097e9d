"""A dyers' yard seen from above: vats of indigo from pale to nearly black, cloths laid out to dry."""

import math

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice, ring

BLUES = ["#0f1c46", "#1b3a78", "#2d62a8", "#16285e", "#5d95c9", "#214a8e", "#0f1c46", "#8fbbd8", "#1b3a78"]
VATS = [
    (210, 200, 170), (590, 170, 150), (960, 230, 172), (180, 600, 165), (560, 560, 182), (930, 640, 160),
    (300, 970, 160), (690, 950, 150), (1060, 1010, 150),
]  # fmt: skip


def draw_indigo(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#d9a877", width=width)
    throw = dice(21)
    for _number in range(420):
        x, y = throw.uniform(0, WIDTH), throw.uniform(0, HEIGHT)
        painting.ellipse(
            x, y, throw.uniform(2, 9), throw.uniform(2, 6), throw.choice(["#b9835a70", "#eec79a90", "#8a6f7f50"])
        )
    for x, y, size in [(400, 400, 60), (780, 420, 46), (400, 770, 50), (760, 790, 40), (1080, 420, 44)]:
        splash = [
            (x + size * math.cos(turn) * throw.uniform(0.5, 1.3), y + size * math.sin(turn) * throw.uniform(0.5, 1.2))
            for turn in (0, 0.8, 1.6, 2.4, 3.2, 4, 4.8, 5.6)
        ]
        painting.curve(splash, "#6d7fa870")
    for number, (x, y, size) in enumerate(VATS):
        _vat(painting, (x, y, size), BLUES[number], throw)
    _cloths(painting)
    _paddle(painting)
    painting.fade(WHOLE, "#fff0cc", (700, 600), (-100, -300), strength=0.35)
    painting.fade(WHOLE, "#33203a", (900, 500), (1800, 1300), strength=0.5)
    painting.texture()
    return painting


def _vat(painting, place, blue, throw):
    x, y, size = place
    painting.soft(ring(x + 34, y + 38, size, size), "#4a2638", 12, strength=0.6)
    painting.ellipse(x, y, size, size, "#a9673f")
    painting.fade(ring(x, y, size, size), "#f0c08a", (x, y), (x - size, y - size * 0.8), strength=0.9)
    painting.ellipse(x, y, size * 0.86, size * 0.86, "#5b3433")
    water = ring(x + 3, y + 3, size * 0.81, size * 0.81)
    painting.polygon(water, blue)
    with painting.inside(water):
        painting.fade(water, "#050a20", (x, y), (x - size * 0.7, y - size * 0.7), strength=0.75)
        for part in (0.62, 0.44, 0.27):
            _ripple(painting, x + throw.uniform(-12, 12), y + throw.uniform(-12, 12), size * part, throw.uniform(0, 6))
        painting.fade(
            water, "#e9f3fa", (x + size * 0.2, y + size * 0.2), (x + size * 0.8, y + size * 0.8), strength=0.5
        )


def _ripple(painting, x, y, radius, turn):
    arc = [(x + radius * math.cos(turn + step * 0.2), y + radius * math.sin(turn + step * 0.2)) for step in range(12)]
    painting.line(arc, "#9fc4e6", 4)


def _cloths(painting):
    """Strips on the right, tied and dyed in rings."""
    for left, wide, colour, ink in [(1180, 190, "#1b3a78", "#dfeaf2"), (1392, 200, "#e9eef0", "#214a8e")]:
        edge = [(left, -20), (left + 8, 250), (left - 8, 560), (left + 6, 830), (left, 1100)]
        shape = [*smooth(edge), *[(x + wide, y) for x, y in reversed(smooth(edge))]]
        painting.soft([(x + 26, y + 20) for x, y in shape], "#4a2638", 12, strength=0.55)
        painting.polygon(shape, colour)
        with painting.inside(shape):
            for row in range(7):
                for column in range(3):
                    x, y = left + 20 + column * 80 + (row % 2) * 40 - 20, 60 + row * 160
                    for size in (56, 36, 16):
                        painting.line([*ring(x, y, size, size, 22), (x + size, y)], ink, 7)
            for number in range(12):
                painting.line([(left - 10, -20 + number * 100), (left + wide + 10, -20 + number * 100)], ink, 4)
        painting.fade(shape, "#0b1230", (left + wide * 0.5, 0), (left + wide * 1.05, 10), strength=0.6)
        painting.fade(shape, "#ffffff", (left + wide * 0.4, 0), (left - 10, 0), strength=0.35)


def _paddle(painting):
    """Left across the rim of a vat."""
    painting.soft([(470, 470), (800, 440), (806, 466), (474, 500)], "#1a1030", 10, strength=0.5)
    painting.limb((450, 470), (800, 430), 15, 18, "#7a4a2a")
    painting.limb((452, 466), (800, 426), 4, 5, "#d99a5c")
    painting.limb((440, 471), (500, 464), 44, 30, "#3d3350")
