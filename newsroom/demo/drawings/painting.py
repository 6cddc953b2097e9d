"""What illustrations need beyond flat colour: light that falls across a shape, soft edges, grain, a shape as a frame.

Grain comes from a seeded generator, so that a drawing has the same bytes each time.
"""

import contextlib
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .canvas import HEIGHT, WIDTH, Canvas, smooth

PAINTED_WIDTH = 1280
WHOLE = ((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT))
TILE = 512
# Darkness of a ramp from 4 lengths before its start to 4 lengths behind its end.
RAMP = bytes([0] * 1024 + list(range(256)) + [255] * 1024)


def dice(seed) -> random.Random:
    """The same throws each time."""
    return random.Random(seed)  # noqa: S311 - for leaves and waves


def between(first, second, part):
    """The point at a part of the way."""
    return tuple(a + (b - a) * part for a, b in zip(first, second, strict=True))


def rounded(points, steps=10):
    """A closed curve through the points."""
    count = len(points)
    padded = [points[-2 % count], points[-1], *points, points[0], points[1 % count]]
    curve = smooth(padded, steps)
    return curve[2 * steps : -2 * steps]


def ring(x, y, across, down, count=48):
    """An ellipse as points, to shade it or draw inside of it."""
    turns = [2 * math.pi * number / count for number in range(count)]
    return [(x + across * math.cos(turn), y + down * math.sin(turn)) for turn in turns]


class Painting(Canvas):
    def __init__(self, ground, *, width=PAINTED_WIDTH):
        super().__init__(ground, width=width)
        self._noise = None

    def curve(self, points, fill):
        """A closed soft shape."""
        self.polygon(rounded(points), fill)

    def fade(self, points, colour, start, end, *, strength=1.0, grain=0.5):
        """A colour that grows from nothing at ``start`` to ``strength`` at ``end``, within a shape."""
        area = self._area(points)
        if area is None:
            return
        mask = self._ramp(area, start, end).point(lambda level: round(level * strength))
        if grain:
            mask = Image.blend(mask, self._stippled(mask, area), grain)
        mask = ImageChops.multiply(mask, self._filled(points, area))
        self.image.paste(Image.new("RGB", mask.size, colour), area[:2], mask)

    def soft(self, points, colour, blur, *, strength=1.0):
        """A shape without a clear edge: shadow, mist, beam. ``blur`` in units."""
        coarse, reach = 4, 2.5 * blur
        left, right = min(x for x, _ in points) - reach, max(x for x, _ in points) + reach
        top, bottom = min(y for _, y in points) - reach, max(y for _, y in points) + reach
        area = self._area([(left, top), (right, bottom)])
        if area is None:
            return
        size = (area[2] - area[0], area[3] - area[1])
        mask = Image.new("L", tuple(max(1, side // coarse) for side in size))
        shape = [((x - area[0]) / coarse, (y - area[1]) / coarse) for x, y in self.to_pixels(points)]
        ImageDraw.Draw(mask).polygon(shape, fill=round(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(max(0.5, blur * self.scale / coarse)))
        self.image.paste(Image.new("RGB", size, colour), area[:2], mask.resize(size))

    @contextlib.contextmanager
    def inside(self, points):
        """What is drawn meanwhile shows within the shape only."""
        area = self._area(points)
        before = self.image.copy()
        yield
        if area is not None:
            after = self.image.crop(area)
            self.image.paste(before)
            self.image.paste(after, area[:2], self._filled(points, area))

    def texture(self, strength=0.3):
        """Paper: a fine grain over everything, for the end."""
        noise = self._grain((0, 0, *self.image.size)).filter(ImageFilter.BoxBlur(1))
        self.image = Image.blend(self.image, ImageChops.soft_light(self.image, noise.convert("RGB")), strength)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def vignette(self, colour, strength=0.5):
        """Darker towards the corners."""
        mask = Image.radial_gradient("L").point(lambda level: round(max(0, level - 110) / 145 * 255 * strength))
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask.resize(self.image.size))

    def _area(self, points):
        """The pixels round the points that are in the picture, or None."""
        shape = self.to_pixels(points)
        left, top = max(0, int(min(x for x, _ in shape))), max(0, int(min(y for _, y in shape)))
        right = min(self.image.width, int(max(x for x, _ in shape)) + 1)
        bottom = min(self.image.height, int(max(y for _, y in shape)) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _filled(self, points, area):
        mask = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        shape = [(x - area[0], y - area[1]) for x, y in self.to_pixels(points)]
        ImageDraw.Draw(mask).polygon(shape, fill=255)
        return mask

    def _ramp(self, area, start, end):
        (x, y), (x2, y2) = self.to_pixels([start, end])
        square = (x2 - x) ** 2 + (y2 - y) ** 2 or 1
        down_x, down_y = (x2 - x) * 256 / square, (y2 - y) * 256 / square
        first = 1024 + (area[0] - x) * down_x + (area[1] - y) * down_y
        column = Image.frombytes("L", (1, len(RAMP)), RAMP).resize((4, len(RAMP)))
        size = (area[2] - area[0], area[3] - area[1])
        return column.transform(size, Image.Transform.AFFINE, (0, 0, 2, down_x, down_y, first))

    def _grain(self, area):
        """Noise for an area; a grain is as large as a pixel of the finished picture."""
        if self._noise is None:
            tile = Image.frombytes("L", (TILE, TILE), dice(7).randbytes(TILE * TILE)).resize(
                (TILE * 2, TILE * 2), Image.Resampling.NEAREST
            )
            self._noise = Image.new("L", self.image.size)
            for left in range(0, self.image.width, tile.width):
                for top in range(0, self.image.height, tile.height):
                    self._noise.paste(tile, (left, top))
        return self._noise.crop(area)

    def _stippled(self, mask, area):
        """Dots as dense as the mask is light."""
        return ImageChops.add(mask, self._grain(area), offset=-255).point(lambda level: 255 if level else 0)
