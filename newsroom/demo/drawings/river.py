"""The river at dusk: pirogues before the setting sun."""

from .canvas import HEIGHT, WIDTH, Canvas, smooth, wave

HORIZON = 520
SUN = 1060
DARK = "#1d1730"


def draw_river(width=WIDTH) -> Canvas:
    canvas = Canvas("#f6a35c", width=width)
    canvas.gradient(["#3b2b5e", "#7d3f6c", "#d5644f", "#f6a04f", "#fbcf83"], bottom=HORIZON)
    canvas.gradient(["#f4b268", "#d97a55", "#8e4a66", "#463360", "#261d42"], top=HORIZON)
    canvas.glow(SUN, HORIZON - 70, 560, "#fff0b8", 0.75)
    canvas.ellipse(SUN, HORIZON - 70, 92, 92, "#fff3cf")
    _clouds(canvas)
    canvas.polygon([*wave(HORIZON - 44, 20, 170, 0.5), (WIDTH, HORIZON + 4), (0, HORIZON + 4)], "#96506a")
    canvas.polygon([*wave(HORIZON - 16, 9, 90, 2.0), (WIDTH, HORIZON + 4), (0, HORIZON + 4)], "#5d3a5f")
    _trees(canvas)
    _reflection(canvas)
    _ripples(canvas)
    _pirogue(canvas, 1010, 640, 0.62, people=2)
    _pirogue(canvas, 330, 600, 0.4, people=1)
    _pirogue(canvas, 560, 800, 1.25, people=3)
    _birds(canvas)
    _reeds(canvas)
    return canvas


def _clouds(canvas):
    for x, y, across, down in [
        (360, 190, 330, 9),
        (520, 214, 240, 7),
        (1230, 250, 260, 8),
        (760, 330, 420, 7),
        (1380, 356, 180, 5),
    ]:
        canvas.ellipse(x, y, across, down, "#ffcf9a3c")


def _trees(canvas):
    for x, size in [(70, 1.1), (150, 0.8), (215, 1.0), (430, 0.7), (1350, 0.8), (1440, 1.15), (1530, 0.9)]:
        foot = HORIZON - 4
        canvas.line([(x, foot), (x + 4 * size, foot - 46 * size)], "#452c50", 7 * size)
        for across, up, radius in [(-20, 52, 24), (6, 66, 32), (30, 52, 23)]:
            canvas.ellipse(x + across * size, foot - up * size, radius * size, radius * 0.72 * size, "#452c50")


def _reflection(canvas):
    for step in range(26):
        y = HORIZON + 10 + step**1.42 * 5
        across = 74 + 26 * ((step * 7) % 5) - step * 1.5
        shift = 22 * ((step * 3) % 4 - 1.5)
        alpha = max(30, 200 - step * 6)
        canvas.ellipse(SUN + shift * 0.6, y, across, 2.2 + step * 0.16, f"#ffe9b0{alpha:02x}")


def _ripples(canvas):
    for step in range(60):
        y = HORIZON + 14 + (step % 20) ** 1.5 * 5.8
        x = (step * 397) % WIDTH
        canvas.ellipse(x, y, 50 + (step * 31) % 90, 1.4 + (step % 20) * 0.09, "#ffd9a826")


def _pirogue(canvas, x, y, size, *, people):
    """A long hull with raised ends, its shadow on the water, a boatman who stands at the stern."""

    def place(points):
        return [(x + across * size, y + down * size) for across, down in points]

    canvas.ellipse(x, y + 38 * size, 300 * size, 12 * size, "#1d173066")
    deck = smooth([(-330, -34), (-230, -2), (-80, 12), (80, 12), (230, -4), (340, -44)])
    keel = smooth([(340, -44), (240, 22), (90, 40), (-90, 40), (-240, 24), (-330, -34)])
    canvas.polygon(place([*deck, *keel]), DARK)
    canvas.line(
        place(smooth([(-322, -30), (-230, 4), (-80, 18), (80, 18), (230, 2), (330, -38)])), "#b8604d", 5 * size
    )
    _boatman(canvas, place, size)
    for seat, scarf in zip(range(people - 1), ("#a8514f", "#5b4a8c"), strict=False):
        _passenger(canvas, place, size, -150 + seat * 130, scarf)


def _boatman(canvas, place, size):
    """Standing, in a wide shirt and a turban, both hands on the pole."""
    canvas.line(place([(146, -214), (336, 150)]), "#2a2040", 6 * size)
    canvas.line(place([(214, -6), (212, -70)]), DARK, 17 * size)
    canvas.line(place([(250, -8), (236, -70)]), DARK, 17 * size)
    shirt = [(180, -48), (192, -110), (200, -152), (222, -162), (244, -150), (254, -110), (268, -48)]
    canvas.polygon(place(smooth([*shirt, shirt[0]])), DARK)
    canvas.line(place([(208, -142), (178, -128), (186, -144)]), DARK, 14 * size)
    canvas.line(place([(238, -138), (234, -96), (206, -100)]), DARK, 14 * size)
    canvas.ellipse(*place([(218, -182)])[0], 16 * size, 21 * size, DARK)
    canvas.ellipse(*place([(221, -200)])[0], 21 * size, 12 * size, "#8f3d45")
    canvas.line(place(smooth([(238, -198), (250, -178), (248, -150)])), "#8f3d45", 9 * size)


def _passenger(canvas, place, size, across, scarf):
    back = [(-44, 16), (-38, -26), (-18, -52), (10, -54), (30, -30), (40, 16)]
    canvas.polygon(place(smooth([(across + x, y) for x, y in back])), DARK)
    canvas.ellipse(*place([(across, -74)])[0], 15 * size, 20 * size, DARK)
    canvas.ellipse(*place([(across + 3, -90)])[0], 19 * size, 11 * size, scarf)


def _birds(canvas):
    for x, y, size in [(300, 120, 1), (362, 150, 0.8), (420, 112, 0.7), (250, 168, 0.65), (1290, 130, 0.7)]:
        wings = smooth([(x - 26 * size, y - 8 * size), (x - 10 * size, y - 10 * size), (x, y)])
        canvas.line(wings, "#2b1f45", 3.4 * size)
        canvas.line([(2 * x - across, down) for across, down in wings], "#2b1f45", 3.4 * size)


def _reeds(canvas):
    canvas.ground(smooth([(0, 960), (160, 968), (330, 1010), (480, HEIGHT)]), "#140f22")
    canvas.ground(smooth([(1290, HEIGHT), (1400, 1012), (1500, 990), (1600, 980)]), "#140f22")
    for number in range(34):
        left = number < 22
        foot = (number * 19 if left else 1330 + (number - 22) * 24, HEIGHT)
        height = 130 + (number * 53) % 170
        lean = (-1 if number % 3 else 1) * (14 + (number * 29) % 46)
        stalk = smooth([foot, (foot[0] + lean * 0.3, HEIGHT - height * 0.6), (foot[0] + lean, HEIGHT - height)])
        canvas.line(stalk, "#140f22", 6)
        for leaf in (-1, 1):
            bend = [
                stalk[20],
                (stalk[20][0] + leaf * 26, stalk[20][1] - 44),
                (stalk[20][0] + leaf * 60, stalk[20][1] - 34),
            ]
            canvas.line(smooth(bend), "#140f22", 4)
