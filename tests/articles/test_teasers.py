"""Teasers: never empty, never « -. », never cut in a clause that goes on, no doubled punctuation."""

import pytest

from articles.teasers import teaser
from tests.factories import make_article
from tests.shared_texts import articles, needs_shared, seed

LONG = "The minister spoke for an hour about it. " * 20


@pytest.fixture
def told(db):
    def told(standfirst="", body="", **fields):
        return teaser(make_article(headline="The headline", standfirst=standfirst, body=body, **fields))

    return told


@pytest.mark.parametrize(
    ("standfirst", "shown"),
    [
        ("A standfirst.", "A standfirst."),
        ("  Two\n lines ", "Two lines"),
        ("On the national territory..", "On the national territory."),
        ("Made public this day. .", "Made public this day."),
        ("And so on...", "And so on…"),
        ("And so on....", "And so on…"),
        ("And so on….", "And so on…"),
        ("One, two,...", "One, two…"),
        ("Really?.", "Really?"),
        ("One,, two;; three", "One, two; three"),
        ("R&D <b>costs</b>", "R&D <b>costs</b>"),
        ("20.000 at 06:58, etc., again", "20.000 at 06:58, etc., again"),
        ("Quoi\u202f?!", "Quoi\u202f?!"),
    ],
)
def test_the_standfirst_is_the_teaser_without_doubled_punctuation(told, standfirst, shown):
    assert told(standfirst) == shown


@pytest.mark.parametrize("standfirst", ["", " ", "-.", "-", "…", "...", "« »", "\xa0"])
def test_a_standfirst_without_a_word_counts_as_none(told, standfirst):
    assert told(standfirst, "<h2>Heading</h2><p>The <b>beginning</b> &amp; more.</p>") == "The beginning & more."
    assert told(standfirst, "<p>-.</p>") == "The headline"
    assert told(standfirst) == "The headline"


def test_captions_and_headings_do_not_begin_an_article(told):
    body = '<figure data-picture="1"><figcaption>Caption</figcaption></figure><h2>Heading</h2><p>Text.</p><p>More.</p>'
    assert told("", body) == "Text. More."


@pytest.mark.parametrize("length", [50, 133, 200])
def test_the_beginning_of_a_body_ends_with_a_sentence(db, length):
    shown = teaser(make_article(body=f"<p>{LONG}</p>"), length)
    assert len(shown) <= length
    assert shown.endswith("about it.")
    assert LONG.startswith(shown)


def test_a_beginning_shorter_than_a_sentence_ends_at_a_word(db):
    assert teaser(make_article(body=f"<p>{LONG}</p>"), 20) == "The minister spoke…"


def test_of_a_standfirst_longer_than_its_place_whole_sentences_are_shown(told):
    article = make_article(standfirst="The river rises. It rose all night, and nobody slept.")
    assert teaser(article) == article.standfirst
    assert teaser(article, 40) == "The river rises."
    assert teaser(article, 60) == article.standfirst


def test_a_long_standfirst_is_shown_whole(told):
    assert told(LONG) == LONG.strip()


@pytest.mark.parametrize("body", [LONG[:120], LONG[:300], "word " * 30])
def test_of_a_subscribers_article_the_teaser_shows_no_more_than_is_free(told, body):
    shown = told("", f"<p>{body}</p>", access="subscribers")
    assert len(shown) <= len(body) * 0.4
    assert shown.endswith(("about it.", "word…"))


def test_a_subscribers_article_of_a_few_words_is_told_by_its_headline(told):
    assert told("", "<p>Secret word</p>", access="subscribers") == "The headline"


def test_a_body_of_one_endless_word_is_told_by_its_headline(told):
    assert told("", f"<p>{'a' * 900}</p>") == "The headline"


@needs_shared
def test_teasers_of_real_articles_read_well(told):
    lines = [line for line in seed().splitlines() if line.strip()]
    for text in [*lines, *articles()]:
        for shown in (told(text), told("", text)):
            assert any(map(str.isalnum, shown))
            assert not shown.endswith(("..", " .", ",…", ".…", " …"))
        assert len(shown) <= 200
