"""Marks a word in the text of a contribution."""

import re

from django.utils.html import format_html_join
from django.utils.safestring import SafeString


def marked(text: str, word: str) -> SafeString:
    """The text with each occurrence of the word, as it was typed, in a ``mark``; whole words alone. A word that the
    text does not have any more marks nothing."""
    parts = re.split(rf"(?<!\w)({re.escape(word)})(?!\w)", text, flags=re.IGNORECASE) if word else [text]
    # Every second part is the word.
    return format_html_join("", "{}{}{}", (_tagged(part, is_word=place % 2) for place, part in enumerate(parts)))


def _tagged(part, *, is_word):
    return (OPENED, part, CLOSED) if is_word else ("", part, "")


OPENED, CLOSED = SafeString("<mark>"), SafeString("</mark>")
