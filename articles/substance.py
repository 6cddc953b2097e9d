"""What counts as a change of the text, for « Mis à jour … »: words, not how they are written or marked up."""

import re

from web.html import text_of
from web.stems import folded

WORD = re.compile(r"\w+")


def has_changed_in_substance(old: dict, new: dict) -> bool:
    """Compares ``headline``, ``standfirst`` and ``body`` (HTML) of two contents by their words, in order.

    Case, accents, punctuation, white space and markup make no difference."""
    return _words(old) != _words(new)


def _words(content: dict) -> list[list[str]]:
    texts = (content["headline"], content["standfirst"], text_of(content["body"]))
    return [WORD.findall(folded(text)) for text in texts]
