"""K03: the dates of an approved article that nobody has seen move, earlier and later, and its text stays."""

import datetime as dt
from dataclasses import replace

import pytest

from articles import workflow
from articles.models import Article, Byline, TaggedArticle
from articles.workflow import Instants, WorkflowError
from journal.models import Entry
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_author

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)
T = NOON + 30 * HOUR


@pytest.fixture
def clock(time_machine):
    def clock(instant):
        time_machine.move_to(instant, tick=False)

    clock(NOON)
    return clock


def scheduled(by, **instants):
    article, revision = draft(by=by, tags=["Mali"], bylines=[{"author": make_author().pk, "role": "author"}])
    workflow.approve(article, revision, Instants(**{"published_at": T} | instants), by=by)
    return article


@pytest.mark.parametrize("at", [NOON + HOUR, T + 48 * HOUR])
def test_moved_article_appears_at_the_new_hour_and_not_at_the_old_one(clock, cast, client, at):
    article = scheduled(cast.editor, unpublish_at=T + 100 * HOUR)
    rewrite(article, by=cast.editor, headline="Not approved")
    workflow.reschedule(article, replace(Instants.of(article), published_at=at), by=cast.editor)
    for instant, is_there in ((at - SECOND, False), (at, True), (T + 100 * HOUR, False)):
        clock(instant)
        assert Article.objects.published().exists() == is_there
        assert (client.get(article.get_absolute_url()).status_code == 200) == is_there
    clock(at)
    if at > T:
        clock(T)
        assert not Article.objects.published().exists()
    assert Article.objects.get().headline != "Not approved"
    assert Article.objects.get().published_on == at.date()
    assert {*Byline.objects.values_list("published_at", flat=True)} == {at}
    assert {*TaggedArticle.objects.values_list("published_at", flat=True)} == {at}


def test_move_is_a_step_with_its_hour_and_one_entry_of_the_journal(clock, cast):
    article = scheduled(cast.editor)
    before = Entry.objects.count()
    workflow.reschedule(article, Instants(published_at=T + HOUR), by=cast.editor)
    step = article.steps.first()
    assert (step.kind, step.by, step.sets_at) == ("scheduled", cast.editor, T + HOUR)
    assert Entry.objects.count() == before + 1


def test_cancelled_article_is_not_moved_back_to_life(clock, cast):
    article = scheduled(cast.editor)
    seen = Article.objects.get()
    workflow.withdraw(article, by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.reschedule(seen, Instants(published_at=T + HOUR), by=cast.editor)
    clock(T + 2 * HOUR)
    assert not Article.objects.published().exists()


@pytest.mark.parametrize(
    ("instants", "field"),
    [
        ({"published_at": NOON}, "published_at"),
        ({"published_at": None}, "published_at"),
        ({"published_at": T, "unpublish_at": T}, "unpublish_at"),
    ],
)
def test_dates_that_cannot_be_are_refused(clock, cast, instants, field):
    article = scheduled(cast.editor)
    with pytest.raises(WorkflowError) as refused:
        workflow.reschedule(article, Instants(**instants), by=cast.editor)
    assert field in refused.value.problems
    assert Article.objects.get().published_at == T


def test_live_article_is_not_moved(clock, cast):
    article = live(by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.reschedule(article, Instants(published_at=T), by=cast.editor)
    assert Article.objects.get().is_published


def test_article_that_appeared_meanwhile_is_not_moved(clock, cast):
    article = scheduled(cast.editor)
    clock(T)
    with pytest.raises(WorkflowError):
        workflow.reschedule(article, Instants(published_at=T + HOUR), by=cast.editor)
    assert Article.objects.get().is_published


def test_dates_that_a_colleague_moved_meanwhile_are_not_overwritten(clock, cast):
    article = scheduled(cast.editor)
    seen = Article.objects.get()
    workflow.reschedule(article, Instants(published_at=T + HOUR), by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.reschedule(seen, Instants(published_at=T + 2 * HOUR), by=cast.editor)
    assert Article.objects.get().published_at == T + HOUR


def test_plan_that_a_colleague_moved_meanwhile_is_not_overwritten(clock, cast):
    article, _revision = draft(by=cast.editor)
    seen = Article.objects.get()
    workflow.plan(article, Instants(published_at=T), by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.plan(seen, Instants(published_at=T + HOUR), by=cast.editor)
    assert Article.objects.get().published_at == T


def test_address_made_by_itself_takes_a_free_number_on_the_new_day(clock, cast):
    for at in (T, T + 24 * HOUR):
        article, revision = draft(by=cast.editor, headline="The weather")
        workflow.approve(article, revision, Instants(published_at=at), by=cast.editor)
    workflow.reschedule(article, Instants(published_at=T + HOUR), by=cast.editor)
    assert article.slug == "the-weather-2"


def test_address_that_was_chosen_and_is_taken_on_the_new_day_is_refused(clock, cast):
    for at in (T, T + 24 * HOUR):
        article, revision = draft(by=cast.editor, slug="weather")
        workflow.approve(article, revision, Instants(published_at=at), by=cast.editor)
    with pytest.raises(WorkflowError) as refused:
        workflow.reschedule(article, Instants(published_at=T + HOUR), by=cast.editor)
    assert "slug" in refused.value.problems
