"""An evening of rain: the green minibus, its headlights on the wet street, umbrellas at the stop."""

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice, ring

STREET = 760
GREEN, DARK = "#2f8f6b", "#0f1c2b"
LAMPS = [(240, 190, 1.2), (640, 330, 0.8), (900, 390, 0.6)]


def draw_rain(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#24445a", width=width)
    painting.gradient(["#162c44", "#27506b", "#4f7f8c", "#c79a72"], bottom=STREET)
    _town(painting)
    painting.soft([(-100, 600), (1700, 600), (1700, 800), (-100, 800)], "#d9a878", 50, strength=0.4)
    painting.gradient(["#6d7474", "#3b5263", "#1b2c40", "#101c2d"], top=STREET)
    _lamps(painting)
    _reflections(painting)
    _waiting(painting)
    _minibus(painting)
    _drops(painting)
    painting.vignette("#081220", 0.5)
    painting.texture()
    return painting


def _town(painting):
    throw = dice(5)
    for layer, colour, light in [(0, "#33566b", "#b98e66"), (1, "#203c52", "#e9b368")]:
        left = -40
        while left < WIDTH:
            wide, high = throw.uniform(90, 190), throw.uniform(150, 330) - layer * 60
            painting.rectangle(left, STREET - high, left + wide, STREET + 6, colour)
            for number in range(5):
                x, y = left + 20 + number * 30, STREET - high + 30 + throw.choice([0, 50, 100])
                if x < left + wide - 26 and throw.random() < 0.55:
                    painting.rectangle(x, y, x + 14, y + 20, light)
            left += wide + throw.uniform(0, 20)


def _lamps(painting):
    for x, top, size in LAMPS:
        painting.line([(x, STREET + 20 * size), (x, top), (x + 60 * size, top - 16 * size)], "#101d2d", 11 * size)
        painting.soft(
            [(x + 40 * size, top), (x + 90 * size, top), (x + 300 * size, STREET), (x - 190 * size, STREET)],
            "#ffdf9e",
            26 * size,
            strength=0.2,
        )
        painting.glow(x + 64 * size, top - 8, 190 * size, "#ffe2a6", 0.9)


def _reflections(painting):
    streaks = [
        (300, "#ffd48a", 42),
        (690, "#ffd48a", 28),
        (945, "#ffd48a", 20),
        (1010, "#fff0c0", 70),
        (1330, "#fff0c0", 44),
    ]
    for x, colour, wide in streaks:
        painting.soft(
            [
                (x - wide, STREET + 16),
                (x + wide, STREET + 16),
                (x + wide * 1.3, HEIGHT + 20),
                (x - wide * 1.3, HEIGHT + 20),
            ],
            colour,
            16,
            strength=0.42,
        )
    painting.soft([(900, 900), (1560, 900), (1500, 1100), (960, 1100)], "#1d6a58", 24, strength=0.6)
    throw = dice(8)
    for number in range(110):
        down = (number / 110) ** 1.3
        x, y = throw.uniform(-50, WIDTH), STREET + 14 + 300 * down
        painting.ellipse(x, y, 26 + 90 * down, 1.5 + 4 * down, "#0d1a2a60" if number % 2 else "#c9d6d030")
    for _number in range(26):
        x, y = throw.uniform(0, WIDTH), throw.uniform(STREET + 60, HEIGHT - 20)
        painting.line(ring(x, y, 24, 5, 20), "#a9c0c4", 2)


def _minibus(painting):
    left, right, top, foot = 900, 1570, 430, 860
    painting.soft(
        [(left - 10, foot + 10), (right, foot + 10), (right - 20, foot + 60), (left + 20, foot + 60)],
        "#050c16",
        12,
        strength=0.8,
    )
    for x in (1060, 1420):
        painting.ellipse(x, foot, 66, 70, "#0a1019")
        painting.ellipse(x, foot + 2, 34, 37, "#59646b")
        painting.ellipse(x, foot + 2, 14, 15, "#1d262e")
    body = smooth(
        [
            (left + 10, foot + 6),
            (left - 2, foot - 120),
            (left + 12, 690),
            (left + 66, 560),
            (left + 116, top + 16),
            (left + 170, top),
        ],
        8,
    )
    body += smooth([(right - 30, top), (right - 4, top + 24), (right, foot - 10), (right - 10, foot + 8)], 8)
    painting.polygon(body, GREEN)
    with painting.inside(body):
        painting.rectangle(left - 20, 694, right + 20, 726, "#f0e6cc")
        painting.rectangle(left - 20, 800, right + 20, 900, "#1d5a48")
        painting.line([(1130, 440), (1130, 870)], "#1f6a52", 5)
    glass = [(left + 84, 664), (left + 128, 520), (left + 160, 486), (left + 214, 486), (left + 214, 664)]
    painting.polygon(smooth([*glass, glass[0]], 3), "#12283a")
    painting.fade(glass, "#bfd8d8", (left + 120, 640), (left + 180, 470), strength=0.6)
    _driver(painting, left + 168, 664)
    for number in range(4):
        x = 1148 + number * 102
        painting.rectangle(x, 490, x + 88, 660, "#12283a", radius=10)
        painting.fade([(x, 490), (x + 88, 490), (x + 88, 660), (x, 660)], "#f3bf6e", (x, 470), (x, 680), strength=0.95)
        with painting.inside([(x, 490), (x + 88, 490), (x + 88, 660), (x, 660)]):
            painting.ellipse(x + 44, 584, 20, 25, "#2a1c22")
            painting.limb((x + 44, 648), (x + 44, 700), 66, 74, "#2a1c22")
    painting.fade(body, "#0a2a33", (1200, 640), (1560, 900), strength=0.7)
    painting.fade(body, "#d8f0d0", (1200, 520), (1150, 420), strength=0.5)
    painting.line([(left + 170, top - 26), (right - 40, top - 26)], "#12202c", 8)
    for x in range(left + 190, right - 30, 86):
        painting.line([(x, top - 26), (x, top + 2)], "#12202c", 6)
    for x, wide, colour in [(1120, 150, "#b5563a"), (1290, 120, "#d9b060"), (1430, 90, "#4a6a86")]:
        painting.rectangle(x, top - 92, x + wide, top - 28, colour, radius=20)
        painting.line([(x + wide * 0.4, top - 92), (x + wide * 0.4, top - 28)], "#1c1a24", 5)
    painting.rectangle(left - 12, 822, left + 90, 852, "#c9cfcc", radius=8)
    painting.ellipse(left + 30, 752, 27, 30, "#fff6d8")
    painting.soft([(left + 10, 735), (left + 10, 770), (120, 960), (150, 800)], "#ffeeb8", 26, strength=0.55)
    painting.glow(left + 26, 752, 150, "#fff3c8", 0.95)


def _driver(painting, x, foot):
    painting.limb((x + 10, foot - 56), (x + 14, foot - 12), 50, 60, "#2a1c22")
    painting.ellipse(x + 6, foot - 100, 22, 27, "#2a1c22")


def _waiting(painting):
    for x, size, cloth, shade in [
        (200, 1.0, "#c9483a", "#5a1524"),
        (380, 0.94, "#e0a63a", "#7d3f1c"),
        (520, 0.84, "#6b4a86", "#281a44"),
    ]:
        foot = 905
        painting.soft(ring(x, foot + 46, 60 * size, 40), "#08101c", 10, strength=0.5)
        dress = [
            (x - 62 * size, foot),
            (x - 40 * size, foot - 190 * size),
            (x - 26 * size, foot - 262 * size),
            (x + 26 * size, foot - 262 * size),
            (x + 44 * size, foot - 190 * size),
            (x + 62 * size, foot),
        ]
        painting.polygon(dress, DARK)
        painting.fade(dress, "#e9a95f", (x, foot - 100), (x + 70 * size, foot - 110), strength=0.75)
        painting.ellipse(x, foot - 292 * size, 27 * size, 32 * size, "#160f16")
        painting.limb(
            (x + 20 * size, foot - 240 * size), (x + 52 * size, foot - 190 * size), 22 * size, 18 * size, DARK
        )
        painting.limb(
            (x + 52 * size, foot - 190 * size), (x + 44 * size, foot - 262 * size), 18 * size, 13 * size, "#160f16"
        )
        painting.line([(x + 44 * size, foot - 240 * size), (x + 12 * size, foot - 440 * size)], "#0b121c", 7 * size)
        dome = [
            (x + turn * 150 * size, foot - (330 + 118 * (1 - turn * turn) ** 0.5) * size)
            for turn in [step / 12 for step in range(-12, 13)]
        ]
        scallops = smooth(
            [
                (x + (150 - number * 37.5) * size, foot - (330 + (20 if number % 2 else 0)) * size)
                for number in range(9)
            ],
            6,
        )
        painting.polygon([*dome, *scallops], cloth)
        painting.fade(
            [*dome, *scallops],
            shade,
            (x - 20 * size, foot - 400 * size),
            (x - 160 * size, foot - 330 * size),
            strength=0.85,
        )
        painting.fade(
            [*dome, *scallops],
            "#fff0c8",
            (x + 40 * size, foot - 400 * size),
            (x + 150 * size, foot - 430 * size),
            strength=0.5,
        )


def _drops(painting):
    throw = dice(31)
    for number in range(330):
        x, y, long = throw.uniform(-40, WIDTH + 60), throw.uniform(-40, HEIGHT), throw.uniform(24, 80)
        painting.pen.line(
            painting.to_pixels([(x, y), (x - long * 0.22, y + long)]),
            fill="#dceaf048" if number % 3 else "#f5f8ff70",
            width=round(2.4 * painting.scale),
        )
    painting.fade(WHOLE, "#0b1a2b", (800, 300), (800, -300), strength=0.5)
