"""What stands where on the front page."""

import datetime as dt

import pytest

from articles.front_page import A_SECTION, LATEST, SECONDARY, compose
from articles.models import Article
from tests.factories import make_article, make_newspaper, make_picture, make_section

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def newest(count, *, pictured=(), **fields):
    """So many articles, newest first, an hour apart; those of the places in ``pictured`` have a picture."""
    return [
        make_article(published_at=NOW - n * HOUR, picture=make_picture() if n in pictured else None, **fields)
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("pictured", "place"),
    [
        ((), 0),
        ((0,), 0),
        ((1,), 1),
        ((2,), 2),
        ((1, 2), 1),
        ((0, 1, 2), 0),
        ((3,), 0),
        ((2, 3), 2),
        ((4, 5), 0),
    ],
)
def test_lead_is_the_newest_of_the_first_three_with_a_picture_or_else_the_newest(pictured, place):
    articles = newest(6, pictured=pictured)
    assert compose(NOW).lead == articles[place]


@pytest.mark.parametrize(("count", "pictured", "place"), [(1, (), 0), (1, (0,), 0), (2, (1,), 1), (2, (), 0)])
def test_lead_of_few_articles(count, pictured, place):
    articles = newest(count, pictured=pictured)
    assert compose(NOW).lead == articles[place]


def test_secondary_then_latest_then_sections_hold_the_others_newest_first():
    section = make_section()
    articles = newest(20, pictured=(2,), section=section)
    page = compose(NOW)
    others = [article for article in articles if article != page.lead]
    shown = SECONDARY + LATEST
    assert page.lead == articles[2]
    assert page.secondary == others[:SECONDARY]
    assert page.latest == others[SECONDARY:shown]
    (block,) = page.blocks
    assert (block.section, block.articles) == (section, others[shown : shown + A_SECTION])


def test_articles_of_one_instant_stand_by_their_keys():
    articles = [make_article(published_at=NOW) for _ in range(4)]
    page = compose(NOW)
    assert [page.lead, *page.secondary] == articles[::-1]


def test_sections_stand_in_the_order_of_the_menu_with_what_is_in_their_parts():
    newest(1 + SECONDARY + LATEST)
    last, first = make_section(position=90), make_section(position=80)
    part = make_section(parent=last, position=1)
    old = NOW - 500 * HOUR
    in_part, in_first = (
        make_article(section=part, published_at=old),
        make_article(section=first, published_at=old - HOUR),
    )
    blocks = compose(NOW).blocks
    assert [(block.section, block.articles) for block in blocks] == [(first, [in_first]), (last, [in_part])]


def test_drafts_without_a_section_do_not_disturb():
    """Working copies begin as rows without a section."""
    Article.objects.create(working_title="Begun", headline="", slug="")
    articles = newest(2)
    assert compose(NOW).lead == articles[0]
    assert compose(NOW).secondary == [articles[1]]


def test_empty_site_has_an_empty_front_page(client):
    make_newspaper()
    make_section(name="A section without articles")
    page = compose(NOW)
    assert (page.lead, page.breaking) == (None, None)
    assert (page.secondary, page.latest, page.blocks) == ([], [], [])
    answer = client.get("/")
    assert answer.status_code == 200
    assert "block__title" not in answer.text


def hidden_articles(**fields):
    fields |= {"headline": "canary"}
    make_article(status="draft", published_at=NOW - HOUR, **fields)
    make_article(status="to_review", published_at=NOW - HOUR, **fields)
    make_article(status="withdrawn", published_at=NOW - HOUR, **fields)
    make_article(published_at=NOW + HOUR, **fields)
    make_article(published_at=NOW - HOUR, embargo_until=NOW + HOUR, **fields)
    make_article(published_at=NOW - 2 * HOUR, unpublish_at=NOW - HOUR, **fields)


def test_section_with_hidden_articles_only_is_not_shown():
    hidden = make_section()
    hidden_articles(section=hidden, picture=make_picture(), breaking_until=NOW + HOUR)
    articles = newest(1 + SECONDARY + LATEST + 1)
    page = compose(NOW)
    assert (page.lead, page.breaking) == (articles[0], None)
    assert [block.section for block in page.blocks] == [articles[-1].section]
    assert hidden not in [block.section for block in page.blocks]


def test_site_with_hidden_articles_only_is_empty():
    hidden_articles(breaking_until=NOW + HOUR)
    page = compose(NOW)
    assert (page.lead, page.secondary, page.latest, page.blocks, page.breaking) == (None, [], [], [], None)


def test_newest_breaking_news_stands_above_all_until_its_second():
    newest(8)
    older = make_article(published_at=NOW - 100 * HOUR, breaking_until=NOW + HOUR)
    assert compose(NOW).breaking == older
    newer = make_article(published_at=NOW - 50 * HOUR, breaking_until=NOW + 2 * HOUR)
    make_article(published_at=NOW - HOUR, breaking_until=NOW)
    assert compose(NOW).breaking == newer
    assert compose(NOW + 2 * HOUR).breaking is None
