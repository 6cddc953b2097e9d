"""The day in an address is that of first publication in the site's zone, wherever the server or the reader is."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.models import Article
from tests.articles.writing import live

EVENING = dt.datetime(2026, 3, 31, 20, 30, tzinfo=dt.UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("zone", "day"),
    [("Africa/Bamako", "2026/03/31"), ("Asia/Kolkata", "2026/04/01"), ("Pacific/Auckland", "2026/04/01")],
)
def test_address_and_archives_stand_on_the_day_of_the_site(settings, client, cast, zone, day):
    settings.TIME_ZONE = zone
    article = live(by=cast.editor, at=EVENING, slug="evening")
    assert article.get_absolute_url() == f"/{day}/evening/"
    with timezone.override("America/New_York"):
        assert Article.objects.get().get_absolute_url() == f"/{day}/evening/"
        assert client.get(f"/{day}/evening/").status_code == 200
        assert client.get(f"/{day}/").status_code == 200
        assert client.get(f"/{day[:7]}/").status_code == 200
    other = "/2026/04/01/" if day.endswith("31") else "/2026/03/31/"
    assert client.get(other).status_code == 404
    assert client.get(f"{other}evening/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Pacific/Auckland"])
def test_page_shows_the_hour_of_the_site(settings, client, cast, zone):
    settings.TIME_ZONE = zone
    article = live(by=cast.editor, at=EVENING)
    shown = timezone.localtime(EVENING, timezone.get_default_timezone())
    assert f"{shown:%H:%M}" in client.get(article.get_absolute_url()).text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/2026/02/30/", "/2026/13/01/", "/0000/01/01/", "/2026/00/", "/2026/02/30/slug/"])
def test_days_that_no_calendar_has_are_not_found(client, path):
    assert client.get(path).status_code == 404
