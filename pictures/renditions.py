"""The files that readers get. The JSON on the row says which exist; what is missing can be made again."""

import contextlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from pictures import imaging
from pictures.models import Picture

ENDINGS = {"jpeg": "jpg", "webp": "webp", "avif": "avif"}
FIRST_WIDTH = 960


def folder(key: str) -> str:
    return f"pictures/{key}"


def make_first(picture) -> None:
    """Writes the JPEG that a page can show at once, sets ``picture.renditions``; the caller saves the row."""
    with picture.original.open() as file:
        image = imaging.decode(file)
    width = min(FIRST_WIDTH, image.width)
    picture.renditions = {"jpeg": [_write(picture, image, "jpeg", width)]}


def make_all(picture) -> bool:
    """Writes what is missing and records it.

    False, leaving no file behind, if the picture's key has changed or its row has gone.
    """
    row = Picture.objects.filter(pk=picture.pk, key=picture.key).first()
    if row is None:
        return False
    missing = missing_from(row)
    if not missing:
        return True
    with row.original.open() as file:
        image = imaging.decode(file)
    made = dict(row.renditions)
    for kind, width in missing:
        entry = _write_social(row, image) if kind == "social" else _write(row, image, kind, width)
        made[kind] = sorted([*made.get(kind, []), entry], key=lambda one: one["width"])
    if Picture.objects.filter(pk=row.pk, key=row.key).update(renditions=made):
        picture.renditions = made
        return True
    delete_files(row.key)
    return False


def missing_from(picture) -> list[tuple[str, int]]:
    """(kind, width) of each rendition that the row does not know of; the width of "social" says nothing."""
    known = {(kind, entry["width"]) for kind, entries in picture.renditions.items() for entry in entries}
    wanted = [(kind, width) for width in imaging.widths(picture.width) for kind in ENDINGS]
    social = [] if picture.renditions.get("social") else [("social", 0)]
    return [one for one in wanted if one not in known] + social


def delete_files(key: str) -> None:
    """Everything under a key, recorded or not."""
    with contextlib.suppress(FileNotFoundError):
        _folders, names = default_storage.listdir(folder(key))
        for name in names:
            default_storage.delete(f"{folder(key)}/{name}")
        default_storage.delete(folder(key))


def _write(picture, image, kind, width):
    small = imaging.narrowed(image, width)
    data = imaging.encode(small, kind, exif=imaging.credit_exif(picture.credit, picture.copyright))
    return _store(picture, f"{kind}-{width}.{ENDINGS[kind]}", data, small.size)


def _write_social(picture, image):
    crop = imaging.social_crop(image, picture.focal_x, picture.focal_y)
    data = imaging.encode_social(crop, exif=imaging.credit_exif(picture.credit, picture.copyright))
    return _store(picture, "social.jpg", data, crop.size)


def _store(picture, name, data, size):
    name = f"{folder(picture.key)}/{name}"
    if default_storage.exists(name):  # half-written by a run that was cut off
        default_storage.delete(name)
    return {"name": default_storage.save(name, ContentFile(data)), "width": size[0], "height": size[1]}


def thumbnail_url(picture) -> str:
    """The address of the narrowest JPEG; empty while there is none."""
    entries = picture.renditions.get("jpeg")
    return default_storage.url(entries[0]["name"]) if entries else ""


def social_image(picture) -> tuple[str, int, int] | None:
    """(address, width, height) for link previews: the cut on the focal point, until it exists a JPEG."""
    entries = picture and (picture.renditions.get("social") or picture.renditions.get("jpeg"))
    if not entries:
        return None
    return default_storage.url(entries[-1]["name"]), entries[-1]["width"], entries[-1]["height"]
