"""What becomes of the text that somebody typed: plain paragraphs, or a sentence that says what is wrong with it."""

import re
from unicodedata import category

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .models import LONGEST

# Change the direction of what follows, so that a text shows other than it reads; not needed in plain paragraphs.
DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def clean(text: str) -> str:
    """One kind of newline, no control characters, no trailing space, at most two blank lines in a row; ValidationError
    when nothing is left or more than ``LONGEST`` characters."""
    if "\0" in text:
        raise ValidationError(_("This text contains null characters, which cannot be kept: remove them."))
    text = re.sub(r"\r\n?|\u2028|\u2029", "\n", text)
    if len(text) > 10 * LONGEST:
        raise too_long(text)
    text = "".join(sign for sign in text.translate(DIRECTIONS) if sign in "\n\t" or category(sign) not in {"Cc", "Cs"})
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = re.sub(r"\n{4,}", "\n\n\n", text).strip()
    if not any(category(sign)[0] in "LNPS" for sign in text):
        raise ValidationError(_("Write something first."))
    if len(text) > LONGEST:
        raise too_long(text)
    return text


def too_long(text):
    sentence = _("This text has %(length)s characters; a contribution has at most %(longest)s. Nothing of it is lost.")
    counts = {"length": number_format(len(text)), "longest": number_format(LONGEST)}
    return ValidationError(sentence, params=counts)
