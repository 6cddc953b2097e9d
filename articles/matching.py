"""Which entries of two lists, words or whole blocks, stand for each other; in linear time, but for what differs.

The bound: what differs is compared entry by entry while equal pairs in it number at most ``MOST_PAIRS`` (some 400
words of French). Beyond it stands as replaced whole, but for entries that are alike: they share neighbouring words.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import pairwise

MOST_PAIRS = 4_000
# Two neighbouring words that stand in more entries than this say nothing about which entry is which.
TOO_COMMON = 8
# Entries that share less of their neighbouring words are not alike.
ALIKE = 1 / 4


def matched(old: list, new: list, words_of: Callable) -> list[tuple]:
    """Pairs (old, new) in reading order, None for what has no counterpart: first what is equal, then what is alike."""
    pairs = []
    for tag, i, i_end, j, j_end in opcodes(old, new):
        if tag == "equal":
            pairs += zip(old[i:i_end], new[j:j_end], strict=True)
        else:
            pairs += _counterparts(old[i:i_end], new[j:j_end], words_of)
    return pairs


def _counterparts(old, new, words_of) -> list[tuple]:
    """Between two that are alike, as many before as after are taken for each other in order."""
    pairs, i, j = [], 0, 0
    for next_i, next_j in [*_alike(old, new, words_of), (len(old), len(new))]:
        before, after = old[i:next_i], new[j:next_j]
        if len(before) == len(after):
            pairs += zip(before, after, strict=True)
        else:
            pairs += [(entry, None) for entry in before] + [(None, entry) for entry in after]
        pairs += zip(old[next_i : next_i + 1], new[next_j : next_j + 1], strict=True)
        i, j = next_i + 1, next_j + 1
    return pairs


def _alike(old, new, words_of) -> list[tuple[int, int]]:
    """Places (in old, in new), both increasing, of entries that share enough of their neighbouring words."""
    where = defaultdict(set)
    for place, entry in enumerate(new):
        for two in _neighbours(words_of(entry)):
            where[two].add(place)
    found = []
    for place, entry in enumerate(old):
        twos = _neighbours(words_of(entry))
        votes = Counter(there for two in twos if len(where.get(two, ())) <= TOO_COMMON for there in where.get(two, ()))
        if votes:
            there, number = min(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - place)))
            if number >= ALIKE * len(twos):
                found.append((place, there))
    return _increasing(found)


def _neighbours(words) -> set[tuple[str, str]]:
    words = [word.strip() for word in words]
    return set(pairwise(["", *words, ""]))


def _increasing(places) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second number increases, too."""
    ends, chains = [], []
    for pair in places:
        at = bisect_left(ends, pair[1])
        chain = (pair, chains[at - 1] if at else None)
        ends[at : at + 1], chains[at : at + 1] = [pair[1]], [chain]
    kept, chain = [], chains[-1] if chains else None
    while chain:
        pair, chain = chain
        kept.append(pair)
    return kept[::-1]


def opcodes(old: list, new: list) -> list[tuple]:
    """As of ``difflib``, within the bound; equal beginnings and ends cost nothing."""
    start, end, differing_old, differing_new = _differing(old, new)
    codes = [("equal", 0, start, 0, start)]
    if _too_many_pairs(differing_old, differing_new):
        codes.append(("replace", start, len(old) - end, start, len(new) - end))
    else:
        found = SequenceMatcher(None, differing_old, differing_new, autojunk=False).get_opcodes()
        codes += [(tag, *(place + start for place in places)) for tag, *places in found]
    codes.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


def exceeds_bound(old: list, new: list) -> bool:
    """Whether the two would stand as replaced whole but for their equal beginnings and ends."""
    return _too_many_pairs(*_differing(old, new)[2:])


def _differing(old, new) -> tuple[int, int, list, list]:
    """How many entries are equal at the beginning and at the end, and what lies between."""
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    return start, end, old[start : len(old) - end], new[start : len(new) - end]


def _common_start(old, new) -> int:
    number = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        number += 1
    return number


def _too_many_pairs(old, new) -> bool:
    there = Counter(new)
    return sum(there[entry] for entry in old) > MOST_PAIRS
