"""What becomes of the text that somebody typed: plain paragraphs, or a sentence that says what is wrong with it."""

import re
from unicodedata import category

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .folding import BLANK
from .models import LONGEST

# Marks over and under one letter that a language may need; more of them climb into the lines around.
MOST_MARKS = 4
TOWER = re.compile(rf"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
# Change the direction of what follows, so that a text shows other than it reads; not needed in plain paragraphs.
DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def clean(text: str) -> str:
    """One kind of newline, no control characters, no towers of marks, no trailing space, at most two blank lines in a
    row; ValidationError when nothing is left or more than ``LONGEST`` characters."""
    if "\0" in text:
        raise ValidationError(_("This text contains null characters, which cannot be kept: remove them."))
    text = re.sub(r"\r\n?|\u2028|\u2029", "\n", text)
    if len(text) > 10 * LONGEST:
        raise too_long(text)
    text = "".join(sign for sign in text.translate(DIRECTIONS) if sign in "\n\t" or category(sign) not in {"Cc", "Cs"})
    text = without_towers(text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = re.sub(r"\n{4,}", "\n\n\n", text).strip()
    if not any(category(sign)[0] in "LNPS" for sign in text if sign not in BLANK):
        raise ValidationError(_("Write something first."))
    if len(text) > LONGEST:
        raise too_long(text)
    return text


def without_towers(text: str) -> str:
    """At most ``MOST_MARKS`` combining marks on a letter."""
    return TOWER.sub(_lower, text)


def _lower(found):
    kept, marks = [], 0
    for sign in found[0]:
        marks = marks + 1 if category(sign) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def too_long(text):
    sentence = _("This text has %(length)s characters; a contribution has at most %(longest)s. Nothing of it is lost.")
    counts = {"length": number_format(len(text)), "longest": number_format(LONGEST)}
    return ValidationError(sentence, params=counts)
