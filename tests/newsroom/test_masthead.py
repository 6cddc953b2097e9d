"""The frame around every page: today’s date in the zone of the newspaper, and the menu."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from tests.factories import make_article, make_newspaper, make_section

pytestmark = pytest.mark.django_db
NIGHT = dt.datetime(2026, 11, 22, 20, 30, tzinfo=dt.UTC)


def masthead(page):
    return re.search(r'<header class="masthead.*?</header>', page.content.decode(), re.DOTALL).group()


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Africa/Bamako", "2026-11-22"), ("Asia/Kolkata", "2026-11-23"), ("Pacific/Auckland", "2026-11-23")],
)
def test_masthead_bears_the_day_of_the_zone_of_the_newspaper(client, settings, zone, day):
    settings.TIME_ZONE = zone
    with time_machine.travel(NIGHT, tick=False):
        assert f'datetime="{day}"' in masthead(client.get("/"))


def test_page_of_a_day_is_headed_by_that_day_and_not_by_today(client):
    with time_machine.travel(NIGHT, tick=False):
        make_article(published_at=dt.datetime(2024, 5, 27, 6, 58, tzinfo=dt.UTC))
        page = client.get("/2024/05/27/").content.decode()
    heading = re.search(r"<h1>(.*?)</h1>", page).group(1)
    assert "27" in heading
    assert "2024" in heading


def test_menu_marks_the_section_of_the_page(client):
    section = make_section(name="Nation", slug="nation")
    make_section(name="Sports", slug="sports")
    child = make_section(name="Mines", slug="mines", parent=section)
    marked = re.compile(r'<a href="([^"]*)" aria-current="(\w+)">')
    article = make_article(section=child)
    assert marked.findall(client.get("/rubrique/nation/").content.decode()) == [("/rubrique/nation/", "page")]
    assert marked.findall(client.get("/rubrique/mines/").content.decode()) == [("/rubrique/nation/", "true")]
    assert marked.findall(client.get(article.get_absolute_url()).content.decode()) == [("/rubrique/nation/", "true")]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("", "Édition du lundi 23 novembre 2026"),
        ("Bamako", "Édition de Bamako, lundi 23 novembre 2026"),
        ("Abidjan", "Édition d’Abidjan, lundi 23 novembre 2026"),
    ],
)
def test_masthead_names_the_edition(client, place, words):
    make_newspaper(place=place)
    with time_machine.travel(NIGHT + dt.timedelta(hours=12), tick=False):
        assert words in masthead(client.get("/"))


def test_masthead_leads_to_the_search_but_on_the_page_of_the_search(client):
    address = reverse("search")
    assert f'<form role="search" action="{address}">' in masthead(client.get("/"))
    assert address not in masthead(client.get(address))
