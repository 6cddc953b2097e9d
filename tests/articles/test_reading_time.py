"""How long an article takes to read."""

import pytest

from articles.reading_time import minutes
from tests.factories import make_article


@pytest.mark.parametrize(("words", "expected"), [(0, 1), (1, 1), (299, 1), (301, 2), (2000, 10)])
def test_two_hundred_words_are_a_minute(words, expected):
    assert minutes(f"<p>{'mot ' * words}</p>") == expected


def test_signs_alone_are_no_words():
    assert minutes("<p>" + "mot : — « » " * 299 + "</p>") == 1


@pytest.mark.django_db
def test_page_says_it(client):
    article = make_article(body=f"<p>{'mot ' * 800}</p>")
    assert "4\u00a0min de lecture" in client.get(article.get_absolute_url()).text
