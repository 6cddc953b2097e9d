"""What may enter the library: the header is read first, the pixels only of a picture within the limits."""

import logging
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from pictures import imaging, metadata

MEGABYTE = 1_000_000
MAX_MEGABYTES = 25
MAX_MEGAPIXELS = 40
MAX_SIDE = 16_000  # WebP ends at 16,383
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sheet:
    """What a good file says of itself; the size is that which a person sees."""

    ending: str
    width: int
    height: int
    words: dict[str, str]


def examine(file) -> Sheet:
    """Reads an uploaded file to its end; raises ValidationError with a sentence for its sender."""
    if file.size > MAX_MEGABYTES * MEGABYTE:
        raise ValidationError(
            _("This file weighs %(size)s MB; the limit is %(limit)s MB."),
            code="bytes",
            params={"size": number_format(file.size / MEGABYTE, 1), "limit": MAX_MEGABYTES},
        )
    image = header(file)
    check_size(*image.size)
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise ValidationError(_("This picture is animated; only still pictures are accepted."), code="animated")
    size, ending = image.size, ENDINGS[image.format]
    decode_fully(image)
    width, height = imaging.upright(size, imaging.orientation(image))
    words = metadata.read(image)
    file.seek(0)
    return Sheet(ending=ending, width=width, height=height, words=words)


def header(file) -> Image.Image:
    try:
        return imaging.open_header(file)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise ValidationError(
            _("This file is not a picture in one of the accepted formats: JPEG, PNG, WebP or AVIF."),
            code="format",
        ) from error
    except Exception as error:  # Pillow raises anything on hostile bytes; whatever it is, the file is refused
        raise damaged(error) from error


def too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels; the limit is %(limit)s megapixels."),
        code="pixels",
        params={"limit": MAX_MEGAPIXELS},
    )


def check_size(width: int, height: int) -> None:
    shown = {"width": number_format(width), "height": number_format(height)}
    if width * height > MAX_MEGAPIXELS * 1_000_000:
        raise ValidationError(
            _("This picture has %(width)s × %(height)s pixels; the limit is %(limit)s megapixels."),
            code="pixels",
            params=shown | {"limit": MAX_MEGAPIXELS},
        )
    if max(width, height) > MAX_SIDE:
        raise ValidationError(
            _("This picture has %(width)s × %(height)s pixels; the limit is %(limit)s pixels a side."),
            code="side",
            params=shown | {"limit": number_format(MAX_SIDE)},
        )


def decode_fully(image) -> None:
    """Finds what is cut off or damaged. A JPEG is read to its end too, but at an eighth of its size."""
    try:
        image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
        image.load()
    except Exception as error:
        raise damaged(error) from error


def damaged(error: Exception) -> ValidationError:
    logger.info("A picture was refused as damaged: %r", error)
    return ValidationError(
        _("This file is damaged or incomplete. Export the picture again, or ask for it again."),
        code="damaged",
    )
