"""A neighbourhood pitch at sunset: a shot, a diving keeper, long shadows in the dust."""

from .canvas import HEIGHT, WIDTH, Canvas, wave

HORIZON = 500
FIGURE = "#2a1a2e"
SHADOW = "#4a24248c"
GOAL = {"left": 1010, "right": 1470, "top": 380, "foot": 640}


def draw_football(width=WIDTH) -> Canvas:
    canvas = Canvas("#e58b4a", width=width)
    canvas.gradient(["#5a3f7d", "#b0557a", "#ec7f56", "#f9b85d", "#fddc94"], bottom=HORIZON)
    canvas.glow(640, HORIZON - 70, 520, "#fff2bf", 0.8)
    canvas.ellipse(640, HORIZON - 66, 84, 84, "#fff4d2")
    _town(canvas)
    canvas.gradient(["#e2a05c", "#cf8148", "#a85c38", "#7d3f30"], top=HORIZON)
    _pitch(canvas)
    _goal(canvas)
    _keeper(canvas, 1150, 640)
    _ball(canvas)
    _runner(canvas, 350, 900, 1.5)
    _runner(canvas, 840, 700, 0.66)
    return canvas


def _town(canvas):
    canvas.polygon([*wave(HORIZON - 46, 18, 190, 0.9), (WIDTH, HORIZON), (0, HORIZON)], "#a65a68")
    for number in range(24):
        left, wide, high = number * 70 - 20, 50 + (number * 29) % 46, 24 + (number * 37) % 46
        canvas.rectangle(left, HORIZON - high, left + wide, HORIZON + 6, "#6b3a55")
        if number % 3 == 0:
            canvas.rectangle(left + 12, HORIZON - high + 12, left + 22, HORIZON - high + 24, "#f9c46b")
    for x, size in [(110, 1.0), (250, 0.8), (700, 1.1), (930, 0.8), (1560, 1.2)]:
        canvas.line([(x, HORIZON), (x, HORIZON - 62 * size)], "#4f2c48", 8 * size)
        for across, up, radius in [(-24, 66, 28), (8, 84, 36), (34, 64, 26)]:
            canvas.ellipse(x + across * size, HORIZON - up * size, radius * size, radius * 0.75 * size, "#4f2c48")


def _pitch(canvas):
    canvas.line([(0, 640), (WIDTH, 640)], "#f3d3a4", 6)
    canvas.line([(820, 640), (560, 800), (WIDTH, 800)], "#f3d3a4", 7)
    for number in range(120):
        x, y = (number * 733) % WIDTH, HORIZON + 40 + (number * 211) % 520
        canvas.ellipse(x, y, 12 + number % 22, 1.6 + (y - HORIZON) / 240, "#5a2c2440" if number % 2 else "#ffd9a038")


def _goal(canvas):
    left, right, top, foot = GOAL["left"], GOAL["right"], GOAL["top"], GOAL["foot"]
    back = 46
    for step in range(1, 16):
        x = left + (right - left) * step / 16
        canvas.line([(x, top), (x + back * 0.6, foot - back * 0.7)], "#f6e0c2", 1.6)
    for step in range(1, 10):
        y = top + (foot - top - back * 0.7) * step / 10
        canvas.line([(left + back * 0.6 * step / 10, y), (right + back * 0.6 * step / 10, y)], "#f6e0c2", 1.6)
    canvas.line([(right, top), (right + back, foot - back * 0.7), (left + back, foot - back * 0.7)], "#f6e0c2", 4)
    for x in (left, right):
        canvas.ellipse(x + 60, foot + 6, 66, 6, SHADOW)
    canvas.line([(left, foot), (left, top), (right, top), (right, foot)], "#fff7e6", 13)


def _keeper(canvas, x, y):
    """Stretched out in the air towards the corner."""
    canvas.ellipse(x + 30, y + 26, 130, 9, SHADOW)
    for hip, knee, foot in [((-52, -86), (-104, -62), (-152, -74)), ((-50, -80), (-98, -38), (-146, -32))]:
        canvas.limb((x + hip[0], y + hip[1]), (x + knee[0], y + knee[1]), 26, 18, FIGURE)
        canvas.limb((x + knee[0], y + knee[1]), (x + foot[0], y + foot[1]), 17, 11, FIGURE)
    canvas.limb((x - 46, y - 86), (x - 70, y - 74), 34, 27, "#f4e4c8")
    canvas.limb((x - 44, y - 88), (x + 42, y - 126), 34, 42, "#2f7d6a")
    for elbow, hand in [((92, -172), (132, -194)), ((102, -146), (146, -166))]:
        canvas.limb((x + 46, y - 130), (x + elbow[0], y + elbow[1]), 19, 14, "#2f7d6a")
        canvas.limb((x + elbow[0], y + elbow[1]), (x + hand[0], y + hand[1]), 12, 10, FIGURE)
        canvas.ellipse(x + hand[0] + 5, y + hand[1] - 2, 10, 9, "#f4e4c8")
    canvas.ellipse(x + 78, y - 152, 18, 19, FIGURE)


def _runner(canvas, x, foot, size):
    """Just after the shot: one leg in the air, arms spread."""

    def at(point):
        return x + point[0] * size, foot + point[1] * size

    def limb(start, end, width, end_width, fill=FIGURE):
        canvas.limb(at(start), at(end), width * size, end_width * size, fill)

    for start, end, width in [
        ((0, 0), (170, 22), 22),
        ((170, 22), (330, 40), 38),
        ((170, 22), (260, 60), 16),
        ((348, 42), (372, 45), 24),
    ]:
        limb(start, end, width * 0.8, width * 0.6, "#6b3430")
    limb((-10, -136), (-20, -70), 34, 23)
    limb((-20, -70), (-10, -10), 22, 13)
    limb((-10, -8), (20, -5), 14, 10)
    limb((12, -138), (76, -114), 34, 23)
    limb((76, -114), (140, -140), 22, 13)
    limb((142, -142), (160, -164), 13, 9)
    limb((-8, -146), (-16, -98), 44, 37, "#f4e4c8")
    limb((8, -148), (50, -126), 42, 35, "#f4e4c8")
    for shoulder, elbow, hand in [((-36, -236), (-82, -206), (-116, -238)), ((22, -240), (64, -200), (108, -214))]:
        limb(shoulder, elbow, 20, 14)
        limb(elbow, hand, 13, 9)
        halfway = (shoulder[0] * 0.4 + elbow[0] * 0.6, shoulder[1] * 0.4 + elbow[1] * 0.6)
        limb(shoulder, halfway, 26, 23, "#c9382f")
    shirt = [(-44, -246), (-10, -254), (30, -248), (30, -200), (22, -146), (-32, -146), (-40, -200)]
    canvas.polygon([at(point) for point in shirt], "#c9382f")
    limb((-8, -252), (-8, -268), 18, 18)
    canvas.ellipse(*at((-6, -284)), 21 * size, 24 * size, FIGURE)


def _ball(canvas):
    x, y = 930, 470
    for step in range(1, 9):
        canvas.ellipse(x - 32 * step, y + 27 * step, 22 - step * 2, 22 - step * 2, f"#fff4dc{70 - step * 8:02x}")
    canvas.ellipse(x, y, 27, 27, "#fff9ec")
    canvas.polygon([(x - 9, y - 7), (x, y - 14), (x + 9, y - 7), (x + 6, y + 5), (x - 6, y + 5)], FIGURE)
    for across, down in [(-23, -8), (23, -8), (-14, 20), (14, 20)]:
        canvas.ellipse(x + across * 0.9, y + down * 0.9, 5, 5, FIGURE)
    canvas.ellipse(x + 8, 742, 34, 7, SHADOW)
    canvas.polygon([(0, HEIGHT), (0, 1040), (420, 1056), (900, 1046), (WIDTH, 1058), (WIDTH, HEIGHT)], "#5f2f2b")
