"""What saving a working copy writes on the article's row: when, and under which title the desk finds it."""

import datetime as dt

import pytest
from django.urls import reverse

from articles import working_copy
from articles.models import Article
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def row(article):
    return Article.objects.values("working_title", "changed_at", "headline", "status").get(pk=article.pk)


def test_saving_moves_the_instant_of_the_last_save(cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    article, _revision = draft(by=cast.editor)
    assert row(article)["changed_at"] == NOW
    time_machine.move_to(NOW + HOUR, tick=False)
    rewrite(article, by=cast.editor, body="<p>More.</p>")
    assert row(article)["changed_at"] == NOW + HOUR


def test_saving_what_stands_there_already_moves_nothing(cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    article, _revision = draft(by=cast.editor)
    time_machine.move_to(NOW + HOUR, tick=False)
    rewrite(article, by=cast.editor)
    assert row(article)["changed_at"] == NOW


def test_save_that_came_too_late_moves_nothing(cast, time_machine):
    time_machine.move_to(NOW, tick=False)
    article, base = draft(by=cast.editor, headline="First")
    rewrite(article, by=cast.editor, headline="Second")
    before = row(article)
    time_machine.move_to(NOW + HOUR, tick=False)
    with pytest.raises(working_copy.Conflict):
        working_copy.save(article, working_copy.read(base) | {"headline": "Late"}, base=base.pk, by=cast.editor)
    assert row(article) == before


def test_desk_finds_what_was_saved_last_first(cast, client, time_machine):
    client.force_login(cast.editor)
    made = []
    for hours, headline in enumerate(("Oldest", "Middle", "Newest")):
        time_machine.move_to(NOW + hours * HOUR, tick=False)
        made.append(draft(by=cast.editor, headline=headline)[0])
    time_machine.move_to(NOW + 10 * HOUR, tick=False)
    rewrite(made[0], by=cast.editor, body="<p>More.</p>")
    listed = client.get(reverse("admin:articles_article_changelist")).context["cl"].result_list
    assert list(listed) == [made[0], made[2], made[1]]


def test_saving_moves_the_title_of_the_desk_and_not_that_of_readers(cast):
    article = live(by=cast.editor, headline="What readers get")
    rewrite(article, by=cast.editor, headline="What the desk prepares")
    assert row(article)["working_title"] == "What the desk prepares"
    assert row(article)["headline"] == "What readers get"
    assert str(Article.objects.get(pk=article.pk)) == "What the desk prepares"


@pytest.mark.parametrize(
    ("kicker", "headline", "title"),
    [
        ("#Mali :", "The headline", "#Mali : The headline"),
        ("Politics", "The headline", "The headline"),
        ("", "", ""),
        ("K :", "é" * 250, "K : " + "é" * 246),
    ],
)
def test_title_of_the_desk_is_the_headline_as_it_is_read(cast, kicker, headline, title):
    article, _revision = draft(by=cast.editor, headline="Another")
    rewrite(article, by=cast.editor, kicker=kicker, headline=headline)
    started, _revision = draft(by=cast.editor, kicker=kicker, headline=headline)
    assert row(article)["working_title"] == row(started)["working_title"] == title


def test_saving_touches_no_other_article(cast):
    article, _revision = draft(by=cast.editor)
    other = make_article()
    before = row(other)
    rewrite(article, by=cast.editor, headline="Another")
    assert row(other) == before
