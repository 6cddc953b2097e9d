"""What the search takes for the same word."""

import pytest

from web.stems import LONGEST, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sécurité", "SECURITE"),
        ("élections", "élection"),
        ("l’élection", "election"),
        ("d'eau", "eau"),
        ("qu’ils", "ils"),
        ("lorsqu’Awa", "awa"),
        ("cœur", "coeur"),
        ("maraîchers", "maraichère"),
        ("ﬁnance", "finances"),
        ("péa\xadge", "péage"),
    ],
)
def test_are_the_same_word(one, other):
    assert stems(one) == stems(other)


def test_apostrophe_inside_a_word_is_no_elision():
    assert len(stems("aujourd’hui")) == 2
    assert stems("presqu’île") != stems("île")


def test_letters_of_other_languages_are_words():
    assert len(stems("Bamakɔ ŋɔmi السلام")) == 3


def test_signs_are_no_words():
    assert stems('« — » … 5 000 % _ \x00 * NEAR( "') == ["5", "000", "ne" + "ar"]


def test_a_word_without_end_is_cut():
    assert all(len(stem) <= LONGEST for stem in stems("a" * 10_000))
