"""A chart: what a kilo of millet cost on five markets a year ago, and costs now. The article says the same."""

from .canvas import WIDTH, Canvas

LAST_YEAR = {"Sikasso": 180, "Ségou": 190, "Koulikoro": 205, "Bamako": 225, "Kayes": 250}
THIS_YEAR = {"Sikasso": 205, "Ségou": 210, "Koulikoro": 235, "Bamako": 275, "Kayes": 290}
AVERAGE = sum(THIS_YEAR.values()) / len(THIS_YEAR)
LEFT, RIGHT, TOP, BOTTOM = 170, 1530, 330, 900
HIGHEST = 300
INK, MUTED, RULE = "#2b2620", "#6d655a", "#ddd3c1"
BEFORE, NOW, LINE = "#d9bd8a", "#b0661c", "#7d2d23"


def draw_prices(width=WIDTH) -> Canvas:
    canvas = Canvas("#faf5ea", width=width)
    canvas.rectangle(0, 0, WIDTH, 18, NOW)
    canvas.text(70, 120, "Le kilo de mil sur cinq marchés", 76, INK, bold=True)
    _legend(canvas)
    for price in range(0, HIGHEST + 1, 100):
        canvas.line([(LEFT, height(price)), (RIGHT, height(price))], RULE, 3)
        canvas.text(LEFT - 22, height(price) + 17, str(price), 48, MUTED, anchor="rs")
    across = (RIGHT - LEFT) / len(THIS_YEAR)
    for number, (market, price) in enumerate(THIS_YEAR.items()):
        middle = LEFT + across * (number + 0.5)
        _bar(canvas, middle - 56, LAST_YEAR[market], BEFORE)
        _bar(canvas, middle + 56, price, NOW)
        canvas.text(middle - 56, BOTTOM - 34, str(LAST_YEAR[market]), 50, INK, anchor="ms")
        canvas.text(middle + 56, BOTTOM - 34, str(price), 50, "#ffffff", anchor="ms", bold=True)
        canvas.text(middle, BOTTOM + 66, market, 52, INK, anchor="ms")
    canvas.line([(LEFT, BOTTOM), (RIGHT, BOTTOM)], INK, 5)
    _average(canvas)
    canvas.text(70, 1034, "Prix de détail, en francs CFA. Données imaginées.", 42, MUTED)
    return canvas


def height(price):
    return BOTTOM - (BOTTOM - TOP) * price / HIGHEST


def _legend(canvas):
    canvas.rectangle(70, 176, 112, 218, BEFORE, radius=6)
    canvas.text(130, 216, "il y a un an", 52, MUTED)
    canvas.rectangle(470, 176, 512, 218, NOW, radius=6)
    canvas.text(530, 216, "aujourd’hui", 52, MUTED)
    _dashed(canvas, 870, 960, 197)
    canvas.text(978, 216, f"moyenne : {AVERAGE:.0f} F", 52, MUTED)


def _bar(canvas, middle, price, fill):
    canvas.rectangle(middle - 50, height(price), middle + 50, BOTTOM, fill, radius=8)
    canvas.rectangle(middle - 50, BOTTOM - 12, middle + 50, BOTTOM, fill)


def _average(canvas):
    _dashed(canvas, LEFT, RIGHT, height(AVERAGE))


def _dashed(canvas, left, right, y):
    for x in range(round(left), round(right) - 20, 36):
        canvas.line([(x, y), (x + 18, y)], LINE, 5)
