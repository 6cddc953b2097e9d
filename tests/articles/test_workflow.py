"""The workflow: who may take which step, what each does to readers, and what stands in the way, in words."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.models import Article, Byline, FormerAddress, Section, TaggedArticle
from articles.workflow import Instants, WorkflowError
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_article, make_author, make_section

HOUR = dt.timedelta(hours=1)


def now():
    return timezone.now().replace(microsecond=0)


def row(article):
    return Article.objects.get(pk=article.pk)


@pytest.mark.django_db
def test_writer_submits_and_editor_sends_back_with_a_note(cast):
    article, revision = draft(by=cast.pigiste)
    workflow.submit(article, revision, by=cast.pigiste)
    assert row(article).status == "to_review"
    with pytest.raises(WorkflowError) as refused:
        workflow.send_back(article, revision, by=cast.editor, note="  ")
    assert "note" in refused.value.problems
    workflow.send_back(article, revision, by=cast.editor, note="Who is the source?")
    assert row(article).status == "draft"
    assert article.steps.first().note == "Who is the source?"


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "subscriptions_desk", "reader", "subscriber"])
def test_only_editors_publish_schedule_and_withdraw(cast, role):
    """D01: the verbs themselves refuse, whatever form or request leads to them."""
    person = getattr(cast, role)
    article, revision = draft(by=cast.pigiste)
    public = live(by=cast.editor)
    later = Instants(published_at=now() + HOUR)
    for step in (
        lambda: workflow.publish(article, revision, Instants(), by=person),
        lambda: workflow.approve(article, revision, later, by=person),
        lambda: workflow.plan(article, later, by=person),
        lambda: workflow.send_back(article, revision, by=person, note="x"),
        lambda: workflow.withdraw(public, by=person),
    ):
        with pytest.raises(PermissionDenied):
            step()
    assert row(article).status == "draft"
    assert row(public).is_published


@pytest.mark.django_db
def test_writer_cannot_submit_the_article_of_another(cast):
    article, revision = draft(by=cast.editor)
    with pytest.raises(PermissionDenied):
        workflow.submit(article, revision, by=cast.pigiste)


@pytest.mark.django_db
def test_schedule_shows_nothing_before_its_second(cast):
    at = now() + HOUR
    article, revision = draft(by=cast.editor, tags=["Mali"], bylines=[{"author": make_author().pk, "role": "author"}])
    kind = workflow.approve(article, revision, Instants(published_at=at), by=cast.editor)
    assert kind == "scheduled"
    assert not Article.objects.published(at - dt.timedelta(seconds=1)).exists()
    assert Article.objects.published(at).get() == article


@pytest.mark.django_db
def test_list_rows_carry_the_instant_while_approved_and_nothing_otherwise(cast):
    article = live(by=cast.editor, tags=["Mali"], bylines=[{"author": make_author().pk, "role": "author"}])
    stamps = (*Byline.objects.values_list("published_at"), *TaggedArticle.objects.values_list("published_at"))
    assert set(stamps) == {(article.published_at,)}
    workflow.withdraw(article, by=cast.editor)
    assert set(Byline.objects.values_list("published_at")) == {(None,)}
    assert set(TaggedArticle.objects.values_list("published_at")) == {(None,)}


@pytest.mark.django_db
def test_publishing_an_empty_text_is_refused_beside_the_field(cast):
    article, revision = draft(by=cast.editor, body="", headline="")
    with pytest.raises(WorkflowError) as refused:
        workflow.publish(article, revision, Instants(), by=cast.editor)
    assert set(refused.value.problems) == {"body", "headline"}
    assert row(article).status == "draft"


@pytest.mark.django_db
def test_section_deleted_meanwhile_is_refused_in_words(cast):
    section = make_section()
    article, revision = draft(by=cast.editor, section=section)
    Section.objects.filter(pk=section.pk).delete()
    with pytest.raises(WorkflowError) as refused:
        workflow.publish(article, revision, Instants(), by=cast.editor)
    assert "section" in refused.value.problems


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("published", "embargo", "end", "field"),
    [
        (0, None, -1, "unpublish_at"),
        (0, 2, 1, "unpublish_at"),
        (None, None, 1, "published_at"),
        (-3, None, -1, "unpublish_at"),
    ],
)
def test_withdrawal_before_publication_is_refused_beside_the_field(cast, published, embargo, end, field):
    start = now()
    hours = [value if value is None else start + value * HOUR for value in (published, embargo, end)]
    article, revision = draft(by=cast.editor)
    with pytest.raises(WorkflowError) as refused:
        workflow.approve(article, revision, Instants(*hours), by=cast.editor)
    assert field in refused.value.problems


@pytest.mark.django_db
def test_address_taken_that_day_is_refused_and_names_the_other(cast):
    live(by=cast.editor, slug="symposium", headline="The first")
    article, revision = draft(by=cast.editor, slug="symposium")
    with pytest.raises(WorkflowError) as refused:
        workflow.publish(article, revision, Instants(), by=cast.editor)
    assert "The first" in refused.value.problems["slug"]


@pytest.mark.django_db
def test_address_made_from_the_headline_is_numbered_when_taken(cast):
    for expected in ("a-headline", "a-headline-2", "a-headline-3"):
        assert live(by=cast.editor, headline="A headline").slug == expected


@pytest.mark.django_db
def test_address_that_another_article_left_is_not_taken_over(cast):
    moved = live(by=cast.editor, slug="first")
    workflow.publish(moved, rewrite(moved, by=cast.editor, slug="second"), Instants(), by=cast.editor)
    article, revision = draft(by=cast.editor, slug="first")
    with pytest.raises(WorkflowError) as refused:
        workflow.approve(article, revision, Instants(published_at=moved.published_at), by=cast.editor)
    assert "slug" in refused.value.problems


@pytest.mark.django_db
def test_changed_address_of_a_live_article_is_remembered_without_chains(cast):
    article = live(by=cast.editor, slug="one")
    first = article.path
    for slug in ("two", "three"):
        workflow.publish(article, rewrite(article, by=cast.editor, slug=slug), Instants.of(article), by=cast.editor)
    assert {former.path for former in FormerAddress.objects.all()} == {first, first.replace("one", "two")}
    workflow.publish(article, rewrite(article, by=cast.editor, slug="one"), Instants.of(article), by=cast.editor)
    assert first not in {former.path for former in FormerAddress.objects.all()}


@pytest.mark.django_db
def test_address_that_nobody_saw_is_forgotten(cast):
    article, revision = draft(by=cast.editor, slug="one")
    workflow.approve(article, revision, Instants(published_at=now() + HOUR), by=cast.editor)
    workflow.publish(article, rewrite(article, by=cast.editor, slug="two"), Instants(), by=cast.editor)
    assert not FormerAddress.objects.exists()


@pytest.mark.django_db
def test_publishing_changes_keeps_the_first_date_and_says_updated_only_in_substance(cast):
    article = live(by=cast.editor, body="<p>Twenty people came.</p>")
    first = article.published_at
    comma = rewrite(article, by=cast.editor, body="<p>Twenty people came !</p>")
    workflow.publish(article, comma, Instants.of(article), by=cast.editor)
    assert (article.published_at, article.revised_at) == (first, None)
    minor = rewrite(article, by=cast.editor, body="<p>Thirty people came.</p>", minor=True)
    workflow.publish(article, minor, Instants.of(article), by=cast.editor)
    assert article.revised_at is None
    substance = rewrite(article, by=cast.editor, body="<p>Forty people came.</p>", minor=False)
    workflow.publish(article, substance, Instants.of(article), by=cast.editor)
    assert article.published_at == first
    assert article.revised_at is not None


@pytest.mark.django_db
def test_withdrawn_article_comes_back_under_its_address(cast):
    article = live(by=cast.editor)
    address = article.get_absolute_url()
    workflow.withdraw(article, by=cast.editor, note="Legal order")
    assert row(article).status == "withdrawn"
    assert not row(article).is_published
    revision = article.revisions.first()
    workflow.publish(article, revision, Instants.of(row(article)), by=cast.editor)
    assert row(article).is_published
    assert row(article).get_absolute_url() == address


@pytest.mark.django_db
def test_cancelling_what_is_not_live_makes_a_draft_that_was_never_there(cast):
    article, revision = draft(by=cast.editor)
    workflow.approve(article, revision, Instants(published_at=now() + HOUR), by=cast.editor)
    workflow.withdraw(article, by=cast.editor)
    assert row(article).status == "draft"
    with time_machine.travel(now() + 2 * HOUR):
        assert not Article.objects.gone().exists()


@pytest.mark.django_db
def test_live_article_cannot_be_moved_into_the_future_by_publishing_changes(cast):
    article = live(by=cast.editor)
    with pytest.raises(WorkflowError) as refused:
        workflow.publish(article, article.revisions.first(), Instants(published_at=now() + HOUR), by=cast.editor)
    assert "published_at" in refused.value.problems
    assert row(article).is_published


@pytest.mark.django_db
def test_dates_of_a_live_article_are_not_noted_as_plans(cast):
    article = live(by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.plan(article, Instants(published_at=now() + HOUR), by=cast.editor)


@pytest.mark.django_db
def test_deleted_neighbours_fall_out_when_publishing(cast):
    gone = make_article(status="draft", published_at=None)
    article, revision = draft(
        by=cast.editor, related=[gone.pk], bylines=[{"author": 10**9, "role": "author"}], picture=10**9
    )
    gone.delete()
    workflow.publish(article, revision, Instants(), by=cast.editor)
    assert (article.related_rows.count(), article.bylines.count(), article.picture) == (0, 0, None)


@pytest.mark.django_db
def test_one_tag_whatever_its_capitals_and_accents(cast):
    live(by=cast.editor, tags=["Sécurité"])
    article = live(by=cast.editor, tags=["sécurité", "SECURITE", "Mali"])
    assert {tag.name for tag in article.tags.all()} == {"Sécurité", "Mali"}


@pytest.mark.django_db
def test_a_refused_publication_leaves_no_trace(cast):
    live(by=cast.editor, slug="taken")
    article, revision = draft(by=cast.editor, slug="taken", tags=["Unheard"])
    with transaction.atomic(), pytest.raises(WorkflowError):
        workflow.publish(article, revision, Instants(), by=cast.editor)
    revision.refresh_from_db()
    assert revision.applied_at is None
    assert not TaggedArticle.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["published_at", "embargo_until"])
@pytest.mark.parametrize("verb", [workflow.publish, workflow.approve])
def test_live_article_is_not_hidden_by_a_date_to_come(cast, verb, field):
    article = live(by=cast.editor)
    later = Instants(**{"published_at": article.published_at, field: now() + HOUR})
    with pytest.raises(WorkflowError) as refused:
        verb(article, article.revisions.first(), later, by=cast.editor)
    assert field in refused.value.problems
    assert row(article).is_published


@pytest.mark.django_db
def test_verb_refuses_an_article_whose_state_changed_since_it_was_read(cast):
    article = live(by=cast.editor)
    seen = Article.objects.get(pk=article.pk)
    workflow.withdraw(article, by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.publish(seen, seen.revisions.first(), Instants(), by=cast.editor)
    assert row(article).status == "withdrawn"


@pytest.mark.django_db
def test_older_version_does_not_replace_a_newer_one(cast):
    article = live(by=cast.editor)
    older = rewrite(article, by=cast.editor, headline="Older")
    newer = rewrite(article, by=cast.editor, headline="Newer")
    workflow.publish(article, newer, Instants(), by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.publish(article, older, Instants(), by=cast.editor)
    assert row(article).headline == "Newer"


@pytest.mark.django_db
def test_tag_is_found_by_its_name_when_its_address_was_changed(cast):
    first = live(by=cast.editor, tags=["Mali"])
    first.tags.update(slug="elsewhere")
    assert live(by=cast.editor, tags=["Mali"]).tags.get() == first.tags.get()


@pytest.mark.django_db
def test_tags_that_differ_by_their_signs_are_two(cast):
    article = live(by=cast.editor, tags=["C", "C++"])
    assert {tag.name for tag in article.tags.all()} == {"C", "C++"}


@pytest.mark.django_db
def test_address_made_by_itself_avoids_those_that_others_left(cast):
    moved = live(by=cast.editor, headline="A headline")
    renamed = rewrite(moved, by=cast.editor, headline="A headline", slug="another")
    workflow.publish(moved, renamed, Instants(), by=cast.editor)
    assert live(by=cast.editor, headline="A headline").slug == "a-headline-2"


@pytest.mark.django_db
def test_former_address_of_what_is_gone_says_so(cast, client):
    article = live(by=cast.editor, slug="one")
    former = article.get_absolute_url()
    workflow.publish(article, rewrite(article, by=cast.editor, slug="two"), Instants(), by=cast.editor)
    assert client.get(former).status_code == 301
    workflow.withdraw(article, by=cast.editor)
    assert client.get(former).status_code == 410
