"""A waffle: a hundred households and where they take their water."""

from .canvas import Canvas
from .newsprint import BLUE, INK, MUTED, OCHRE, SAND, TEAL, sheet
from .painting import PAINTED_WIDTH

SOURCES = [
    (46, TEAL, "un robinet", "chez soi"),
    (31, BLUE, "la borne-fontaine", "du quartier"),
    (17, SAND, "un puits", "dans la cour"),
    (6, OCHRE, "un vendeur", "à la charrette"),
]
LEFT, FIRST, SIDE = 90, 258, 70


def draw_households(width=PAINTED_WIDTH) -> Canvas:
    canvas = sheet(
        "D’où vient l’eau de cent ménages",
        "Chaque goutte vaut un ménage de la commune",
        "Enquête de quartier auprès de 400 ménages. Données imaginées pour Les Deux Rives.",
        width=width,
    )
    colours = [colour for count, colour, *_words in SOURCES for _number in range(count)]
    for number, colour in enumerate(colours):
        _drop(canvas, LEFT + (number // 10) * SIDE + 34, FIRST + (number % 10) * SIDE + 44, colour)
    y = 336
    for count, colour, what, where in SOURCES:
        _drop(canvas, 900, y - 20, colour, 1.5)
        canvas.text(1074, y, str(count), 92, INK, anchor="rs", bold=True)
        canvas.text(1110, y - 36, what, 44, INK)
        canvas.text(1110, y + 12, where, 40, MUTED)
        y += 172
    return canvas


def _drop(canvas, x, y, colour, size=1.0):
    canvas.ellipse(x, y, 23 * size, 23 * size, colour)
    canvas.polygon([(x - 21 * size, y - 10 * size), (x, y - 44 * size), (x + 21 * size, y - 10 * size)], colour)
    canvas.ellipse(x - 8 * size, y + 4 * size, 6 * size, 7 * size, "#ffffff70")
