"""Jerrycans in line at a public tap: who comes first is known by the colour."""

from .canvas import HEIGHT, WIDTH, smooth
from .painting import PAINTED_WIDTH, WHOLE, Painting, dice

WALL = 640
PLACES = [(1520, 752, 0.86), (1368, 774, 0.96), (1200, 800, 1.1), (1012, 832, 1.26), (796, 872, 1.46), (540, 930, 1.7)]
CANS = ["#f2b52e", "#f2b52e", "#c9402f", "#f2b52e", "#2f7fb5", "#f2b52e"]
SHADES = {"#f2b52e": "#a3541c", "#2f7fb5": "#153d6b", "#c9402f": "#6a1526"}
LIGHTS = {"#f2b52e": "#ffe9a3", "#2f7fb5": "#a5d8ec", "#c9402f": "#ff9d78"}


def draw_taps(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#ebb488", width=width)
    painting.gradient(["#f3c79b", "#eab083", "#dd9a74"], bottom=WALL)
    painting.rectangle(0, 300, WIDTH, WALL + 20, "#2c7a84")
    painting.rectangle(0, 292, WIDTH, 306, "#1d5a66")
    painting.text(640, 236, "BORNE 7", 92, "#8f3b30", bold=True)
    painting.fade(WHOLE, "#fff3c9", (700, 500), (-200, -100), strength=0.6)
    painting.soft([(900, -50), (1700, -50), (1700, 560), (1330, 640)], "#6a2f48", 26, strength=0.42)
    _ground(painting)
    _tap(painting)
    for number, (x, foot, size) in enumerate(PLACES):
        _can(painting, x, foot, size, CANS[number])
    painting.vignette("#3a1226", 0.4)
    painting.texture()
    return painting


def _ground(painting):
    ground = [(0, WALL + 10), (WIDTH, WALL + 10), (WIDTH, HEIGHT), (0, HEIGHT)]
    painting.polygon(ground, "#c97b52")
    painting.fade(ground, "#f6c891", (700, 1000), (-100, 650), strength=0.8)
    painting.fade(ground, "#7a3346", (900, 700), (1750, 1100), strength=0.75)
    throw = dice(9)
    for _number in range(120):
        x, y = throw.uniform(0, WIDTH), throw.uniform(WALL + 40, HEIGHT)
        painting.ellipse(x, y, throw.uniform(3, 12), 2.4, throw.choice(["#9c513f80", "#ffdca880"]))
    puddle = [(20, 960), (120, 920), (290, 900), (420, 950), (330, 1010), (170, 1030), (50, 1010)]
    painting.curve(puddle, "#5d8f97")
    painting.fade(smooth([*puddle, puddle[0]], 8), "#f7dcb0", (200, 1000), (120, 880), strength=0.8)


def _tap(painting):
    painting.soft([(120, 830), (200, 820), (480, 850), (430, 880), (120, 880)], "#4a1a2a", 14, strength=0.5)
    post = [(54, 370), (176, 370), (188, 880), (42, 880)]
    painting.polygon(post, "#b9b2a6")
    painting.fade(post, "#4d4352", (100, 600), (200, 620), strength=0.85)
    painting.fade(post, "#fff6de", (100, 600), (30, 560), strength=0.7)
    painting.rectangle(36, 346, 194, 384, "#8f8791", radius=8)
    painting.rectangle(8, 868, 222, 906, "#9c9088", radius=8)
    painting.line([(172, 480), (300, 480), (330, 506), (330, 556)], "#b07a2c", 36)
    painting.line([(176, 470), (294, 470)], "#ffe09a", 8)
    painting.line([(250, 474), (250, 424)], "#b07a2c", 14)
    painting.line([(212, 418), (288, 418)], "#c9402f", 19)
    painting.line([(330, 574), (331, 640)], "#cfeaf0", 14)
    painting.line([(327, 574), (327, 640)], "#ffffff", 5)
    for down, size in [(668, 7), (694, 5)]:
        painting.ellipse(330, down, size * 0.8, size * 1.3, "#e6f6f8")


def _can(painting, x, foot, size, colour):
    shade, light = SHADES[colour], LIGHTS[colour]

    def at(*points):
        return [(x + across * size, foot - up * size) for across, up in points]

    painting.soft(at((-60, 6), (60, 20), (230, -40), (120, -52), (-50, -14)), "#3a1226", 12, strength=0.6)
    shoulder = smooth(at((-70, 14), (-72, 170), (-60, 206), (-34, 216)), 8)
    rest = smooth(at((26, 238), (62, 226), (72, 190), (72, 14)), 8) + at((60, 0), (-58, 0))
    body = [*shoulder, *rest]
    painting.polygon(body, colour)
    with painting.inside(body):
        for start, end in [((-52, 168), (54, 40)), ((54, 168), (-52, 40)), ((-80, 180), (80, 180))]:
            painting.line(at(start, end), shade, 5 * size)
    (left, middle), (right, _down) = at((-82, 140), (84, 80))
    painting.fade(body, shade, (x, middle), (right, middle + 20), strength=0.9)
    painting.fade(body, light, (x - 10 * size, middle), (left, middle - 20), strength=0.85)
    painting.line(smooth(at((-18, 216), (-10, 252), (24, 266), (50, 240)), 8), shade, 17 * size)
    painting.line(smooth(at((-16, 222), (-8, 254), (22, 268)), 8), colour, 8 * size)
    for corners, fill in [
        (at((-62, 240), (-26, 208)), shade),
        (at((-66, 252), (-22, 232)), "#f4ead8" if colour != "#f2b52e" else "#2b3a55"),
    ]:
        painting.rectangle(*corners[0], *corners[1], fill, radius=7 * size)
