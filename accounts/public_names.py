"""The names that sign contributions: chosen once, one person each, nobody's but one's own."""

import unicodedata

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

SHORTEST, LONGEST = 2, 40
BETWEEN = " -.'’"


def fold(name: str) -> str:
    """What makes two names the same to a reader: letters and digits without accents, case, spaces and signs."""
    plain = unicodedata.normalize("NFKD", (name or "").casefold())
    return "".join(character for character in plain if character.isalnum())


class FoldedNameField(models.CharField):
    """Follows ``public_name`` at every save, so that the database keeps the names apart; NULL without a name."""

    def pre_save(self, model_instance, add):
        value = fold(model_instance.public_name) or None
        setattr(model_instance, self.attname, value)
        return value


def clean(name: str) -> str:
    """The name with single spaces; a ``ValidationError`` says in words what is wrong with it."""
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not SHORTEST <= len(name) <= LONGEST or not fold(name):
        raise ValidationError(_("Choose a name of two to forty characters."), code="length")
    if not all(character in BETWEEN or unicodedata.category(character)[0] in "LMN" for character in name):
        raise ValidationError(_("Use letters, digits, spaces, hyphens, full stops and apostrophes only."), code="sign")
    if len({unicodedata.name(character, "").split(" ")[0] for character in name if character.isalpha()}) > 1:
        raise ValidationError(_("Use letters of one alphabet only."), code="script")
    if any(resembles(name, reserved) for reserved in get_adapter().reserved_public_names()):
        raise ValidationError(_("This name would pass for the newspaper’s. Choose another one."), code="reserved")
    return name


def resembles(name: str, reserved: str) -> bool:
    """Whether the name is the reserved one or, unless that is very short, has it inside."""
    name, reserved = fold(name), fold(reserved)
    return name == reserved or (len(reserved) > 3 and reserved in name)


def taken() -> ValidationError:
    return ValidationError(_("Somebody else has this name. Choose another one."), code="taken")


def refuse_taken(name: str, *, of):
    """For a form that saves the user afterwards: ``ValidationError`` if the name is another user's than ``of``."""
    if type(of).objects.filter(public_name_key=fold(name)).exclude(pk=of.pk).exists():
        raise taken()


def choose(user, name: str):
    """Gives the user the name for good. ``ValidationError`` if it is taken, or if the user has one already."""
    name = clean(name)
    nameless = type(user).objects.filter(pk=user.pk, public_name="")
    try:
        with transaction.atomic():
            chosen = nameless.update(public_name=name, public_name_key=fold(name))
    except IntegrityError:
        raise taken() from None
    if not chosen:
        raise ValidationError(_("You have chosen your public name already."), code="chosen")
    user.public_name, user.public_name_key = name, fold(name)
