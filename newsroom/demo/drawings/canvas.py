"""A surface to draw on in units of 1600 × 1067, larger than the picture that comes of it, so that edges are smooth."""

import io
import math
import unicodedata

from PIL import Image, ImageDraw, ImageFont, ImageOps

WIDTH, HEIGHT = 1600, 1067
SUPERSAMPLING = 2
# The font that Pillow carries has no accents: these strokes are drawn over the letter, in parts of its size.
MARKS = {
    "\u0300": [(-0.13, -0.12), (0.07, 0.02)],
    "\u0301": [(-0.07, 0.02), (0.13, -0.12)],
    "\u0302": [(-0.14, 0.02), (0, -0.12), (0.14, 0.02)],
    "\u0327": [(0.02, 0.63), (0.05, 0.7), (0.04, 0.78), (-0.07, 0.78)],
}
NO_BREAK = "\u00a0\u202f"
CAPITALS_HIGHER = 0.17


def smooth(points, steps=24):
    """A curve through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    curve = []
    for index in range(1, len(padded) - 2):
        p0, p1, p2, p3 = padded[index - 1 : index + 3]
        for step in range(steps):
            t = step / steps
            curve.append(tuple(_spline(p0[axis], p1[axis], p2[axis], p3[axis], t) for axis in (0, 1)))
    return [*curve, points[-1]]


def _spline(a, b, c, d, t):
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


def wave(height, amplitude, length, shift=0.0):
    """Points of a gentle line of hills, across the whole picture."""
    return [
        (
            x,
            height
            + amplitude * math.sin(x / length + shift)
            + amplitude * 0.4 * math.sin(x / length * 2.3 + shift * 1.7),
        )
        for x in range(0, WIDTH + 1, 20)
    ]


class Canvas:
    """Colours are « #rrggbb » or « #rrggbbaa »; what is half transparent lets the ground through."""

    def __init__(self, ground, *, width=WIDTH):
        """``width`` is that of the picture in pixels; its height follows."""
        self.size = (width, round(width * HEIGHT / WIDTH))
        self.scale = width * SUPERSAMPLING / WIDTH
        self.image = Image.new("RGB", tuple(side * SUPERSAMPLING for side in self.size), ground)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def to_pixels(self, points):
        return [(x * self.scale, y * self.scale) for x, y in points]

    def box(self, x, y, across, down):
        """Corners in pixels of the box round a centre."""
        return self.to_pixels([(x - across, y - down), (x + across, y + down)])

    def polygon(self, points, fill):
        self.pen.polygon(self.to_pixels(points), fill=fill)

    def ground(self, line, fill):
        """Everything below a line."""
        self.polygon([*line, (line[-1][0], HEIGHT), (line[0][0], HEIGHT)], fill)

    def ellipse(self, x, y, across, down, fill):
        self.pen.ellipse(self.box(x, y, across, down), fill=fill)

    def rectangle(self, left, top, right, bottom, fill, *, radius=0):
        corners = self.to_pixels([(left, top), (right, bottom)])
        self.pen.rounded_rectangle(corners, radius=radius * self.scale, fill=fill)

    def line(self, points, fill, width):
        """A line with round joints and ends; ``fill`` must be opaque, or the joints show."""
        self.pen.line(self.to_pixels(points), fill=fill, width=max(1, round(width * self.scale)))
        for x, y in points:
            self.ellipse(x, y, width / 2, width / 2, fill)

    def limb(self, start, end, width, end_width, fill):
        """A straight part of a body, with round ends of two widths."""
        (x, y), (x2, y2) = start, end
        far = math.hypot(x2 - x, y2 - y) or 1
        u, v = (y - y2) / far / 2, (x2 - x) / far / 2
        sides = [
            (x + u * width, y + v * width),
            (x2 + u * end_width, y2 + v * end_width),
            (x2 - u * end_width, y2 - v * end_width),
            (x - u * width, y - v * width),
        ]
        self.polygon(sides, fill)
        self.ellipse(x, y, width / 2, width / 2, fill)
        self.ellipse(x2, y2, end_width / 2, end_width / 2, fill)

    def dashes(self, points, fill, width, *, dash=4, gap=4):
        """Every few points of a curve."""
        for start in range(0, len(points) - dash, dash + gap):
            self.line(points[start : start + dash + 1], fill, width)

    def gradient(self, stops, left=0, top=0, right=WIDTH, bottom=HEIGHT):
        """Fills a box from top to bottom through the colours, evenly spaced."""
        (x, y), (x2, y2) = self.to_pixels([(left, top), (right, bottom)])
        width, height = round(x2) - round(x), round(y2) - round(y)
        column = Image.new("RGB", (1, len(stops)))
        for row, colour in enumerate(stops):
            column.putpixel((0, row), Image.new("RGB", (1, 1), colour).getpixel((0, 0)))
        ends = (0, 0.5, 1, len(stops) - 0.5)
        self.image.paste(column.resize((width, height), Image.Resampling.BILINEAR, box=ends), (round(x), round(y)))

    def glow(self, x, y, radius, colour, strength):
        """Light that fades away from a centre; ``strength`` from 0 to 1."""
        side = max(2, round(2 * radius * self.scale))
        mask = ImageOps.invert(Image.radial_gradient("L")).point(
            lambda level: round(max(0, level - 76) / 179 * level / 255 * 255 * strength)
        )
        corner = (round((x - radius) * self.scale), round((y - radius) * self.scale))
        self.image.paste(Image.new("RGB", (side, side), colour), corner, mask.resize((side, side)))

    def text(self, x, y, words, size, fill, *, anchor="ls", bold=False):
        """One line of writing; ``y`` is the line that letters stand on. Anchors as in Pillow: ls, ms, rs."""
        font = ImageFont.load_default(size * self.scale)
        plain = "".join(_letter(sign) for sign in words)
        stroke = round(size * self.scale * 0.03) if bold else 0
        left = x * self.scale - {"l": 0, "m": 0.5, "r": 1}[anchor[0]] * font.getlength(plain)
        self.pen.text((left, y * self.scale), plain, font=font, fill=fill, anchor="ls", stroke_width=stroke)
        for index, sign in enumerate(words):
            mark = unicodedata.normalize("NFD", sign)[1:]
            if mark:
                middle = left + font.getlength(plain[:index]) + font.getlength(plain[index]) / 2
                lifted = y - size * CAPITALS_HIGHER if sign.isupper() else y
                self._mark(mark, middle / self.scale, lifted, size, fill, bold=bold)

    def _mark(self, mark, x, y, size, fill, *, bold):
        over = y - size * 0.63
        points = [(x + across * size, over + down * size) for across, down in MARKS[mark]]
        self.line(points, fill, size * (0.11 if bold else 0.075))

    def finish(self):
        """The picture in its own size."""
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def as_jpeg(self) -> bytes:
        buffer = io.BytesIO()
        self.finish().save(buffer, "JPEG", quality=92, subsampling=0)
        return buffer.getvalue()


def _letter(sign):
    return " " if sign in NO_BREAK else unicodedata.normalize("NFD", sign)[0]
