"""The three orders of the room, page by page, at the same cost for the first page as for the last."""

import datetime as dt
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Comment, room_address
from comments.paging import SIZE
from tests.comments.room import FRAGMENT
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db
MANY = 10_000


def fill(article, number, **fields):
    """So many heads, a minute apart, the first the oldest; the nth is appreciated n modulo 7 times."""
    author, now = make_user(), timezone.now()
    Comment.objects.bulk_create(
        Comment(article=article, author=author, key=uuid.uuid4(), text=f"n{n:05}", appreciations=n % 7, **fields)
        for n in range(number)
    )
    rows = list(article.comments.order_by("text"))
    for n, row in enumerate(rows):
        row.posted_at = now - dt.timedelta(minutes=number - n)
    Comment.objects.bulk_update(rows, ["posted_at"], batch_size=500)


def numbers(response):
    return [int(number) for number in re.findall(r"<p>n([0-9]{5})</p>", response.content.decode())]


def beside(response, rel):
    found = re.search(rf'href="([^"]*)" rel="{rel}"', response.content.decode())
    return found and found[1].replace("&amp;", "&")


def walk(client, address):
    """The pages by their links to the next, then back to the first by those to the one before."""
    pages = [client.get(address)]
    while following := beside(pages[-1], "next"):
        pages.append(client.get(following))
    back = [pages[-1]]
    while before := beside(back[-1], "prev"):
        back.append(client.get(before))
    return pages, back


EXPECTED = {
    "": lambda n: -n,
    "?tri=anciennes": lambda n: n,
    "?tri=appreciees": lambda n: (-(n % 7), -n),
    "?tri=nonsense": lambda n: -n,
}


@pytest.mark.parametrize("query", EXPECTED)
def test_every_order_shows_every_thread_once_there_and_back(client, cast, query):
    article, number = make_article(), 2 * SIZE + 5
    fill(article, number)
    client.force_login(cast.subscriber)
    pages, back = walk(client, f"{room_address(article)}{query}")
    expected = sorted(range(number), key=EXPECTED[query])
    assert [n for page in pages for n in numbers(page)] == expected
    assert [numbers(page) for page in back] == [numbers(page) for page in pages[::-1]]


def test_the_order_that_is_shown_is_marked(client, cast):
    article = make_article()
    fill(article, 1)
    client.force_login(cast.subscriber)
    page = client.get(room_address(article), {"tri": "anciennes"}, headers=FRAGMENT).content.decode()
    assert re.findall(r'href="([^"]*)"[^>]*aria-current="true"', page) == [f"{room_address(article)}?tri=anciennes"]


@pytest.mark.parametrize("cursor", ["x", "3", "3-", "-1-1-1", "1-1", "9999999999-1-1", "1-" + "9" * 18 + "-1"])
@pytest.mark.parametrize("key", ["avant", "apres"])
def test_a_cursor_of_another_order_or_none_is_not_found(client, cast, key, cursor):
    article = make_article()
    client.force_login(cast.subscriber)
    assert client.get(room_address(article), {"tri": "appreciees", key: cursor}).status_code == 404


def test_two_cursors_are_not_found(client, cast):
    client.force_login(cast.subscriber)
    both = {"tri": "appreciees", "avant": "1-1-1", "apres": "1-1-1"}
    assert client.get(room_address(make_article()), both).status_code == 404


def of_rows(captured):
    """The queries that read contributions."""
    return [query["sql"] for query in captured if 'FROM "comments_comment"' in query["sql"]]


def test_the_first_and_the_last_of_ten_thousand_cost_the_same(client, cast):
    """The threads, their replies, the number; and on the first page what is featured, on others whether one is
    before."""
    article = make_article()
    fill(article, MANY)
    client.force_login(cast.subscriber)
    for order in ({}, {"tri": "anciennes"}, {"tri": "appreciees"}):
        cursor = last_cursor(article, order.get("tri"))
        with CaptureQueriesContext(connection) as first:
            client.get(room_address(article), order, headers=FRAGMENT)
        with CaptureQueriesContext(connection) as last:
            page = client.get(room_address(article), order | cursor, headers=FRAGMENT)
        assert len(numbers(page)) == SIZE
        assert beside(page, "next") is None
        assert len(of_rows(first)) == len(of_rows(last)) == 4
        assert len(first) == len(last)


def last_cursor(article, order):
    """What leads to the last page of the order."""
    keys = {"anciennes": ["-posted_at"], "appreciees": ["appreciations", "posted_at"]}.get(order, ["posted_at"])
    row = article.comments.order_by(*keys)[SIZE]
    place = f"{(row.posted_at - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)) // dt.timedelta(microseconds=1)}-{row.pk}"
    if order == "appreciees":
        place = f"{row.appreciations}-{place}"
    return {"apres" if order == "anciennes" else "avant": place}
