"""What templates say about an article."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from tests.factories import make_article

EARLY = dt.datetime(2024, 5, 27, 6, 58, tzinfo=dt.UTC)


def rendered(source, **context):
    return Template("{% load articles %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Africa/Bamako", "Monday 27 May 2024 at 06:58"),
        ("Asia/Kolkata", "Monday 27 May 2024 at 12:28"),
        ("Pacific/Auckland", "Monday 27 May 2024 at 18:58"),
    ],
)
def test_instants_are_told_in_the_sites_zone_whoever_asks(settings, zone, words):
    settings.TIME_ZONE = zone
    with translation.override("en"), timezone.override("America/New_York"):
        assert rendered("{{ at|published_words }}", at=EARLY) == f"Published {words}"
        assert rendered("{{ at|updated_words }}", at=EARLY) == f"Updated {words}"
        assert rendered("{{ at|day_words }}", at=EARLY) == "Monday 27 May 2024"


def test_without_an_instant_nothing_is_told():
    assert rendered("{{ at|published_words }}{{ at|updated_words }}", at=None) == ""


def test_a_teaser_is_text_and_not_markup(db):
    article = make_article(standfirst="<img src=x onerror=alert(1)> & more")
    assert rendered("{{ article|teaser }}", article=article) == "&lt;img src=x onerror=alert(1)&gt; &amp; more"
