"""Warnings, suspensions, bans: told by mail, written in the journal, in force at once, lifted; and what is noted."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone, translation

from articles.dates import instant_words
from comments import bulk, moderation, sanctions
from comments.models import Comment, Contributor, PersonNote, Sanction
from comments.moderation import ModerationError
from comments.rules import can_write
from journal.models import Entry
from tests.comments.desk import make_reason
from tests.factories import make_article, make_comment, make_subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return make_subscriber(email="awa@example.org", public_name="Nana", name="Real Name")


def test_a_warning_is_told_and_bars_nobody(cast, person, mailoutbox):
    sanctions.warn(person, reason="Stay polite.", by=cast.moderator)
    assert can_write(person, make_article()).allowed
    (letter,) = mailoutbox
    assert letter.to == ["awa@example.org"]
    assert "Stay polite." in letter.body


def test_a_suspension_ends_and_a_ban_does_not(cast, person, time_machine):
    article = make_article()
    sanctions.suspend(person, days=3, reason="Insults.", by=cast.moderator)
    verdict = can_write(person, article)
    assert not verdict.allowed
    assert "Insults." in verdict.reason
    time_machine.move_to(timezone.now() + dt.timedelta(days=3, minutes=1))
    assert can_write(person, article).allowed
    sanctions.ban(person, reason="Again.", by=cast.moderator)
    time_machine.move_to(timezone.now() + dt.timedelta(days=20))
    assert not can_write(person, article).allowed
    with pytest.raises(ModerationError):
        sanctions.ban(person, reason="Twice.", by=cast.moderator)


def test_lifted_once_and_told(cast, person, mailoutbox):
    sanction = sanctions.ban(person, reason="Insults.", by=cast.moderator)
    sanctions.lift(sanction, by=cast.editor)
    assert can_write(person, make_article()).allowed
    assert len(mailoutbox) == 2
    with pytest.raises(ModerationError):
        sanctions.lift(sanction, by=cast.editor)


def test_a_ban_comes_on_top_of_a_suspension_and_nothing_else_does(client, cast, person, mailoutbox):
    make_comment(make_article(), person)
    client.force_login(cast.moderator)
    address = reverse("admin:moderation_suspend", args=[person.pk])
    assert client.post(address, {"reason": "First.", "days": 30}).status_code == 302
    refused = client.post(address, {"reason": "Second words.", "days": 1})
    assert refused.status_code == 409
    assert "Second words." in refused.content.decode()
    sanctions.ban(person, reason="Ban.", by=cast.moderator)
    assert client.post(address, {"reason": "Third.", "days": 1}).status_code == 409
    assert [one.kind for one in Sanction.objects.all()] == ["ban", "suspension"]
    assert len(mailoutbox) == 2
    Sanction.objects.update(until=None, kind="ban", lifted_at=timezone.now())
    assert client.post(address, {"reason": "Anew.", "days": 1}).status_code == 302


@pytest.mark.parametrize("left", ["suspension", "ban"])
def test_what_still_bars_is_said_at_the_desk_and_in_the_mail(client, cast, person, mailoutbox, left):
    make_comment(make_article(), person)
    suspension = sanctions.suspend(person, days=30, reason="Insults.", by=cast.moderator)
    ban = sanctions.ban(person, reason="Again.", by=cast.moderator)
    client.force_login(cast.moderator)
    lifted, standing = (ban, suspension) if left == "suspension" else (suspension, ban)
    with translation.override("en"):
        page = client.post(reverse("admin:moderation_lift", args=[lifted.pk]), follow=True)
    assert not can_write(person, make_article()).allowed
    assert list(page.context["in_force"]) == [standing]
    said, letter = str(next(iter(page.context["messages"]))), " ".join(mailoutbox[-1].body.split())
    end = instant_words(suspension.until)
    assert "contribute again" not in letter
    assert "contribuer de nouveau" not in letter
    assert (end in letter) == (end in said) == (left == "suspension")
    client.post(reverse("admin:moderation_lift", args=[standing.pk]))
    assert mailoutbox[-1].body != mailoutbox[-2].body
    assert can_write(person, make_article()).allowed


def test_a_suspension_that_is_over_is_not_lifted(cast, person, time_machine, mailoutbox):
    sanction = sanctions.suspend(person, days=1, reason="Insults.", by=cast.moderator)
    time_machine.move_to(timezone.now() + dt.timedelta(days=2))
    with pytest.raises(ModerationError):
        sanctions.lift(sanction, by=cast.moderator)
    assert len(mailoutbox) == 1


def test_moderators_impose_nothing_on_one_another(cast):
    for person in (cast.moderator, cast.editor):
        with pytest.raises(ModerationError):
            sanctions.ban(person, reason="x", by=cast.moderator)
    assert not Sanction.objects.exists()


def test_watching_begins_and_ends(cast, person, mailoutbox):
    sanctions.watch(person, by=cast.moderator, wanted=True)
    assert Contributor.objects.get().is_watched
    with pytest.raises(ModerationError):
        sanctions.watch(person, by=cast.editor, wanted=True)
    sanctions.watch(person, by=cast.moderator, wanted=False)
    assert not Contributor.objects.get().is_watched
    assert not mailoutbox


def test_the_journal_knows_who_did_what_and_no_address(cast, person):
    sanctions.warn(person, reason="Stay polite.", by=cast.moderator)
    sanctions.note(person, text="A neighbour of the mayor.", by=cast.moderator)
    entries = list(Entry.objects.order_by("pk"))
    assert [(one.action, one.label, one.by_key) for one in entries] == [
        ("Contributor warned", "Nana", cast.moderator.pk),
        ("Note about a contributor", "Nana", cast.moderator.pk),
    ]


@pytest.mark.parametrize("role", ["reader", "subscriber", "journalist", "subscriptions_desk"])
def test_nobody_else_imposes_or_notes(client, cast, person, role):
    """H01: by the verb and by the form."""
    make_comment(make_article(), person)
    other = getattr(cast, role)
    for verb, values in [
        (sanctions.warn, {"reason": "x"}),
        (sanctions.suspend, {"reason": "x", "days": 1}),
        (sanctions.ban, {"reason": "x"}),
        (sanctions.note, {"text": "x"}),
        (sanctions.watch, {"wanted": True}),
        (bulk.reject_all, {"span": "all"}),
    ]:
        with pytest.raises(PermissionDenied):
            verb(person, by=other, **values)
    client.force_login(other)
    for name in ("note", "warn", "suspend", "ban", "reject_all", "hold_all", "approve_all", "watch", "unwatch"):
        address = reverse(f"admin:moderation_{name}", args=[person.pk])
        values = {"reason": "x", "text": "x", "days": 1, "span": "all"}
        assert client.post(address, values).status_code in {302, 403}
        assert client.get(address).status_code in {302, 403, 405}
    assert not Sanction.objects.exists()
    assert not PersonNote.objects.exists()
    assert Comment.objects.visible().count() == 1


def test_all_of_a_person_at_once(cast, person):
    article = make_article()
    old = make_comment(article, person)
    Comment.objects.filter(pk=old.pk).update(posted_at=timezone.now() - dt.timedelta(days=3))
    new = make_comment(article, person)
    waiting = make_comment(article, person, state="held", held_for="link")
    another = make_comment(article, make_subscriber())
    make_comment(article, person, state="deleted")
    assert bulk.hold_all(person, "day", by=cast.moderator) == 1
    assert bulk.approve_all(person, "day", by=cast.moderator) == 2
    assert bulk.reject_all(person, "day", by=cast.moderator, reason="Spam") == 2
    states = dict(Comment.objects.values_list("pk", "state"))
    assert [states[row.pk] for row in (old, new, waiting, another)] == ["visible", "rejected", "rejected", "visible"]
    assert bulk.reject_all(person, "all", by=cast.moderator) == 1
    assert moderation.Decision.objects.filter(kind="reject", reason="Spam").count() == 2


def test_the_page_of_a_person_does_it_all(client, cast, person):
    comment = make_comment(make_article(), person, text="A remark of Nana.")
    make_reason(title="Spam")
    client.force_login(cast.moderator)

    def send(name, **values):
        return client.post(reverse(f"admin:moderation_{name}", args=[person.pk]), values, follow=True)

    send("note", text="Knows the mayor.")
    send("warn", reason="Stay polite.")
    send("suspend", reason="Insults.", days=7)
    send("watch")
    page = send("reject_all", span="all", reason="Spam").content.decode()
    for words in ("Knows the mayor.", "Stay polite.", "Insults.", "A remark of Nana."):
        assert words in page
    assert "awa@example.org" not in page
    assert "Real Name" not in page
    comment.refresh_from_db()
    assert comment.state == Comment.State.REJECTED
    suspension = Sanction.objects.get(kind="suspension")
    client.post(reverse("admin:moderation_lift", args=[suspension.pk]))
    suspension.refresh_from_db()
    assert suspension.lifted_at
    assert client.post(reverse("admin:moderation_lift", args=[suspension.pk])).status_code == 409


@pytest.mark.parametrize(
    "case",
    [
        ("warn", {"reason": ""}, ""),
        ("ban", {"reason": "kept words " * 40}, "kept words"),
        ("suspend", {"reason": "kept words", "days": "1000000"}, "kept words"),
        ("note", {"text": "\0"}, ""),
        ("reject_all", {"span": "century"}, ""),
        ("reject_all", {"span": "all", "reason": "no such"}, ""),
    ],
)
def test_a_bad_form_comes_back_with_what_was_typed(client, cast, person, case):
    name, values, kept = case
    make_comment(make_article(), person)
    client.force_login(cast.moderator)
    response = client.post(reverse(f"admin:moderation_{name}", args=[person.pk]), values)
    assert response.status_code == 422
    assert kept in response.content.decode()
    assert "office-error" in response.content.decode()
    assert not Sanction.objects.exists()


def test_who_has_not_contributed_has_no_page(client, cast):
    client.force_login(cast.moderator)
    for person in (cast.reader.pk, 10**17):
        assert client.get(reverse("admin:moderation_person", args=[person])).status_code == 404
        assert client.post(reverse("admin:moderation_ban", args=[person]), {"reason": "x"}).status_code == 404
