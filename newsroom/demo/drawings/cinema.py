"""Open air cinema by the river: a sheet between two poles, two bicycles that make its current, the audience."""

import math

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, Painting, dice, ring

SHEET = [(452, 196), (1148, 204), (1140, 610), (800, 622), (460, 606)]
NIGHT = "#070a18"
RIM = "#8fa9c4"
FRAME = [
    ((-96, 20), (4, 26)), ((4, 26), (-40, -78)), ((-96, 20), (-36, -66)),
    ((-36, -66), (76, -72)), ((4, 26), (76, -72)), ((100, 20), (70, -104)),
]  # fmt: skip


def draw_cinema(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#0b1230", width=width)
    throw = dice(19)
    painting.gradient(["#0a0f2a", "#16234d", "#2d3f6c", "#4d5b7c"], bottom=640)
    _stars(painting, throw)
    _river(painting, throw)
    painting.soft(ring(800, 420, 560, 380), "#b9cde8", 90, strength=0.42)
    _sheet(painting)
    _bank(painting, throw)
    for x, turned in [(196, 1), (1404, -1)]:
        _bicycle(painting, x, 800, turned)
    _beam(painting)
    _audience(painting, throw)
    painting.vignette("#04060f", 0.6)
    painting.texture(0.3)
    return painting


def _stars(painting, throw):
    for _number in range(190):
        size = throw.choice([1, 1.2, 1.6, 2.4])
        painting.ellipse(
            throw.uniform(0, WIDTH), throw.uniform(0, 500), size, size, throw.choice(["#ffffffb0", "#cfe0ffa0"])
        )


def _river(painting, throw):
    far_bank = smooth([(-20, 560), (300, 540), (640, 556), (980, 538), (1300, 552), (1620, 536)])
    painting.polygon([*far_bank, (1620, 600), (-20, 600)], "#131a38")
    painting.gradient(["#3a4a70", "#1c2748"], top=578, bottom=740)
    for _number in range(120):
        x, y = throw.uniform(0, WIDTH), 582 + 140 * throw.random() ** 1.4
        painting.rectangle(x, y, x + throw.uniform(20, 90), y + 2.4, throw.choice(["#6d80a580", "#0f183890"]))


def _sheet(painting):
    for x, lean in [(410, -8), (1192, 8)]:
        painting.limb((x, 770), (x + lean, 150), 17, 12, "#0b0e1c")
    for corner, pole in [
        (SHEET[0], (404, 172)),
        (SHEET[1], (1198, 174)),
        (SHEET[2], (1194, 640)),
        (SHEET[4], (408, 640)),
    ]:
        painting.line([pole, corner], "#c9c3b2", 3)
    edge = [
        *smooth([SHEET[0], (800, 214), SHEET[1]], 12),
        *smooth([SHEET[2], (970, 612), SHEET[3], (620, 610), SHEET[4]], 12),
    ]
    painting.polygon(edge, "#f3ecd9")
    with painting.inside(edge):
        _film(painting)
        for x in (560, 705, 880, 1030):
            painting.soft([(x, 190), (x + 34, 190), (x + 20, 640), (x - 8, 640)], "#2b2440", 12, strength=0.2)
        painting.fade(edge, "#fff8e0", (800, 330), (800, 60), strength=0.35)
    painting.line([*edge, edge[0]], "#fffaf0", 3)


def _film(painting):
    """A scene in the film: someone walks with a goat along a dune, the sun behind."""
    dark = "#3a1d2a"
    painting.gradient(["#e8a24f", "#f3c57c", "#f9e3b0"], left=440, right=1160, top=180, bottom=520)
    painting.ellipse(920, 380, 78, 78, "#fff6d6")
    far = smooth([(430, 500), (600, 452), (800, 486), (980, 520), (1170, 470)])
    painting.polygon([*far, (1170, 640), (430, 640)], "#c47a3c")
    near = smooth([(430, 560), (640, 520), (860, 536), (1170, 566)])
    painting.polygon([*near, (1170, 640), (430, 640)], "#8e4a2c")
    painting.polygon([(748, 380), (784, 380), (806, 534), (726, 534)], dark)
    painting.ellipse(766, 352, 19, 22, dark)
    painting.limb((778, 396), (822, 438), 12, 9, dark)
    painting.limb((822, 330), (824, 540), 5, 5, dark)
    painting.limb((604, 494), (654, 488), 36, 34, dark)
    painting.limb((660, 480), (680, 452), 16, 17, dark)
    painting.limb((682, 452), (694, 462), 13, 8, dark)
    painting.line(smooth([(676, 444), (668, 428), (656, 426)]), dark, 4)
    for x, end in [(594, 588), (610, 612), (646, 640), (660, 666)]:
        painting.limb((x, 500), (end, 540), 8, 5, dark)


def _bank(painting, throw):
    ground = [(-20, 720), (300, 708), (800, 700), (1300, 708), (1620, 722)]
    painting.ground(smooth(ground), "#1b1a2e")
    painting.soft([(380, 720), (1220, 720), (1500, 1000), (100, 1000)], "#8f8a92", 60, strength=0.5)
    for _number in range(200):
        x, y = throw.uniform(0, WIDTH), throw.uniform(720, 1060)
        painting.ellipse(x, y, throw.uniform(2, 6), 1.6, throw.choice(["#00000050", "#b9b4ba40"]))


def _bicycle(painting, x, y, turned):
    """On its stand, its wheel off the ground; the rider looks at the film."""

    def at(across, down):
        return x + turned * across, y + down

    painting.soft(ring(x, y + 96, 170, 20), "#04050d", 10, strength=0.7)
    for across in (-96, 100):
        _wheel(painting, *at(across, 20))
    for foot in (-130, -60):
        painting.limb(at(-96, 20), at(foot, 96), 8, 8, "#0d0f1c")
    for start, end in FRAME:
        painting.limb(at(*start), at(*end), 10, 9, "#b9432c")
    painting.limb(at(-64, -84), at(-16, -84), 13, 10, "#0d0f1c")
    painting.limb(at(70, -104), at(48, -112), 8, 8, "#0d0f1c")
    _rider(painting, at)


def _wheel(painting, x, y):
    painting.line([*ring(x, y, 70, 70, 40), (x + 70, y)], "#10131f", 9)
    painting.line([*ring(x, y, 64, 64, 40), (x + 64, y)], RIM, 2)
    for number in range(8):
        turn = number * math.pi / 8
        across, down = 62 * math.cos(turn), 62 * math.sin(turn)
        painting.line([(x - across, y - down), (x + across, y + down)], "#5d6d8a", 1.4)


def _rider(painting, at):
    hip, shoulder, neck = (-38, -100), (14, -226), (24, -254)
    painting.limb(at(*hip), at(40, -44), 44, 32, "#101327")
    painting.limb(at(40, -44), at(14, 46), 28, 20, "#101327")
    painting.limb(at(4, 52), at(40, 54), 14, 12, "#0a0c18")
    painting.limb(at(*hip), at(*shoulder), 56, 66, "#1d2a4d")
    painting.limb(at(18, -222), at(66, -170), 26, 19, "#16203d")
    painting.limb(at(66, -170), at(62, -116), 18, 14, "#15101a")
    painting.limb(at(*shoulder), at(*neck), 24, 22, "#15101a")
    painting.ellipse(*at(32, -282), 31, 36, "#15101a")
    face = [at(54, -312), at(62, -288), at(64, -276), at(57, -256)]
    painting.line(smooth(face, 8), "#a97f62", 3)
    painting.line(smooth([at(46, -246), at(50, -218), at(36, -160), at(4, -104)], 8), RIM, 4)
    painting.line(smooth([at(-20, -118), at(30, -70), at(58, -46)], 8), RIM, 3)


def _beam(painting):
    """From the projector, low in the middle, to the corners of the sheet."""
    x, y = 800, 872
    painting.soft([(x - 10, y), SHEET[4], SHEET[2], (x + 10, y)], "#f6e9c8", 10, strength=0.2)
    painting.glow(x, y, 90, "#fff3d0", 0.9)


def _audience(painting, throw):
    """Three rows of backs of heads, those at the front larger and darker."""
    caps = ["#2c1726", "#12262f", "#2b2518", "#1c1b3e", None, None, None, None, None, None]
    for row, (base, size, shade) in enumerate([(850, 30, "#1a1c30"), (930, 42, "#121426"), (1034, 60, NIGHT)]):
        x = -20 + row * 30
        while x < WIDTH + 60:
            high = size * throw.uniform(0.84, 1.12)
            head = (x, base + throw.uniform(-12, 14))
            if not (row < 2 and abs(x - 800) < 64):
                _back(painting, head, high, shade, throw.choice(caps))
            x += size * throw.uniform(2.1, 3.3)


def _back(painting, head, size, shade, cap):
    x, y = head
    across = (800 - x) * 0.006
    right = [(0.5, y + size * 0.8), (1.25, y + size * 1.4), (1.35, HEIGHT + 40)]
    left = [(-part, height) for part, height in reversed(right)]
    painting.curve([(x + size * part, height) for part, height in left + right], shade)
    painting.limb((x, y), (x, y + size), size * 0.8, size * 0.9, shade)
    painting.ellipse(x + across, y - 3, size * 0.8, size, "#6f7390" if size < 50 else "#4a4e6e")
    painting.ellipse(x, y, size * 0.8, size, shade)
    if cap:
        hat = [(px, min(py, y + size * 0.42)) for px, py in ring(x, y - size * 0.05, size * 0.84, size, 30)]
        painting.polygon(hat, cap)
