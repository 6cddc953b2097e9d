"""What stands where on the front page."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.front_page import A_SECTION, LATEST, SECONDARY, compose
from articles.models import Article
from tests.articles.front_pages import lay_out, slot
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


def those(placed):
    return [one.article for one in placed]


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
    assert compose(NOW).lead.article == articles[place]


@pytest.mark.parametrize(("count", "pictured", "place"), [(1, (), 0), (1, (0,), 0), (2, (1,), 1), (2, (), 0)])
def test_lead_of_few_articles(count, pictured, place):
    articles = newest(count, pictured=pictured)
    assert compose(NOW).lead.article == articles[place]


def test_secondary_then_latest_then_sections_hold_the_others_newest_first():
    section = make_section()
    articles = newest(20, pictured=(2,), section=section)
    page = compose(NOW)
    others = [article for article in articles if article != page.lead.article]
    shown = SECONDARY + LATEST
    assert page.lead.article == articles[2]
    assert those(page.secondary) == others[:SECONDARY]
    assert those(page.latest) == others[SECONDARY:shown]
    (block,) = page.blocks
    assert (block.section, those(block.placed)) == (section, others[shown : shown + A_SECTION])


def test_articles_of_one_instant_stand_by_their_keys():
    articles = [make_article(published_at=NOW) for _ in range(4)]
    page = compose(NOW)
    assert those([page.lead, *page.secondary]) == articles[::-1]


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
    assert [(block.section, those(block.placed)) for block in blocks] == [(first, [in_first]), (last, [in_part])]


def test_drafts_without_a_section_do_not_disturb():
    """Working copies begin as rows without a section."""
    Article.objects.create(working_title="Begun", headline="", slug="")
    articles = newest(2)
    assert compose(NOW).lead.article == articles[0]
    assert those(compose(NOW).secondary) == [articles[1]]


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
    assert (page.lead.article, page.breaking) == (articles[0], None)
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


def test_what_is_placed_comes_first_and_the_newest_fill_up_behind_it(cast):
    section = make_section()
    articles = newest(24, section=section)
    by_hand = articles[-6:]
    lay_out(
        slot(by_hand[0], "lead"),
        slot(by_hand[2], "secondary", position=2),
        slot(by_hand[1], "secondary", position=1),
        slot(by_hand[3], "featured", headline="Une"),
        slot(by_hand[4], "featured"),
        slot(by_hand[5], "section", section=section),
        by=cast.editor,
    )
    page = compose(NOW)
    assert page.lead.article == by_hand[0]
    assert those(page.secondary) == [by_hand[1], by_hand[2], articles[0], articles[1]]
    assert [(one.article, one.headline) for one in page.featured] == [
        (by_hand[3], "Une"),
        (by_hand[4], by_hand[4].title),
        (articles[2], articles[2].title),
        (articles[3], articles[3].title),
    ]
    assert those(page.latest) == articles[4 : 4 + LATEST]
    assert those(page.blocks[0].placed) == [by_hand[5], *articles[10:13]]
    assert [one.is_by_hand for one in page.secondary] == [True, True, False, False]
    assert page.newest_on == articles[0].published_on


@pytest.mark.parametrize(
    ("pictured", "order"),
    [
        ((), [0, 1, 2, 3]),
        ((0,), [0, 1, 2, 3]),
        ((2,), [2, 0, 1, 3]),
        ((1, 3), [1, 0, 2, 3]),
        ((4,), [0, 1, 2, 3]),
    ],
)
def test_the_newest_with_a_picture_leads_its_block_and_the_others_stay_newest_first(pictured, order):
    section = make_section()
    above = 1 + SECONDARY + LATEST
    articles = newest(above + 6, pictured=[above + place for place in pictured], section=section)[above:]
    (block,) = compose(NOW).blocks
    assert those(block.placed) == [articles[place] for place in order]


def test_a_block_that_an_editor_began_keeps_the_editors_order(cast):
    section = make_section()
    above = 1 + SECONDARY + LATEST
    articles = newest(above + 6, pictured=[above, above + 5], section=section)[above:]
    lay_out(
        slot(articles[4], "section", section=section), slot(articles[5], "section", section=section), by=cast.editor
    )
    (block,) = compose(NOW).blocks
    assert those(block.placed) == [articles[4], articles[5], articles[0], articles[1]]


@pytest.mark.parametrize(("by_hand", "shown"), [(0, 0), (1, 4), (3, 4), (4, 4), (6, 6)])
def test_featured_row_fills_up_to_four_behind_one_by_hand_only(cast, by_hand, shown):
    articles = newest(30)
    chosen = articles[-by_hand:] if by_hand else []
    lay_out(*(slot(article, "featured") for article in chosen), by=cast.editor)
    page = compose(NOW)
    after = 1 + SECONDARY
    assert those(page.featured) == [*chosen, *articles[after : after + shown - by_hand]]
    assert those(page.latest)[0] == articles[after + shown - by_hand]


def test_the_newest_edition_is_in_force(cast):
    first, second = newest(2)
    lay_out(slot(second), by=cast.editor)
    assert compose(NOW).lead.article == second
    lay_out(by=cast.editor)
    assert compose(NOW).lead.article == first
    lay_out(slot(second, headline="Own"), by=cast.editor)
    assert compose(NOW).lead.headline == "Own"


def test_nothing_stands_twice_whatever_is_placed(cast):
    articles = newest(40)
    places = ["lead", *["secondary"] * 3, *["featured"] * 6]
    lay_out(*(slot(article, place) for article, place in zip(articles[::2], places, strict=False)), by=cast.editor)
    page = compose(NOW)
    shown = those([page.lead, *page.secondary, *page.featured, *page.latest])
    shown += [article for block in page.blocks for article in those(block.placed)]
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("place", ["lead", "secondary", "featured", "section"])
def test_hidden_articles_leave_their_slots_to_the_newest(cast, place):
    articles = newest(3)
    hidden_articles()
    hidden = Article.objects.filter(headline="canary")
    of_section = {"section": articles[0].section} if place == "section" else {}
    lay_out(*(slot(article, place, **of_section) for article in hidden), by=cast.editor)
    page = compose(NOW)
    assert page.lead.article == articles[0]
    assert those(page.secondary) == articles[1:]
    assert (page.featured, page.blocks) == ([], [])


def test_article_placed_ahead_appears_on_its_second_and_the_last_one_gives_way(cast):
    present, other = newest(2)
    coming = make_article(published_at=NOW + HOUR)
    lay_out(slot(coming), slot(present), by=cast.editor)
    before = compose(NOW + HOUR - dt.timedelta(seconds=1))
    assert (before.lead.article, those(before.secondary)) == (present, [other])
    after = compose(NOW + HOUR)
    assert (after.lead.article, those(after.secondary)) == (coming, [present, other])
    assert not after.secondary[0].is_by_hand


def test_withdrawn_article_leaves_by_itself(cast):
    first, second = newest(2)
    lay_out(slot(second), by=cast.editor)
    Article.objects.filter(pk=second.pk).update(status="withdrawn")
    assert compose(NOW).lead.article == first


def test_article_leaves_when_its_pin_ends(cast):
    first, second = newest(2)
    lay_out(slot(second, pinned_until=NOW + HOUR), by=cast.editor)
    assert compose(NOW + HOUR - dt.timedelta(seconds=1)).lead.article == second
    assert compose(NOW + HOUR).lead.article == first


def test_article_stays_where_it_was_placed_when_its_section_changes(cast):
    """D13"""
    chosen_for, other = make_section(), make_section()
    newest(1 + SECONDARY + LATEST)
    article = make_article(section=chosen_for, published_at=NOW - 90 * HOUR)
    lay_out(slot(article, "section", section=chosen_for), by=cast.editor)
    Article.objects.filter(pk=article.pk).update(section=other)
    (block,) = compose(NOW).blocks
    assert (block.section, those(block.placed)) == (chosen_for, [article])


def test_slot_of_a_section_that_became_a_part_stands_in_the_section_of_the_menu(cast):
    above, below = make_section(), make_section()
    newest(1 + SECONDARY + LATEST)
    article = make_article(section=below, published_at=NOW - 90 * HOUR)
    lay_out(slot(article, "section", section=below), by=cast.editor)
    below.parent = above
    below.save()
    (block,) = compose(NOW).blocks
    assert (block.section, those(block.placed)) == (above, [article])


def test_slots_that_are_not_saved_can_be_tried_through_the_door():
    first, second = newest(2)
    hidden = make_article(published_at=NOW + HOUR)
    page = compose(NOW, slots=[slot(hidden, position=1), slot(second, position=2)])
    assert (page.lead.article, those(page.secondary)) == (second, [first])
    assert compose(NOW).lead.article == first


@pytest.mark.parametrize("slots", [0, 5, 30])
@pytest.mark.parametrize("archive", [10, 2000])
def test_front_page_takes_seven_queries_whatever_is_placed(client, cast, django_assert_num_queries, slots, archive):
    """Slots, newest rows, sections, cards, their bylines; newspaper and menu."""
    make_newspaper()
    sections = [make_section() for _ in range(6)]
    now = timezone.now()
    Article.objects.bulk_create(
        Article(
            headline=f"Article {n}",
            slug=f"article-{n}",
            status="approved",
            section=sections[n % 6],
            published_at=now - n * HOUR,
            published_on=(now - n * HOUR).date(),
        )
        for n in range(max(archive, slots))
    )
    articles = list(Article.objects.order_by("published_at"))
    places = [*["lead"], *["secondary"] * 4, *["featured"] * 6]
    chosen = [slot(article, place) for article, place in zip(articles[:slots], places, strict=False)]
    chosen += [slot(a, "section", section=sections[n % 6]) for n, a in enumerate(articles[len(places) : slots])]
    lay_out(*chosen, by=cast.editor)
    with django_assert_num_queries(7):
        answer = client.get("/")
    page = answer.context
    shown = those([page["lead"], *page["secondary"], *page["featured"]])
    shown += [article for block in page["blocks"] for article in those(block.placed)]
    assert {one.article for one in chosen} <= set(shown)


def test_own_headline_is_text_for_the_page(client, cast):
    """E03"""
    make_newspaper()
    article = make_article()
    payload = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    lay_out(slot(article, headline=payload), by=cast.editor)
    page = client.get("/").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<img src=x" not in page
    assert "<script>alert" not in page
