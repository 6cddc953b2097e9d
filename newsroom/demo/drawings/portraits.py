"""The authors, head and shoulders, each in an own colour; small, since they are shown small."""

from dataclasses import dataclass

from .canvas import smooth
from .painting import WHOLE, Painting, ring, rounded

PORTRAIT_WIDTH = 720
X = 800


@dataclass(frozen=True)
class Sitter:
    ground: str
    skin: str
    shade: str
    cloth: str
    trim: str
    head: str  # what is on it: scarf, bun, braids, cap, short, bald
    hair: str
    collar: str = "bazin"
    glasses: bool = False
    beard: str = ""
    earrings: str = ""


SITTERS = {
    "nana-tambadou": Sitter("#e2a23c", "#7b4a31", "#3d1f1d", "#1f6f6a", "#f3dfae",
        "scarf", "#b8322f", earrings="#f3dfae"),
    "soumaila-kodian": Sitter("#3f7d86", "#6a3f2b", "#321a1a", "#ece2cc", "#b0652f",
        "short", "#1c1516", glasses=True),
    "hawoye-cissoumba": Sitter("#c9694a", "#855338", "#44231f", "#24365f", "#e8b04a",
        "scarf", "#24487a", earrings="#e8b04a"),
    "birama-foulanta": Sitter("#5d8f63", "#5e3627", "#2b1516", "#f0e6d0", "#2f4f3a",
        "short", "#171113", "shirt", beard="#171113"),
    "lalla-attaher-maiguel": Sitter("#8c6a9e", "#94603f", "#4d2a24", "#e0962f", "#5b2a5e",
        "bun", "#1a1214", "shirt", earrings="#f0d28a"),
    "kadidia-nomokou": Sitter("#b0473a", "#704430", "#361d1b", "#2b2a45", "#d9c29a",
        "scarf", "#e3c27a", glasses=True, earrings="#d9c29a"),
    "yaya-temelou": Sitter("#d9b877", "#633a28", "#2e1817", "#3d6aa3", "#f2ead6",
        "cap", "#8f2f2b", beard="#b9b2a8"),
    "aicha-barkena": Sitter("#4f7fae", "#80503a", "#40221f", "#f1ece0", "#3f7d86",
        "braids", "#191214", "shirt", glasses=True),
}  # fmt: skip


def draw_portrait(slug, width=PORTRAIT_WIDTH) -> Painting:
    sitter = SITTERS[slug]
    painting = Painting(sitter.ground, width=width)
    painting.fade(WHOLE, "#fff3d2", (900, 600), (100, -200), strength=0.55)
    painting.fade(WHOLE, "#1a1220", (700, 500), (1900, 1300), strength=0.55)
    if sitter.head in {"bun", "braids"}:
        _hair_behind(painting, sitter)
    _shoulders(painting, sitter)
    _neck(painting, sitter)
    _face(painting, sitter)
    _features(painting, sitter)
    {"scarf": _scarf, "cap": _cap}.get(sitter.head, _hair)(painting, sitter)
    if sitter.glasses:
        _glasses(painting)
    painting.texture()
    return painting


def _mirrored(points):
    """The outline of something symmetric from its right half."""
    return [*points, *[(2 * X - x, y) for x, y in reversed(points)]]


def _shoulders(painting, sitter):
    right = smooth([(X + 92, 778), (X + 190, 818), (X + 330, 868), (X + 404, 960), (X + 436, 1090)], 8)
    shape = _mirrored(right)
    painting.soft([(x + 30, y + 10) for x, y in shape], "#1a1220", 20, strength=0.45)
    painting.polygon(shape, sitter.cloth)
    painting.fade(shape, "#14101c", (X + 20, 950), (X + 440, 1000), strength=0.65)
    painting.fade(shape, "#fff4dc", (X - 120, 950), (X - 420, 850), strength=0.4)
    with painting.inside(shape):
        if sitter.collar == "bazin":
            opening = [(X - 100, 774), (X - 46, 900), (X, 940), (X + 46, 900), (X + 100, 774)]
            for shift in (0, 30, 60):
                line = [(X + (x - X) * (1 + shift / 130), y + shift) for x, y in opening]
                painting.line(smooth(line, 8), sitter.trim, 13 if shift == 0 else 6)
            painting.line([(X, 950), (X, 1080)], sitter.trim, 9)
        else:
            for side in (-1, 1):
                lapel = [(X + side * 96, 770), (X + side * 150, 832), (X + side * 66, 946), (X, 884)]
                painting.polygon(lapel, sitter.trim)
            painting.line([(X, 890), (X, 1080)], sitter.trim, 6)


def _neck(painting, sitter):
    neck = smooth(
        [(X - 74, 620), (X - 76, 760), (X - 96, 800), (X, 886), (X + 96, 800), (X + 76, 760), (X + 74, 620)], 8
    )
    painting.polygon(neck, sitter.skin)
    painting.fade(neck, sitter.shade, (X, 810), (X + 10, 660), strength=0.95)
    painting.fade(neck, sitter.shade, (X, 740), (X + 100, 750), strength=0.6)


def _head_shape():
    right = [(X, 274), (X + 96, 292), (X + 156, 366), (X + 168, 478), (X + 150, 590), (X + 98, 680), (X + 38, 716)]
    return rounded([*right, *[(2 * X - x, y) for x, y in reversed(right[1:])]])


def _face(painting, sitter):
    for side in (-1, 1):
        painting.ellipse(X + side * 166, 508, 24, 44, sitter.shade if side > 0 else sitter.skin)
    shape = _head_shape()
    painting.polygon(shape, sitter.skin)
    painting.fade(shape, sitter.shade, (X + 10, 480), (X + 190, 520), strength=0.85)
    painting.fade(shape, "#ffcf9a", (X - 30, 480), (X - 210, 420), strength=0.5)
    if sitter.beard:
        jaw = [
            (X - 164, 540),
            (X - 130, 590),
            (X - 70, 588),
            (X, 574),
            (X + 70, 588),
            (X + 130, 590),
            (X + 164, 540),
            (X + 152, 610),
            (X + 98, 700),
            (X, 734),
            (X - 98, 700),
            (X - 152, 610),
        ]
        painting.polygon(rounded(jaw), sitter.beard)
        painting.fade(rounded(jaw), sitter.shade, (X, 640), (X + 180, 650), strength=0.55)


def _features(painting, sitter):
    dark = "#1d0f10"
    for side in (-1, 1):
        x = X + side * 70
        brow = smooth([(x - 40, 440 - side * 3), (x, 424), (x + 40, 440 + side * 3)], 8)
        painting.line(brow, sitter.beard if sitter.beard == "#b9b2a8" else dark, 11)
        eye = rounded([(x - 34, 486), (x, 466), (x + 34, 486), (x, 500)])
        painting.polygon(eye, "#f3e9dc")
        with painting.inside(eye):
            painting.ellipse(x, 482, 16, 18, dark)
            painting.ellipse(x - 5, 476, 4.5, 4.5, "#ffffff")
        painting.line(smooth([(x - 36, 487), (x, 466), (x + 36, 487)], 8), dark, 7)
        if sitter.earrings:
            painting.ellipse(X + side * 178, 566, 15, 22, sitter.earrings)
    nose = [(X + 4, 470), (X + 24, 540), (X + 46, 566), (X + 28, 588), (X, 590)]
    painting.fade(smooth(nose), sitter.shade, (X - 10, 520), (X + 40, 580), strength=0.8)
    painting.line(smooth([(X - 38, 570), (X - 26, 588), (X, 584), (X + 26, 588), (X + 38, 570)], 8), sitter.shade, 7)
    lips = "#8f4038" if sitter.earrings else "#6e342e"
    painting.polygon(rounded([(X - 58, 632), (X - 18, 620), (X, 626), (X + 18, 620), (X + 58, 632), (X, 662)]), lips)
    painting.line(smooth([(X - 62, 630), (X - 20, 637), (X + 20, 637), (X + 62, 630)], 8), sitter.shade, 6)


def _scarf(painting, sitter):
    right = [(X + 182, 456), (X + 206, 320), (X + 168, 190), (X + 70, 128)]
    band = smooth([(X - 182, 456), (X - 130, 372), (X, 330), (X + 130, 372), (X + 182, 456)], 8)
    top = [*smooth([*right, (X, 120), (X - 90, 140), (X - 176, 200), (X - 206, 320), (X - 182, 456)], 8)]
    shape = [*band, *top]
    knot = rounded([(X + 60, 170), (X + 120, 60), (X + 230, 50), (X + 262, 130), (X + 190, 220), (X + 110, 240)])
    painting.polygon(knot, sitter.hair)
    painting.fade(knot, "#160c18", (X + 140, 120), (X + 230, 240), strength=0.7)
    painting.polygon(shape, sitter.hair)
    painting.fade(shape, "#160c18", (X + 20, 300), (X + 220, 340), strength=0.7)
    painting.fade(shape, "#fff0cf", (X - 40, 280), (X - 220, 180), strength=0.5)
    with painting.inside(shape):
        for lift in (40, 92, 150):
            fold = smooth([(X - 210, 470 - lift), (X - 60, 330 - lift * 0.8), (X + 120, 260 - lift * 0.4)], 10)
            painting.line(fold, sitter.trim, 9)


def _cap(painting, sitter):
    shape = [
        *smooth(
            [(X - 172, 400), (X - 172, 230), (X - 130, 176), (X, 160), (X + 130, 176), (X + 172, 230), (X + 172, 400)],
            8,
        ),
        *smooth([(X + 172, 400), (X, 352), (X - 172, 400)], 8),
    ]
    painting.polygon(shape, sitter.hair)
    with painting.inside(shape):
        for lift in (24, 48):
            painting.line(smooth([(X - 180, 396 - lift), (X, 350 - lift), (X + 180, 396 - lift)], 8), "#e8c27a", 8)
    painting.fade(shape, "#160c18", (X + 10, 300), (X + 190, 320), strength=0.75)
    painting.fade(shape, "#fff0cf", (X - 60, 300), (X - 200, 200), strength=0.4)


def _hair(painting, sitter):
    rise = 238 if sitter.head == "short" else 222
    shape = [
        *smooth(
            [
                (X - 174, 470),
                (X - 184, 350),
                (X - 120, rise + 26),
                (X, rise),
                (X + 120, rise + 26),
                (X + 184, 350),
                (X + 174, 470),
            ],
            8,
        ),
        *smooth([(X + 156, 420), (X + 128, 350), (X, 334), (X - 128, 350), (X - 156, 420)], 8),
    ]
    painting.polygon(shape, sitter.hair)
    painting.fade(shape, "#8a6a5c", (X - 20, 320), (X - 210, 230), strength=0.5)
    if sitter.head == "braids":
        for across in range(-140, 141, 40):
            painting.line(
                smooth([(X + across * 0.5, rise + 6), (X + across * 0.9, 290), (X + across, 352)], 6), "#4a3632", 4
            )


def _hair_behind(painting, sitter):
    if sitter.head == "bun":
        painting.ellipse(X + 20, 190, 118, 96, sitter.hair)
        painting.fade(ring(X + 20, 190, 118, 96), "#8a6a5c", (X, 200), (X - 110, 120), strength=0.5)
        return
    for side in (-1, 1):
        for number in range(4):
            x = X + side * (150 + number * 19)
            for step in range(13):
                painting.ellipse(x + side * step * 2, 380 + step * 34 - number * 14, 17, 22, sitter.hair)


def _glasses(painting):
    for side in (-1, 1):
        painting.line([*ring(X + side * 70, 486, 58, 46, 30), (X + side * 70 + 58, 486)], "#17141c", 8)
        painting.line([(X + side * 128, 480), (X + side * 166, 472)], "#17141c", 8)
    painting.line(smooth([(X - 14, 482), (X, 474), (X + 14, 482)], 6), "#17141c", 8)
