"""The names that sign contributions: chosen once, one person each, and never the newsroom's.

A name is unique under its folded key, which the database enforces.
"""

import unicodedata

from allauth.account.adapter import get_adapter
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

SHORTEST, LONGEST = 2, 40
BETWEEN = " -.'’"


def fold(name: str) -> str:
    """What makes two names the same to a reader: letters and digits without accents, case, spaces and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return unicodedata.normalize("NFC", "".join(character for character in plain if character.isalnum()))


class FoldedNameField(models.CharField):
    """Follows ``public_name`` at every save, so that the database keeps the names apart; NULL without a name."""

    def pre_save(self, model_instance, add):
        value = fold(model_instance.public_name) or None
        setattr(model_instance, self.attname, value)
        return value


def clean(name: str) -> str:
    """The name with single spaces; a ``ValidationError`` says in words what is wrong with it."""
    name = " ".join(part for part in unicodedata.normalize("NFKC", name).split(" ") if part)
    if not SHORTEST <= len(name) <= LONGEST:
        raise ValidationError(_("Choose a name of two to forty characters."), code="length")
    if not all(character in BETWEEN or unicodedata.category(character)[0] in "LMN" for character in name):
        raise ValidationError(_("Use letters, digits, spaces, hyphens, full stops and apostrophes only."), code="sign")
    alphabets = {unicodedata.name(character, "").split(" ")[0] for character in name if character.isalpha()}
    if len(alphabets) != 1:
        raise ValidationError(_("Use letters, and those of one alphabet only."), code="alphabet")
    if any(resembles(name, reserved) for reserved in get_adapter().reserved_public_names()):
        raise ValidationError(_("This name would pass for the newspaper’s. Choose another one."), code="reserved")
    return name


def resembles(name: str, reserved: str) -> bool:
    """Whether the name is the reserved one or, unless that is short, has it inside."""
    name, reserved = fold(name), fold(reserved)
    return name == reserved or (len(reserved) > 5 and reserved in name)


def choose(user, name: str):
    """Gives the user the name for good; to choose the same again changes nothing.

    ``ValidationError`` if the name is no name, somebody else's, or not the one that the user has.
    """
    name = clean(name)
    if not write(user, name, get_user_model().objects.filter(pk=user.pk, public_name__in=["", name])):
        raise ValidationError(_("You have chosen your public name already."), code="chosen")


def refuse_taken(name: str, *, by):
    """For a form that is saved later: ``ValidationError`` if the name is somebody's other than ``by``."""
    if get_user_model().objects.filter(public_name_key=fold(name)).exclude(pk=by.pk).exists():
        raise taken()


def write(user, name, rows) -> bool:
    """Writes the name and its key to the user's row if it is among the rows; the database refuses a second owner."""
    values = {"public_name": name, "public_name_key": fold(name) or None}
    try:
        with transaction.atomic():
            written = rows.update(**values)
    except IntegrityError:
        raise taken() from None
    if written:
        user.public_name, user.public_name_key = values.values()
    return bool(written)


def taken() -> ValidationError:
    return ValidationError(_("Somebody else has this name. Choose another one."), code="taken")
