"""The long bridge at dawn: mist on the water, the first minibuses against the light."""

from .canvas import WIDTH, wave
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice

HORIZON = 590
SUN = (420, 500)
FAR = (40, HORIZON - 10)
BRIDGE = "#2c2a4a"
PIERS = [1 / (1 + 0.42 * number) for number in range(14)]


def draw_bridge(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#f3b48c", width=width)
    painting.gradient(["#46517f", "#7d6f9e", "#c98a9c", "#f2a98c", "#fbd3a2"], bottom=HORIZON)
    painting.glow(*SUN, 620, "#fff0c4", 0.85)
    painting.ellipse(*SUN, 58, 58, "#fffaea")
    for height, tall, shift, colour in [(540, 16, 0.4, "#d79a9c"), (566, 12, 2.2, "#b37f95")]:
        painting.ground(wave(height, tall, 170, shift), colour)
    painting.gradient(["#f8c9a0", "#dc9a98", "#8f769c", "#4c4a78", "#2b2c52"], top=HORIZON)
    _glitter(painting)
    _reflection(painting)
    painting.soft([(-100, 560), (1700, 540), (1700, 650), (-100, 640)], "#fbd9bb", 34, strength=0.6)
    _bridge(painting)
    painting.soft([(-100, 590), (900, 600), (700, 640), (-100, 640)], "#fbd9bb", 26, strength=0.55)
    _pirogue(painting)
    painting.fade(WHOLE, "#1d1c3c", (800, 820), (800, 1300), strength=0.8)
    painting.texture()
    return painting


def at(part, up):
    """A place on the bridge: near at 1, far towards 0; ``up`` from the water line of its foot."""
    return FAR[0] + (1760 - FAR[0]) * part, FAR[1] + 190 * part - up * part


def _bridge(painting):
    for part in PIERS:
        x, foot = at(part, 0)
        wide = 46 * part
        left, right = x - wide, x + wide * 0.5
        painting.polygon([(left, foot), (left, at(part, 380)[1]), (right, at(part, 380)[1]), (right, foot)], "#3a3358")
        painting.polygon(
            [(right, foot), (right, at(part, 380)[1]), (right + wide, at(part, 380)[1]), (right + wide, foot)], BRIDGE
        )
        cap = at(part, 352)[1]
        painting.polygon(
            [(left - wide, cap - 34 * part), (right + 2 * wide, cap - 34 * part), (right + wide, cap), (left, cap)],
            BRIDGE,
        )
    deck = [at(0, 370), at(1.1, 370), at(1.1, 470), at(0, 470)]
    painting.polygon(deck, BRIDGE)
    painting.polygon([at(0, 440), at(1.1, 440), at(1.1, 452), at(0, 452)], "#7a5872")
    for number in range(70):
        part = 1.05 / (1 + 0.06 * number)
        painting.line([at(part, 466), at(part, 512)], BRIDGE, max(1.4, 7 * part))
    painting.line([at(0.02, 512), at(1.1, 512)], BRIDGE, 5)
    for number in range(1, 12):
        part = 0.9 / (1 + 0.3 * number)
        x, y = at(part, 760)
        painting.line([at(part, 470), (x, y), (x + 62 * part, y - 8 * part)], BRIDGE, 8 * part)
        painting.glow(x + 62 * part, y, 60 * part, "#fff0c4", 0.6)
    for part, long in [(0.68, 190), (0.4, 180), (0.31, 170), (0.205, 180)]:
        _minibus(painting, part, long)


def _minibus(painting, part, long):
    x, road = at(part, 470)
    high, long = 120 * part, long * part
    body = [
        (x - long, road),
        (x - long, road - high * 0.8),
        (x - long * 0.9, road - high),
        (x, road - high * 1.02),
        (x, road),
    ]
    painting.polygon(body, "#221f3c")
    for number in range(4):
        left = x - long * (0.88 - 0.22 * number)
        painting.rectangle(left, road - high * 0.86, left + long * 0.16, road - high * 0.56, "#e8a58c")
    painting.rectangle(x - long * 0.8, road - high * 1.2, x - long * 0.25, road - high, "#2f2444", radius=4 * part)
    painting.glow(x - long, road - high * 0.28, 70 * part, "#fff3cf", 0.95)


def _reflection(painting):
    for part in PIERS:
        x, foot = at(part, 0)
        painting.soft(
            [
                (x - 50 * part, foot),
                (x + 80 * part, foot),
                (x + 60 * part, foot + 330 * part),
                (x - 30 * part, foot + 330 * part),
            ],
            "#2a2a50",
            8 * part + 2,
            strength=0.5,
        )


def _glitter(painting):
    throw = dice(4)
    for number in range(150):
        down = (number / 150) ** 1.7
        y = HORIZON + 6 + 470 * down
        x = SUN[0] + throw.uniform(-1, 1) * (40 + 300 * down)
        long = throw.uniform(14, 46) * (0.4 + 1.6 * down)
        painting.ellipse(x, y, long, 1.2 + 3.4 * down, "#ffe7bfb0" if number % 3 else "#fff6dcd0")
    for number in range(110):
        down = (number / 110) ** 1.4
        y, x = HORIZON + 10 + 460 * down, throw.uniform(-40, WIDTH + 40)
        painting.ellipse(x, y, 30 + 110 * down, 1 + 4 * down, "#35366440" if number % 2 else "#f7c3a438")


def _pirogue(painting):
    x, y = 560, 800
    painting.soft(
        [(x - 190, y + 20), (x + 200, y + 20), (x + 160, y + 66), (x - 150, y + 66)], "#16162e", 12, strength=0.6
    )
    hull = [
        (x - 250, y - 26),
        (x - 120, y + 4),
        (x + 40, y + 6),
        (x + 190, y - 14),
        (x + 262, y - 40),
        (x + 200, y + 14),
        (x + 90, y + 34),
        (x - 110, y + 32),
    ]
    painting.curve(hull, "#17162f")
    painting.line([(x - 226, y - 12), (x - 110, y + 10), (x + 60, y + 12), (x + 230, y - 22)], "#c77f78", 4)
    painting.limb((x + 120, y - 6), (x + 126, y - 92), 30, 40, "#17162f")
    painting.limb((x + 110, y - 4), (x + 118, y - 60), 18, 24, "#17162f")
    painting.ellipse(x + 130, y - 128, 17, 21, "#17162f")
    painting.ellipse(x + 129, y - 142, 19, 9, "#17162f")
    painting.limb((x + 128, y - 92), (x + 176, y - 72), 16, 11, "#17162f")
    painting.line([(x + 210, y - 250), (x + 146, y + 60)], "#17162f", 6)
    for across, head in [(-60, -52), (-118, -46)]:
        painting.limb((x + across, y + 8), (x + across, y + head + 34), 44, 30, "#17162f")
        painting.ellipse(x + across + 2, y + head, 15, 18, "#17162f")
