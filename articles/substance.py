"""What counts as a change of the text, for « Mis à jour … »: words, not how they are written or marked up."""

import re
import unicodedata

from web.html import text_of

WORD = re.compile(r"\w+")


def has_changed_in_substance(old: dict, new: dict) -> bool:
    """Compares ``headline``, ``standfirst`` and ``body`` (HTML) of two contents by their words, in order.

    Case, accents, punctuation, white space and markup make no difference."""
    return _words(old) != _words(new)


def _words(content: dict) -> list[list[str]]:
    texts = (content["headline"], content["standfirst"], text_of(content["body"]))
    return [WORD.findall(_folded(text)) for text in texts]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("\xad", "")).casefold()
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.replace("œ", "oe").replace("æ", "ae")
