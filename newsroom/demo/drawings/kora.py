"""A kora close up in the light of an evening: calabash, skin with its nails, the strings, the neck with its rings."""

import math

from .canvas import smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice, ring

CENTRE = (960, 770)
TURN = -0.62
BODY = 430
STRINGS = 21


def at(along, across):
    """Measured from the middle of the skin: up the neck, and to its right."""
    x, y = CENTRE
    return (
        x + across * math.cos(TURN) + along * math.sin(TURN),
        y + across * math.sin(TURN) - along * math.cos(TURN),
    )


def notch_of(number):
    """Where a string passes the bridge; the low ones, at its foot, lie farther out."""
    return at(-124 + number * 12.6, (1 if number % 2 else -1) * (104 - number * 3))


def draw_kora(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#3a1d16", width=width)
    throw = dice(8)
    painting.fade(WHOLE, "#b5602a", (700, 1000), (1750, -100), strength=0.9)
    painting.fade(WHOLE, "#140a12", (800, 500), (-100, 1200), strength=0.8, grain=0)
    _wall(painting)
    _body(painting, throw)
    _handles(painting)
    _neck(painting)
    _bridge(painting, under=True)
    _strings(painting)
    _bridge(painting, under=False)
    painting.vignette("#12060a", 0.6)
    painting.texture(0.3)
    return painting


def _wall(painting):
    """Bars of light through a shutter, out of focus."""
    for number in range(6):
        y = 60 + number * 112
        bar = [(1010, y + 60), (1640, y - 70), (1640, y - 8), (1010, y + 104)]
        painting.soft(bar, "#ffb45c", 12, strength=0.34)
    painting.soft(ring(330, 760, 190, 210), "#6d3320", 36, strength=0.55)
    painting.soft(ring(150, 560, 120, 130), "#7d3d22", 36, strength=0.5)


def _body(painting, throw):
    x, y = CENTRE
    painting.soft(ring(x - 40, y + 70, BODY + 60, BODY + 40), "#0c0508", 44, strength=0.85)
    shell = ring(x - 30, y + 40, BODY + 62, BODY + 62, 90)
    painting.polygon(shell, "#9a4f1f")
    painting.fade(shell, "#f0a54c", (x + 60, y - 40), (x + 420, y - 380), strength=0.95)
    painting.fade(shell, "#2a0f0e", (x - 20, y + 20), (x - 460, y + 330), strength=0.95)
    skin = ring(x, y, BODY, BODY, 90)
    painting.polygon(skin, "#e6c795")
    painting.fade(skin, "#fff0cd", (x, y), (x + 380, y - 330), strength=0.95)
    painting.fade(skin, "#7a4428", (x + 60, y - 40), (x - 420, y + 400), strength=0.95)
    for _number in range(14):
        turn, far = throw.uniform(0, 6.28), throw.uniform(60, BODY - 60)
        spot = (x + far * math.cos(turn), y + far * math.sin(turn))
        size = throw.uniform(16, 58)
        painting.soft(ring(*spot, size, size * 0.7, 20), throw.choice(["#b07a45", "#fff3d6"]), 16, strength=0.26)
    for number in range(84):
        turn = number * 2 * math.pi / 84
        nail = (x + (BODY - 24) * math.cos(turn), y + (BODY - 24) * math.sin(turn))
        painting.ellipse(nail[0] - 2, nail[1] + 3, 9, 9, "#3a1a1490")
        painting.ellipse(*nail, 8, 8, "#a86a2b")
        painting.ellipse(nail[0] + 2, nail[1] - 2.5, 3.6, 3.6, "#ffe7ad")
    hole = ring(*at(190, 250), 62, 62)
    painting.polygon(ring(*at(190, 250), 72, 72), "#7a4424")
    painting.polygon(hole, "#1b0a0c")
    painting.fade(hole, "#6b3520", at(190, 250), at(90, 250), strength=0.8)


def _handles(painting):
    for side in (-1, 1):
        low, high = at(-330, side * 168), at(560, side * 120)
        shadow = [(-330, side * 168 - 26), (560, side * 120 - 26), (560, side * 120 - 2), (-330, side * 168 - 2)]
        painting.soft([at(*point) for point in shadow], "#2a1010", 9, strength=0.6)
        painting.limb(low, high, 30, 24, "#5a2a18")
        painting.limb(at(-330, side * 168 + 5), at(556, side * 120 + 5), 9, 6, "#c98142")
        painting.ellipse(*high, 15, 15, "#e0a05c")
    painting.soft([at(330, -190), at(330, 190), at(300, 190), at(300, -190)], "#2a1010", 9, strength=0.5)
    painting.limb(at(345, -178), at(345, 178), 24, 24, "#6d3820")
    painting.limb(at(350, -172), at(350, 172), 7, 7, "#d9955a")


def _neck(painting):
    shaft = [at(-470, -30), at(1500, -24), at(1500, 24), at(-470, 30)]
    painting.soft([(x - 30, y + 26) for x, y in shaft], "#12060a", 12, strength=0.6)
    outside = [at(340, -33), at(1500, -26), at(1500, 26), at(340, 33)]
    painting.polygon(outside, "#4a2013")
    painting.fade(outside, "#e29a55", at(0, -4), at(0, 34), strength=0.9)
    painting.fade(outside, "#1a080a", at(0, 0), at(0, -36), strength=0.8)
    for number in range(STRINGS):
        along = 470 + number * 44
        knot = [at(along - 9, -36), at(along + 7, -36), at(along + 9, 36), at(along - 7, 36)]
        painting.polygon(knot, "#dcc29a")
        for part in (-3, 4):
            painting.line([at(along + part - 1, -34), at(along + part + 1, 34)], "#8a6238", 2)
        painting.polygon([at(along - 9, -36), at(along + 7, -36), at(along + 7, -8), at(along - 9, -8)], "#2a101088")
        side = 1 if number % 2 else -1
        painting.ellipse(*at(along, side * 38), 9, 9, "#b98a52")


def _bridge(painting, *, under):
    """Stands upright on the skin; the strings pass along its two sides."""
    post = [
        at(-160, -92), at(-142, -104), at(140, -42), at(160, -28),
        at(160, 28), at(140, 42), at(-142, 104), at(-160, 92),
    ]  # fmt: skip
    if under:
        painting.soft([(x - 62, y + 50) for x, y in post], "#2a0f0c", 13, strength=0.75)
        painting.polygon([at(-206, -132), at(204, -70), at(204, 70), at(-206, 132)], "#b23c22")
        painting.polygon([at(-192, -120), at(190, -60), at(190, 60), at(-192, 120)], "#d8b36c")
        painting.polygon(post, "#5b2a16")
        painting.fade(post, "#e9a765", at(0, -10), at(0, 110), strength=0.95)
        painting.fade(post, "#1f0c0b", at(0, 0), at(0, -120), strength=0.7)
        return
    painting.line([at(-146, 0), at(150, 0)], "#f3c98b", 4)
    for end in (-1, 1):
        painting.line([at(-146, 0), at(-146, end * 84)], "#2a1010", 3)
    for number in range(STRINGS):
        painting.ellipse(*notch_of(number), 4.6, 4.6, "#2a1010")


def _strings(painting):
    for number in range(STRINGS):
        side = 1 if number % 2 else -1
        notch, knot = notch_of(number), at(470 + number * 44, side * 36)
        painting.line([(notch[0] - 12, notch[1] + 12), (knot[0] - 6, knot[1] + 6)], "#6b3a22", 1.6)
    for number in range(STRINGS):
        side = 1 if number % 2 else -1
        notch, knot = notch_of(number), at(470 + number * 44, side * 36)
        painting.line([notch, knot], "#fff1cf" if side > 0 else "#d9b98a", 3.2)
        painting.line([notch, at(-420, side * 6)], "#fbe6bd" if side > 0 else "#c59d6c", 2.6)
    tail = ring(*at(-440, 0), 34, 34)
    painting.polygon(tail, "#4b4440")
    painting.fade(tail, "#d8c4ad", at(-440, 0), at(-400, 40), strength=0.9)
    painting.line(smooth([at(-472, -16), at(-480, 0), at(-472, 16)]), "#1b1010", 6)
