"""How texts are compared by what a reader sees in them: without accents, case and signs that nobody sees, and with the
letters of other alphabets read as the Latin ones that they pass for. Both sides of a comparison are folded."""

import functools
import re
from typing import NamedTuple
from unicodedata import category, normalize

# Small Cyrillic and Greek letters, then Latin ones of which no accent can be taken away.
LOOK_ALIKE = str.maketrans(
    "авеіјкмнорстухѕԁһԛԝгпьαβεηικνορτυχωγϲσμıłøđɡɑɩɛɔŋɲᴀ",
    "abeijkmhopctyxsdhqwrnbabenikvoptuxwycouilodgaieonna",
)
LIGATURES = {"œ": "oe", "æ": "ae"}
# What neither stands in a word nor parts two words: marks and signs without a width.
UNSEEN = {"Mn", "Me", "Cf"}
# Letters and signs by their category, which show nothing: fillers of Hangul and the empty pattern of Braille.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A folded word, and from where to where it stands in the text as it was typed."""

    folded: str
    start: int
    end: int


@functools.lru_cache(maxsize=20_000)
def fold_sign(sign: str) -> str:
    plain = normalize("NFKD", normalize("NFKD", sign).casefold())
    seen = "".join(part for part in plain if category(part) not in UNSEEN)
    return "".join(LIGATURES.get(part, part) for part in seen.translate(LOOK_ALIKE))


def fold(text: str) -> str:
    return "".join(map(fold_sign, text))


def words_of(text: str) -> list[Word]:
    folded = [fold_sign(sign) for sign in text]
    plain = "".join(folded)
    places = [index for index, part in enumerate(folded) for _ in part]
    places.append(len(text))
    return [Word(found[0], places[found.start()], places[found.end()]) for found in WORD.finditer(plain)]


def said(text: str) -> str:
    """The words alone, for comparing two texts as a whole."""
    return " ".join(WORD.findall(fold(text)))
