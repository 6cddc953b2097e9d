"""What differs between two versions: words, entries, blocks; the bound of the work; nothing lost of either text."""

import random
from difflib import SequenceMatcher

import pytest

from articles import matching
from articles.body_blocks import blocks_of, boxes_of, without_boxes
from articles.comparison import Block, Item, Run, compare, folded, item_runs, text_rows, word_runs

RANDOM = random.Random(7)
COMMON = ["de", "la", "le", "les", "à", "et", "des", "du", "en", "un", "une", ",", "."] * 12
VOCABULARY = COMMON + [f"mot{n}" for n in range(3000)]


def paragraph(words):
    return Block("paragraph", " ".join(RANDOM.choices(VOCABULARY, k=words)) + ".")


def edited(block, changes=1):
    words = block.text.split(" ")
    for place in RANDOM.sample(range(len(words)), changes):
        words[place] = "changé"
    return Block("paragraph", " ".join(words))


def one_side(runs, kind):
    return "".join(run.text for run in runs if run.kind in {"same", kind})


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("Le chat dort.", "Le gros chat dort.", [("same", "Le"), ("inserted", " gros"), ("same", " chat dort.")]),
        ("Le gros chat dort.", "Le chat dort.", [("same", "Le"), ("deleted", " gros"), ("same", " chat dort.")]),
        ("fin", "fin et suite", [("same", "fin"), ("inserted", " et suite")]),
        ("l’homme", "l’élu", [("same", "l’"), ("deleted", "homme"), ("inserted", "élu")]),
        ("", "neuf", [("inserted", "neuf")]),
        ("ancien", "", [("deleted", "ancien")]),
        ("même", "même", [("same", "même")]),
        (
            "un, deux trois",
            "six, sept trois",
            [("deleted", "un, deux"), ("inserted", "six, sept"), ("same", " trois")],
        ),
    ],
)
def test_words_that_changed_are_marked_and_no_others(old, new, runs):
    assert word_runs(old, new) == tuple(Run(*run) for run in runs)


def test_two_sentences_that_share_only_little_words_are_not_woven_together():
    old, new = "Le maire de la ville a signé le décret", "Des pluies ont coupé la route du nord"
    assert word_runs(old, new) == (Run("deleted", old), Run("inserted", new))


@pytest.mark.parametrize("seed", range(30))
def test_both_texts_can_be_read_whole_in_the_comparison(seed):
    chance = random.Random(seed)
    signs = ["a", "b", "c ", " ", "\n", "’", ".", ", ", "é", "e\u0301", "« ", "\u202f!", "😀", "<b>"]
    old, new = ("".join(chance.choices(signs, k=chance.randrange(60))) for _ in range(2))
    runs = word_runs(old, new)
    assert (one_side(runs, "deleted"), one_side(runs, "inserted")) == (old, new)
    blocks = [[Block("paragraph", chance.choice(signs) * 3) for _ in range(chance.randrange(12))] for _ in range(2)]
    rows = text_rows(*blocks)
    assert [row.old for row in rows if row.old] == blocks[0]
    assert [row.new for row in rows if row.new] == blocks[1]


def test_paragraph_is_compared_with_its_own_former_self_though_one_came_before_it():
    old = [paragraph(50) for _ in range(40)]
    new = [paragraph(50), *(edited(block, 3) for block in old)]
    rows = text_rows(old, new)
    assert rows[0].old is None
    assert all(one_side(row.runs, "deleted") == row.old.text for row in rows[1:])
    assert all(len([run for run in row.runs if run.kind == "same"]) >= 3 for row in rows[1:])


@pytest.fixture
def work(monkeypatch):
    """The pairs of equal entries that word-by-word comparisons had to look at, one number a comparison."""
    seen = []

    class Counting(SequenceMatcher):
        def __init__(self, isjunk, old, new, **how):
            seen.append(sum(new.count(entry) for entry in set(old) for _ in range(old.count(entry))))
            super().__init__(isjunk, old, new, **how)

    monkeypatch.setattr(matching, "SequenceMatcher", Counting)
    return seen


LONG = {
    "a word in each of 400 paragraphs": lambda: _pairs([paragraph(50) for _ in range(400)], edited),
    "all of 400 paragraphs": lambda: _pairs([paragraph(50) for _ in range(400)], lambda _block: paragraph(50)),
    "one paragraph of 20,000 words": lambda: _pairs([paragraph(20_000)], lambda block: edited(block, 40)),
    "one paragraph, every word": lambda: _pairs([paragraph(20_000)], lambda _block: paragraph(20_000)),
    "two words over and over": lambda: (["a b " * 10_000], ["b a " * 10_000]),
    "the same paragraph over and over": lambda: (["a"] * 5000, ["b", *["a"] * 4000, "c"]),
}


def _pairs(blocks, change):
    return [block.text for block in blocks], [change(block).text for block in blocks]


@pytest.mark.parametrize("name", LONG)
def test_work_on_20000_words_is_bounded_whatever_changed(work, name):
    """No single comparison looks at more than ``MOST_PAIRS`` pairs, and there are few beside the length."""
    old, new = ([Block("paragraph", text) for text in texts] for texts in LONG[name]())
    rows = text_rows(old, new)
    assert [row.old for row in rows if row.old] == old
    assert [row.new for row in rows if row.new] == new
    assert max(work, default=0) <= matching.MOST_PAIRS
    assert sum(work) < 20 * 20_000


def test_long_paragraph_still_shows_which_of_its_words_changed():
    old = paragraph(20_000)
    new = edited(old, 5)
    changed = sum(len(run.text) for run in word_runs(old.text, new.text) if run.kind != "same")
    assert 0 < changed < 2_000


def test_unchanged_stretches_are_folded_but_for_one_beside_each_change():
    old = [Block("paragraph", f"Paragraphe {n}.") for n in range(20)]
    new = [*old[:10], Block("paragraph", "Autre."), *old[11:]]
    shapes = [(len(passage.rows), passage.is_folded) for passage in folded(text_rows(old, new))]
    assert shapes == [(9, True), (1, False), (1, False), (1, False), (8, True)]
    assert [row.new for passage in folded(text_rows(old, new)) for row in passage.rows] == new


def test_entries_of_a_list_are_compared_whole_and_by_their_key():
    old, new = [Item(1, "Awa"), Item(2, "Bakary")], [Item(2, "Bakary"), Item(3, "Awa")]
    assert item_runs(old, new) == (Run("deleted", "Awa"), Run("same", "Bakary"), Run("inserted", "Awa"))


def test_only_fields_that_differ_are_changes_and_the_others_are_named():
    old = {"headline": "Un", "tags": [Item("a", "a")], "body": [Block("paragraph", "x")]}
    new = old | {"headline": "Deux"}
    found = compare(old, new, {"headline": "Titre", "tags": "Mots-clés", "body": "Texte"})
    assert [change.label for change in found.changes] == ["Titre"]
    assert found.same == ["Mots-clés", "Texte"]


def titles(kind, key):
    return f"{kind} {key}"


def test_body_is_read_as_blocks_and_not_as_markup():
    body = (
        "<h2>Inter</h2><p>Un <strong>mot</strong><br>et un <a href='https://a.example/'>lien</a>.</p>"
        "<ul><li><p>Puce</p></li></ul><ol><li><p>Un</p></li></ol><blockquote><p>Dit</p><cite>Elle</cite></blockquote>"
        '<aside data-article="42"></aside><figure data-picture="7"><figcaption>Vue</figcaption></figure>'
        '<figure data-embed="https://youtu.be/x"></figure><hr>'
    )
    found = [(block.kind, block.text) for block in blocks_of(body, titles)]
    assert found == [
        ("heading", "Inter"),
        ("paragraph", "Un mot\net un lien [https://a.example/]."),
        ("item", "Puce"),
        ("item", "Un"),
        ("quote", "Dit"),
        ("cite", "Elle"),
        ("article", "article 42"),
        ("picture", "picture 7\nVue"),
        ("embed", "https://youtu.be/x"),
        ("rule", "———"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "is_relabelled"),
    [
        ("<p>Un mot</p>", "<p>Un <strong>mot</strong></p>", False),
        ("<p>Un mot</p>", "<h2>Un mot</h2>", True),
        ("<ul><li><p>x</p></li></ul>", "<ol><li><p>x</p></li></ol>", True),
    ],
)
def test_same_words_in_other_dress_are_a_difference_that_is_said(old, new, is_relabelled):
    (row,) = text_rows(blocks_of(old, titles), blocks_of(new, titles))
    assert (row.is_same, row.is_restyled, row.is_relabelled) == (False, True, is_relabelled)


def test_address_of_a_link_that_changed_is_seen():
    old, new = (f'<p>Voir <a href="https://{host}/">ici</a></p>' for host in ("a.example", "b.example"))
    (row,) = text_rows(blocks_of(old, titles), blocks_of(new, titles))
    assert "a.example" in one_side(row.runs, "deleted")
    assert "b.example" in one_side(row.runs, "inserted")


def test_boxes_are_found_and_taken_out_with_all_that_is_in_them():
    body = (
        '<p>Avant</p><aside data-article="1"></aside><figure data-picture="1"><figcaption>Vue</figcaption></figure>'
        '<aside data-article="2"></aside><p>Après</p>'
    )
    assert (boxes_of(body, "article"), boxes_of(body, "picture")) == ({1, 2}, {1})
    without = without_boxes(without_boxes(body, "article", {1}), "picture", {1})
    assert without == '<p>Avant</p><aside data-article="2"></aside><p>Après</p>'
    assert without_boxes(body, "article", {9}) == body
