"""Pots and calabashes against a wall of earth, in the light of a late afternoon."""

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting

SHELF = 800
# middle, foot, size, colour, light, shade, outline from the mouth down: (half width, height) in parts, bands
JAR = [
    (0.34, 1.0),
    (0.42, 0.985),
    (0.3, 0.93),
    (0.3, 0.86),
    (0.62, 0.7),
    (0.86, 0.48),
    (0.82, 0.26),
    (0.5, 0.05),
    (0.36, 0),
]
BOTTLE = [
    (0.17, 1.0),
    (0.2, 0.985),
    (0.12, 0.95),
    (0.11, 0.72),
    (0.18, 0.62),
    (0.5, 0.46),
    (0.58, 0.28),
    (0.48, 0.1),
    (0.28, 0),
]
BOWL = [(0.98, 0.52), (1.0, 0.5), (0.96, 0.4), (0.8, 0.2), (0.5, 0.04), (0.34, 0)]
POTS = [
    (330, 806, 560, "#a4482c", "#f2a469", "#4a1a20", JAR, "#f3dcb4", 0.56),
    (1250, 800, 640, "#2f3d4f", "#8fa8b0", "#121626", BOTTLE, "#e2a257", 0.33),
    (1010, 836, 430, "#d08a3d", "#ffdc8f", "#6b2f1d", JAR, "#7d2b22", 0.52),
    (690, 872, 350, "#e9d6ad", "#fff8e0", "#8b5a44", BOWL, "#b5482f", 0.33),
    (1440, 884, 250, "#8c2f28", "#e98a5a", "#3a1018", BOWL, "#f3dcb4", 0.33),
]


def draw_pottery(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#d99a63", width=width)
    painting.gradient(["#e3ab6d", "#dd9a63", "#c87c56"], bottom=SHELF)
    painting.soft([(-100, -60), (520, -60), (1240, 800), (300, 800)], "#fff0bd", 46, strength=0.5)
    painting.soft([(820, -60), (1130, -60), (1700, 620), (1700, 800), (1560, 800)], "#fff0bd", 40, strength=0.42)
    painting.fade(WHOLE, "#7d3a3a", (900, 400), (1900, 900), strength=0.6)
    _niche(painting)
    table = [(0, SHELF), (WIDTH, SHELF), (WIDTH, HEIGHT), (0, HEIGHT)]
    painting.polygon(table, "#7a3b2f")
    painting.fade(table, "#e39a5c", (1100, 1000), (100, 760), strength=0.75)
    painting.fade(table, "#2b1220", (700, 900), (1700, 1100), strength=0.7)
    for pot in POTS:
        _pot(painting, pot)
    _beads(painting)
    painting.vignette("#2a0f16", 0.45)
    painting.texture()
    return painting


def _niche(painting):
    """Rows of notches, pressed into the wall with a thumb."""
    for row in range(2):
        for column in range(27):
            x, y = 30 + column * 60 + row * 30, 110 + row * 58
            painting.polygon([(x - 20, y + 16), (x, y - 18), (x + 20, y + 16)], "#a85c44")
            painting.polygon([(x - 20, y + 16), (x, y - 18), (x - 2, y + 16)], "#7e3d37")


def _pot(painting, pot):
    x, foot, size, colour, light, shade, outline, band, belt = pot
    right = [(x + across * size / 2, foot - up * size) for across, up in outline]
    left = [(2 * x - across, y) for across, y in right]
    shape = [*smooth(right, 10), *reversed(smooth(left, 10))]
    shadow = [
        (x - size * 0.2, foot - 8),
        (x + size * 0.25, foot - 26),
        (x + size * 1.15, foot + 34),
        (x + size * 0.9, foot + 52),
        (x, foot + 20),
    ]
    painting.soft(shadow, "#240d16", 16, strength=0.6)
    painting.polygon(shape, colour)
    wide = max(across for across, _up in outline) * size / 2
    with painting.inside(shape):
        _bands(painting, (x, foot - belt * size), wide, size, band)
    painting.fade(
        shape, shade, (x - wide * 0.1, foot - size * 0.5), (x + wide * 1.05, foot - size * 0.3), strength=0.92
    )
    painting.fade(
        shape, light, (x - wide * 0.2, foot - size * 0.6), (x - wide * 1.15, foot - size * 0.75), strength=0.85
    )
    painting.fade(shape, shade, (x, foot - size * 0.2), (x, foot + size * 0.08), strength=0.7)
    mouth, top = outline[0][0] * size / 2, foot - outline[0][1] * size
    painting.ellipse(x, top, mouth * 1.1, mouth * 0.26, light)
    painting.ellipse(x, top + 3, mouth * 0.96, mouth * 0.2, shade)


def _bands(painting, place, wide, size, colour):
    """Drawn as they run round the belly: lower in the middle."""
    x, middle = place
    for down in (-0.075, 0.075):
        painting.line(_belt(x, middle + down * size, wide, size), colour, size * 0.013)
    points = []
    for number in range(25):
        lift = size * (0.05 if number % 2 else -0.05)
        across = -1 + number / 12
        points.append((x + across * wide, middle + lift + (1 - across * across) * size * 0.06))
    painting.line(points, colour, size * 0.016)


def _belt(x, y, wide, size):
    return [(x + wide * step / 12, y + (1 - (step / 12) ** 2) * size * 0.06) for step in range(-12, 13)]


def _beads(painting):
    chain = smooth([(220, 950), (300, 990), (420, 976), (520, 1000), (600, 960), (540, 920), (450, 936)], 7)
    for number, (x, y) in enumerate(chain):
        painting.ellipse(x + 5, y + 8, 15, 11, "#2a0f1690")
        painting.ellipse(x, y, 14, 14, ["#e8b04a", "#1f5a63", "#e8b04a", "#c23a34"][number % 4])
        painting.ellipse(x - 4, y - 5, 4, 4, "#fff3d0c0")
