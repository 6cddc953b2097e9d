"""Two racing pirogues seen from above: paddlers in pairs, a drummer, white water behind them."""

import math
from typing import NamedTuple

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice

TURN = -0.36
PAIRS = 10
SKIN = ["#3d241c", "#4a2c20", "#33201b"]


class Boat(NamedTuple):
    """Measured along and across: the bow is at half its length."""

    x: float
    y: float
    long: float
    shirts: list[str]
    hull: str
    band: str

    def at(self, along, across):
        return (
            self.x + along * math.cos(TURN) - across * math.sin(TURN),
            self.y + along * math.sin(TURN) + across * math.cos(TURN),
        )

    def outline(self, wide, short=0.0):
        half = self.long / 2 - short
        side = [(math.sin(math.pi * step / 40) ** 0.62 * wide, -half + 2 * half * step / 40) for step in range(41)]
        return [*(self.at(along, -across) for across, along in side), *(self.at(a, c) for c, a in reversed(side))]


BOATS = [
    Boat(905, 360, 1010, ["#f1c232", "#e8b021", "#f7d460"], "#8e3b24", "#f3e3bd"),
    Boat(560, 760, 1010, ["#e9e4da", "#d8d2c8", "#f7f3ea"], "#1f5f63", "#e2772e"),
]


def draw_race(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#1c6f76", width=width)
    throw = dice(33)
    painting.fade(WHOLE, "#0b3f52", (900, 500), (0, 1250), strength=0.9)
    painting.fade(WHOLE, "#6fb5a5", (800, 600), (1650, -150), strength=0.75)
    _water(painting, throw)
    for boat in BOATS:
        _wake(painting, boat, throw)
    for number, boat in enumerate(BOATS):
        _boat(painting, boat, throw, stroke=0 if number else 9)
    _glitter(painting, throw)
    painting.vignette("#06222e", 0.45)
    painting.texture(0.28)
    return painting


def _water(painting, throw):
    """Short bent strokes across the course."""
    for _number in range(330):
        x, y, long = throw.uniform(-40, WIDTH), throw.uniform(0, HEIGHT), throw.uniform(30, 120)
        bow = throw.uniform(5, 13)
        line = smooth(
            [(x, y), (x + long * 0.3, y - bow), (x + long * 0.7, y + bow * 0.4), (x + long, y - bow * 0.5)], 5
        )
        lower = [(px, py + 5 * math.sin(math.pi * n / (len(line) - 1))) for n, (px, py) in enumerate(line)]
        painting.polygon([*line, *reversed(lower)], throw.choice(["#0a475a80", "#3f97938c", "#0f5a6680", "#8fcabb66"]))


def _wake(painting, boat, throw):
    """A V of foam that opens from the bow, and churned water astern."""
    half = boat.long / 2
    for side in (-1, 1):
        for start, spread, strength in [(0.97, 0.2, 0.5), (0.5, 0.17, 0.3)]:
            begin = half * start
            reach = [
                (begin, 0), (begin - 430, 430 * spread * 0.8), (begin - 1150, 1150 * spread + 40),
                (begin - 700, 700 * spread * 0.95 + 30), (begin - 300, 300 * spread * 0.8 + 22),
            ]  # fmt: skip
            shape = [boat.at(along, side * (across + 18)) for along, across in reach]
            painting.soft(shape, "#d9f1ea", 7, strength=strength)
    tail = [boat.at(-half + 40, -10), boat.at(-half - 560, -70), boat.at(-half - 560, 70), boat.at(-half + 40, 10)]
    painting.soft(tail, "#c9eae2", 16, strength=0.55)
    for _number in range(150):
        back = throw.random() ** 1.5
        along, across = -half + 30 - 480 * back, throw.gauss(0, 14 + 34 * back)
        size = throw.uniform(2, 7) * (1.1 - back * 0.6)
        painting.ellipse(*boat.at(along, across), size, size * 0.8, "#f4fffbc8")
    for _number in range(130):
        back = throw.random()
        along = half - 30 - 900 * back
        across = throw.choice((-1, 1)) * (22 + 900 * back * 0.17 + throw.gauss(0, 7))
        size = throw.uniform(1.5, 5)
        painting.ellipse(*boat.at(along, across), size, size * 0.8, "#f4fffbb0")


def _boat(painting, boat, throw, stroke):
    shadow = [(x + 26, y + 34) for x, y in boat.outline(48)]
    painting.soft(shadow, "#042430", 9, strength=0.7)
    hull = boat.outline(50)
    painting.polygon(hull, boat.hull)
    painting.fade(hull, "#1a0d12", boat.at(0, -10), boat.at(0, 46), strength=0.6)
    for end in (-1, 1):
        _bands(painting, boat, end)
    painting.polygon(boat.outline(41, 64), "#2a1a18")
    painting.fade(boat.outline(41, 64), "#a8713f", boat.at(0, -4), boat.at(0, 60), strength=0.8)
    step = 70
    for pair in range(PAIRS):
        along = 318 - pair * step
        painting.limb(boat.at(along - 14, -32), boat.at(along - 14, 32), 11, 11, "#7a4a2a")
        for side in (-1, 1):
            seat = (along + throw.uniform(-4, 4), side)
            _paddler(painting, boat, seat, stroke + throw.uniform(-6, 6), throw)
    _drummer(painting, boat)
    _helmsman(painting, boat)


def _bands(painting, boat, end):
    half = boat.long / 2
    for far, long in [(58, 26), (100, 12)]:
        corners = []
        for along in (half - far, half - far - long):
            wide = math.sin(math.pi * (half - along) / boat.long) ** 0.62 * 49
            corners += [boat.at(end * along, -wide), boat.at(end * along, wide)]
        painting.polygon([corners[0], corners[1], corners[3], corners[2]], boat.band)


def _paddler(painting, boat, seat_at, stroke, throw):
    along, side = seat_at
    shirt, skin = throw.choice(boat.shirts), throw.choice(SKIN)
    seat = 23 * side
    grip, blade = (along + 30 + stroke, side * 40), (along + 22 + stroke * 1.6, side * 92)
    for back, size in [(-14, 8), (-26, 6), (-38, 4.5), (-9, 4)]:
        x, y = boat.at(blade[0] + back, blade[1] + throw.uniform(4, 22) * side)
        painting.ellipse(x, y, size * 1.3, size, "#f1fdf9b0")
    painting.limb(boat.at(along + 26 + stroke, side * 16), boat.at(*blade), 5, 5, "#c98f55")
    tip = (blade[0] - 3, blade[1] + side * 20)
    painting.limb(boat.at(blade[0], blade[1] - side * 6), boat.at(*tip), 8, 15, "#e0a866")
    painting.limb(boat.at(along + 6, seat + side * 13), boat.at(*grip), 11, 8, skin)
    painting.limb(boat.at(along + 6, seat - side * 12), boat.at(along + 26 + stroke, side * 16), 11, 8, skin)
    painting.limb(boat.at(along - 6, seat - 8), boat.at(along - 6, seat + 8), 27, 27, "#1a0e0e")
    painting.limb(boat.at(along - 2, seat - 9), boat.at(along - 2, seat + 9), 23, 23, shirt)
    _head(painting, boat.at(along + 9, seat))


def _head(painting, place, size=11.5):
    x, y = place
    painting.ellipse(x + 3, y + 4, size, size, "#00000050")
    painting.ellipse(x, y, size, size, "#1b1211")
    painting.ellipse(x - size * 0.3, y - size * 0.35, size * 0.5, size * 0.45, "#6d4a3c90")


def _drummer(painting, boat):
    """In the bow, faces the crew."""
    along = 388
    painting.limb(boat.at(along, -11), boat.at(along, 11), 24, 24, "#c23b2c")
    drum = boat.at(along - 30, 0)
    painting.ellipse(*drum, 18, 18, "#5b3020")
    painting.ellipse(*drum, 14.5, 14.5, "#f0e0bf")
    painting.limb(boat.at(along - 2, -15), boat.at(along - 28, -8), 8, 6, "#3d241c")
    painting.limb(boat.at(along - 2, 15), boat.at(along - 26, 10), 8, 6, "#3d241c")
    _head(painting, boat.at(along - 3, 0))


def _helmsman(painting, boat):
    along = -400
    painting.limb(boat.at(along + 10, -6), boat.at(along - 96, 64), 7, 7, "#c98f55")
    painting.limb(boat.at(along - 90, 60), boat.at(along - 122, 82), 9, 20, "#e0a866")
    painting.limb(boat.at(along, -11), boat.at(along, 11), 24, 24, boat.band)
    _head(painting, boat.at(along + 7, 0))


def _glitter(painting, throw):
    """The sun on the water, top right."""
    for _number in range(150):
        x, y = WIDTH - abs(throw.gauss(0, 260)), abs(throw.gauss(0, 170))
        size = throw.uniform(1.5, 4.5)
        painting.ellipse(x, y, size * 2.2, size * 0.7, "#fff6d8b8")
