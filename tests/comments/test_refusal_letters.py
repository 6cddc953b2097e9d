"""The author is told once the ten seconds are over, once, and only of a rejection that stands."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.models import Article
from comments import moderation, refusal_letters
from comments.models import Decision
from newsroom import tick
from tests.factories import make_article, make_comment, make_user
from tests.racing import race

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def author():
    return make_user(email="author@example.org", public_name="Aminata")


@pytest.fixture
def comment(author):
    return make_comment(make_article(headline="The port"), author, text="My words.")


def reject(comment, cast, told="Please stay polite."):
    return moderation.reject(comment, by=cast.moderator, reason="Insult", told=told)


def test_nothing_leaves_before_the_ten_seconds_are_over(cast, comment, mailoutbox):
    reject(comment, cast)
    assert refusal_letters.send_due(NOW + dt.timedelta(seconds=10)) == 0
    assert refusal_letters.send_due(LATER) == 1
    assert refusal_letters.send_due(LATER) == 0
    letter = mailoutbox[0]
    assert letter.to == ["author@example.org"]
    assert all(words in letter.body for words in ("Please stay polite.", "The port", "My words."))
    assert "Please stay polite." in letter.alternatives[0][0]
    assert Decision.objects.get().mailed_at


def test_what_was_undone_or_decided_anew_is_not_told(cast, comment, mailoutbox):
    moderation.undo(reject(comment, cast), by=cast.moderator)
    assert refusal_letters.send_due(LATER) == 0
    reject(comment, cast, told="A first letter.")
    moderation.approve(comment, by=cast.moderator)
    assert refusal_letters.send_due(LATER) == 0
    reject(comment, cast, told="A second letter.")
    assert refusal_letters.send_due(LATER) == 1
    assert "A second letter." in mailoutbox[0].body


def test_after_the_letter_it_is_too_late_to_undo(cast, comment):
    decision = reject(comment, cast)
    refusal_letters.send_due(LATER)
    with pytest.raises(moderation.ModerationError):
        moderation.undo(decision, by=cast.moderator)


def test_no_letter_without_words_or_to_a_closed_account(cast, comment, author, mailoutbox):
    reject(comment, cast, told="  ")
    assert refusal_letters.send_due(LATER) == 0
    other = make_comment(comment.article, author)
    reject(other, cast)
    author.is_active = False
    author.save()
    assert refusal_letters.send_due(LATER) == 0
    assert not mailoutbox


def test_a_withdrawn_article_is_not_named(cast, comment, mailoutbox):
    """H11."""
    reject(comment, cast)
    Article.objects.update(status=Article.Status.WITHDRAWN)
    refusal_letters.send_due(LATER)
    assert "The port" not in mailoutbox[0].body


def test_no_text_makes_a_header_or_a_second_recipient(cast, comment, mailoutbox):
    """E11."""
    evil = "x\r\nBcc: all@example.org\r\n\r\n%0aBcc: all@example.org"
    Article.objects.update(headline=evil)
    comment.author.public_name = evil[:40]
    comment.author.save()
    reject(comment, cast, told=evil)
    refusal_letters.send_due(LATER)
    (letter,) = mailoutbox
    assert letter.recipients() == ["author@example.org"]
    assert "\n" not in letter.subject
    assert "Bcc" not in letter.subject
    assert not any("bcc" in f"{name}{value}".lower() for name, value in letter.message().items() if name != "Subject")


def test_the_letter_is_in_the_language_of_its_reader(cast, comment, author, mailoutbox):
    author.language = "en"
    author.save()
    reject(comment, cast)
    refusal_letters.send_due(LATER)
    assert "Your contribution was not kept" in mailoutbox[0].subject


def test_markup_in_a_letter_is_text(cast, comment, mailoutbox):
    reject(comment, cast, told="<script>alert(1)</script>")
    refusal_letters.send_due(LATER)
    assert "<script>" not in mailoutbox[0].alternatives[0][0]


def test_the_tick_of_the_minute_sends_them():
    assert refusal_letters.send_due in tick.WORK["tick of the minute"][0]


@pytest.mark.django_db(transaction=True)
def test_two_processes_write_one_letter(cast, comment, mailoutbox):
    decision = reject(comment, cast)
    race([lambda: refusal_letters.send_due(LATER)] * 2)
    assert [letter.to for letter in mailoutbox] == [["author@example.org"]]
    assert Decision.objects.get(pk=decision.pk).mailed_at <= timezone.now()
