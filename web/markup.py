"""Splits HTML into text and tags in linear time, whatever the input; decides nothing about what is allowed.

html.parser is quadratic on unfinished tags and comments, so it is not for what strangers send.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# Quotes count only after « = ». Possessive: a failed match does not try again with less.
TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
TAG_WITHOUT_QUOTES = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
ATTRIBUTE = re.compile(r"""([^\s=/>]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]*+)))?""")
REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
# Their content is not part of the text.
WITHOUT_TEXT = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "iframe", "noembed", "xml")
}


class Token(NamedTuple):
    """``kind`` is "text", "start" or "end"; ``source`` is the part of the HTML that it stands for."""

    kind: str
    source: str
    name: str = ""
    attributes: str = ""


class Scanner:
    """What was looked for to the end and not found is not looked for again: that keeps it linear."""

    def __init__(self, source: str):
        self.source = source
        self.tag = TAG
        self.missing = set()

    def tokens(self) -> Iterator[Token]:
        source, position, text_from = self.source, 0, 0
        while (position := source.find("<", position)) >= 0:
            match = self.match_tag(position)
            after = match.end() if match else self.end_of_declaration(position)
            if after is None:
                position += 1
                continue
            if position > text_from:
                yield Token("text", source[text_from:position])
            if match:
                token = as_token(match)
                yield token
                after = self.end_of_content(token, after)
            position = text_from = after
        if text_from < len(source):
            yield Token("text", source[text_from:])

    def match_tag(self, position):
        source = self.source
        if not source[position + 1 : position + 3].lstrip("/")[:1].isalpha() or ">" in self.missing:
            return None
        if match := self.tag.match(source, position):
            return match
        if self.find(">", position) < 0:
            return None
        self.tag = TAG_WITHOUT_QUOTES
        return self.tag.match(source, position)

    def end_of_declaration(self, position):
        """Where a comment, « <!…> », « <?…> » or « </…> » ends; None for a « < » that is text."""
        source = self.source
        if source.startswith("<!--", position):
            if source.startswith((">", "->"), position + 4):
                return source.index(">", position) + 1
            end = self.find("-->", position + 4)
            return end + 3 if end >= 0 else position + 4
        if source[position + 1 : position + 2] not in {"!", "?", "/"}:
            return None
        end = self.find(">", position)
        return end + 1 if end >= 0 else None

    def end_of_content(self, token, position):
        """Past the content of an element that has no text; one that never ends loses only its tag."""
        closing = WITHOUT_TEXT.get(token.name)
        if closing is None or token.kind != "start" or closing in self.missing:
            return position
        if match := closing.search(self.source, position):
            return match.start()
        self.missing.add(closing)
        return position

    def find(self, text, position):
        if text in self.missing:
            return -1
        found = self.source.find(text, position)
        if found < 0:
            self.missing.add(text)
        return found


def tokens(source: str) -> Iterator[Token]:
    """Tags with lower-case names, and the text between them; comments, scripts and styles are left out."""
    return Scanner(source).tokens()


def as_token(match) -> Token:
    closes, name, attributes = match.groups()
    return Token("end" if closes else "start", match.group(), name.lower(), attributes)


def attributes_of(token: Token) -> dict[str, str]:
    """Attributes by lower-case name, references resolved; of a repeated one the first."""
    found = {}
    for name, *values in ATTRIBUTE.findall(token.attributes):
        value = REFERENCE.sub(lambda reference: html.unescape(reference.group()), "".join(values))
        found.setdefault(name.lower(), value)
    return found


def text_in(token: Token) -> str:
    """The text of a text token, references resolved."""
    if "&" not in token.source:
        return token.source
    try:
        return html.unescape(token.source)
    except ValueError:  # a number of thousands of digits: Python refuses to read it
        return token.source
