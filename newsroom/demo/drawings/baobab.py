"""A baobab under the stars, a small fire with people round it."""

import math

from .canvas import HEIGHT, WIDTH, smooth, wave
from .painting import PAINTED_WIDTH, Painting, dice

GROUND = 850
TREE = "#0c1024"
# start, turn, length, width, how often it parts
BRANCHES = [
    ((490, 500), -2.45, 128, 66, 5),
    ((548, 470), -1.88, 120, 60, 5),
    ((612, 470), -1.2, 128, 62, 5),
    ((660, 500), -0.68, 142, 66, 5),
    ((470, 540), -2.9, 104, 38, 4),
    ((690, 545), -0.22, 128, 42, 4),
]


def draw_baobab(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#101a3d", width=width)
    painting.gradient(["#070c24", "#101a44", "#223a6b", "#3f6a8c", "#86a79b"], bottom=GROUND)
    _milky_way(painting)
    _stars(painting)
    painting.ground(wave(GROUND - 44, 20, 210, 1.0), "#1f3557")
    painting.ground(wave(GROUND - 6, 8, 150, 0.3), "#121f3c")
    painting.gradient(["#14203c", "#0b1128"], top=GROUND + 14)
    _tree(painting)
    _fire(painting)
    _grass(painting)
    painting.vignette("#040616", 0.5)
    painting.texture()
    return painting


def _milky_way(painting):
    for blur, wide, strength in [(90, 210, 0.32), (50, 110, 0.3), (26, 44, 0.28)]:
        band = [(1700 - wide, -120), (1700 + wide, -120), (820 + wide, 900), (820 - wide, 900)]
        painting.soft(band, "#8fb1d8", blur, strength=strength)
    painting.soft([(1500, 100), (1540, 100), (1130, 620), (1090, 620)], "#d8c3d8", 24, strength=0.3)
    painting.soft([(1440, 90), (1470, 100), (1180, 480), (1160, 460)], "#1a2a55", 16, strength=0.45)


def _stars(painting):
    throw = dice(12)
    for number in range(620):
        x, y = throw.uniform(0, WIDTH), throw.uniform(0, GROUND - 60)
        if number % 3 == 0:
            along = throw.random()
            x, y = 1690 - 860 * along + throw.gauss(0, 80), -110 + 990 * along + throw.gauss(0, 40)
            if y > GROUND - 80:
                continue
        size = throw.choice([1.2, 1.2, 1.6, 1.6, 2.2, 3.0])
        faint = throw.choice(["b0", "80", "ff"]) if y < 560 else "60"
        painting.ellipse(x, y, size, size, throw.choice(["#ffffff", "#dfe9ff", "#fff1d6"]) + faint)
    for x, y in [(230, 130), (1060, 90), (1340, 330), (520, 70)]:
        painting.glow(x, y, 26, "#ffffff", 0.7)
        painting.ellipse(x, y, 3.6, 3.6, "#ffffff")


def _tree(painting):
    trunk = [
        (330, 900), (392, 850), (424, 760), (430, 640), (446, 540), (480, 470), (580, 452), (668, 470),
        (700, 540), (712, 650), (722, 770), (756, 852), (830, 904),
    ]  # fmt: skip
    painting.polygon(smooth(trunk), TREE)
    for start, turn, long, wide, depth in BRANCHES:
        _branch(painting, start, turn, (long, wide), depth)
    painting.fade(smooth(trunk), "#3a4f7c", (640, 600), (740, 560), strength=0.6)
    painting.fade(smooth(trunk), "#e07a3a", (690, 700), (860, 900), strength=0.75)


def _branch(painting, start, turn, size, depth):
    long, wide = size
    end = (start[0] + math.cos(turn) * long, start[1] + math.sin(turn) * long * 0.92)
    painting.limb(start, end, wide, wide * 0.58, TREE)
    if depth == 0:
        for number in range(3):
            painting.ellipse(end[0] + number * 13 - 13, end[1] - (number % 2) * 9, 12, 7, TREE)
        return
    for lean, shorter in [(-0.48, 0.7), (0.42, 0.74), (0.02, 0.5)][: 3 if depth > 3 else 2]:
        _branch(painting, end, turn + lean - 0.1 * math.cos(turn), (long * shorter, wide * 0.58), depth - 1)


def _fire(painting):
    x, y = 1010, 900
    painting.glow(x, y - 20, 330, "#f08a3c", 0.85)
    painting.glow(x, y - 10, 130, "#ffe0a0", 0.9)
    for lean in (-34, 30, 6):
        painting.line([(x - lean, y + 10), (x + lean, y - 12)], "#1a0d10", 9)
    for across, high, wide, colour in [(0, 78, 24, "#f59a3a"), (-12, 52, 15, "#fcc45a"), (8, 46, 13, "#fff0b8")]:
        flame = [
            (x + across - wide, y - 4),
            (x + across - wide * 0.5, y - high * 0.5),
            (x + across + 3, y - high),
            (x + across + wide * 0.7, y - high * 0.4),
            (x + across + wide, y - 4),
            (x + across, y + 6),
        ]
        painting.curve(flame, colour)
    for across, size, side in [(-150, 1.0, 1), (-214, 0.92, 1), (136, 1.04, -1), (204, 0.86, -1)]:
        _sitting(painting, x + across, y + 14, size, side)


def _sitting(painting, x, y, size, side):
    """Someone on the ground, knees up, who looks to the fire on that side."""

    def at(across, up):
        return x + across * side * size, y - up * size

    body = [
        at(-40, -4),
        at(-38, 40),
        at(-20, 84),
        at(6, 92),
        at(22, 70),
        at(20, 46),
        at(54, 58),
        at(62, 40),
        at(64, -4),
    ]
    painting.polygon(smooth(body), TREE)
    painting.ellipse(*at(4, 114), 18 * size, 22 * size, TREE)
    painting.line(smooth([at(58, 56), at(64, 40), at(66, 4)], 6), "#e88b45", 4 * size)


def _grass(painting):
    throw = dice(3)
    for _number in range(150):
        x, high = throw.uniform(-20, WIDTH), throw.uniform(30, 110)
        painting.line(
            smooth([(x, HEIGHT), (x + 6, HEIGHT - high * 0.6), (x + throw.uniform(-30, 30), HEIGHT - high)], 6),
            "#060a1c",
            4,
        )
