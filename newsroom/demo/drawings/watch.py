"""The watch over the flood: at night, on the bank, one with a lamp reads a staff in the water, two wait behind."""

from .canvas import HEIGHT, WIDTH, smooth, wave
from .painting import PAINTED_WIDTH, Painting, dice, ring

FAR, NEAR = 430, 800
DARK, SKIN, LAMP = "#070b1c", "#2a1a1c", "#ffd58a"


def draw_watch(width=PAINTED_WIDTH) -> Painting:
    painting = Painting("#0c1533", width=width)
    throw = dice(31)
    painting.gradient(["#060b22", "#10204a", "#2a4773", "#54738f"], bottom=FAR)
    _sky(painting, throw)
    painting.polygon([*wave(FAR - 34, 12, 150, 0.8), (WIDTH, FAR + 4), (0, FAR + 4)], "#0f1a38")
    for number in range(16):
        x = 60 + number * 97 + (number * 37) % 50
        painting.glow(x, FAR - 12, 22, "#ffcf7d", 0.8)
        painting.ellipse(x, FAR - 12, 3, 3, "#fff0c9")
    _river(painting, throw)
    _staff(painting, 1010)
    _bank(painting, throw)
    _reader(painting, 800, 880)
    _waiting(painting, 330, 900, 1.1)
    _waiting(painting, 480, 925, 0.96)
    _reeds(painting, throw)
    painting.vignette("#03050f", 0.55)
    painting.texture()
    return painting


def _sky(painting, throw):
    for _number in range(260):
        size = throw.choice([1.2, 1.4, 2, 2.6])
        painting.ellipse(
            throw.uniform(0, WIDTH), throw.uniform(0, FAR - 70), size, size, throw.choice(["#ffffffc0", "#cfe0ff90"])
        )
    painting.glow(1290, 150, 240, "#dfe8ff", 0.5)
    painting.ellipse(1290, 150, 58, 58, "#f6f1dc")
    painting.fade(ring(1290, 150, 58, 58), "#b9b8b4", (1290, 150), (1240, 190), strength=0.6)


def _river(painting, throw):
    painting.gradient(["#4a6a88", "#27466e", "#142a52", "#0c1a3a"], top=FAR, bottom=HEIGHT)
    for _number in range(240):
        depth = throw.random() ** 1.6
        y = FAR + 8 + depth * 420
        x, long = throw.uniform(-40, WIDTH), 20 + depth * 150
        painting.rectangle(x, y, x + long, y + 2 + depth * 3, throw.choice(["#9db9d050", "#0a163560", "#7fa0c040"]))
    for number in range(34):
        y = FAR + 8 + number * 11
        wide = throw.uniform(14, 60)
        painting.rectangle(1290 - wide, y, 1290 + wide, y + 3.4, "#f3ecd0a0")


def _staff(painting, x):
    """The painted board, its foot in the river."""
    painting.soft(ring(x, 700, 150, 34), LAMP, 26, strength=0.5)
    painting.rectangle(x - 26, 330, x + 26, 716, "#f2ead2")
    for number in range(13):
        y = 352 + number * 28
        painting.rectangle(
            x - 26, y, x + (6 if number % 2 else 26), y + 8, "#b0221a" if number % 5 == 0 else "#23201c"
        )
    painting.fade(
        [(x - 26, 330), (x + 26, 330), (x + 26, 716), (x - 26, 716)], DARK, (x, 640), (x, 300), strength=0.55
    )
    for number in range(7):
        painting.rectangle(x - 30 - number * 5, 718 + number * 12, x + 30 + number * 3, 723 + number * 12, "#f2dca080")


def _bank(painting, throw):
    edge = smooth([(-20, 800), (260, 792), (560, 812), (820, 836), (1060, 900), (1300, 984), (1620, 1020)])
    painting.ground(edge, "#1c1a2c")
    painting.soft([(520, 850), (1000, 850), (900, 1040), (480, 1040)], "#c98a4a", 70, strength=0.45)
    for _number in range(150):
        painting.ellipse(throw.uniform(0, 1100), throw.uniform(850, HEIGHT), throw.uniform(3, 12), 2, "#00000050")


def _reader(painting, x, y):
    """Bent towards the staff, the lamp at arm’s length."""
    painting.soft(ring(x - 30, y + 60, 150, 16), "#04050d", 10, strength=0.8)
    painting.limb((x - 56, y - 150), (x - 66, y - 50), 46, 32, DARK)
    painting.limb((x - 66, y - 50), (x - 74, y + 56), 30, 20, DARK)
    painting.limb((x - 44, y - 150), (x - 6, y - 60), 46, 32, DARK)
    painting.limb((x - 6, y - 60), (x - 20, y + 50), 30, 20, DARK)
    coat = [
        (x - 88, y - 130),
        (x - 70, y - 230),
        (x - 10, y - 300),
        (x + 36, y - 286),
        (x + 30, y - 220),
        (x - 8, y - 120),
    ]
    painting.curve(coat, "#7a3f2c")
    painting.fade(coat, "#f0a95a", (x - 30, y - 210), (x + 70, y - 260), strength=0.8)
    painting.limb((x + 14, y - 270), (x + 76, y - 226), 30, 22, "#94502f")
    painting.limb((x + 76, y - 226), (x + 132, y - 246), 19, 14, SKIN)
    painting.ellipse(x + 36, y - 322, 32, 36, SKIN)
    painting.curve([(x + 2, y - 330), (x + 14, y - 364), (x + 48, y - 368), (x + 68, y - 340)], "#b9432c")
    painting.line(smooth([(x + 60, y - 346), (x + 68, y - 322), (x + 58, y - 296)], 8), "#f2b46a", 4)
    _lantern(painting, x + 138, y - 206)


def _lantern(painting, x, y):
    painting.glow(x, y, 330, "#ffb14f", 0.75)
    painting.glow(x, y, 110, "#fff0c4", 0.95)
    painting.line([(x - 16, y - 26), (x, y - 46), (x + 16, y - 26)], DARK, 5)
    painting.rectangle(x - 20, y - 30, x + 20, y + 34, "#fff3cf", radius=8)
    for across in (-20, 0, 20):
        painting.line([(x + across, y - 30), (x + across, y + 34)], "#3a2414", 4)
    painting.rectangle(x - 24, y + 32, x + 24, y + 44, DARK, radius=4)


def _waiting(painting, x, y, size):
    """Someone seated, wrapped in a cloth, turned to the lamp."""

    def at(across, up):
        return x + across * size, y - up * size

    wrap = [at(-74, -20), at(-66, 70), at(-36, 134), at(8, 142), at(40, 104), at(84, 76), at(96, 20), at(92, -22)]
    painting.soft(ring(x, y + 22, 120 * size, 16), "#04050d", 10, strength=0.8)
    painting.curve(wrap, "#1d2c52" if size > 1 else "#472446")
    painting.fade(wrap, "#e39a50", at(10, 60), at(120, 120), strength=0.7)
    painting.ellipse(*at(8, 168), 29 * size, 33 * size, SKIN)
    painting.line(smooth([at(28, 192), at(36, 168), at(28, 144)], 8), "#f2b46a", 4)


def _reeds(painting, throw):
    for _number in range(90):
        x, high = throw.uniform(1080, WIDTH + 20), throw.uniform(60, 230)
        foot = HEIGHT + 10
        painting.line(
            smooth([(x, foot), (x + 8, foot - high * 0.6), (x + throw.uniform(-20, 60), foot - high)], 6), "#050818", 5
        )
