"""Words of the desk's lists are found as a reader sees them, and nowhere else."""

import pytest
from django.core.exceptions import ValidationError

from comments import words
from comments.models import WordList
from comments.words import Checker
from journal.models import Entry

LISTS = {
    "banned": "crétin\nsale race",
    "suspect": "con\nmagouille\naujourd'hui",
    "allowed": "Con Dao\npauvre con de film",
}


def suspect(text, listed="con\nimbécile\nsale type\nœuf"):
    return Checker(suspect=listed).check(text)[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Quel imbécile !", "imbécile"),
        ("QUEL IMBECILE", "IMBECILE"),
        ("un imbe\u0301cile", "imbe\u0301cile"),
        ("l’imbécile", "imbécile"),
        ("(imbécile)", "imbécile"),
        ("im\u200bbé\u00adcile heureux", "im\u200bbé\u00adcile"),
        ("imb\u0435cil\u0435", "imb\u0435cil\u0435"),
        ("ιmbéciłe", "ιmbéciłe"),
        ("ｉｍｂｅｃｉｌｅ", "ｉｍｂｅｃｉｌｅ"),
        ("𝐢𝐦𝐛𝐞𝐜𝐢𝐥𝐞", "𝐢𝐦𝐛𝐞𝐜𝐢𝐥𝐞"),
        ("i m b é c i l e", "i m b é c i l e"),
        ("quel c.o.n, vraiment", "c.o.n"),
        ("c - o - n", "c - o - n"),
        ("im.bé.cile", "im.bé.cile"),
        ("c’est im-bécile", "im-bécile"),
        ("un sale type", "sale type"),
        ("un SALE\u00a0\u00a0Type", "SALE\u00a0\u00a0Type"),
        ("un sale\ntype", "sale\ntype"),
        ("un oeuf", "oeuf"),
        ("i\u0301\u0302\u0303mbécile", "i\u0301\u0302\u0303mbécile"),
    ],
)
def test_a_word_is_found_as_it_was_typed(text, word):
    assert suspect(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "La condition des connaissances",
        "imbéciles",
        "Il est sale. Type de contrat",
        "un type sale",
        "sale gros type",
        "Il y a, à O., un cas",
        "co n",
        "c" + " " * 9 + "o" + " " * 9 + "n",
        "",
        "¡!",
    ],
)
def test_what_only_resembles_a_word_is_none(text):
    assert suspect(text) == ""


def test_the_first_of_several_is_told():
    assert suspect("Un sale type, un con, un imbécile") == "sale type"


def test_all_of_them_are_found_once_each_with_their_entry():
    found = Checker(banned="con\nsale type", suspect="Imbécile").find("c.o.n, SALE TYPE, im-bécile, con")
    assert [[(match.word, match.entry) for match in matches] for matches in found] == [
        [("c.o.n", "con"), ("SALE TYPE", "sale type"), ("con", "con")],
        [("im-bécile", "Imbécile")],
    ]


def test_an_expression_of_the_site_makes_its_words_harmless():
    checker = Checker(**LISTS)
    assert checker.check("L’île de Con Dao")[1] == ""
    assert checker.check("L’île de CON-DAO, pauvre con")[1] == "con"
    assert checker.check("Pauvre con de film !") == ("", "")


def test_banned_and_suspect_words_are_told_apart():
    assert Checker(**LISTS).check("Sale race de magouille") == ("Sale race", "magouille")


def test_lines_without_a_word_find_nothing():
    assert Checker(banned="\n***\n  \n").check("*** a b c") == ("", "")


def test_the_lists_are_compiled_once_for_each_version(db, cast, monkeypatch, django_assert_num_queries):
    made = []
    monkeypatch.setattr(words, "Checker", lambda *lists: made.append(lists) or Checker(*lists))
    assert words.save(by=cast.moderator, version=1, suspect="con")
    for _ in range(3):
        assert words.checker().check("con")[1] == "con"
    assert len(made) == 1
    with django_assert_num_queries(1):
        words.checker()
    assert words.save(by=cast.moderator, version=2, suspect="autre")
    assert words.checker().check("con") == ("", "")
    assert len(made) == 2


def test_saving_is_written_in_the_journal_and_loses_nobodys_work(db, cast):
    assert words.save(by=cast.moderator, version=1, banned="un")
    assert not words.save(by=cast.editor, version=1, banned="deux")
    assert WordList.objects.get().banned == "un"
    entry = Entry.objects.get(action="Words of the contributions changed")
    assert entry.by_key == cast.moderator.pk
    assert words.save(by=cast.editor, version=2, banned="un")
    assert WordList.objects.get().version == 2


def test_entries_are_kept_once_in_their_order():
    assert words.cleaned(" Zut \r\n\r\ncrétin\nCRETIN\n  sale   race ") == "Zut\ncrétin\nsale race"


def test_every_line_that_can_be_no_word_is_named_with_its_number_and_the_reason(settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(ValidationError) as raised:
        words.cleaned("\r\n*\r\nbon\n" + "x" * 101 + "\n 😀 \n" + "y" * 100)
    assert raised.value.messages == [
        "Line 2, “*”: there is no letter and no digit in it.",
        f"Line 4, “{'x' * 40}…”: 101 characters, and there may be 100 at most.",
        "Line 5, “😀”: there is no letter and no digit in it.",
    ]
