"""Pages by instant and id."""

import datetime as dt
import random

import pytest
from django.http import Http404
from django.test import RequestFactory

from articles.models import Article
from tests.factories import make_article, make_author, make_section
from web.keyset import BadCursor, Cursor, page_of

NOON = dt.datetime(2024, 5, 27, 12, tzinfo=dt.UTC)


def page(queryset, address="/", size=3, **lookups):
    return page_of(queryset, RequestFactory().get(address), size=size, **lookups)


def walk(queryset, size, **lookups):
    """All pages from the newest to the oldest, then back to the newest."""
    pages = [page(queryset, "/rubrique/mali/", size, **lookups)]
    while pages[-1].older_url:
        pages.append(page(queryset, pages[-1].older_url, size, **lookups))
    back = [pages[-1]]
    while back[-1].newer_url:
        back.append(page(queryset, back[-1].newer_url, size, **lookups))
    return pages, back


def keys(pages):
    return [item.pk for one in pages for item in one.items]


@pytest.fixture
def section(db):
    return make_section()


def make_articles(section, count, instants, authors=()):
    chance = random.Random(count * instants)
    for _ in range(count):
        at = NOON + dt.timedelta(microseconds=chance.randrange(instants))
        make_article(section=section, published_at=at, authors=authors)


@pytest.mark.parametrize(
    ("count", "instants", "size"), [(0, 1, 3), (3, 1, 3), (4, 1, 3), (20, 1, 3), (20, 4, 7), (25, 30, 1)]
)
def test_equal_instants_are_neither_lost_nor_repeated(section, count, instants, size):
    make_articles(section, count, instants)
    expected = list(Article.objects.order_by("-published_at", "-pk").values_list("pk", flat=True))
    pages, back = walk(Article.objects.published(), size)
    assert keys(pages) == expected
    assert sorted(keys(back)) == sorted(expected)
    assert all(keys([one]) == sorted(keys([one]), key=expected.index) for one in back)
    assert pages[0].newer_url is None
    assert back[-1].newer_url is None
    assert all(one.newer_url for one in pages[1:])


def test_rows_joined_by_the_filter_keep_their_join(section):
    """Each byline has its own instant: those of other authors must not let a row through."""
    awa, moussa = make_author(), make_author()
    make_articles(section, 8, 2, authors=[awa, moussa])
    moussa.bylines.update(published_at=NOON - dt.timedelta(days=9))
    of_awa = Article.objects.filter(bylines__author=awa)
    pages, back = walk(of_awa, 3, instant="bylines__published_at", pk="bylines__article")
    assert sorted(keys(pages)) == sorted(keys(back)) == sorted(of_awa.values_list("pk", flat=True))


def test_a_page_takes_two_queries_at_most_and_counts_nothing(section, django_assert_num_queries):
    """One for the rows; in the middle of the list one more asks whether something follows on the other side."""
    make_articles(section, 9, 3)
    with django_assert_num_queries(1):
        first = page(Article.objects.all())
    with django_assert_num_queries(2) as queries:
        second = page(Article.objects.all(), first.older_url)
    with django_assert_num_queries(2):
        page(Article.objects.all(), second.newer_url)
    assert "COUNT" not in str(queries.captured_queries)


def test_addresses_keep_the_path_and_nothing_else(section):
    make_articles(section, 5, 1)
    first = page(Article.objects.all(), "/rubrique/mali/?utm_source=x")
    assert first.older_url == f"/rubrique/mali/?avant={Cursor(NOON, first.items[-1].pk).encode()}"
    assert Cursor(NOON, 42).encode() == "1716811200000000-42"


def test_beyond_either_end_there_is_a_way_back(section):
    make_articles(section, 2, 1)
    rows = Article.objects.all()
    long_ago = page(rows, f"/?avant={Cursor(NOON - dt.timedelta(days=1), 1).encode()}")
    assert (long_ago.items, long_ago.older_url, long_ago.newer_url) == ([], None, "/")
    later = page(rows, f"/?apres={Cursor(NOON + dt.timedelta(days=1), 1).encode()}")
    assert (later.items, later.older_url, later.newer_url) == ([], "/", None)
    assert page(rows.none(), "/?avant=0-0").newer_url is None


def test_a_row_that_went_away_leaves_its_cursor_good(section):
    make_articles(section, 6, 1)
    first = page(Article.objects.all())
    Article.objects.filter(pk=first.items[-1].pk).delete()
    assert len(page(Article.objects.all(), first.older_url).items) == 3


@pytest.mark.parametrize("at", [NOON, NOON.replace(year=1), NOON.replace(year=9999, microsecond=999_999)])
def test_a_cursor_comes_back_as_it_was(at):
    assert Cursor.decode(Cursor(at, 7).encode()) == Cursor(at, 7)


GARBAGE = ["", "x", "1", "1-", "-1", "1-x", "1--2", " 1-2", "1-2 ", "1-2\n", "١-٢", "1.5-2", "999999999999999999-1"]
GARBAGE += ["1" * 19 + "-1", "1-" + "9" * 19, "-999999999999999999-1", "0" * 19 + "1-1", "1-2;drop", "\x00", "1-2-3"]


@pytest.mark.parametrize("text", GARBAGE)
@pytest.mark.parametrize("key", ["avant", "apres"])
def test_a_cursor_that_is_none_is_not_found(db, text, key):
    with pytest.raises(BadCursor):
        Cursor.decode(text)
    request = RequestFactory().get("/", {key: text})
    with pytest.raises(Http404):
        page_of(Article.objects.all(), request, size=3)


def test_both_directions_at_once_are_not_found(db):
    with pytest.raises(Http404):
        page(Article.objects.all(), "/?avant=1-1&apres=1-1")
