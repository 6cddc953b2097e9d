"""Small multiples: what a kilo of six foods cost from January to June."""

from .canvas import Canvas
from .newsprint import GREEN, INK, MUTED, RED, RULE, sheet
from .painting import PAINTED_WIDTH

PRICES = {
    "Riz": [425, 425, 430, 435, 445, 450],
    "Oignon": [300, 320, 375, 430, 490, 525],
    "Tomate": [400, 380, 350, 325, 335, 350],
    "Mangue": [350, 350, 300, 220, 160, 150],
    "Poisson fumé": [2400, 2400, 2450, 2550, 2600, 2650],
    "Sucre": [600, 600, 600, 610, 620, 625],
}
ACROSS, DOWN = 500, 370


def draw_basket(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "Six prix, six mois",
        "Le kilo sur le marché, de janvier à juin, en francs CFA",
        "Relevés du premier samedi du mois. Chaque courbe a sa propre échelle. Données imaginées.",
        width=width,
    )
    for number, (food, prices) in enumerate(PRICES.items()):
        _panel(canvas, 80 + (number % 3) * ACROSS, 250 + (number // 3) * DOWN, food, prices)
    return canvas


def _panel(canvas, left, top, food, prices):
    colour = RED if prices[-1] > prices[0] else GREEN
    canvas.text(left, top + 42, food, 46, INK, bold=True)
    change = round(100 * (prices[-1] - prices[0]) / prices[0])
    sign = "+" if change > 0 else "-"
    canvas.text(left + 430, top + 42, f"{sign} {abs(change)} %", 44, colour, anchor="rs", bold=True)
    foot, high = top + 270, 112
    canvas.line([(left, foot + 10), (left + 430, foot + 10)], RULE, 4)
    highest, lowest = max(prices), min(prices)
    spread = max(highest - lowest, highest * 0.3)
    points = [
        (left + 22 + 77 * number, foot - 16 - high * (price - lowest) / spread) for number, price in enumerate(prices)
    ]
    canvas.polygon([*points, (points[-1][0], foot + 8), (points[0][0], foot + 8)], colour + "1c")
    canvas.line(points, colour, 8)
    for (x, y), price, anchor in [(points[0], prices[0], "ls"), (points[-1], prices[-1], "rs")]:
        canvas.ellipse(x, y, 12, 12, colour)
        canvas.text(x + (-16 if anchor == "ls" else 16), y - 26, _francs(price), 38, INK, anchor=anchor)
    canvas.text(left + 22, foot + 50, "janv.", 30, MUTED, anchor="ms")
    canvas.text(points[-1][0], foot + 50, "juin", 30, MUTED, anchor="ms")


def _francs(price):
    return f"{price:,}".replace(",", " ")
