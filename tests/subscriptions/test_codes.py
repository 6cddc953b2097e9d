"""Scratch codes can be read aloud, typed in any way, and a slip is told from a guess."""

import math

import pytest

from subscriptions.codes import ALPHABET, GROUP, LENGTH, RANDOM, new_code, read, shown


def test_a_code_holds_sixty_random_bits():
    assert RANDOM * math.log2(len(ALPHABET)) >= 60
    assert len({new_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("pair", ["0O", "1I", "1L", "5S", "2Z", "8B", "6G", "UV"])
def test_of_two_that_look_alike_one_at_most_is_used(pair):
    assert len(set(pair) & set(ALPHABET)) <= 1


def test_it_is_shown_in_groups_of_four():
    groups = shown(new_code()).split("-")
    assert [len(group) for group in groups] == [GROUP] * (LENGTH // GROUP)


@pytest.mark.parametrize(
    "change",
    [
        lambda code: code,
        shown,
        lambda code: shown(code).lower(),
        lambda code: f"  {shown(code).replace('-', ' – ')} ",
        lambda code: shown(code).replace("-", "\u202f"),
        lambda code: code.translate({ord(c): ord(c) + 0xFEE0 for c in ALPHABET}),
        lambda code: code.translate(str.maketrans("52862", "SZBGZ")),
    ],
)
def test_it_is_read_however_it_is_typed(change):
    for _ in range(20):
        code = new_code()
        assert read(change(code)) == code


def test_every_slip_of_one_character_and_every_swap_is_noticed():
    code = new_code()
    for place in range(LENGTH):
        for other in set(ALPHABET) - {code[place]}:
            assert read(code[:place] + other + code[place + 1 :]) is None
    for place in range(LENGTH - 2):
        if code[place] != code[place + 1]:
            swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            assert read(swapped) is None


@pytest.mark.parametrize("text", ["", "A", "\x00", "0" * 16, "é" * 16, "A" * 1000, "２" * 15])
def test_what_can_be_no_code_is_none(text):
    assert read(text) is None
