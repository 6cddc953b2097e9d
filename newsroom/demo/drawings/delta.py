"""Map of the inner delta of the Niger with five gauging stations, and what each read on one day."""

from .canvas import Canvas, smooth
from .newsprint import BLUE, INK, LEFT, MUTED, PAPER, RED, RULE, north, scale_bar, sheet
from .painting import PAINTED_WIDTH

LAND, FLOODED, LAKE = "#f1e7cf", "#cfe0cf", "#9cc6d2"
MAP = (LEFT, 222, 930, 968)
# Longitude and latitude.
NIGER = [
    (-6.1, 13.62), (-5.7, 13.82), (-5.36, 13.96), (-5.0, 14.2), (-4.6, 14.3), (-4.2, 14.49), (-4.16, 14.85),
    (-4.3, 15.12), (-4.23, 15.39), (-4.1, 15.65), (-3.99, 15.93), (-3.7, 16.12), (-3.39, 16.28), (-3.2, 16.5),
    (-3.0, 16.64), (-2.6, 16.7), (-2.2, 16.84),
]  # fmt: skip
BANI = [(-5.1, 13.2), (-4.85, 13.5), (-4.6, 13.86), (-4.4, 14.2), (-4.2, 14.49)]
ARMS = [
    [(-5.0, 14.2), (-4.95, 14.55), (-4.7, 14.85), (-4.5, 15.1), (-4.3, 15.2)],
    [(-4.16, 14.85), (-3.98, 15.1), (-4.0, 15.35), (-3.95, 15.6), (-3.99, 15.93)],
    [(-4.95, 14.55), (-4.95, 15.0), (-4.7, 15.35), (-4.45, 15.6), (-3.99, 15.93)],
]
PLAIN = [(-5.15, 14.2), (-5.1, 14.75), (-4.95, 15.25), (-4.6, 15.7), (-4.1, 16.0), (-3.75, 16.2), (-3.5, 16.05),
         (-3.75, 15.75), (-3.72, 15.3), (-3.95, 14.85), (-3.98, 14.5), (-4.25, 14.15), (-4.55, 13.95)]  # fmt: skip
DEBO = [(-4.42, 15.18), (-4.34, 15.36), (-4.16, 15.4), (-3.98, 15.33), (-4.06, 15.2), (-4.24, 15.12)]
# Name, place, centimetres, where its name stands.
STATIONS = [
    ("Ké-Macina", (-5.36, 13.96), 542, "ms", -62, -32),
    ("Mopti", (-4.2, 14.49), 668, "ls", 32, 14),
    ("Akka", (-4.23, 15.39), 431, "rs", -30, -8),
    ("Niafunké", (-3.99, 15.93), 452, "rs", -30, -8),
    ("Diré", (-3.39, 16.28), 447, "ls", 30, 26),
]


def place(longitude, latitude):
    return 70 + (longitude + 6.2) * 206, 955 - (latitude - 13.5) * 213


def clipped(points):
    left, top, right, bottom = MAP
    curve = smooth([place(*point) for point in points])
    return [(x, y) for x, y in curve if left + 14 <= x <= right - 14 and top + 14 <= y <= bottom - 14]


def draw_delta(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "Cinq échelles dans le delta",
        "Hauteur de l’eau le 14 octobre, en centimètres",
        "Carte simplifiée. Chaque échelle a son propre zéro. Données imaginées.",
        width=width,
    )
    canvas.rectangle(*MAP, LAND)
    _water(canvas)
    for name, at, _height, anchor, across, down in STATIONS:
        x, y = place(*at)
        canvas.ellipse(x, y, 19, 19, PAPER)
        canvas.ellipse(x, y, 15, 15, RED)
        canvas.text(x + across, y + down, name, 40, INK, anchor=anchor, bold=True)
    for name, at, across, down in [("Djenné", (-4.55, 13.9), -20, 12), ("Tombouctou", (-3.0, 16.77), -18, 4)]:
        x, y = place(*at)
        canvas.ellipse(x, y, 8, 8, INK)
        canvas.text(x + across, y + down, name, 32, MUTED, anchor="rs")
    canvas.text(770, 352, "Niger", 38, "#3f7f92")
    canvas.text(410, 928, "Bani", 34, "#3f7f92")
    canvas.text(550, 590, "Lac Débo", 30, "#2f6c80")
    north(canvas, 130, 350, 0.9)
    scale_bar(canvas, 652, 900, 192, "100 km")
    for number, station in enumerate(STATIONS):
        _gauge(canvas, 978 + number * 112, station[0], station[2])
    return canvas


def _water(canvas):
    plain = smooth([place(*point) for point in [*PLAIN, PLAIN[0]]])
    canvas.polygon(plain, FLOODED)
    for number, (longitude, latitude) in enumerate(PLAIN):
        for part in (0.25, 0.5, 0.75):
            x, y = place(longitude + (-4.3 - longitude) * part, latitude + (15.1 - latitude) * part)
            canvas.line([(x - 15, y + number % 3 * 9), (x + 15, y + number % 3 * 9)], "#b4d0c6", 4)
    for arm in ARMS:
        canvas.line(clipped(arm), LAKE, 6)
    canvas.line(clipped(BANI), LAKE, 10)
    canvas.polygon(smooth([place(*point) for point in [*DEBO, DEBO[0]]]), LAKE)
    canvas.line(clipped(NIGER), "#7fb3c4", 15)


def _gauge(canvas, left, name, height):
    """A painted board that stands in the water."""
    foot, unit = 880, 0.79
    canvas.rectangle(left + 18, foot - 750 * unit, left + 78, foot, "#ffffff")
    for mark in range(0, 750, 50):
        y = foot - mark * unit
        canvas.rectangle(left + 18, y - 3, left + (48 if mark % 100 else 78), y, INK if mark % 100 == 0 else RULE)
    level = foot - height * unit
    canvas.rectangle(left, level, left + 96, foot, BLUE + "b8")
    canvas.rectangle(left, level, left + 96, level + 7, BLUE)
    canvas.rectangle(left + 8, level - 52, left + 88, level - 10, PAPER, radius=6)
    canvas.text(left + 48, level - 17, str(height), 40, INK, anchor="ms", bold=True)
    canvas.text(left + 48, foot + 44, name, 23, INK, anchor="ms", bold=True)
