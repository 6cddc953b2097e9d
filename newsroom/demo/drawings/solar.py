"""A field of solar panels under the noon sun."""

from .canvas import HEIGHT, WIDTH, Canvas, smooth, wave

HORIZON = 470
# A panel.
ACROSS, HIGH, LEAN = 218, 104, 46


def draw_solar(width=WIDTH) -> Canvas:
    canvas = Canvas("#e9d9b0", width=width)
    canvas.gradient(["#4f9ccb", "#8cc3dd", "#cfe3df", "#f6e7bf"], bottom=HORIZON)
    canvas.glow(1190, 150, 470, "#fffbe6", 0.9)
    canvas.ellipse(1190, 150, 74, 74, "#fffdf2")
    canvas.polygon([*wave(HORIZON - 58, 26, 210, 1.2), (WIDTH, HORIZON + 2), (0, HORIZON + 2)], "#b9b795")
    canvas.polygon([*wave(HORIZON - 22, 12, 120, 0.2), (WIDTH, HORIZON + 2), (0, HORIZON + 2)], "#93a073")
    canvas.gradient(["#d9bd83", "#cfa76a", "#b98a52"], top=HORIZON)
    _village(canvas)
    for row in range(5):
        _row(canvas, row)
    _grass(canvas)
    return canvas


def _village(canvas):
    for x, size in [(180, 1.0), (262, 0.8), (330, 0.95)]:
        foot = HORIZON + 8
        canvas.rectangle(x - 30 * size, foot - 46 * size, x + 30 * size, foot, "#a9744a")
        canvas.rectangle(x - 8 * size, foot - 28 * size, x + 8 * size, foot, "#5f3f2c")
        canvas.polygon(
            [(x - 46 * size, foot - 42 * size), (x, foot - 96 * size), (x + 46 * size, foot - 42 * size)], "#7c5a39"
        )
    _acacia(canvas, 70, HORIZON + 12, 1.25)
    _acacia(canvas, 1490, HORIZON + 14, 1.5)
    canvas.line([(470, HORIZON + 6), (470, HORIZON - 120)], "#5d5a50", 6)
    canvas.rectangle(438, HORIZON - 176, 502, HORIZON - 116, "#dfe3e0", radius=10)
    canvas.rectangle(438, HORIZON - 150, 502, HORIZON - 138, "#5b8fb0")
    for x in (446, 494):
        canvas.line([(x, HORIZON + 6), (x, HORIZON - 116)], "#5d5a50", 5)


def _acacia(canvas, x, foot, size):
    canvas.line(
        smooth([(x, foot), (x + 6 * size, foot - 60 * size), (x - 24 * size, foot - 118 * size)]), "#5a4630", 9 * size
    )
    canvas.line(smooth([(x + 4 * size, foot - 56 * size), (x + 30 * size, foot - 112 * size)]), "#5a4630", 7 * size)
    for across, up, wide in [(-34, 122, 74), (34, 130, 78), (0, 150, 66)]:
        canvas.ellipse(x + across * size, foot - up * size, wide * size, 21 * size, "#56703f")
    canvas.ellipse(x - 10 * size, foot - 156 * size, 44 * size, 9 * size, "#71894f")


def _row(canvas, row):
    """Panels in perspective: each row nearer, larger and lower than the one before."""
    size = 0.36 * 1.42**row
    bottom = HORIZON + 40 + 86 * (1.42**row - 1) * 1.4
    across = ACROSS * size
    first = -((row * 83) % 140) * size - 120
    count = int((WIDTH + 300) / (across + 18 * size)) + 1
    canvas.polygon(
        [(0, bottom + 14 * size), (WIDTH, bottom + 14 * size), (WIDTH, bottom + 44 * size), (0, bottom + 44 * size)],
        "#7a54304d",
    )
    for number in range(count):
        left = first + number * (across + 18 * size)
        for foot in (0.25, 0.78):
            canvas.line(
                [(left + across * foot, bottom - 6 * size), (left + across * foot, bottom + 30 * size)],
                "#6c6a66",
                7 * size,
            )
        _panel(canvas, left, bottom, size)


def _panel(canvas, left, bottom, size):
    def at(u, v):
        """A place on the panel: u along it, v up it, both from 0 to 1."""
        return left + (u * ACROSS + v * LEAN) * size, bottom - v * HIGH * size

    frame = 0.02
    canvas.polygon([at(-frame, -0.05), at(1 + frame, -0.05), at(1 + frame, 1.04), at(-frame, 1.04)], "#e7edf0")
    canvas.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], "#1f4470")
    canvas.polygon([at(0, 0.5), at(1, 0.5), at(1, 1), at(0, 1)], "#2a5687")
    canvas.polygon([at(0.56, 0), at(0.74, 0), at(0.98, 1), at(0.8, 1)], "#9cc4e638")
    for part in range(1, 6):
        canvas.line([at(part / 6, 0), at(part / 6, 1)], "#6f97bd", 2.4 * size)
    for part in range(1, 3):
        canvas.line([at(0, part / 3), at(1, part / 3)], "#6f97bd", 2.4 * size)


def _grass(canvas):
    for number in range(26):
        x, height = (number * 613) % 1640 - 20, 26 + (number * 41) % 52
        for lean in (-16, 0, 18):
            canvas.line(
                smooth([(x, HEIGHT + 6), (x + lean * 0.4, HEIGHT - height * 0.6), (x + lean, HEIGHT - height)]),
                "#76803f",
                5,
            )
