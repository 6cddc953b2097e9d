"""What the form says about an article, in French."""

import datetime as dt

import pytest
from django.utils import translation

from articles import state
from articles.dates import day_words, instant_words, zone_words
from tests.factories import make_article, make_newspaper

NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "draft", "published_at": None}, "Brouillon : rien ne paraîtra."),
        (
            {"status": "draft", "published_at": NOW},
            (
                "Brouillon : rien ne paraîtra. La date notée, lundi 23 novembre 2026 à 12:00 (heure de Bamako), "
                "ne vaut qu’une fois la parution programmée."
            ),
        ),
        (
            {"status": "to_review", "published_at": None},
            "À relire : rien ne paraîtra sans l’accord d’un rédacteur en chef.",
        ),
        ({"published_at": NOW + HOUR}, "Paraîtra lundi 23 novembre 2026 à 13:00 (heure de Bamako)."),
        (
            {"published_at": NOW - HOUR, "embargo_until": NOW + HOUR},
            "Paraîtra lundi 23 novembre 2026 à 13:00 (heure de Bamako). Jusque-là, un embargo le retient.",
        ),
        ({"published_at": NOW}, "Publié lundi 23 novembre 2026 à 12:00 (heure de Bamako)."),
        (
            {"published_at": NOW, "unpublish_at": NOW + HOUR},
            "Publié lundi 23 novembre 2026 à 12:00 (heure de Bamako). Sera retiré lundi 23 novembre 2026 à 13:00.",
        ),
        (
            {"published_at": NOW - 2 * HOUR, "unpublish_at": NOW - HOUR},
            "Retiré depuis lundi 23 novembre 2026 à 11:00 (heure de Bamako).",
        ),
        (
            {"status": "withdrawn", "published_at": NOW},
            "Retiré : les lecteurs apprennent que l’article n’est plus disponible.",
        ),
    ],
)
def test_state_is_said_in_words(fields, words):
    make_newspaper(place="Bamako")
    with translation.override("fr"):
        assert state.sentence(make_article(**fields), NOW).replace("\u00a0", " ") == words


def test_first_of_the_month_and_places_that_begin_with_a_vowel():
    with translation.override("fr"):
        assert day_words(dt.date(2026, 5, 1)) == "vendredi 1er mai 2026"
        assert zone_words("Abidjan") == "heure d’Abidjan"
        assert zone_words() == "heure de Bamako"
        assert instant_words(dt.datetime(2024, 5, 27, 6, 58, tzinfo=dt.UTC)) == "lundi 27 mai 2024 à 06:58"
    with translation.override("en"):
        assert instant_words(dt.datetime(2024, 5, 1, 6, 58, tzinfo=dt.UTC)) == "Wednesday 1 May 2024 at 06:58"
