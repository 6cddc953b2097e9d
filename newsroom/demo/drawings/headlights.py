"""A penalty at nightfall: motorbikes behind the goal light the keeper, who dives, and the one who has shot."""

from .canvas import HEIGHT, WIDTH, smooth, wave
from .painting import PAINTED_WIDTH, Painting, dice, ring

HORIZON, LINE = 470, 690
GOAL = {"left": 330, "right": 1270, "top": 330}
FIGURE, NET, POST, LIGHT = "#0a0d1c", "#f3dfb052", "#fff6df", "#ffeec2"
BIKES = [250, 480, 700, 930, 1150, 1370]


def draw_headlights(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#141a38", width=width)
    throw = dice(23)
    painting.gradient(["#0d1230", "#252650", "#5a3f66", "#a3606a", "#d58a5f"], bottom=HORIZON)
    for _number in range(70):
        painting.ellipse(throw.uniform(0, WIDTH), throw.uniform(0, 200), 1.6, 1.6, "#ffffff90")
    painting.polygon([*wave(HORIZON - 60, 16, 170, 0.4), (WIDTH, HORIZON + 20), (0, HORIZON + 20)], "#2a1f3f")
    painting.gradient(["#4b3140", "#38263a", "#1e1930", "#12122a"], top=HORIZON)
    _crowd(painting, throw)
    for x in BIKES:
        _bike(painting, x)
    _beams(painting)
    _dust(painting, throw)
    _goal(painting)
    _keeper(painting, 905, 590)
    _ball(painting)
    _shooter(painting, 420, 1000, 1.55)
    painting.vignette("#050714", 0.55)
    painting.texture()
    return painting


def _crowd(painting, throw):
    for row, shade in [(0, "#33243f"), (1, "#1d1730")]:
        x = -20
        while x < WIDTH + 30:
            head = HORIZON - 6 + row * 28 + throw.uniform(-8, 8)
            painting.limb((x, head + 24), (x, head + 90), 40, 46, shade)
            painting.ellipse(x, head, 14, 17, shade)
            x += throw.uniform(30, 50)


def _bike(painting, x):
    painting.limb((x, 560), (x, 640), 18, 14, FIGURE)
    painting.limb((x - 46, 548), (x + 46, 548), 8, 8, FIGURE)
    painting.limb((x, 520), (x, 566), 60, 50, FIGURE)
    painting.ellipse(x, 488, 20, 23, FIGURE)
    painting.glow(x, 574, 210, "#ffc873", 0.55)
    painting.glow(x, 574, 70, "#fff6dc", 1)
    painting.ellipse(x, 574, 15, 15, "#fffdf4")


def _beams(painting):
    for x in BIKES:
        away = (x - WIDTH / 2) * 0.55
        beam = [(x - 16, 580), (x + 16, 580), (x + away + 200, HEIGHT + 60), (x + away - 200, HEIGHT + 60)]
        painting.soft(beam, LIGHT, 26, strength=0.17)


def _dust(painting, throw):
    for _number in range(190):
        x, y = throw.uniform(0, WIDTH), throw.uniform(LINE - 30, HEIGHT)
        painting.ellipse(x, y, throw.uniform(4, 26), 2, throw.choice(["#00000040", "#f0c98a30"]))
    painting.soft(ring(900, LINE, 330, 40), "#f4cf93", 40, strength=0.4)
    painting.line([(0, LINE), (WIDTH, LINE)], "#e9cfa0", 6)


def _goal(painting):
    left, right, top = GOAL["left"], GOAL["right"], GOAL["top"]
    for step in range(1, 26):
        x = left + (right - left) * step / 26
        painting.pen.line(painting.to_pixels([(x, top), (x, LINE - 50)]), fill=NET, width=2)
    for step in range(1, 11):
        y = top + (LINE - 50 - top) * step / 11
        painting.pen.line(painting.to_pixels([(left, y), (right, y)]), fill=NET, width=2)
    painting.line([(left, LINE), (left, top), (right, top), (right, LINE)], POST, 15)


def _keeper(painting, x, y):
    """Stretched out towards the ball, dark against the lights."""
    painting.soft(ring(x + 20, LINE + 30, 190, 14), "#05060f", 10, strength=0.7)
    for hip, knee, foot in [((-78, -26), (-150, 12), (-222, -2)), ((-74, -16), (-140, 48), (-212, 60))]:
        painting.limb((x + hip[0], y + hip[1]), (x + knee[0], y + knee[1]), 38, 27, FIGURE)
        painting.limb((x + knee[0], y + knee[1]), (x + foot[0], y + foot[1]), 25, 16, FIGURE)
    painting.limb((x - 70, y - 24), (x + 58, y - 74), 54, 64, "#1f6b58")
    for elbow, hand in [((138, -150), (196, -186)), ((150, -108), (214, -142))]:
        painting.limb((x + 62, y - 82), (x + elbow[0], y + elbow[1]), 28, 21, "#1f6b58")
        painting.limb((x + elbow[0], y + elbow[1]), (x + hand[0], y + hand[1]), 18, 14, FIGURE)
        painting.ellipse(x + hand[0] + 8, y + hand[1] - 4, 17, 15, "#f2e3c4")
    painting.ellipse(x + 112, y - 116, 27, 29, FIGURE)
    painting.line(smooth([(x - 60, y - 52), (x, y - 84), (x + 60, y - 108)], 8), LIGHT, 4)


def _ball(painting):
    x, y = 1168, 392
    painting.ellipse(x, y, 30, 30, "#fffaf0")
    painting.polygon([(x - 10, y - 7), (x, y - 15), (x + 10, y - 7), (x + 6, y + 6), (x - 6, y + 6)], FIGURE)
    painting.fade(ring(x, y, 30, 30), "#8d6b4e", (x + 4, y), (x - 30, y + 26), strength=0.7)


def _shooter(painting, x, foot, size):
    """From behind, the leg still in the air; the lights draw an edge round him."""

    def at(across, down):
        return x + across * size, foot + down * size

    def limb(start, end, width, end_width, fill=FIGURE):
        painting.limb(at(*start), at(*end), width * size, end_width * size, fill)

    painting.soft([at(-20, 0), at(20, 0), at(-60, 120), at(-150, 120)], "#04050d", 14, strength=0.8)
    limb((-12, -138), (-22, -70), 36, 25)
    limb((-22, -70), (-14, -6), 23, 14)
    limb((14, -138), (74, -104), 36, 25)
    limb((74, -104), (138, -122), 23, 14)
    limb((138, -124), (160, -146), 14, 10)
    limb((-8, -150), (-14, -104), 48, 40, "#d9cbb0")
    limb((10, -150), (52, -122), 46, 38, "#d9cbb0")
    for shoulder, elbow, hand in [((-36, -238), (-86, -206), (-120, -232)), ((28, -240), (70, -200), (112, -206))]:
        limb(shoulder, elbow, 22, 16)
        limb(elbow, hand, 15, 10)
    shirt = [(-48, -250), (-8, -258), (38, -250), (34, -200), (26, -146), (-36, -146), (-44, -200)]
    painting.polygon([at(*point) for point in shirt], "#9d2b26")
    painting.fade([at(*point) for point in shirt], "#f7c27a", at(-6, -190), at(52, -262), strength=0.55)
    limb((-6, -254), (-4, -272), 20, 20)
    painting.ellipse(*at(-2, -290), 23 * size, 26 * size, FIGURE)
    painting.line(smooth([at(8, -314), at(20, -296), at(18, -276)], 8), LIGHT, 4)
