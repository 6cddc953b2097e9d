"""What a reader sees of the plain text of a contribution: paragraphs, quotes and links. Every sign is escaped."""

import re

from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from web.normal_form import address_of_link

from .text import without_towers

# Quotes within quotes within quotes; what is quoted deeper stands with the deepest.
DEEPEST = 3
QUOTED = re.compile(r"(?:[ \t]?>)+[ \t]?")
LINK = re.compile(r"""https?://[^\s<>"«»“”]+""", re.IGNORECASE)
# What ends a sentence rather than an address.
AFTER = ".,;:!?…'’”*_"
PAIRS = {")": "(", "]": "[", "}": "{"}
# Characters of an address that are shown.
SHOWN = 48


def html_of(text: str) -> SafeString:
    """In a time that grows with the length of the text, whatever it is made of."""
    parts, depth = [], 0
    for level, lines in paragraphs(without_towers(text)):
        parts.append(_step(depth, level))
        parts.append(f"<p>{'<br>'.join(map(linked, lines))}</p>")
        depth = level
    if not parts:
        # Nothing but signs of quoting.
        return mark_safe(linebreaks(text, autoescape=True))
    return mark_safe("".join([*parts, _step(depth, 0)]))


def paragraphs(text: str):
    """(how deep it is quoted, its lines) of each paragraph."""
    level, lines = 0, []
    for line in text.split("\n"):
        deep, said = _unquoted(line)
        if lines and (deep != level or not said):
            yield level, lines
            lines = []
        if said:
            level = deep
            lines.append(said)
    if lines:
        yield level, lines


def linked(line: str) -> str:
    """The line as HTML. Only addresses of the web are links; search engines are told that readers wrote them."""
    parts, done = [], 0
    for found in LINK.finditer(line):
        shown = without_end(found[0])
        if address := address_of_link(shown):
            parts += [escape(line[done : found.start()]), _anchor(address, shown)]
            done = found.start() + len(shown)
    return "".join([*parts, escape(line[done:])])


def without_end(address: str) -> str:
    """Without what belongs to the sentence: a bracket that was opened within the address belongs to that."""
    counts = {sign: address.count(sign) for pair in PAIRS.items() for sign in pair}
    end = len(address)
    while end:
        sign = address[end - 1]
        if sign in PAIRS and counts[sign] > counts[PAIRS[sign]]:
            counts[sign] -= 1
        elif sign not in AFTER:
            break
        end -= 1
    return address[:end]


def _unquoted(line):
    if found := QUOTED.match(line):
        return min(DEEPEST, found[0].count(">")), line[found.end() :].strip()
    return 0, line.rstrip()


def _step(before, after):
    return "<blockquote>" * (after - before) + "</blockquote>" * (before - after)


def _anchor(address, shown):
    words = shown.split("://", 1)[1].removeprefix("www.").rstrip("/")
    words = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    return f'<a href="{escape(address)}" rel="ugc nofollow noopener">{escape(words)}</a>'
