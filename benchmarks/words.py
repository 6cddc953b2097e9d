"""The word check: 20,000 words and a contribution of 2,000 characters."""

import itertools
import random

from benchmarks.bench import Bench
from comments.folding import words_of
from comments.words import Checker

SYLLABLES = [a + b for a, b in itertools.product("bcdfglmnprstv", ["a", "é", "i", "o", "ou", "an"])]
LISTED, LONGEST = 20_000, 2_000


def listed(count=LISTED) -> list[str]:
    """Words of three or four syllables, each tenth an expression of two; the same in every run."""
    chance = random.Random(1)  # noqa: S311 - no secret
    found = {}
    while len(found) < count:
        word = "".join(chance.choices(SYLLABLES, k=chance.choice([3, 4])))
        found[f"{word} {chance.choice(SYLLABLES)}" if len(found) % 10 == 0 else word] = None
    return list(found)


def contribution() -> str:
    """Of words like those, none of which is listed, with letters that stand alone."""
    chance = random.Random(2)  # noqa: S311 - no secret
    words = ["".join(chance.choices(SYLLABLES, k=2)) + "x" for _ in range(LONGEST)]
    return " à l’".join(words)[:LONGEST]


def check_of_a_contribution():
    checker, text = Checker(suspect="\n".join(listed())), contribution()
    assert checker.check(text) == ("", "")  # noqa: S101
    return lambda: checker.check(text), lambda: words_of(text)


def check_with_few_words():
    """The number of listed words makes no difference."""
    many, few = Checker(suspect="\n".join(listed())), Checker(suspect="\n".join(listed(20)))
    text = contribution()
    return lambda: many.check(text), lambda: few.check(text)


def compiling():
    """Once for each version of the lists: not much more than folding the words."""
    lines = listed()
    return lambda: Checker(suspect="\n".join(lines)), lambda: [words_of(line) for line in lines]


BENCHES = [
    Bench("word check, 20,000 words", "splitting and folding the text", 6, check_of_a_contribution),
    Bench("word check, 20,000 words", "the check with 20", 1.5, check_with_few_words),
    Bench("compiling 20,000 words", "splitting and folding them", 2, compiling),
]
