"""Pixels only: a file becomes one upright sRGB picture in 8 bits, and that becomes bytes.

Rows and storage live elsewhere.
"""

import contextlib
import io

from PIL import ExifTags, Image, ImageCms

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
LADDER = (480, 960, 1600)
SOCIAL = (1200, 630)
SOCIAL_BYTES = 300_000
ENCODINGS = {
    "jpeg": {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True},
    "webp": {"format": "WEBP", "quality": 74, "method": 4},
    "avif": {"format": "AVIF", "quality": 54, "speed": 6},
}
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def open_header(file) -> Image.Image:
    """Reads no pixel. Only the plugins of the accepted formats look at the bytes."""
    file.seek(0)
    return Image.open(file, formats=FORMATS)


def orientation(image) -> int:
    """The EXIF (or XMP) orientation, 1 to 8; 1 where it is missing or unreadable."""
    if image.format == "PNG":
        image.load()  # it may follow the pixels, and damage among these must raise here
    with contextlib.suppress(Exception):  # Pillow raises a dozen types on damaged EXIF
        found = image.getexif().get(ExifTags.Base.Orientation, 1)
        return found if found in TURNS else 1
    return 1


def upright(size: tuple[int, int], turned: int) -> tuple[int, int]:
    """Width and height as a person sees a picture of this orientation."""
    return size[::-1] if turned >= 5 else size


def decode(file) -> Image.Image:
    """Upright, sRGB, RGB or RGBA, without metadata, no larger than the largest rendition needs."""
    image = open_header(file)
    turned, profile = orientation(image), image.info.get("icc_profile")
    width, height = upright(image.size, turned)
    scale = min(1, max(LADDER[-1] / width, SOCIAL[1] / height))
    wanted = tuple(max(1, round(side * scale)) for side in image.size)
    image.draft(None, wanted)
    image = eight_bits(image)
    if image.size != wanted:
        image = image.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = srgb(image, profile)
    if turned in TURNS:
        image = image.transpose(TURNS[turned])
    image.info.clear()  # the encoders copy from it what the original carried
    return image


def eight_bits(image) -> Image.Image:
    """L, RGB, RGBA or CMYK; 16 bits are scaled first, or everything above 255 turns white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda level: level * (1 / 257)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "CMYK"}:
        image.load()
        return image
    return image.convert("RGB")


def srgb(image, profile: bytes | None) -> Image.Image:
    """Converts by the embedded profile; one that is broken or meant for other channels is passed over."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    return image.convert(mode)


def widths(width: int) -> list[int]:
    """The ladder of a picture that is ``width`` pixels wide, narrowest first; nothing is enlarged."""
    return sorted({min(step, width) for step in LADDER})


def narrowed(image, width: int) -> Image.Image:
    if width == image.width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)


def social_crop(image, focal_x: int, focal_y: int) -> Image.Image:
    """The largest cut of the cards' proportions, as near round the focal point (per cent) as the edges allow."""
    scale = min(image.width / SOCIAL[0], image.height / SOCIAL[1])
    width, height = SOCIAL[0] * scale, SOCIAL[1] * scale
    left = min(max(image.width * focal_x / 100 - width / 2, 0), image.width - width)
    top = min(max(image.height * focal_y / 100 - height / 2, 0), image.height - height)
    size = SOCIAL if scale >= 1 else (max(1, round(width)), max(1, round(height)))
    # Of a very long picture, what is left at its edge may round to less than nothing.
    left, top = max(left, 0), max(top, 0)
    right, bottom = min(left + width, image.width), min(top + height, image.height)
    return image.resize(size, Image.Resampling.LANCZOS, box=(left, top, right, bottom))


def on_white(image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def encode(image, kind: str, *, exif: bytes = b"", **options) -> bytes:
    """``kind`` is a key of ENCODINGS; ``options`` replace its own."""
    buffer = io.BytesIO()
    ready = on_white(image) if kind == "jpeg" else image
    ready.save(buffer, **(ENCODINGS[kind] | {"exif": exif} | options))
    return buffer.getvalue()


def encode_social(image, *, exif: bytes = b"") -> bytes:
    """A JPEG that the networks take: the best quality that stays within SOCIAL_BYTES."""
    data = b""
    for quality in (82, 70, 58, 46, 34, 20, 8):
        data = encode(image, "jpeg", exif=exif, quality=quality)
        if len(data) <= SOCIAL_BYTES:
            break
    return data


def credit_exif(credit: str, copyright_notice: str) -> bytes:
    """The only metadata that a rendition carries: who made it and whose it is."""
    exif = Image.Exif()
    for tag, text in ((ExifTags.Base.Artist, credit), (ExifTags.Base.Copyright, copyright_notice)):
        if text:
            exif[tag] = text.encode()
    return exif.tobytes() if len(exif) else b""
