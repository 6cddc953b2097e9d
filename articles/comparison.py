"""What differs between two versions, word by word: readable values in, runs of text out. Asks no database.

Paragraphs are matched first, then the words of those that changed; words beyond the bound of ``matching`` are cut into
sentences first. 20,000 words of which every paragraph changed take well under a second.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from .matching import exceeds_bound, matched, opcodes

# Two texts of which less is the same are two texts: common little words would make a riddle of them.
KEPT = 0.3
# Unchanged blocks shown beside a change, and how many more are worth folding away.
BESIDE, WORTH_FOLDING = 1, 2
# Kinds of blocks that are seen to be what they are.
LOOKS = {"heading", "quote", "cite", "item"}
# White space goes with the word after it; an elided article is a word of its own.
WORD = re.compile(r"\s*(?:[\w\u0300-\u036f]+[’']?|[^\w\s]+)|\s+")
END_OF_SENTENCE = re.compile(r"[.!?…]+\W*$")


class Run(NamedTuple):
    """``kind``: "same", "deleted" or "inserted"."""

    kind: str
    text: str


class Item(NamedTuple):
    """An entry of a list such as tags: compared as a whole, read by its text."""

    key: object
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, entry of a list, quotation or box, as it is read. ``source`` tells apart what reads the
    same, such as bold words; ``label`` says what it is, where that is not plain."""

    kind: str
    text: str
    source: str = ""
    label: str = ""


@dataclass(frozen=True)
class Row:
    """A block before and after; None where a version has none."""

    old: Block | None
    new: Block | None
    runs: tuple[Run, ...]

    @property
    def sides(self) -> tuple[Block, Block]:
        """Before and after; what one version does not have takes the other's looks."""
        return self.old or self.new, self.new or self.old

    @property
    def is_same(self) -> bool:
        return self.old == self.new

    @property
    def label(self) -> str:
        """What it is, where its looks do not say so or where it is new."""
        return "" if self.is_same and self.new.kind in LOOKS else self.sides[1].label

    @property
    def is_restyled(self) -> bool:
        """The same words, marked up in another way or made another kind of block."""
        return bool(self.old and self.new and not self.is_same and self.old.text == self.new.text)

    @property
    def is_relabelled(self) -> bool:
        """It became another kind of block, whatever its words."""
        return bool(self.old and self.new and self.old.label != self.new.label)


@dataclass(frozen=True)
class Passage:
    """Rows in order; folded ones are the same in both versions."""

    rows: list[Row]
    is_folded: bool = False


@dataclass(frozen=True)
class Change:
    """A field that differs. ``items`` of one that holds a list, a run each; otherwise ``passages``."""

    name: str
    label: str
    passages: tuple[Passage, ...] = ()
    items: tuple[tuple[Run], ...] = ()


@dataclass(frozen=True)
class Comparison:
    """``same``: labels of the fields that do not differ."""

    changes: list[Change]
    same: list[str]


def compare(old: dict, new: dict, labels: dict[str, str]) -> Comparison:
    """Field by field, in the order of the labels. A value is a text, a list of ``Item`` or a list of ``Block``."""
    differing = [name for name in labels if old[name] != new[name]]
    changes = [_change(name, labels[name], old[name], new[name]) for name in differing]
    return Comparison(changes, [labels[name] for name in labels if name not in differing])


def text_rows(old: list[Block], new: list[Block]) -> list[Row]:
    return [Row(before, after, _row_runs(before, after)) for before, after in matched(old, new, _words_of_block)]


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """The old text is what is "same" and "deleted" joined, the new one what is "same" and "inserted"."""
    old_words, new_words = _words(old), _words(new)
    parts = [(old_words, new_words)]
    if exceeds_bound(old_words, new_words):
        parts = matched(_sentences(old_words), _sentences(new_words), list)
    runs = _joined(run for part in parts for run in _part_runs(*part))
    kept = sum(len(run.text) for run in runs if run.kind == "same")
    if old and new and len(runs) > 2 and kept < KEPT * min(len(old), len(new)):
        return Run("deleted", old), Run("inserted", new)
    return runs


def item_runs(old: list[Item], new: list[Item]) -> tuple[Run, ...]:
    """Whole entries; one that moved is deleted here and inserted there."""
    runs = []
    for tag, i, i_end, j, j_end in opcodes([item.key for item in old], [item.key for item in new]):
        if tag == "equal":
            runs += [Run("same", item.text) for item in new[j:j_end]]
        else:
            runs += [Run("deleted", item.text) for item in old[i:i_end]]
            runs += [Run("inserted", item.text) for item in new[j:j_end]]
    return tuple(runs)


def _change(name, label, old, new):
    if isinstance(old, str):
        row = Row(Block("text", old) if old else None, Block("text", new) if new else None, word_runs(old, new))
        return Change(name, label, passages=(Passage([row]),))
    if isinstance((old or new)[0], Item):
        return Change(name, label, items=tuple((run,) for run in item_runs(old, new)))
    return Change(name, label, passages=tuple(folded(text_rows(old, new))))


def folded(rows: list[Row]) -> list[Passage]:
    """The rows with long stretches of unchanged ones set apart."""
    groups = [(is_same, list(group)) for is_same, group in groupby(rows, lambda row: row.is_same)]
    passages = []
    for place, (is_same, group) in enumerate(groups):
        before, after = BESIDE * (place > 0), len(group) - BESIDE * (place < len(groups) - 1)
        middle = group[before:after]
        if is_same and len(middle) >= WORTH_FOLDING:
            passages += [Passage(group[:before]), Passage(middle, is_folded=True), Passage(group[after:])]
        else:
            passages.append(Passage(group))
    return [passage for passage in passages if passage.rows]


def _row_runs(old, new):
    if old is None or new is None:
        return (Run("inserted", new.text) if old is None else Run("deleted", old.text),)
    return (Run("same", new.text),) if old.text == new.text else word_runs(old.text, new.text)


def _words(text) -> list[str]:
    return WORD.findall(text)


def _words_of_block(block) -> list[str]:
    return _words(block.text)


def _sentences(words) -> list[tuple[str, ...]]:
    sentences = [[]]
    for word in words:
        sentences[-1].append(word)
        if END_OF_SENTENCE.search(word):
            sentences.append([])
    return [tuple(sentence) for sentence in sentences if sentence]


def _part_runs(old, new):
    """Of two lists of words, the one or the other None."""
    old, new = list(old or ()), list(new or ())
    for tag, i, i_end, j, j_end in opcodes(old, new):
        if tag == "equal":
            yield Run("same", "".join(old[i:i_end]))
        else:
            yield Run("deleted", "".join(old[i:i_end]))
            yield Run("inserted", "".join(new[j:j_end]))


def _joined(runs) -> tuple[Run, ...]:
    """As few runs as can be: neighbours of a kind together, and signs between two changes part of both."""
    result, deleted, inserted, between = [], "", "", ""
    for kind, text in runs:
        if kind == "same" and (deleted or inserted) and not any(map(str.isalnum, text)):
            between += text
        elif kind == "same":
            result += [Run("deleted", deleted), Run("inserted", inserted), Run("same", between + text)]
            deleted = inserted = between = ""
        elif text:
            deleted += between + (text if kind == "deleted" else "")
            inserted += between + (text if kind == "inserted" else "")
            between = ""
    result += [Run("deleted", deleted), Run("inserted", inserted), Run("same", between)]
    merged = groupby((run for run in result if run.text), lambda run: run.kind)
    return tuple(Run(kind, "".join(run.text for run in group)) for kind, group in merged)
