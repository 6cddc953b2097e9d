"""A market from above: parasols, awnings, heaps of vegetables, buyers with their shadows."""

import math

from .canvas import HEIGHT, WIDTH, Canvas

SHADOW = "#5a3a1e55"
SKIN = "#4a3022"
CREAM = "#fbf0d9"
AWNINGS = [
    ("#c8453b", CREAM),
    ("#2f7d7a", CREAM),
    ("#e0a030", "#b9742a"),
    ("#3f5f9c", "#dfe7f2"),
    ("#7a4a86", "#eadcf0"),
]
HEAPS = ["#d8452e", "#f08c2e", "#6f9a3c", "#f2c849", "#8c3f5c", "#3f7a45"]
CLOTHES = ["#e8b33a", "#2f7d7a", "#c8453b", "#f4ead6", "#3f5f9c", "#8c4a8c", "#5f9a4c"]


# For each row of stalls: where they stand, and where their goods lie beside the alley.
ROWS = [(64, 226), (712, 548), (712, 876)]
COLUMNS = 6


def draw_market(width=WIDTH) -> Canvas:
    canvas = Canvas("#e2c493", width=width)
    canvas.gradient(["#e8cda0", "#dfbf8c", "#d6b27c"])
    _dust(canvas)
    for number in range(len(ROWS) * COLUMNS):
        stall, goods = ROWS[number // COLUMNS]
        x = 70 + number % COLUMNS * 292 + (number * 23) % 30 - 15
        _cloth(canvas, x, goods + (number * 17) % 22 - 11, number)
        if number < 2 * COLUMNS:
            _shelter(canvas, x, stall + (number * 31) % 28 - 14, number)
    _buyers(canvas)
    _cart(canvas, 1120, 396)
    return canvas


def _dust(canvas):
    for number in range(240):
        x, y = (number * 617) % WIDTH, (number * 389) % HEIGHT
        canvas.ellipse(x, y, 2 + number % 4, 1.5 + number % 3, "#b98f5a4d")


def _shelter(canvas, x, y, number):
    if number % 3 == 1:
        _awning(canvas, x, y, *AWNINGS[number % len(AWNINGS)])
    else:
        _parasol(
            canvas, x, y, 108 + (number * 13) % 18, AWNINGS[(number * 3 + number // 6) % len(AWNINGS)], turn=number
        )


def _parasol(canvas, x, y, radius, colours, *, turn):
    canvas.ellipse(x + 20, y + 26, radius, radius, SHADOW)

    def rim(part):
        angle = 2 * math.pi * part / 12 + turn
        return x + radius * math.cos(angle), y + radius * math.sin(angle)

    for part in range(12):
        canvas.polygon([(x, y), rim(part), rim(part + 0.5), rim(part + 1)], colours[part % 2])
    canvas.polygon([(x, y), *[rim(part / 4) for part in range(4, 25)]], "#00000016")
    canvas.ellipse(x, y, 11, 11, CREAM)
    canvas.ellipse(x, y, 5, 5, "#6b4a2b")


def _awning(canvas, x, y, first, second):
    left, top, right, bottom = x - 128, y - 92, x + 128, y + 92
    canvas.rectangle(left + 18, top + 24, right + 18, bottom + 24, SHADOW, radius=6)
    for stripe in range(8):
        canvas.rectangle(left + stripe * 32, top, left + stripe * 32 + 32, bottom, second if stripe % 2 else first)
    canvas.rectangle(left, y, right, bottom, "#0000001c")
    canvas.line([(left, y), (right, y)], CREAM, 3)


def _cloth(canvas, x, y, number):
    """A cloth on the ground with heaps in rows, or two baskets and a mat."""
    canvas.rectangle(x - 104 + 6, y - 52 + 8, x + 104 + 6, y + 52 + 8, "#5a3a1e33", radius=8)
    canvas.rectangle(
        x - 104, y - 52, x + 104, y + 52, ("#8a5a36", "#47658c", "#efe2c4", "#a8763f")[number % 4], radius=8
    )
    for heap in range(8):
        across, down = x - 78 + (heap % 4) * 52, y - 24 + (heap // 4) * 48
        _heap(canvas, across, down, HEAPS[(number + heap % 4 // 2 + heap // 4) % len(HEAPS)])


def _heap(canvas, x, y, colour):
    canvas.ellipse(x + 4, y + 5, 22, 20, "#3a241447")
    canvas.ellipse(x, y, 20, 19, colour)
    canvas.ellipse(x, y, 20, 19, "#00000026")
    for step in range(10):
        angle, far = step * 2.4, 4.6 * math.sqrt(step)
        across, down = x + far * math.cos(angle), y + far * math.sin(angle)
        canvas.ellipse(across, down, 6.2, 6.2, colour)
        canvas.ellipse(across - 1.8, down - 2, 2, 2, "#ffffff66")


def _buyers(canvas):
    places = [
        (70, 390, 0.2), (180, 352, 2.9), (262, 440, 1.2), (410, 360, 0.1), (500, 436, 3.0), (620, 362, 0.6),
        (740, 430, 2.6), (820, 344, 0.3), (1330, 350, 3.2), (1400, 430, 0.2), (1500, 372, 2.8), (1570, 446, 0.4),
        (330, 398, 3.3), (130, 1000, 0.4), (270, 1030, 3.1), (470, 990, 0.1), (640, 1024, 2.7), (830, 996, 0.3),
        (1010, 1036, 3.0), (1180, 990, 0.2), (1370, 1020, 2.9), (1530, 992, 0.5),
    ]  # fmt: skip
    for number, (x, y, turn) in enumerate(places):
        _person(canvas, x, y, turn, number)


def _person(canvas, x, y, turn, number):
    """Seen from above: shoulders, head or headscarf, now and then a basin on the head."""
    along, across = math.cos(turn), math.sin(turn)
    colour = CLOTHES[number % len(CLOTHES)]
    canvas.polygon(_oval(x + 20, y + 24, 34, 20, turn), SHADOW)
    for side in (-1, 1):
        canvas.ellipse(x - across * 27 * side + along * 10, y + along * 27 * side + across * 10, 8, 8, SKIN)
    canvas.polygon(_oval(x, y, 34, 19, turn + math.pi / 2), colour)
    canvas.ellipse(x + along * 4, y + across * 4, 14, 14, SKIN)
    if number % 3 == 0:
        canvas.ellipse(x + along * 2, y + across * 2, 16, 16, CLOTHES[(number + 3) % len(CLOTHES)])
    elif number % 5 == 1:
        canvas.ellipse(x + 4, y + 4, 27, 27, "#d9dee0")
        canvas.ellipse(x + 4, y + 4, 22, 22, "#b9c2c6")
        _heap(canvas, x + 4, y + 4, HEAPS[number % len(HEAPS)])


def _oval(x, y, across, down, turn):
    points = []
    for step in range(40):
        angle = 2 * math.pi * step / 40
        u, v = across * math.cos(angle), down * math.sin(angle)
        points.append((x + u * math.cos(turn) - v * math.sin(turn), y + u * math.sin(turn) + v * math.cos(turn)))
    return points


def _cart(canvas, x, y):
    """A hand cart with sacks, its man between the shafts."""
    canvas.rectangle(x - 84, y - 44, x + 112, y + 72, SHADOW, radius=8)
    for side in (-1, 1):
        canvas.rectangle(x - 30, y + side * 60 - 9, x + 40, y + side * 60 + 9, "#33291f", radius=8)
        canvas.line([(x - 90, y + side * 26), (x - 190, y + side * 22)], "#6b4a2b", 8)
    canvas.rectangle(x - 100, y - 52, x + 100, y + 52, "#9a6b3c", radius=6)
    for sack, (across, down) in enumerate([(-62, -24), (0, -26), (62, -24), (-60, 26), (4, 26), (64, 26)]):
        canvas.rectangle(
            x + across - 30, y + down - 23, x + across + 30, y + down + 23, ("#f3e6c8", "#e6d3a8")[sack % 2], radius=14
        )
        canvas.line([(x + across - 14, y + down), (x + across + 14, y + down)], "#b7a06f", 3)
    _person(canvas, x - 164, y, math.pi, 11)
