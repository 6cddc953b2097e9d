"""Cutting a text short where a reader would pause: at the end of a sentence, else of a clause."""

import re

from .typography import DANGLING, ELLIPSIS, NO_BREAK

# Of the length that there is room for: sentences that fill less of it give way to a clause that fills more.
ENOUGH = 1 / 4
# Words that begin a clause: a text may stop before them.
OPENING_WORDS = """
et ou mais car donc or qui que dont où lorsque lorsqu quand puisque tandis afin pour parce pendant depuis après avant
selon malgré and but which who whom where when while because after before until
"""
# With these, words after which no text may stop.
LEADING_WORDS = """
le la les l un une des du de d au aux à en y ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos se
ne n me te lui il ils elle elles on je tu nous vous par avec dans sur sous sans vers chez entre contre dès jusque jusqu
comme si ni qu quel quelle quels quelles chaque plusieurs quelques tout toute tous toutes très plus moins trop aussi
même est sont était étaient sera seront a ont avait avaient aura auront ait soit être avoir été fait font peut peuvent
doit doivent va vont deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante soixante
cent cents mille the an of to in at by for with from into over under as is are was were be been has have had that this
these those its his her their our your my it they he she we not no nor than so if
"""
SHORT_FORMS = "mm mme mmes mlle dr pr me mgr st ste cf art vol av apr env hab tél col gal mr mrs"
OPENING = frozenset(OPENING_WORDS.split())
WEAK = OPENING | frozenset(LEADING_WORDS.split())
ABBREVIATIONS = frozenset(SHORT_FORMS.split())

STOP = re.compile(rf"[.!?…]+(?:[\s{NO_BREAK}]?[»”)\]])*(?=\s|$)")
CLAUSE = re.compile(r"\s*[,;:](?=\s)|\s+[–—(]|\s+(?=(\w+)\b)")
WORD = re.compile(r"\w+\Z")
PAIRS = ("«»", "“”", "()", "[]")


def shorten(text: str, length: int) -> str:
    """At most ``length`` characters of one line: whole, or whole sentences. Of a longer first sentence, clauses or
    else words with one ellipsis, never after a preposition, an article or a number. "" if nothing fits."""
    if len(text) <= length:
        return text
    sentences = text[: max((end for end in _sentence_ends(text) if end <= length), default=0)]
    if len(sentences) >= length * ENOUGH:
        return sentences
    return (
        _cut(text, length, _clause_ends(text[:length])) or sentences or _cut(text, length, _word_ends(text[:length]))
    )


def _sentence_ends(text):
    """Where sentences end outside of quotations and brackets."""
    for stop in STOP.finditer(text):
        following = text[stop.end() :].lstrip(" \t\n«“([–—-" + DANGLING)
        if following[:1].islower() or (stop[0] == "." and _is_abbreviated(text[: stop.start()])):
            continue
        if not _unclosed(text[: stop.end()]):
            yield stop.end()


def _is_abbreviated(text):
    """Whether the full stop behind belongs to « Mme » or to an initial."""
    word = WORD.search(text)
    return bool(word) and (word[0].lower() in ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper()))


def _clause_ends(text):
    return [match.start() for match in CLAUSE.finditer(text) if not match[1] or match[1].lower() in OPENING]


def _word_ends(text):
    return [match.start() for match in re.finditer(r"\s+", text)]


def _cut(text, length, ends):
    """The longest piece that ends at one of the places and stops well, an open quotation closed; or ""."""
    for end in reversed(ends):
        kept = text[:end].rstrip(DANGLING)
        closing = _closing(kept)
        if length * ENOUGH <= len(kept) <= length - len(ELLIPSIS + closing) and _stops_well(kept):
            return kept + ELLIPSIS + closing
    return ""


def _stops_well(text):
    word = re.split(r"[\s’'-]", text.rstrip(f"»”)]{NO_BREAK}"))[-1]
    return word[:1].isalpha() and word.lower() not in WEAK


def _unclosed(text):
    return [pair for pair in PAIRS if text.count(pair[0]) > text.count(pair[1])]


def _closing(text):
    """What closes the quotation or bracket that the text leaves open."""
    return "".join(NO_BREAK + "»" if pair == "«»" else pair[1] for pair in _unclosed(text)[:1])
