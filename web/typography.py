"""French typography of plain text. The rules are those of the Imprimerie nationale.

The text of a body gets the same treatment in the editor.
"""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"
ELLIPSIS = "…"
SPACE = f"[ {NO_BREAK}{NARROW}\u2009]*+"

# Addresses, hashtags, mentions: left as they are.
LEFT_ALONE = r"""(?:https?://|www\.)[^\s"«»]+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+|[#@]\w+"""
RULES = [
    (re.compile(r"\.{3,}"), ELLIPSIS),
    (re.compile(r"(?<!\d)'|'(?=[^\W\d_])"), "’"),
    (re.compile(r'(?<![\w.,;:!?…%)\]»"])"(?=\S)([^"\n]*[^"\s])"(?!")'), r"«\1»"),
    (re.compile(f"«{SPACE}(?=\\S)"), f"«{NO_BREAK}"),
    (re.compile(f"(?<=[^\\s«]){SPACE}»"), f"{NO_BREAK}»"),
    (re.compile(f"(?<=[^\\s([«¿¡;!?]){SPACE}([;!?])"), rf"{NARROW}\1"),
    (re.compile(f"(?<=[^\\s([«:]){SPACE}:(?=\\s|$)"), f"{NO_BREAK}:"),
    (re.compile(f"(?<=\\d){SPACE}([%€])"), rf"{NO_BREAK}\1"),
]
RULES = [(re.compile(f"({LEFT_ALONE})|(?:{rule.pattern})"), result) for rule, result in RULES]

DANGLING = " \t\n.,;:!?…-–—«“‘([" + NO_BREAK + NARROW


LINE_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def one_line(text: str) -> str:
    """Plain text on one line, without characters that cannot be seen."""
    text = LINE_SPACE.sub(" ", text)
    return "".join(letter for letter in text if letter.isprintable() or letter in NO_BREAK + NARROW).strip()


def french(text: str) -> str:
    """The plain text as a French newspaper sets it; applying it again changes nothing."""
    for rule, result in RULES:
        replacement = result.replace(r"\1", r"\2")
        text = rule.sub(lambda match, to=replacement: match[1] or match.expand(to), text)
    return text


def cut_at_word(text: str, length: int) -> str:
    """At most ``length`` characters: whole, or cut between two words with one ellipsis. "" if no word fits."""
    if len(text) <= length:
        return text
    if length < 2:
        return ""
    end = length - 1
    while end > 0 and not text[end].isspace():
        end -= 1
    kept = text[:end].rstrip(DANGLING)
    return f"{kept}{ELLIPSIS}" if kept else ""
