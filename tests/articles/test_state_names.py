"""The state of an article as a word for style sheets and as words for lists, and the word about pending changes."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from articles import state, workflow, working_copy
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("fields", "name", "label"),
    [
        ({"status": "draft", "published_at": None}, "draft", "Draft"),
        ({"status": "draft", "published_at": NOW - HOUR}, "draft", "Draft"),
        ({"status": "to_review", "published_at": None}, "to_review", "To review"),
        ({"status": "to_review", "published_at": NOW - HOUR}, "to_review", "To review"),
        ({"status": "withdrawn", "published_at": NOW - HOUR}, "withdrawn", "Withdrawn"),
        ({"status": "withdrawn", "published_at": NOW + HOUR}, "withdrawn", "Withdrawn"),
        ({"published_at": NOW + SECOND}, "scheduled", "Scheduled"),
        ({"published_at": NOW}, "published", "Published"),
        ({"published_at": NOW - HOUR, "embargo_until": NOW + SECOND}, "scheduled", "Scheduled"),
        ({"published_at": NOW - HOUR, "embargo_until": NOW}, "published", "Published"),
        ({"published_at": NOW + HOUR, "embargo_until": NOW - HOUR}, "scheduled", "Scheduled"),
        ({"published_at": NOW + HOUR, "unpublish_at": NOW + 2 * HOUR}, "scheduled", "Scheduled"),
        ({"published_at": NOW - HOUR, "unpublish_at": NOW + SECOND}, "published", "Published"),
        ({"published_at": NOW - HOUR, "unpublish_at": NOW}, "withdrawn", "Withdrawn"),
        ({"published_at": NOW - 2 * HOUR, "unpublish_at": NOW - HOUR}, "withdrawn", "Withdrawn"),
    ],
)
def test_every_state_has_its_name_and_its_label(fields, name, label):
    article = make_article(**fields)
    with translation.override("en"):
        assert (state.name(article, NOW), state.label(article, NOW)) == (name, label)


def test_name_and_label_without_an_instant_are_those_of_now(time_machine):
    article = make_article(published_at=NOW)
    for instant, name in ((NOW - SECOND, "scheduled"), (NOW, "published")):
        time_machine.move_to(instant, tick=False)
        with translation.override("en"):
            assert (state.name(article), state.label(article).lower()) == (name, name)


def unpublished(article):
    return state.unpublished_changes(article, working_copy.newest(article))


def test_version_that_readers_get_has_no_unpublished_changes(cast):
    assert unpublished(live(by=cast.editor)) == ""


def test_changes_saved_and_not_applied_are_said_until_they_are_published(cast):
    article = live(by=cast.editor)
    revision = rewrite(article, by=cast.editor, headline="Another headline")
    with translation.override("en"):
        assert unpublished(article).startswith("Changes not published")
    workflow.publish(article, revision, workflow.Instants.of(article), by=cast.editor)
    assert unpublished(article) == ""


def test_changes_of_a_scheduled_article_are_said_too(cast):
    article = live(by=cast.editor, at=timezone.now().replace(microsecond=0) + HOUR)
    rewrite(article, by=cast.editor, headline="Another headline")
    assert unpublished(article)


def test_article_that_nobody_approved_has_no_version_to_differ_from(cast):
    article, revision = draft(by=cast.editor)
    assert unpublished(article) == ""
    workflow.submit(article, revision, by=cast.editor)
    assert unpublished(article) == ""


def test_withdrawn_article_has_no_readers_to_differ_for(cast):
    article = live(by=cast.editor)
    rewrite(article, by=cast.editor, headline="Another headline")
    workflow.withdraw(article, by=cast.editor)
    assert unpublished(article) == ""


def test_article_without_a_working_copy_has_no_changes():
    assert unpublished(make_article()) == ""
