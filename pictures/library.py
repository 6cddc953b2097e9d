"""The verbs of the picture library: add, save, remove. Pixels and files stay outside any transaction."""

import functools

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from pictures import renditions, tasks, uploads
from pictures.models import Picture, new_key

WORDS = ["alt", "is_decorative", "caption"]
SHOWN_IN_FILES = ["focal_x", "focal_y", "credit", "copyright"]  # a change of these needs new renditions


class PictureChangedError(Exception):
    """Somebody else changed the picture meanwhile. The message may be shown."""

    def __init__(self):
        super().__init__(_("Somebody else has changed this picture meanwhile. Nothing was saved: look at it again."))


def add(file: File, *, by=None, **fields) -> Picture:
    """Adds a picture from an open file; ``fields`` (alt, caption, credit …) win over what the file says.

    Raises ValidationError when the file is refused.
    """
    sheet = uploads.examine(file)
    return save(take(Picture(**{**within_limits(sheet.words), **fields}), file, sheet), by=by)


def take(picture: Picture, file: File, sheet: uploads.Sheet) -> Picture:
    """Gives the picture an examined file, under a name that says nothing but its format."""
    picture.original = File(file, name=f"original.{sheet.ending}")
    picture.width, picture.height = sheet.width, sheet.height
    return picture


def within_limits(words: dict[str, str]) -> dict[str, str]:
    """Words of a file, shortened to what the row holds."""
    return {name: text[: Picture._meta.get_field(name).max_length] for name, text in words.items()}


def save(picture: Picture, *, by=None) -> Picture:
    """Adds or changes a picture; ``by`` is who adds it.

    A new file, focal point or credit means a new key, so that addresses can be cached for ever; old files go.
    Raises PictureChangedError if somebody else was faster.
    """
    before = Picture.objects.get(pk=picture.pk) if picture.pk else None
    if before is None:
        picture.added_by = by
    new_file = has_new_file(picture)
    if before and not new_file and all(getattr(picture, name) == getattr(before, name) for name in SHOWN_IN_FILES):
        picture.save(update_fields=WORDS)
    else:
        _save_under_new_key(picture, before, new_file=new_file)
    return picture


def has_new_file(picture: Picture) -> bool:
    return bool(picture.original) and not picture.original._committed


def _save_under_new_key(picture, before, *, new_file):
    expected = picture.key
    picture.key = new_key()
    if new_file:
        picture.original.save(picture.original.name, picture.original.file, save=False)
    try:
        renditions.make_first(picture)
        with transaction.atomic():
            if before:
                _replace_key(picture, expected)
                _delete_on_commit(before, original=new_file)
            picture.save()
            transaction.on_commit(functools.partial(tasks.make_renditions.enqueue, picture.pk), robust=True)
    except BaseException:
        _delete_files(picture.key, picture.original.name if new_file else "")
        raise


def _replace_key(picture, expected):
    if not Picture.objects.filter(pk=picture.pk, key=expected).update(key=picture.key):
        raise PictureChangedError


def remove(picture: Picture) -> None:
    """Deletes the row and, once that is certain, every file."""
    with transaction.atomic():
        _delete_on_commit(picture, original=True)
        picture.delete()


def _delete_on_commit(picture, *, original):
    name = picture.original.name if original else ""
    transaction.on_commit(functools.partial(_delete_files, picture.key, name), robust=True)


def _delete_files(key, original_name):
    renditions.delete_files(key)
    if original_name:
        Picture._meta.get_field("original").storage.delete(original_name)
