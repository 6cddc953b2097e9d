"""How lists ask the database: in the order of an index, and never how many there are."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Byline, TaggedArticle
from tests.factories import make_article, make_author, make_newspaper, make_section

pytestmark = pytest.mark.django_db
ROUTES = ["section", "tag", "author", "day", "month", "year"]
SIZE = 20
OWN = {
    "author": ["articles_byline.published_at DESC", "articles_byline.article_id DESC"],
    "tag": ["articles_taggedarticle.published_at DESC", "articles_taggedarticle.content_object_id DESC"],
}
ARTICLE = ["articles_article.published_at DESC", "articles_article.id DESC"]


@pytest.fixture
def addresses():
    """The lists of fifty articles of one day, section, author and tag."""
    make_newspaper()
    noon = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0) - dt.timedelta(days=40)
    shared = {"section": make_section(), "authors": [make_author()], "tags": ["Mali"]}
    for n in range(50):
        day = make_article(**shared, published_at=noon - dt.timedelta(minutes=n)).published_on
    return {
        "section": shared["section"].get_absolute_url(),
        "tag": reverse("tag", args=["mali"]),
        "author": shared["authors"][0].get_absolute_url(),
        "day": f"/{day:%Y/%m/%d}/",
        "month": f"/{day:%Y/%m}/",
        "year": f"/{day:%Y}/",
    }


def asked(client, address):
    """(the page, the statements that made it)"""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return answer.context["page"], [query["sql"] for query in queries]


def order_of(statement):
    """The columns by which it sorts; where Django names a place among the selected ones, the column there."""
    selected = re.match(r"SELECT (?:DISTINCT )?(.*?) FROM ", statement)[1].replace('"', "").split(", ")
    terms = re.search(r" ORDER BY (.*?)(?: LIMIT \d+)?$", statement)[1].replace('"', "").split(", ")
    places = [re.sub(r"^\d+", lambda place: selected[int(place[0]) - 1], term) for term in terms]
    return [re.sub(r" AS \w+", "", place) for place in places]


def rows_of(statements):
    """The statement that reads the rows of the page."""
    (found,) = [one for one in statements if "keyset_instant" in one and f"LIMIT {SIZE + 1}" in one]
    return found


@pytest.mark.parametrize("route", ROUTES)
def test_list_is_sorted_by_the_instant_of_the_row_that_it_is_filtered_by(client, addresses, route):
    """So that a tag's or an author's page is one range of an index, not a sort of all their articles."""
    address = addresses[route]
    for _ in range(3):
        page, statements = asked(client, address)
        assert order_of(rows_of(statements)) == OWN.get(route, ARTICLE)
        address = page.older_url
    assert address is None


@pytest.mark.parametrize("route", ROUTES)
def test_way_back_is_sorted_by_the_same_columns(client, addresses, route):
    last = asked(client, asked(client, addresses[route])[0].older_url)[0]
    statement = rows_of(asked(client, last.newer_url)[1])
    assert order_of(statement) == [one.replace("DESC", "ASC") for one in OWN.get(route, ARTICLE)]


@pytest.mark.parametrize("route", sorted(OWN))
def test_cursor_bounds_the_instant_of_the_same_row(client, addresses, route):
    column = OWN[route][0].split()[0].replace(".", '"."')
    statement = rows_of(asked(client, asked(client, addresses[route])[0].older_url)[1])
    assert f'"{column}" <= ' in statement
    assert statement.count("JOIN") == rows_of(asked(client, addresses[route])[1]).count("JOIN")


@pytest.mark.parametrize(("route", "model"), [("author", Byline), ("tag", TaggedArticle)])
def test_order_of_the_list_is_that_of_its_rows(client, addresses, route, model):
    """The rows carry the article's instant: that alone decides here."""
    oldest = model.objects.order_by("published_at").first()
    model.objects.filter(pk=oldest.pk).update(published_at=timezone.now() - dt.timedelta(minutes=1))
    first = asked(client, addresses[route])[0].items[0]
    assert first.pk == (oldest.article_id if route == "author" else oldest.content_object_id)


@pytest.mark.parametrize("route", ROUTES)
def test_no_list_counts_or_skips(client, addresses, route):
    address = addresses[route]
    while address:
        page, statements = asked(client, address)
        assert statements
        assert not [one for one in statements if "COUNT(" in one.upper() or " OFFSET " in one.upper()]
        address = page.older_url


def test_front_page_and_articles_count_nothing_but_contributions(client):
    make_newspaper()
    article = make_article(authors=[make_author()], tags=["Mali"])
    for address in ("/", article.get_absolute_url()):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counting = [one["sql"] for one in queries if "COUNT(" in one["sql"].upper()]
        # By the index of article and state.
        assert not [sql for sql in counting if 'FROM "comments_comment"' not in sql]
