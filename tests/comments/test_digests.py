"""The mail about replies and featured contributions: once a day at most, to those who may read it. CASES H11, E11."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from articles.models import Article
from comments import digests
from comments.models import Comment, Contributor, Ignored, Notice
from comments.notices import note_featured, note_reply
from newsroom.tick import WORK
from outbox.backend import rows_of
from outbox.models import Message
from tests.factories import make_article, make_comment, make_subscriber, make_user
from tests.racing import race

pytestmark = pytest.mark.django_db
LATER = dt.timedelta(minutes=20)
DAY = dt.timedelta(days=1)


@pytest.fixture
def person():
    return make_subscriber(public_name="Awa", language="en")


@pytest.fixture
def other():
    return make_subscriber(public_name="Bakary")


def answered(person, other, *, article=None, text="A secret reply."):
    """A reply to a contribution of the person, noted."""
    article = article or make_article()
    head = make_comment(article, person)
    reply = make_comment(article, other, reply_to=head, text=text)
    note_reply(reply)
    return reply


def send(after=LATER):
    return digests.send_due(timezone.now() + after)


def test_a_reply_is_told_with_its_place_and_none_of_its_words(person, other):
    reply = answered(person, other)
    assert send() == 1
    letter = mail.outbox[0]
    assert letter.to == [person.email]
    assert letter.subject.startswith("1 reply to your contributions – ")
    for text in (letter.body, letter.alternatives[0].content):
        assert f"Bakary has answered you under “{reply.article.headline}”" in text.replace("&amp;", "&")
        assert f"http://testserver{reply.article.get_absolute_url()}contributions/#c{reply.pk}" in text
        assert "secret" not in text
    assert Notice.objects.get().sent_at


def test_it_is_written_in_the_persons_language(person, other):
    User.objects.filter(pk=person.pk).update(language="fr")
    answered(person, other)
    send()
    assert mail.outbox[0].subject.startswith("1 réponse à vos contributions – ")
    assert "Bakary vous a répondu sous «" in mail.outbox[0].body


def test_who_is_answered_within_a_thread_is_told_and_nobody_of_oneself(person, other):
    article = make_article()
    head = make_comment(article, other)
    first = make_comment(article, person, reply_to=head)
    note_reply(make_comment(article, other, reply_to=head, answers=first))
    note_reply(make_comment(article, other, reply_to=head))
    assert [notice.person for notice in Notice.objects.all()] == [person]


def test_being_featured_is_told_while_it_holds(person):
    comment = make_comment(make_article(), person, featured_at=timezone.now())
    note_featured(comment)
    note_featured(comment)
    assert send() == 1
    assert mail.outbox[0].subject.startswith("Your contribution is featured")
    Notice.objects.update(sent_at=None)
    Contributor.objects.update(written_at=None)
    Comment.objects.update(featured_at=None)
    assert send() == 0


def test_one_mail_a_day_tells_all_that_came(person, other, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    answered(person, other)
    assert digests.send_due(now) == 0
    assert digests.send_due(now + LATER) == 1
    for _ in range(2):
        answered(person, other)
    assert digests.send_due(now + LATER + DAY - dt.timedelta(seconds=1)) == 0
    assert digests.send_due(now + LATER + DAY) == 1
    assert digests.send_due(now + LATER + 3 * DAY) == 0
    assert [letter.subject.split(" to ")[0] for letter in mail.outbox] == ["1 reply", "2 replies"]


def test_many_are_counted_rather_than_named(person, other):
    article = make_article()
    head = make_comment(article, person)
    for _ in range(digests.MOST_TOLD + 2):
        note_reply(make_comment(article, other, reply_to=head))
    send()
    assert mail.outbox[0].body.count("has answered you") == digests.MOST_TOLD
    assert "And 2 others." in mail.outbox[0].body


def hide(reply, state):
    Comment.objects.filter(pk=reply.pk).update(state=state, held_for="moderator")


NOTHING_TO_TELL = {
    "rejected": lambda reply: hide(reply, "rejected"),
    "held": lambda reply: hide(reply, "held"),
    "deleted": lambda reply: hide(reply, "deleted"),
    "article withdrawn": lambda reply: Article.objects.filter(pk=reply.article_id).update(status="withdrawn"),
    "account closed": lambda reply: User.objects.filter(pk=reply.reply_to.author_id).update(is_active=False),
    "address not proven": lambda reply: reply.reply_to.author.emailaddress_set.update(verified=False),
    "mail not wanted": lambda reply: Contributor.objects.create(person=reply.reply_to.author, wants_mail=False),
    "ignored": lambda reply: Ignored.objects.create(person=reply.reply_to.author, other=reply.author),
}


@pytest.mark.parametrize("happens", NOTHING_TO_TELL.values(), ids=NOTHING_TO_TELL)
def test_what_may_not_be_read_any_more_is_not_told_and_not_later_either(person, other, happens):
    """H11: and it does not use up the mail of the day."""
    happens(answered(person, other))
    assert send() == 0
    assert not mail.outbox
    assert not Notice.objects.filter(sent_at=None).exists()
    assert not Contributor.objects.filter(written_at__isnull=False).exists()


def test_somebody_whose_subscription_has_ended_is_not_told(person, other, time_machine):
    answered(person, other)
    time_machine.move_to(timezone.now() + 40 * DAY, tick=False)
    assert send() == 0
    assert not Notice.objects.filter(sent_at=None).exists()


def test_a_name_or_headline_makes_no_second_header_or_line(person, other):
    """E11."""
    User.objects.filter(pk=other.pk).update(public_name="Bakary\r\nBcc: all@example.org")
    answered(person, other, article=make_article(headline="One\r\nBcc: x@example.org %0a"))
    send()
    letter = mail.outbox[0]
    assert (letter.to, letter.bcc, letter.cc) == ([person.email], [], [])
    assert "\nBcc:" not in letter.body.replace("\r", "\n")
    assert len(rows_of(letter)) == 1


def test_it_carries_how_to_stop_it_and_waits_behind_codes(person, other):
    answered(person, other)
    send()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"] == f"<{stop_address(mail.outbox[0])}>"
    assert rows_of(mail.outbox[0])[0].urgency == Message.Urgency.BULK


def stop_address(letter):
    return letter.extra_headers["List-Unsubscribe"].strip("<>")


def test_a_mail_program_stops_it_by_one_post_without_a_session(person, other, client):
    answered(person, other)
    send()
    path = stop_address(mail.outbox[0]).removeprefix("http://testserver")
    assert client.get(path).status_code == 200
    assert Contributor.objects.get(person=person).wants_mail
    client.handler.enforce_csrf_checks = True
    assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Contributor.objects.get(person=person).wants_mail


@pytest.mark.parametrize("token", ["a.b.c", "x"])
def test_a_forged_link_stops_nothing(person, client, token):
    Contributor.objects.create(person=person)
    for ask in (client.get, client.post):
        assert ask(reverse("stop_contribution_mail", args=[token])).status_code == 404
    assert Contributor.objects.get().wants_mail


def test_one_chooses_in_the_account(person, client):
    client.force_login(person)
    page = reverse("contribution_mail")
    assert " checked" in client.get(page).content.decode()
    choose = reverse("choose_contribution_mail")
    assert client.post(choose, {}).status_code == 302
    assert not Contributor.objects.get().wants_mail
    assert " checked" not in client.get(page).content.decode()
    client.post(choose, {"mail": "on"})
    assert Contributor.objects.get().wants_mail


@pytest.mark.parametrize("name", ["contribution_mail", "choose_contribution_mail"])
def test_the_choice_is_the_persons_own(client, name):
    ask = client.post if name.startswith("choose") else client.get
    assert reverse("account_login") in ask(reverse(name)).headers["Location"]
    assert not Contributor.objects.exists()


def test_the_site_writes_them_by_itself():
    works, seconds = WORK["tick of the minute"]
    assert digests.send_due in works
    assert seconds == 60


@pytest.mark.django_db(transaction=True)
def test_of_several_processes_one_writes():
    person, other = make_subscriber(public_name="Awa"), make_user(public_name="Bakary")
    answered(person, other)
    assert sorted(race([send] * 4)) == [0, 0, 0, 1]
    assert len(mail.outbox) == 1
