"""A decision is about what its moderator saw, is taken once, and can be undone for ten seconds."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from comments import moderation
from comments.models import Comment, Decision, Notice
from comments.moderation import ModerationError, seen_of
from journal.models import Entry
from tests.comments.desk import make_report
from tests.factories import make_article, make_comment, make_user
from tests.racing import race

pytestmark = pytest.mark.django_db
State = Comment.State


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def held(article):
    return make_comment(article, make_user(), state="held", held_for="word", held_word="zut")


@pytest.fixture
def visible(article):
    return make_comment(article, make_user())


def row_of(comment):
    return Comment.objects.filter(pk=comment.pk).values("state", "held_for", "held_word", "featured_at").get()


def test_a_held_one_is_let_through_and_its_answer_is_noticed(cast, article, visible):
    reply = make_comment(article, make_user(), state="held", held_for="newcomer", reply_to=visible)
    moderation.approve(reply, by=cast.moderator)
    assert reply.state == row_of(reply)["state"] == State.VISIBLE
    assert Notice.objects.get().person == visible.author


def test_rejecting_settles_the_reports_and_keeps_reason_and_letter(cast, visible):
    make_report(visible)
    decision = moderation.reject(visible, by=cast.moderator, reason="Insult", told=" Not here. ")
    assert (decision.before, decision.reason, decision.told) == ("visible", "Insult", "Not here.")
    assert not visible.reports.filter(settled_at=None).exists()
    entry = Entry.objects.get()
    assert (entry.action, entry.by_key, entry.detail) == ("Contribution rejected", cast.moderator.pk, "Insult")


def test_keeping_needs_an_open_report(cast, visible):
    with pytest.raises(ModerationError):
        moderation.keep(visible, by=cast.moderator)
    assert not Decision.objects.exists()
    make_report(visible)
    moderation.keep(visible, by=cast.moderator)
    assert row_of(visible)["state"] == State.VISIBLE
    assert not visible.reports.filter(settled_at=None).exists()
    with pytest.raises(ModerationError, match="Kadia"):
        moderation.keep(visible, by=cast.editor)


@pytest.mark.parametrize(
    ("verb", "state"),
    [("approve", "visible"), ("approve", "deleted"), ("reject", "rejected"), ("reject", "deleted"), ("hold", "held")],
)
def test_what_leads_nowhere_is_refused(cast, article, verb, state):
    comment = make_comment(article, make_user(), state=state, held_for="word" if state == "held" else "")
    with pytest.raises(ModerationError):
        getattr(moderation, verb)(comment, by=cast.moderator)
    assert not Decision.objects.exists()
    assert not Entry.objects.exists()


def test_the_second_moderator_is_told_who_decided(cast, held, settings):
    settings.LANGUAGE_CODE = "en"
    seen = seen_of(held)
    moderation.reject(held, by=cast.moderator, seen=seen)
    with pytest.raises(ModerationError, match="Kadia Modératrice"):
        moderation.approve(held, by=cast.editor, seen=seen)
    assert row_of(held)["state"] == State.REJECTED


def test_words_that_changed_since_they_were_read_are_not_let_through(cast, held):
    """An author could otherwise slip other words past a moderator."""
    seen = seen_of(held)
    Comment.objects.filter(pk=held.pk).update(text="Other words.", edited_at=timezone.now())
    with pytest.raises(ModerationError):
        moderation.approve(held, by=cast.moderator, seen=seen)
    assert row_of(held)["state"] == State.HELD


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_undone_a_held_one_waits_again_for_the_same_cause(cast, held, verb):
    before = row_of(held)
    decision = getattr(moderation, verb)(held, by=cast.moderator)
    moderation.undo(decision, by=cast.moderator)
    assert row_of(held) == before


def test_undone_a_featured_one_is_on_top_again_and_its_reports_are_open(cast, visible):
    make_report(visible)
    moderation.feature(visible, by=cast.moderator)
    before = row_of(visible)
    for verb in (moderation.reject, moderation.hold):
        decision = verb(visible, by=cast.moderator)
        assert row_of(visible)["featured_at"] is None
        moderation.undo(decision, by=cast.moderator)
        assert row_of(visible) == before
        assert visible.reports.filter(settled_at=None).count() == 1


def test_undoing_opens_no_report_that_an_earlier_decision_settled(cast, visible):
    make_report(visible)
    moderation.keep(visible, by=cast.moderator)
    make_report(visible)
    moderation.undo(moderation.keep(visible, by=cast.moderator), by=cast.moderator)
    assert visible.reports.filter(settled_at=None).count() == 1


def test_a_place_on_top_that_was_given_away_is_not_taken_back(cast, article, visible):
    for _ in range(2):
        moderation.feature(make_comment(article, make_user()), by=cast.moderator)
    moderation.feature(visible, by=cast.moderator)
    decision = moderation.hold(visible, by=cast.moderator)
    moderation.feature(make_comment(article, make_user()), by=cast.moderator)
    moderation.undo(decision, by=cast.moderator)
    assert row_of(visible) == {"state": "visible", "held_for": "", "held_word": "", "featured_at": None}


def test_ten_seconds_and_what_the_answer_needs_to_arrive(cast, held, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    decision = moderation.reject(held, by=cast.moderator)
    time_machine.move_to(now + dt.timedelta(seconds=14), tick=False)
    moderation.undo(decision, by=cast.moderator)
    again = moderation.reject(held, by=cast.moderator)
    time_machine.move_to(now + dt.timedelta(seconds=30), tick=False)
    with pytest.raises(ModerationError):
        moderation.undo(again, by=cast.moderator)
    assert row_of(held)["state"] == State.REJECTED


def test_only_the_last_decision_is_undone_once_and_by_who_took_it(cast, visible):
    first = moderation.hold(visible, by=cast.moderator)
    second = moderation.approve(visible, by=cast.moderator)
    with pytest.raises(ModerationError):
        moderation.undo(first, by=cast.moderator)
    with pytest.raises(PermissionDenied):
        moderation.undo(second, by=cast.editor)
    moderation.undo(second, by=cast.moderator)
    with pytest.raises(ModerationError):
        moderation.undo(second, by=cast.moderator)
    assert row_of(visible)["state"] == State.HELD


def test_three_are_on_top_and_only_visible_heads(cast, article, visible):
    rows = [make_comment(article, make_user()) for _ in range(4)]
    for row in rows[:3]:
        moderation.feature(row, by=cast.moderator)
    reply = make_comment(article, make_user(), reply_to=visible)
    for row in (rows[3], reply, rows[0]):
        with pytest.raises(ModerationError):
            moderation.feature(row, by=cast.moderator)
    moderation.unfeature(rows[0], by=cast.moderator)
    moderation.feature(rows[3], by=cast.moderator)
    assert Comment.objects.exclude(featured_at=None).count() == 3
    assert Notice.objects.filter(kind="featured").count() == 4
    with pytest.raises(ModerationError):
        moderation.unfeature(rows[0], by=cast.moderator)


def test_one_takes_it_and_the_other_is_told(cast, visible):
    moderation.take(visible, by=cast.moderator)
    moderation.take(visible, by=cast.moderator)
    with pytest.raises(ModerationError, match="Kadia"):
        moderation.take(visible, by=cast.editor)
    moderation.give_back(visible, by=cast.editor)
    moderation.take(visible, by=cast.editor)
    visible.refresh_from_db()
    assert visible.assigned_to == cast.editor


@pytest.mark.parametrize("role", ["reader", "subscriber", "pigiste", "journalist", "subscriptions_desk"])
def test_nobody_else_decides(cast, held, role):
    """H01."""
    person = getattr(cast, role)
    verbs = ("approve", "reject", "hold", "keep", "feature", "unfeature", "take", "give_back")
    for verb in verbs:
        with pytest.raises(PermissionDenied):
            getattr(moderation, verb)(held, by=person)
    assert row_of(held)["state"] == State.HELD


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_one_is_told(cast, held):
    first, second, seen = cast.moderator, cast.editor, seen_of(held)
    results = race(
        [
            lambda: moderation.approve(held, by=first, seen=seen),
            lambda: moderation.reject(Comment.objects.get(pk=held.pk), by=second, seen=seen),
        ]
    )
    assert sorted(type(one).__name__ for one in results) == ["Decision", "ModerationError"]
    assert Decision.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_three_are_on_top_even_when_four_are_put_there_at_once(cast, article):
    rows = [make_comment(article, make_user()) for _ in range(4)]
    moderator = cast.moderator
    race([lambda row=row: moderation.feature(row, by=moderator) for row in rows])
    assert Comment.objects.exclude(featured_at=None).count() == 3, connection.vendor
