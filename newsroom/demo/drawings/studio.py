"""A portrait studio: the striped curtain, the stool, the bellows camera, light from a side window."""

import itertools

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, ring

FLOOR = 760
CURTAIN = [(330, 60), (1270, 60), (1290, 770), (310, 770)]
WOOD, DARK = "#8a4a2c", "#1d1a22"


def draw_studio(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#2f6f6b", width=width)
    painting.gradient(["#2b5f63", "#3b7f77", "#2f6a66"], bottom=FLOOR)
    _floor(painting)
    _curtain(painting)
    _light(painting)
    _stool(painting)
    _radio(painting)
    _camera(painting)
    painting.vignette("#10151d", 0.55)
    painting.texture()
    return painting


def _floor(painting):
    """Tiles in perspective towards the middle."""
    painting.rectangle(0, FLOOR, WIDTH, HEIGHT, "#e6d3b0")
    rows = [FLOOR + 320 * (number / 7) ** 1.55 for number in range(8)]
    for number, (top, bottom) in enumerate(itertools.pairwise(rows)):
        for column in range(-16, 16):
            if (column + number) % 2:
                corners = [
                    _on_floor(column, top),
                    _on_floor(column + 1, top),
                    _on_floor(column + 1, bottom),
                    _on_floor(column, bottom),
                ]
                painting.polygon(corners, "#28474f")
    whole = [(0, FLOOR), (WIDTH, FLOOR), (WIDTH, HEIGHT), (0, HEIGHT)]
    painting.fade(whole, "#14202b", (300, 900), (1700, 1000), strength=0.6)
    painting.fade(whole, "#14202b", (800, 850), (800, FLOOR - 10), strength=0.4)


def _on_floor(column, y):
    return 800 + column * 120 * (0.62 + (y - FLOOR) / 300), y


def _curtain(painting):
    painting.soft([(x + 34, y + 20) for x, y in CURTAIN], "#11242b", 18, strength=0.6)
    hem = [(310 + step * 49, 770 + (16 if step % 2 else 2)) for step in range(21)]
    shape = [CURTAIN[0], CURTAIN[1], *reversed(smooth(hem, 8))]
    painting.polygon(shape, "#efe6d3")
    with painting.inside(shape):
        for number in range(10):
            left = 330 + number * 94
            spread = (left - 800) * 0.043
            painting.polygon([(left, 50), (left + 47, 50), (left + 47 + spread, 800), (left + spread, 800)], "#2b2a31")
    for number in range(20):
        left = 330 + number * 47
        fold = [(left, 60), (left + 47, 60), (left + 47 + (left - 800) * 0.04, 790), (left + (left - 800) * 0.04, 790)]
        with painting.inside(shape):
            painting.fade(fold, "#5d5048", (left + 16, 0), (left + 50, 0), strength=0.55, grain=0.4)
    painting.line([(270, 56), (1330, 56)], "#5a2f20", 22)
    painting.line([(270, 51), (1330, 51)], "#b5693f", 5)
    for x in (270, 1330):
        painting.ellipse(x, 56, 22, 22, "#8a4a2c")
    for number in range(20):
        painting.ellipse(345 + number * 48, 64, 9, 12, "#c98d4e")


def _light(painting):
    beam = [(-80, -40), (190, -80), (1080, 800), (900, 1067), (420, 1067)]
    painting.soft(beam, "#fff1c4", 60, strength=0.42)
    painting.fade(WHOLE, "#0f1a24", (900, 300), (1750, 400), strength=0.62)


def _stool(painting):
    painting.soft(ring(830, 912, 190, 26), "#10151d", 14, strength=0.6)
    for x, foot in [(-74, -104), (74, 104), (-30, -44), (34, 52)]:
        painting.limb((760 + x, 700), (760 + foot, 905), 20, 15, WOOD)
    painting.line([(676, 820), (846, 820)], "#6d3720", 12)
    painting.ellipse(760, 704, 116, 30, "#5e2d1b")
    painting.ellipse(760, 692, 116, 30, "#b9673a")
    painting.fade(ring(760, 692, 116, 30), "#ffd9a0", (800, 700), (650, 690), strength=0.8)
    cloth = [(690, 676), (800, 668), (870, 690), (886, 764), (870, 812), (820, 800), (800, 740), (730, 712)]
    painting.polygon(smooth([*cloth, cloth[0]], 8), "#c23a34")
    painting.fade(smooth([*cloth, cloth[0]], 8), "#5d1420", (790, 700), (880, 800), strength=0.7)


def _radio(painting):
    """On its shelf, since 1969."""
    painting.rectangle(1360, 470, 1640, 490, "#5e2d1b")
    painting.rectangle(1390, 350, 1560, 470, "#b0652f", radius=16)
    painting.rectangle(1404, 366, 1490, 454, "#6b3a1f", radius=8)
    for number in range(6):
        painting.line([(1410, 376 + number * 14), (1484, 376 + number * 14)], "#d9a45e", 4)
    painting.rectangle(1504, 368, 1548, 398, "#f1e3c0", radius=4)
    painting.ellipse(1526, 428, 17, 17, "#f1e3c0")
    painting.line([(1550, 352), (1596, 230)], "#d9d3c5", 4)


def _camera(painting):
    """In the foreground, seen from behind and the side."""
    painting.soft(ring(270, 1010, 260, 34), "#10151d", 18, strength=0.6)
    for foot in (40, 268, 470):
        painting.limb((270, 640), (foot, 1080), 26, 18, "#6b3a22")
        painting.limb((274, 650), (foot + 8, 1080), 7, 5, "#c9854f")
    painting.rectangle(170, 600, 420, 636, "#6b3a22", radius=8)
    bellows = [(236 + number * 16, 396 + number * 7 + (14 if number % 2 else 0)) for number in range(11)]
    lower = [(x, 1000 - y - 6) for x, y in bellows]
    painting.polygon([*bellows, *reversed(lower)], "#7d2028")
    for top, low in zip(bellows[1::2], lower[1::2], strict=True):
        painting.line([top, low], "#3a0d18", 7)
    painting.rectangle(396, 410, 430, 604, "#a4613a", radius=8)
    painting.rectangle(430, 452, 478, 562, DARK, radius=8)
    painting.rectangle(474, 466, 500, 548, "#3b3a44", radius=6)
    painting.rectangle(496, 478, 506, 536, "#a9d8dc", radius=4)
    painting.rectangle(120, 346, 246, 648, "#8a4a2c", radius=12)
    painting.fade([(120, 346), (246, 346), (246, 648), (120, 648)], "#f2b274", (230, 640), (130, 340), strength=0.6)
    painting.rectangle(140, 372, 226, 622, "#3a2018", radius=8)
    cloth = [
        (96, 330),
        (180, 312),
        (262, 336),
        (258, 372),
        (236, 520),
        (250, 720),
        (196, 742),
        (160, 700),
        (110, 744),
        (60, 720),
        (86, 520),
    ]
    painting.curve(cloth, DARK)
    painting.fade(smooth([*cloth, cloth[0]]), "#5a5a78", (200, 400), (60, 380), strength=0.7)
