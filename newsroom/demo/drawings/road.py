"""A stylised map: the river, the road from Bamako to Mopti, the stretch that has been rebuilt."""

from .canvas import HEIGHT, WIDTH, Canvas, smooth

RIVER = [
    (-20, 900),
    (150, 800),
    (330, 670),
    (470, 480),
    (640, 410),
    (800, 370),
    (930, 310),
    (1110, 260),
    (1290, 190),
    (1460, 130),
    (1640, 20),
]
ROAD = [
    (215, 830),
    (400, 800),
    (580, 680),
    (735, 490),
    (850, 600),
    (960, 690),
    (1100, 630),
    (1230, 510),
    (1320, 390),
    (1360, 245),
]
TOWNS = [
    (215, 830, "Bamako", "ls", -40, 104),
    (735, 490, "Ségou", "ls", 50, -8),
    (960, 690, "Bla", "rs", -28, 72),
    (1230, 510, "San", "ls", 44, 40),
    (1360, 245, "Mopti", "ls", 42, 52),
]
INK, WATER, ROAD_COLOUR, NEW = "#2b2a26", "#7fb8c9", "#9a8f7d", "#c23b2c"


def draw_road(width=WIDTH) -> Canvas:
    canvas = Canvas("#f3ead6", width=width)
    _land(canvas)
    river = smooth(RIVER)
    canvas.line(river, "#a9d2db", 64)
    canvas.line(river, WATER, 42)
    canvas.line(smooth([(560, 430), (640, 330), (780, 270), (930, 310)]), WATER, 18)
    canvas.line(smooth([(1110, 240), (1190, 310), (1320, 250), (1460, 130)]), WATER, 16)
    _road(canvas)
    for x, y, name, anchor, across, down in TOWNS:
        _town(canvas, x, y, big=name == "Bamako")
        canvas.text(x + across, y + down, name, 64, INK, anchor=anchor, bold=True)
    canvas.text(112, 690, "Niger", 52, "#3f7f92")
    _compass(canvas, 130, 160)
    _legend(canvas)
    return canvas


def _land(canvas):
    for points, colour in [
        ([(-40, 300), (260, 180), (520, 240), (640, 60), (500, -40), (-40, -40)], "#ead9b4"),
        ([(900, 1120), (1010, 900), (1260, 820), (1440, 660), (1660, 640), (1660, 1120)], "#dfe0b9"),
        ([(1050, -40), (1000, 80), (860, 170), (700, 120), (720, -40)], "#e6d6ae"),
        ([(-40, 980), (120, 940), (300, 980), (420, 1120), (-40, 1120)], "#dfe0b9"),
    ]:
        canvas.polygon(smooth([*points, points[0]]), colour)
    for number in range(46):
        x, y = (number * 523) % WIDTH, (number * 341) % HEIGHT
        canvas.ellipse(x, y, 5, 5, "#b9a97a59")


def _road(canvas):
    whole = smooth(ROAD)
    rebuilt = whole[3 * 24 : 7 * 24 + 1]
    canvas.line(whole, "#ffffff", 30)
    canvas.line(whole, ROAD_COLOUR, 18)
    canvas.line(rebuilt, "#ffffff", 34)
    canvas.line(rebuilt, NEW, 22)
    canvas.dashes(rebuilt, "#ffffff", 4, dash=3, gap=5)


def _town(canvas, x, y, *, big):
    radius = 30 if big else 23
    canvas.ellipse(x + 3, y + 5, radius + 4, radius + 4, "#00000030")
    canvas.ellipse(x, y, radius, radius, "#ffffff")
    canvas.ellipse(x, y, radius - 8, radius - 8, INK)
    if big:
        canvas.ellipse(x, y, 9, 9, "#ffffff")


def _compass(canvas, x, y):
    canvas.ellipse(x, y, 74, 74, "#ffffffb3")
    canvas.polygon([(x, y - 58), (x + 20, y), (x, y - 10), (x - 20, y)], NEW)
    canvas.polygon([(x, y + 58), (x + 20, y), (x, y + 10), (x - 20, y)], "#8d8575")
    canvas.text(x, y - 84, "N", 52, INK, anchor="ms", bold=True)


def _legend(canvas):
    canvas.rectangle(880, 872, 1540, 1024, "#fffdf6e6", radius=14)
    canvas.line([(914, 918), (1004, 918)], NEW, 20)
    canvas.text(1034, 936, "route refaite, 205 km", 50, INK)
    canvas.line([(914, 984), (1004, 984)], ROAD_COLOUR, 16)
    canvas.text(1034, 1002, "route existante", 50, INK)
