"""The number of contributions on the article's page: the same for everybody, and nothing else of the room."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comments.models import room_address
from tests.comments.room import FRAGMENT
from tests.factories import make_article, make_comment, make_newspaper, make_user
from tests.wsgi import cookies_of, request

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def newspaper():
    make_newspaper()


def fill(article, number):
    head = make_comment(article, make_user())
    for _ in range(number - 1):
        make_comment(article, make_user(), reply_to=head)
    for state in ("held", "rejected", "deleted"):
        make_comment(article, make_user(), state=state, held_for="link")


@pytest.mark.parametrize(("number", "words"), [(1, "1 contribution<"), (12, "12 contributions<")])
def test_everybody_sees_how_many_are_visible(cast, number, words):
    article = make_article()
    fill(article, number)
    pages = {
        request(article.get_absolute_url(), cookies=cookies_of(user)).body
        for user in (None, cast.reader, cast.lapsed, cast.subscriber)
    }
    assert len(pages) == 1
    assert words in pages.pop()


def test_an_article_without_one_has_no_number():
    page = request(make_article().get_absolute_url()).body
    assert "<h2>Contributions</h2>" in page


def test_the_room_says_the_same_number(cast):
    article = make_article()
    fill(article, 12)
    client = Client()
    client.force_login(cast.subscriber)
    assert "12 contributions</h2>" in client.get(room_address(article), headers=FRAGMENT).content.decode()


def test_the_number_is_one_query_however_many_there_are(client):
    article = make_article()
    for number in (1, 12):
        fill(article, number)
        with CaptureQueriesContext(connection) as captured:
            client.get(article.get_absolute_url())
        assert len([query for query in captured if 'FROM "comments_comment"' in query["sql"]]) == 1
