"""Pictures made on the spot, the shared folders of real ones, and ways to look at what came out."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pictures import library

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
GPS = 0x8825


def shared_files(*folders):
    """Parameters for a test, one a file; without the shared folder one that is skipped."""
    files = [path for folder in folders for path in sorted((SHARED / folder).rglob("*")) if path.is_file()]
    if not files:
        return [pytest.param(None, marks=pytest.mark.skip(reason="the shared folder of pictures is not here"))]
    return [pytest.param(path, id=str(path.relative_to(SHARED))) for path in files]


def picture_bytes(width=1000, height=700, *, mode="RGB", color="teal", kind="JPEG", **options):
    buffer = io.BytesIO()
    Image.new(mode, (width, height), color).save(buffer, kind, **options)
    return buffer.getvalue()


def halves(width, height, *, kind="JPEG", **options):
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def exif_with_gps(orientation=1, **words):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "A camera"
    exif[0xC62F] = "SERIAL-4711"
    exif.get_ifd(GPS)[1] = "N"
    for tag, text in words.items():
        exif[{"artist": 0x013B, "description": 0x010E, "copyright": 0x8298}[tag]] = text
    return exif


def png_header(width, height, *, rows=b""):
    """A PNG that promises a size without holding its pixels."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def bomb(side=13_000):
    """A black PNG of ``side`` pixels square: some kilobytes that decode to hundreds of megabytes."""
    return png_header(side, side, rows=bytes((side // 8 + 1) * side))


def upload(data, name="photo.jpg", content_type="image/jpeg"):
    return SimpleUploadedFile(name, data, content_type)


def add(data=None, **fields):
    """A picture in the library with its first rendition."""
    return library.add(ContentFile(data or picture_bytes()), **fields)


def rendition(picture, kind, index=-1):
    with default_storage.open(picture.renditions[kind][index]["name"]) as file:
        image = Image.open(io.BytesIO(file.read()))
        image.load()
    return image


def stored(picture_key):
    """The names of the files under a key."""
    folder = f"pictures/{picture_key}"
    return set(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else set()
