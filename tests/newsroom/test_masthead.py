"""The frame around every page: today’s date in the zone of the newspaper, and the menu."""

import datetime as dt
import re

import pytest
import time_machine

from tests.factories import make_article, make_section

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
