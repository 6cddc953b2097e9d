"""A new version of a live article waits for its hour: what readers get when, who may, what stands in the way."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.utils import timezone

from articles import autosaves, due_changes, workflow
from articles.models import Article, Revision, Section, Step, TaggedArticle
from articles.presence import OpenForm
from articles.workflow import Instants, WorkflowError
from journal.models import Entry
from outbox.models import Message
from tests.articles.writing import draft, live, rewrite
from tests.factories import make_section
from tests.racing import race

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
T = NOON + dt.timedelta(hours=18)
MINUTE, HOUR, SECOND = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(seconds=1)


@pytest.fixture
def clock(time_machine):
    def clock(instant):
        time_machine.move_to(instant, tick=False)

    clock(NOON)
    return clock


@pytest.fixture
def waiting(clock, cast):
    """(article, revision) of which the revision goes online at T."""
    article = live(by=cast.editor, headline="Before", body="<p>Twenty came.</p>")
    revision = rewrite(article, by=cast.editor, headline="After", body="<p>Thirty came.</p>", tags=["Mali"])
    workflow.schedule_changes(article, revision, T, by=cast.editor)
    return article, revision


@pytest.fixture
def outbox(settings):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    return Message.objects


def row(article):
    return Article.objects.get(pk=article.pk)


def kinds(article):
    return list(article.steps.order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize(("instant", "headline"), [(T - SECOND, "Before"), (T, "After"), (T + SECOND, "After")])
def test_readers_get_the_new_version_on_its_second(waiting, clock, client, instant, headline):
    article, _revision = waiting
    clock(instant)
    due_changes.apply_all()
    assert row(article).headline == headline
    assert headline in client.get(row(article).get_absolute_url()).text


def test_going_online_is_what_publishing_does(waiting, clock, cast):
    """The first date stays, « Mis à jour » is said, the step names who scheduled it, the journal has one entry."""
    article, revision = waiting
    first, address = article.published_at, article.get_absolute_url()
    clock(T)
    assert due_changes.apply_all() == 1
    now = row(article)
    assert (now.published_at, now.revised_at, now.get_absolute_url()) == (first, T, address)
    assert TaggedArticle.objects.get(content_object=article).published_at == first
    step = article.steps.first()
    assert (step.kind, step.by, step.revision, step.at) == ("updated", cast.editor, revision, T)
    assert Entry.objects.about(article).filter(action="Published changes of an article").count() == 1
    revision.refresh_from_db()
    assert revision.applied_at == T
    assert not Revision.objects.scheduled().exists()
    assert due_changes.apply_all() == 0


@pytest.mark.parametrize("role", ["pigiste", "journalist", "moderator", "reader"])
def test_only_those_who_publish_schedule_and_cancel(waiting, cast, role):
    article, revision = waiting
    person = getattr(cast, role)
    for step in (
        lambda: workflow.schedule_changes(article, revision, T + HOUR, by=person),
        lambda: workflow.cancel_changes(article, by=person),
        lambda: workflow.reschedule(article, Instants(published_at=T), by=person),
    ):
        with pytest.raises(PermissionDenied):
            step()
    assert Revision.objects.scheduled().get().go_live_at == T


@pytest.mark.parametrize(("at", "word"), [(None, "date"), (NOON, "passed"), (NOON - SECOND, "passed")])
def test_an_hour_that_has_passed_is_refused_beside_its_field(waiting, cast, at, word):
    article, _revision = waiting
    revision = rewrite(article, by=cast.editor, headline="Later")
    with pytest.raises(WorkflowError) as refused:
        workflow.schedule_changes(article, revision, at, by=cast.editor)
    assert "changes_at" in refused.value.problems


def test_what_publishing_refuses_is_refused_at_once(clock, cast):
    section = make_section()
    article = live(by=cast.editor)
    live(by=cast.editor, slug="taken")
    for changes, field in (
        ({"headline": " "}, "headline"),
        ({"body": ""}, "body"),
        ({"section": section.pk}, "section"),
        ({"slug": "taken"}, "slug"),
    ):
        old = {"headline": "Whole", "body": "<p>Whole.</p>", "slug": "", "section": article.section_id}
        revision = rewrite(article, by=cast.editor, **(old | changes))
        Section.objects.filter(pk=section.pk).delete()
        with pytest.raises(WorkflowError) as refused:
            workflow.schedule_changes(article, revision, T, by=cast.editor)
        assert field in refused.value.problems
    assert not Revision.objects.scheduled().exists()


def test_only_a_live_article_has_new_versions(clock, cast):
    drafted, revision = draft(by=cast.editor)
    scheduled = live(by=cast.editor, at=T)
    withdrawn = live(by=cast.editor)
    workflow.withdraw(withdrawn, by=cast.editor)
    for article in (drafted, scheduled, withdrawn):
        revision = rewrite(article, by=cast.editor, headline="Another")
        with pytest.raises(WorkflowError):
            workflow.schedule_changes(row(article), revision, T + HOUR, by=cast.editor)


def test_version_after_the_withdrawal_of_its_article_is_refused(clock, cast):
    article, revision = draft(by=cast.editor)
    instants = Instants(published_at=NOON - HOUR, unpublish_at=T)
    workflow.approve(article, revision, instants, by=cast.editor)
    revision = rewrite(article, by=cast.editor, headline="Too late")
    with pytest.raises(WorkflowError) as refused:
        workflow.schedule_changes(article, revision, T, by=cast.editor)
    assert "changes_at" in refused.value.problems


def test_article_has_one_version_that_waits(waiting, cast):
    article, revision = waiting
    other = rewrite(article, by=cast.editor, headline="Instead")
    workflow.schedule_changes(article, other, T + HOUR, by=cast.editor)
    assert Revision.objects.scheduled().get() == other
    revision.refresh_from_db()
    assert revision.go_live_at is None


def test_version_that_was_moved_meanwhile_is_not_moved_again(waiting, cast):
    article, revision = waiting
    seen = Revision.objects.get(pk=revision.pk)
    workflow.schedule_changes(article, revision, T + HOUR, by=cast.editor)
    with pytest.raises(WorkflowError):
        workflow.schedule_changes(article, seen, T + 2 * HOUR, by=cast.editor)
    assert Revision.objects.scheduled().get().go_live_at == T + HOUR


def test_version_moved_later_does_not_go_online_at_its_former_hour(waiting, clock, cast):
    """K03"""
    article, revision = waiting
    workflow.schedule_changes(article, revision, T + HOUR, by=cast.editor)
    clock(T)
    assert due_changes.apply_all() == 0
    clock(T + HOUR)
    assert due_changes.apply_all() == 1
    assert row(article).headline == "After"


def test_cancelled_version_stays_a_draft(waiting, clock, cast):
    article, revision = waiting
    workflow.cancel_changes(article, by=cast.editor, note="Not yet")
    clock(T + HOUR)
    assert due_changes.apply_all() == 0
    assert row(article).headline == "Before"
    assert article.steps.first().note == "Not yet"
    with pytest.raises(WorkflowError):
        workflow.cancel_changes(article, by=cast.editor)
    assert article.revisions.first() == revision


def test_newer_version_that_is_published_before_cancels_the_one_that_waits(waiting, clock, cast):
    article, _revision = waiting
    newer = rewrite(article, by=cast.editor, headline="Newer")
    workflow.publish(article, newer, Instants(), by=cast.editor)
    assert kinds(article)[-2:] == ["updated", "changes_cancelled"]
    assert article.steps.first().note
    clock(T)
    assert due_changes.apply_all() == 0
    assert row(article).headline == "Newer"


def test_version_older_than_what_is_online_never_goes_online(waiting, clock, cast):
    article, revision = waiting
    newer = rewrite(article, by=cast.editor, headline="Newer")
    workflow.publish(article, newer, Instants(), by=cast.editor)
    Revision.objects.filter(pk=revision.pk).update(go_live_at=T)
    clock(T)
    assert due_changes.apply_all() == 0
    assert row(article).headline == "Newer"


def test_version_published_by_hand_before_its_hour_waits_no_more(waiting, clock, cast):
    article, revision = waiting
    workflow.publish(article, revision, Instants(), by=cast.editor)
    clock(T)
    assert due_changes.apply_all() == 0
    assert kinds(article)[-1] == "updated"


def test_version_that_waits_goes_online_while_a_newer_draft_stays_one(waiting, clock, cast):
    article, _revision = waiting
    rewrite(article, by=cast.editor, headline="Only a draft")
    clock(T)
    assert due_changes.apply_all() == 1
    assert row(article).headline == "After"


@pytest.fixture
def newer(waiting, cast):
    """A text saved after the version that waits: handed in, and in somebody's hands until an hour."""
    article, _revision = waiting
    newer = rewrite(article, by=cast.editor, headline="Later still")
    workflow.submit(row(article), newer, by=cast.editor)
    Article.objects.update(assignee=cast.pigiste, due_at=T + HOUR, priority=Article.Priority.URGENT)
    return newer


def in_hand(article):
    now = row(article)
    return now.changes_to_review, now.assignee, now.due_at, now.priority


def test_version_that_goes_online_leaves_the_newer_one_at_the_desk(waiting, newer, clock, cast):
    article, _revision = waiting
    clock(T)
    assert due_changes.apply_all() == 1
    assert row(article).headline == "After"
    assert in_hand(article) == (True, cast.pigiste, T + HOUR, Article.Priority.URGENT)


def test_moving_the_version_that_waits_leaves_the_newer_one_at_the_desk(waiting, newer, cast):
    article, revision = waiting
    workflow.schedule_changes(row(article), revision, T + HOUR, by=cast.editor)
    assert in_hand(article) == (True, cast.pigiste, T + HOUR, Article.Priority.URGENT)


def test_scheduling_the_newest_version_ends_what_waited_though_somebody_types(waiting, newer, cast):
    """What is typed and not saved is no version."""
    article, _revision = waiting
    form = OpenForm(key=uuid.uuid4())
    autosaves.keep(article, newer.content, base=newer.pk, by=cast.pigiste, form=form)
    workflow.schedule_changes(row(article), newer, T + HOUR, by=cast.editor)
    assert in_hand(article) == (False, None, None, Article.Priority.NORMAL)


def test_withdrawing_the_article_cancels_what_waits_and_says_so(waiting, clock, cast):
    """K05: none for what was withdrawn meanwhile."""
    article, _revision = waiting
    workflow.withdraw(article, by=cast.editor, note="Legal order")
    assert kinds(article)[-2:] == ["withdrawn", "changes_cancelled"]
    clock(T + 2 * HOUR)
    assert due_changes.apply_all() == 0
    assert row(article).status == "withdrawn"


@pytest.mark.parametrize("status", ["withdrawn", "draft"])
def test_version_that_waits_never_brings_an_article_back(waiting, clock, status):
    """However its hour outlived the withdrawal: refused, and told."""
    article, revision = waiting
    Article.objects.filter(pk=article.pk).update(status=status)
    clock(T)
    assert due_changes.apply_all() == 0
    assert row(article).status == status
    assert "Les lecteurs n’ont pas cet article" in held_up(revision)[0]


def test_after_two_hours_without_a_tick_each_version_goes_online_once_oldest_first(waiting, clock, cast):
    """K05"""
    first, _revision = waiting
    second = live(by=cast.editor, headline="Before")
    workflow.schedule_changes(second, rewrite(second, by=cast.editor, headline="After"), T - HOUR, by=cast.editor)
    gone = live(by=cast.editor, headline="Before")
    workflow.schedule_changes(gone, rewrite(gone, by=cast.editor, headline="After"), T, by=cast.editor)
    clock(T + MINUTE)
    workflow.withdraw(gone, by=cast.editor)
    clock(T + 2 * HOUR)
    assert due_changes.apply_all() == 2
    order = [step.article for step in Step.objects.filter(kind="updated").order_by("pk")]
    assert order == [second, first]
    assert due_changes.apply_all() == 0
    assert row(gone).headline == "Before"


def held_up(revision):
    revision.refresh_from_db()
    return revision.problem, revision.retry_at, revision.tries


def test_version_whose_section_was_deleted_stays_due_and_the_desk_is_told_once(clock, cast, outbox):
    """Readers see no change; the pauses grow; the mail goes to whoever scheduled it; mended, it goes online."""
    section = make_section()
    article = live(by=cast.editor, headline="Before")
    revision = rewrite(article, by=cast.editor, headline="After", section=section.pk)
    workflow.schedule_changes(article, revision, T, by=cast.editor)
    Section.objects.filter(pk=section.pk).delete()
    at = T
    for tries, pause in enumerate([1, 5, 15, 60, 60], start=1):
        clock(at)
        assert due_changes.apply_all() == 0
        assert due_changes.apply_all() == 0
        problem, retry_at, tried = held_up(revision)
        assert "rubrique" in problem
        assert (retry_at, tried) == (at + pause * MINUTE, tries)
        at = retry_at
    assert row(article).headline == "Before"
    assert Article.objects.stuck().get() == article
    mail = outbox.get()
    assert mail.recipient == cast.editor.email
    assert "After" in mail.subject
    assert problem in mail.text
    assert f"/admin/articles/article/{article.pk}/change/" in mail.text
    mended = rewrite(article, by=cast.editor, section=article.section_id)
    workflow.schedule_changes(article, mended, at + HOUR, by=cast.editor)
    clock(at + HOUR)
    assert due_changes.apply_all() == 1
    assert row(article).headline == "After"
    assert not Article.objects.stuck().exists()


def test_version_goes_online_by_itself_once_the_hindrance_is_gone(clock, cast):
    article = live(by=cast.editor, headline="Before", slug="one")
    revision = rewrite(article, by=cast.editor, headline="After", slug="two")
    workflow.schedule_changes(article, revision, T, by=cast.editor)
    other = live(by=cast.editor, slug="two", at=NOON - HOUR)
    clock(T)
    assert due_changes.apply_all() == 0
    assert other.headline in held_up(revision)[0]
    Article.objects.filter(pk=other.pk).update(slug="three")
    clock(T + MINUTE - SECOND)
    assert due_changes.apply_all() == 0
    clock(T + MINUTE)
    assert due_changes.apply_all() == 1
    assert held_up(revision)[0] == ""


def test_another_problem_is_told_again(clock, cast, outbox):
    article, revision = draft(by=cast.editor, headline="Before")
    instants = Instants(published_at=NOON - HOUR)
    workflow.approve(article, revision, instants, by=cast.editor)
    section = make_section()
    revision = rewrite(article, by=cast.editor, headline="After", section=section.pk)
    workflow.schedule_changes(article, revision, T, by=cast.editor)
    Section.objects.filter(pk=section.pk).delete()
    clock(T)
    due_changes.apply_all()
    Article.objects.filter(pk=article.pk).update(unpublish_at=T)
    make_section(pk=section.pk)
    clock(T + MINUTE)
    due_changes.apply_all()
    assert outbox.count() == 2
    assert "lecteurs" in held_up(revision)[0]


def test_nobody_is_written_to_when_the_account_is_closed(waiting, clock, cast, outbox):
    article, revision = waiting
    cast.editor.is_active = False
    cast.editor.save()
    Article.objects.filter(pk=article.pk).update(unpublish_at=T)
    clock(T)
    due_changes.apply_all()
    assert held_up(revision)[0]
    assert not outbox.exists()


def test_version_goes_online_although_its_editor_has_left(waiting, clock, cast):
    article, _revision = waiting
    cast.editor.delete()
    clock(T)
    assert due_changes.apply_all() == 1
    assert article.steps.first().by is None


def test_failure_of_the_program_holds_up_no_other_version(waiting, clock, cast, monkeypatch):
    article, revision = waiting
    other = live(by=cast.editor, headline="Before")
    workflow.schedule_changes(other, rewrite(other, by=cast.editor, headline="After"), T, by=cast.editor)
    apply_changes = workflow.apply_changes

    def failing(revision, *, by):
        if revision.article_id == article.pk:
            raise ZeroDivisionError
        return apply_changes(revision, by=by)

    monkeypatch.setattr(workflow, "apply_changes", failing)
    clock(T)
    assert due_changes.apply_all() == 1
    assert held_up(revision)[0]
    assert row(other).headline == "After"


def test_process_that_dies_with_a_version_in_hand_leaves_it_to_another(waiting, clock, monkeypatch):
    """K06: taken over after the lease, not before; one effect."""
    article, _revision = waiting
    clock(T)
    with monkeypatch.context() as patch:
        patch.setattr(workflow, "apply_changes", lambda *args, **kwargs: (_ for _ in ()).throw(DatabaseError))
        with pytest.raises(DatabaseError):
            due_changes.apply_all()
    clock(T + due_changes.LEASE - SECOND)
    assert due_changes.apply_all() == 0
    clock(T + due_changes.LEASE)
    assert due_changes.apply_all() == 1
    assert kinds(article).count("updated") == 1


@pytest.mark.django_db(transaction=True)
def test_twelve_that_try_at_once_are_one_new_version(waiting, clock):
    """K06: processes of the server, the worker and whoever else; also those whose claim is no guard."""
    article, _revision = waiting
    clock(T)
    results = race([due_changes.apply_all] * 12)
    assert sorted(results) == [0] * 11 + [1]
    assert kinds(article).count("updated") == 1
    assert Entry.objects.about(article).filter(action="Published changes of an article").count() == 1


@pytest.mark.django_db(transaction=True)
def test_verb_itself_puts_a_version_online_once(waiting, clock, cast):
    """A lease may end while its holder still works."""
    article, revision = waiting
    clock(T)
    results = race([lambda: workflow.apply_changes(revision, by=cast.editor)] * 12)
    assert sum(result == "updated" for result in results) == 1, results
    assert sum(isinstance(result, WorkflowError) for result in results) == 11, results
    assert kinds(article).count("updated") == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_versions_that_are_scheduled_at_once_one_waits(clock, cast):
    article = live(by=cast.editor)
    one = rewrite(article, by=cast.editor, headline="One")
    two = rewrite(article, by=cast.editor, headline="Two")
    presses = [(one, T), (two, T + HOUR)] * 3
    results = race([lambda r=r, at=at: workflow.schedule_changes(article, r, at, by=cast.editor) for r, at in presses])
    assert all(result is None or isinstance(result, WorkflowError) for result in results), results
    assert Revision.objects.scheduled().count() == 1


def test_verbs_refuse_to_apply_what_is_not_due(waiting, cast):
    article, revision = waiting
    with pytest.raises(WorkflowError):
        workflow.apply_changes(revision, by=cast.editor)
    assert row(article).headline == "Before"


def test_looking_for_what_is_due_is_one_query(waiting, django_assert_num_queries):
    with django_assert_num_queries(1):
        due_changes.apply_all()
    assert timezone.now() == NOON
