"""Days in words, as templates ask for them."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [("fr", 1, "1er mars 2026"), ("fr", 2, "2 mars 2026"), ("en", 1, "1 March 2026")],
)
def test_the_first_of_a_month_is_said_as_it_is_read(language, day, words):
    with translation.override(language):
        said = Template("{% load dates %}{{ day|date_words }}").render(Context({"day": dt.date(2026, 3, day)}))
    assert said == words
