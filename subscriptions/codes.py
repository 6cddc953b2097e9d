"""Scratch codes as people read, say and type them: « 7KPM-X3WD-94TA-HR6C ».

Fifteen random characters and one that follows from them, by which a slip of the finger is told from a guess. What
looks or sounds like another character is not in the alphabet, and is taken for that one when somebody types it.
"""

import re
import secrets
import unicodedata

from django.utils.translation import gettext as _

from .refusals import Refused

# 25 characters: fifteen of them hold 69 random bits.
ALPHABET = "23456789ACDEFHJKMNPRTVWXY"
RANDOM, LENGTH, GROUP = 15, 16, 4
LOOK_ALIKES = str.maketrans({"S": "5", "Z": "2", "B": "8", "G": "6", "U": "V"})
LONGEST_TYPED = 100


def new_code() -> str:
    """Without hyphens."""
    free = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    return free + check_character(free)


def check_character(free: str) -> str:
    """Weights one and two by turns: another character anywhere, or two neighbours that changed places, give another
    result."""
    total = sum(ALPHABET.index(character) * (1 + place % 2) for place, character in enumerate(free))
    return ALPHABET[total % len(ALPHABET)]


def shown(code: str) -> str:
    return "-".join(code[place : place + GROUP] for place in range(0, LENGTH, GROUP))


def read(typed: str) -> str | None:
    """The code that was meant, whatever its case, spaces and hyphens; None for what can be none."""
    folded = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    code = re.sub(r"[\W_]", "", folded).translate(LOOK_ALIKES)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return code if check_character(code[:RANDOM]) == code[RANDOM] else None


def meant(typed: str) -> str:
    """The same, for who has typed it. Raises ``Refused`` for what can be no code."""
    code = read(typed)
    if code is None:
        raise Refused(_("This is not how our codes look: sixteen letters and digits. Check what you have typed."))
    return code
