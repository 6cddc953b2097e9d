"""A radio studio at night: the microphone in the light of the red lamp."""

from .canvas import HEIGHT, WIDTH
from .painting import PAINTED_WIDTH, WHOLE, Painting, ring

X, Y = 690, 470
ACROSS, DOWN = 185, 300
METAL, DARK = "#c9cdd6", "#15131f"


def draw_radio(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#2a2036", width=width)
    _foam(painting)
    painting.fade(WHOLE, "#120f1c", (1150, 200), (-100, 900), strength=0.85)
    painting.glow(1290, 220, 560, "#e2463a", 0.75)
    _sign(painting)
    _desk(painting)
    _microphone(painting)
    painting.vignette("#0b0912", 0.6)
    painting.texture()
    return painting


def _foam(painting):
    """Wedges on the wall, each lit from the right."""
    side = 134
    for row in range(6):
        for column in range(-1, 13):
            left, top = column * side, row * side - 20
            middle = (left + side / 2, top + side / 2)
            corners = [(left, top), (left + side, top), (left + side, top + side), (left, top + side)]
            for number, colour in enumerate(["#4b3556", "#5b3b59", "#2c2138", "#352742"]):
                painting.polygon([corners[number], corners[(number + 1) % 4], middle], colour)


def _sign(painting):
    painting.rectangle(1110, 130, 1470, 290, "#3a0f18", radius=22)
    painting.rectangle(1122, 142, 1458, 278, "#e8463a", radius=14)
    painting.fade(
        [(1122, 142), (1458, 142), (1458, 278), (1122, 278)],
        "#ffb08a",
        (1290, 300),
        (1290, 120),
        strength=0.6,
        grain=0,
    )
    painting.text(1290, 238, "À L’ANTENNE", 47, "#fff4e6", anchor="ms", bold=True)


def _desk(painting):
    painting.polygon([(0, 860), (WIDTH, 800), (WIDTH, HEIGHT), (0, HEIGHT)], "#3b1f2b")
    painting.fade(
        [(0, 860), (WIDTH, 800), (WIDTH, HEIGHT), (0, HEIGHT)], "#c2493f", (500, 1000), (1500, 800), strength=0.6
    )
    painting.polygon([(0, 860), (WIDTH, 800), (WIDTH, 812), (0, 874)], "#7e3a3d")
    for number in range(9):
        x = 990 + number * 66
        painting.line([(x, 880 - number * 2), (x + 26, 1010)], "#160d18", 10)
        up = (number * 37) % 80
        painting.limb(
            (x + 5 + up * 0.2, 900 + up),
            (x + 10 + up * 0.2, 918 + up),
            34,
            36,
            "#e9dfd2" if number != 4 else "#f0b23e",
        )
    page = [(120, 950), (420, 900), (520, 1010), (190, 1080)]
    painting.polygon(page, "#efe2cf")
    painting.fade(page, "#5a2a3a", (480, 940), (150, 1020), strength=0.6)
    for number in range(5):
        painting.line(
            [
                (190 + number * 20, 958 + number * 20),
                (380 + number * 22 - (number == 4) * 90, 924 + number * 21 + (number == 4) * 18),
            ],
            "#8a6a66",
            5,
        )


def _microphone(painting):
    painting.soft(ring(X + 40, 930, 260, 40), "#0d0812", 20, strength=0.75)
    painting.curve([(X - 190, 930), (X, 886), (X + 190, 926), (X + 190, 946), (X, 984), (X - 190, 950)], DARK)
    painting.line([(X - 150, 918), (X, 892), (X + 150, 914)], "#8d3a41", 5)
    painting.limb((X, 910), (X, 780), 40, 34, DARK)
    painting.line([(X + 14, 900), (X + 13, 800)], "#a3484a", 6)
    yoke = [
        (X - 232, Y),
        (X - 232, Y + 230),
        (X - 120, Y + 330),
        (X, Y + 340),
        (X + 120, Y + 330),
        (X + 232, Y + 230),
        (X + 232, Y),
    ]
    painting.line(yoke, DARK, 32)
    painting.line([(X + 240, Y + 20), (X + 240, Y + 226)], "#c4534d", 6)
    head = _capsule(1)
    painting.polygon(_capsule(1.07), "#1c1a26")
    painting.polygon(head, METAL)
    with painting.inside(head):
        _grille(painting)
    painting.fade(head, "#241d33", (X + 60, Y), (X - 190, Y + 40), strength=0.95)
    painting.fade(head, "#ff6a55", (X + 90, Y), (X + 220, Y - 40), strength=0.75)
    painting.fade(head, "#fff6ea", (X + 40, Y - 120), (X + 70, Y - 420), strength=0.6)
    painting.rectangle(X - ACROSS - 14, Y + 18, X + ACROSS + 14, Y + 86, "#201d2b", radius=16)
    painting.rectangle(X - ACROSS - 14, Y + 18, X + ACROSS + 14, Y + 28, "#6f6a7c", radius=5)
    painting.rectangle(X - 66, Y + 34, X + 66, Y + 72, "#e8b04a", radius=8)
    painting.text(X, Y + 64, "88.6", 34, "#2a1a12", anchor="ms", bold=True)
    for side in (-1, 1):
        painting.ellipse(X + side * 228, Y + 50, 34, 34, "#2b2736")
        painting.ellipse(X + side * 228 + 6, Y + 44, 18, 18, "#8c8796" if side < 0 else "#e0736a")


def _capsule(size):
    """The outline of the head: straight sides, round ends."""
    across, down = ACROSS * size, DOWN * size
    top = [point for point in ring(X, Y - down + across, across, across) if point[1] <= Y - down + across]
    foot = [point for point in ring(X, Y + down - across, across, across) if point[1] >= Y + down - across]
    return [*sorted(top), *sorted(foot, reverse=True)]


def _grille(painting):
    for number in range(19):
        x = X - ACROSS + number * 21
        painting.line([(x, Y - DOWN), (x, Y + DOWN)], "#5b5e6d", 8)
        painting.line([(x + 4, Y - DOWN), (x + 4, Y + DOWN)], "#eef0f4", 3)
    for number in range(5):
        y = Y - DOWN + 84 + number * 118
        painting.line([(X - ACROSS, y), (X + ACROSS, y)], "#33313f", 9)
        painting.line([(X - ACROSS, y - 5), (X + ACROSS, y - 5)], "#f4f4f6", 3)
