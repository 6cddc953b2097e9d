"""The newspaper's logos: what may become one, how it is kept, and its address for mails and machines.

An uploaded file is examined like any picture, then drawn anew: nothing of it but its pixels reaches readers.
"""

import functools
import io
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image

from pictures import imaging, uploads

from .models import Newspaper

MAX_MEGABYTES = 5
LARGEST = (960, 320)
SMALLEST_SIDE = 24
# How many times its height a logo may be wide, or the reverse.
MOST_DRAWN_OUT = 16
HEIGHT_IN_MAILS = 48
LOGOS = ("logo", "logo_dark")
# What a logo's bytes may say of themselves at their beginning.
DRAWING_SIGNS = (b"<svg", b"<?xml", b"<!doctype svg")


@dataclass(frozen=True)
class Logo:
    file: ContentFile
    width: int
    height: int


def read_logo(file) -> Logo:
    """Raises ValidationError with a sentence for whoever sent the file."""
    if file.size > MAX_MEGABYTES * uploads.MEGABYTE:
        raise ValidationError(
            _("This file is too heavy for a logo; the limit is %(limit)s MB."),
            code="bytes",
            params={"limit": MAX_MEGABYTES},
        )
    if is_drawing(file):
        raise ValidationError(
            _("SVG files are not accepted, since they can hold programs. Export the logo as PNG, 960 pixels wide."),
            code="svg",
        )
    sheet = uploads.examine(file)
    if sheet.ending == "avif":
        raise ValidationError(_("A logo is a PNG, JPEG or WebP file."), code="format")
    if min(sheet.width, sheet.height) < SMALLEST_SIDE:
        raise ValidationError(
            _("This picture is too small for a logo: it needs %(least)s pixels at least on each side."),
            code="small",
            params={"least": SMALLEST_SIDE},
        )
    if max(sheet.width, sheet.height) > MOST_DRAWN_OUT * min(sheet.width, sheet.height):
        raise ValidationError(
            _("This picture is too long and narrow for a logo: nobody could read it."), code="drawn_out"
        )
    return drawn_anew(file, sheet.ending)


def is_drawing(file) -> bool:
    file.seek(0)
    start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    file.seek(0)
    return start.startswith(DRAWING_SIGNS)


def drawn_anew(file, ending) -> Logo:
    """PNG keeps what is transparent and sharp; only an opaque photograph stays a JPEG. Mail programs read both."""
    image = imaging.decode(file)
    image.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    if ending == "jpg":
        image.save(buffer, format="JPEG", quality=88, optimize=True)
    else:
        image.save(buffer, format="PNG", optimize=True)
        ending = "png"
    return Logo(ContentFile(buffer.getvalue(), name=f"logo.{ending}"), *image.size)


def save(newspaper):
    """Writes the row with its new logos; the files that it no longer names go once that is certain."""
    before = Newspaper.objects.filter(pk=newspaper.pk).first()
    written = []
    try:
        with transaction.atomic():
            for name in LOGOS:
                file = getattr(newspaper, name)
                if file and not file._committed:
                    file.save(file.name, file.file, save=False)
                    written.append(file)
            newspaper.save()
            for old in _left(before, newspaper):
                transaction.on_commit(functools.partial(old.storage.delete, old.name), robust=True)
    except BaseException:
        for file in written:
            file.storage.delete(file.name)
        raise


def _left(before, newspaper):
    """The files of the old row that the new one does not name."""
    kept = {getattr(newspaper, name).name for name in LOGOS}
    files = [getattr(before, name) for name in LOGOS] if before else []
    return [file for file in files if file and file.name not in kept]


def sender() -> str:
    """From whom mails come: the newspaper's name before the site's address."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    name = name or Newspaper.current().name.translate({ord(sign): None for sign in '"\\'})
    return f'"{name}" <{address}>'


def absolute_logo(newspaper) -> str:
    """The logo's address for those who know no relative one; "" without a logo."""
    return urljoin(settings.SITE_URL, newspaper.logo_url) if newspaper.logo else ""


def logo_in_mail(newspaper) -> dict | None:
    """Its address and the size at which mails show it; None without a logo."""
    if not newspaper.logo:
        return None
    height = min(HEIGHT_IN_MAILS, newspaper.logo_height)
    width = max(1, round(newspaper.logo_width * height / max(1, newspaper.logo_height)))
    return {"url": absolute_logo(newspaper), "width": str(width), "height": str(height)}
