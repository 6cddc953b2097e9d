"""Changing a live article follows the path of any text: handed in, sent back or published; readers see no change."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import state, workflow, working_copy
from articles.models import Article, Step
from articles.workflow import Instants, WorkflowError
from tests.articles.test_article_form import change, filled, signed_in  # noqa: F401 - a fixture
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(cast):
    """A live article that the freelance journalist signs."""
    author = make_author(user=cast.pigiste)
    return live(by=cast.editor, headline="Before", bylines=[{"author": author.pk, "role": "author"}])


def submitted(article, cast):
    revision = rewrite(article, by=cast.pigiste, headline="After")
    workflow.submit(article, revision, by=cast.pigiste)
    return revision


def test_changes_are_handed_in_and_readers_see_no_change(cast, mine):
    submitted(mine, cast)
    row = Article.objects.published().get()
    assert (row.headline, row.status, row.changes_to_review) == ("Before", "approved", True)
    assert row.bylines.get().published_at == row.published_at
    assert Step.objects.filter(article=mine).first().kind == Step.Kind.SUBMITTED
    assert row in Article.objects.in_state("to_review")
    assert row in Article.objects.in_state("published")


def test_changes_are_handed_in_once(cast, mine):
    revision = submitted(mine, cast)
    with pytest.raises(WorkflowError):
        workflow.submit(Article.objects.get(), revision, by=cast.pigiste)


def test_version_that_readers_get_needs_no_review(cast, mine):
    with pytest.raises(WorkflowError):
        workflow.submit(mine, working_copy.newest(mine), by=cast.pigiste)
    assert not Article.objects.get().changes_to_review


def test_changes_are_sent_back_with_a_note_and_stay_in_the_working_copy(cast, mine):
    revision = submitted(mine, cast)
    with pytest.raises(WorkflowError):
        workflow.send_back(mine, revision, by=cast.editor, note=" ")
    workflow.send_back(mine, revision, by=cast.editor, note="Which year?")
    row = Article.objects.get()
    assert (row.changes_to_review, row.status) == (False, "approved")
    assert working_copy.open_copy(row)[0]["headline"] == "After"
    with pytest.raises(WorkflowError):
        workflow.send_back(row, revision, by=cast.editor, note="Again")


def test_sending_changes_back_is_for_those_who_publish(cast, mine):
    revision = submitted(mine, cast)
    with pytest.raises(PermissionDenied):
        workflow.send_back(mine, revision, by=cast.pigiste, note="x")


def test_publishing_the_changes_ends_the_waiting(cast, mine):
    revision = submitted(mine, cast)
    workflow.publish(mine, revision, Instants.of(mine), by=cast.editor)
    row = Article.objects.get()
    assert (row.headline, row.changes_to_review) == ("After", False)


def test_withdrawal_ends_the_waiting(cast, mine):
    submitted(mine, cast)
    workflow.withdraw(mine, by=cast.editor)
    assert not Article.objects.get().changes_to_review


def test_cancelled_publication_ends_the_waiting_and_keeps_who_has_the_article(cast):
    article = live(by=cast.editor, at=timezone.now().replace(microsecond=0) + dt.timedelta(days=1))
    workflow.submit(article, rewrite(article, by=cast.editor, headline="After"), by=cast.editor)
    Article.objects.update(assignee=cast.pigiste)
    workflow.withdraw(article, by=cast.editor)
    row = Article.objects.get()
    assert (row.status, row.changes_to_review, row.assignee) == ("draft", False, cast.pigiste)


def test_draft_has_no_changes_that_wait(cast):
    article, _revision = draft(by=cast.editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(changes_to_review=True)


def test_writer_of_a_live_article_is_offered_the_review_and_reads_what_happens(signed_in, cast, mine):  # noqa: F811
    client = signed_in("pigiste")
    assert 'value="submit"' in client.get(change(mine)).text
    page = client.post(change(mine), filled(mine, headline="After", step="submit"), follow=True).text
    assert "En ligne. Des modifications attendent une relecture" in page.replace("\u00a0", " ")
    assert 'value="submit"' not in page
    desk = signed_in("editor").get(change(mine)).text
    assert 'value="send_back"' in desk
    listed = client.get("/admin/articles/article/?state=to_review").text
    assert "Modifications à relire" in listed
    assert "Before" in client.get(mine.get_absolute_url()).text


def test_both_states_have_their_words(cast, mine):
    submitted(mine, cast)
    row = state.with_changes(Article.objects.all()).get()
    assert state.name(row) == "published"
    assert state.waits_for_review(row)
    assert state.changes_mark(row)
