"""The desk's lists of words, compiled once for each of their versions, and what a text has of them.

Words are whole words. An expression is several words that follow one another. Letters that somebody parted by spaces
or full stops are read together; a word within an allowed expression is harmless.
"""

import functools
import re
from itertools import pairwise
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from journal.recording import record

from .folding import Word, words_of
from .models import WordList

LONGEST_ENTRY = 100
# Of a line that is too long, in the sentence that says so.
LONGEST_SHOWN = 40
END_OF_LINE = re.compile(r"\r\n?|\n")
# Characters between two parts of what is read as one.
WIDEST_GAP = 5
# A shorter word is not looked for in letters that stand alone: « à y a ».
SHORTEST_PARTED = 3
# A sentence ends there, and with it an expression.
END_OF_SENTENCE = re.compile(r"[.!?…:;]\s|\n\s*\n")
# Of how many parts a word is put together again.
MOST_PARTS = 8
# One sign within a word, without spaces: « im.bé.cile ».
WITHIN = re.compile(r"[.\-_*·|/~+]")


class Match(NamedTuple):
    """``word`` as it was typed, ``entry`` as the list has it."""

    word: str
    start: int
    end: int
    entry: str


class Phrases:
    """Words and expressions to be found in a text, in a time that depends on the text alone."""

    def __init__(self, lines):
        self.words = {}
        self.longer = {}
        for line in lines:
            match [word.folded for word in words_of(line)]:
                case []:
                    continue
                case [word]:
                    self.words.setdefault(word, line)
                case [first, *rest]:
                    self.longer.setdefault(first, {}).setdefault(tuple(rest), line)

    def find(self, text, words: list[Word]):
        """Each match once, whatever the order."""
        if not (self.words or self.longer):
            return
        for start, end, entry in {*self._whole(text, words), *self._parted(text, words)}:
            yield Match(text[start:end].strip(), start, end, entry)

    def _whole(self, text, words):
        for index, word in enumerate(words):
            if word.folded in self.words:
                yield word.start, word.end, self.words[word.folded]
            for rest, entry in self.longer.get(word.folded, {}).items():
                found = words[index : index + 1 + len(rest)]
                if tuple(each.folded for each in found[1:]) == rest and _follow(text, found):
                    yield word.start, found[-1].end, entry

    def _parted(self, text, words):
        for run in runs(text, words):
            together = "".join(word.folded for word in run)
            if len(together) == len(run):
                yield from self._letters(run, together)
            else:
                yield from self._parts(run)

    def _letters(self, run, together):
        for start in range(len(run)):
            for end in range(start + SHORTEST_PARTED, min(len(run), start + self.longest) + 1):
                if entry := self.words.get(together[start:end]):
                    yield run[start].start, run[end - 1].end, entry

    def _parts(self, run):
        for start, first in enumerate(run):
            together = first.folded
            for part in run[start + 1 : start + MOST_PARTS]:
                together += part.folded
                if entry := self.words.get(together):
                    yield first.start, part.end, entry

    @functools.cached_property
    def longest(self) -> int:
        return max(map(len, self.words), default=0)


def runs(text, words):
    """Letters that follow one another, each alone; and parts of a word with one sign between two of them."""
    letters, parts = [], []
    for word in words:
        gap = text[letters[-1].end : word.start] if letters else ""
        if len(word.folded) > 1 or len(gap) > WIDEST_GAP:
            yield from _run(letters, SHORTEST_PARTED)
            letters = []
        if len(word.folded) == 1:
            letters.append(word)
        if parts and not WITHIN.fullmatch(text[parts[-1].end : word.start]):
            yield from _run(parts, 2)
            parts = []
        parts.append(word)
    yield from _run(letters, SHORTEST_PARTED)
    yield from _run(parts, 2)


def _run(words, least):
    if len(words) >= least:
        yield words


def _follow(text, words) -> bool:
    """Whether nothing but spaces and signs within a sentence stands between the words."""
    gaps = [text[one.end : other.start] for one, other in pairwise(words)]
    return all(len(gap) <= WIDEST_GAP and not END_OF_SENTENCE.search(gap) for gap in gaps)


class Checker:
    """What was compiled of a version of the lists."""

    def __init__(self, banned="", suspect="", allowed=""):
        self.banned, self.suspect, self.allowed = (Phrases(text.split("\n")) for text in (banned, suspect, allowed))

    def check(self, text) -> tuple[str, str]:
        """The first banned word and the first suspect one as they were typed, "" where there is none."""
        return tuple(found[0].word if found else "" for found in self.find(text))

    def find(self, text) -> tuple[list[Match], list[Match]]:
        """All banned and all suspect ones, in the order of the text."""
        words = words_of(text)
        harmless = [(match.start, match.end) for match in self.allowed.find(text, words)]
        return tuple(_harmful(phrases.find(text, words), harmless) for phrases in (self.banned, self.suspect))


def _harmful(matches, harmless) -> list[Match]:
    kept = [
        match for match in matches if not any(start <= match.start and match.end <= end for start, end in harmless)
    ]
    return sorted(kept, key=lambda match: (match.start, match.end))


def checker() -> Checker:
    """One query, and a second one after the lists have changed."""
    version = WordList.objects.filter(pk=1).values_list("version", flat=True).first()
    if version is None:
        return Checker()
    if kept := _compiled.get(version):
        return kept
    row = WordList.objects.get(pk=1)
    made = Checker(row.banned, row.suspect, row.allowed)
    _compiled.clear()
    _compiled[row.version] = made
    return made


# Of this process: the newest version that it has met.
_compiled: dict[int, Checker] = {}


def forget():
    """For when versions begin anew, as with another database."""
    _compiled.clear()


@transaction.atomic
def save(*, by, version, **lists) -> bool:
    """Writes the lists that changed (``banned``, ``suspect``, ``allowed``) over the ``version`` that was read. False,
    and nothing written, when somebody else has changed them since."""
    row, _is_new = WordList.objects.get_or_create(pk=1)
    changed = {name: text for name, text in lists.items() if text != getattr(row, name)}
    if not changed:
        return True
    if not WordList.objects.filter(pk=row.pk, version=version).update(version=version + 1, **changed):
        return False
    names = ", ".join(str(WordList._meta.get_field(name).verbose_name) for name in changed)
    record(gettext_noop("Words of the contributions changed"), row, by=by, detail=names)
    return True


def cleaned(text: str) -> str:
    """One entry a line, each once, in the order of its list; ValidationError naming every line that can be none."""
    seen, wrong = {}, []
    for number, typed in enumerate(END_OF_LINE.split(text), start=1):
        line = " ".join(typed.split())
        folded = " ".join(word.folded for word in words_of(line))
        if not line:
            continue
        if len(line) > LONGEST_ENTRY:
            wrong.append(_too_long(number, line))
        elif not folded:
            sentence = _("Line %(number)d, “%(line)s”: there is no letter and no digit in it.")
            wrong.append(ValidationError(sentence, params={"number": number, "line": line}))
        else:
            seen.setdefault(folded, line)
    if wrong:
        raise ValidationError(wrong)
    return "\n".join(seen.values())


def _too_long(number, line):
    sentence = _("Line %(number)d, “%(line)s…”: %(length)d characters, and there may be %(most)d at most.")
    shown = line[:LONGEST_SHOWN].rstrip()
    params = {"number": number, "line": shown, "length": len(line), "most": LONGEST_ENTRY}
    return ValidationError(sentence, params=params)
