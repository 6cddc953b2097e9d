"""What stands beside a contribution: whom it answers, who wrote it, what became of it, where it is found again."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.avatars import COLOURS, colour, initials
from comments.models import Comment, room_address
from comments.paging import SIZE
from comments.seeing import FEW
from tests.comments.room import FRAGMENT, page_text, send
from tests.comments.test_room import texts
from tests.factories import make_article, make_author, make_comment, make_subscriber, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def member(client, cast):
    client.force_login(cast.subscriber)
    return client


def room(client, article, **query):
    return client.get(room_address(article), query, headers=FRAGMENT)


def test_an_answer_to_a_reply_stays_in_the_thread_and_says_whom_it_answers(member, article):
    head = make_comment(article, make_user(public_name="Awa"))
    reply = make_comment(article, make_user(public_name="Fatou"), reply_to=head)
    assert f'name="reply_to" value="{reply.pk}"' in room(member, article, repondre=reply.pk).content.decode()
    send(member, article, "To you.", reply_to=reply.pk)
    answer = Comment.objects.get(text="To you.")
    assert (answer.reply_to, answer.answers) == (head, reply)
    page = room(member, article)
    assert "In reply to Fatou" in page_text(page)
    assert f'href="{room_address(article)}{reply.pk}/"' in page.content.decode()


def test_an_answer_to_the_head_says_nothing_of_it(member, article):
    head = make_comment(article, make_user(public_name="Awa"))
    send(member, article, "To you.", reply_to=head.pk)
    answer = Comment.objects.get(text="To you.")
    assert (answer.reply_to, answer.answers) == (head, None)
    assert "In reply to" not in page_text(room(member, article))


def test_a_name_that_was_answered_goes_with_its_contribution(member, article):
    head = make_comment(article, make_user(public_name="Awa"))
    reply = make_comment(article, make_user(public_name="Fatou"), reply_to=head)
    make_comment(article, make_user(), reply_to=head, answers=reply, text="To you.")
    Comment.objects.filter(pk=reply.pk).update(state="rejected")
    page = page_text(room(member, article))
    assert "To you." in page
    assert "Fatou" not in page


def test_what_waits_is_seen_by_its_author_alone(client, cast, article):
    head = make_comment(article, make_user(), text="head")
    held = {"state": "held", "held_for": "link"}
    make_comment(article, cast.subscriber, text="waiting head", **held)
    make_comment(article, cast.subscriber, text="waiting reply", reply_to=head, **held)
    client.force_login(cast.subscriber)
    page = room(client, article)
    assert texts(page) == ["waiting head", "head", "waiting reply"]
    assert page_text(page).count("Waiting to be read by a moderator") == 2
    for other in (make_subscriber(), cast.moderator):
        client.force_login(other)
        assert texts(room(client, article)) == ["head"]
        assert "Waiting" not in page_text(room(client, article))


def test_what_waits_cannot_be_answered_or_counted(member, cast, article):
    held = make_comment(article, cast.subscriber, state="held", held_for="link")
    page = room(member, article).content.decode()
    assert f"repondre={held.pk}" not in page
    assert "1 contribution" not in page
    assert 'name="reply_to"' not in room(member, article, repondre=held.pk).content.decode()


def test_a_link_to_a_contribution_leads_to_its_page(member, cast, article):
    head = make_comment(article, make_user(), text="the old head")
    reply = make_comment(article, make_user(), text="its reply", reply_to=head)
    for _ in range(SIZE):
        make_comment(article, make_user())
    response = member.get(f"{room_address(article)}{reply.pk}/")
    assert response.status_code == 302
    assert response["Location"].endswith(f"#{reply.anchor}")
    assert "its reply" in member.get(response["Location"]).content.decode()


def test_a_link_to_a_hidden_contribution_leads_nowhere(member, article):
    hidden = make_comment(article, make_user(), state="rejected")
    assert member.get(f"{room_address(article)}{hidden.pk}/").status_code == 404


@pytest.mark.parametrize("pk", ["0", "01", "9" * 19, "x", "-1", "1.5", "١"])
def test_an_address_without_a_number_is_not_found(member, article, pk):
    assert member.get(f"{room_address(article)}{pk}/").status_code == 404


def test_one_of_the_newsroom_and_the_author_of_the_article_are_marked(member, cast):
    writer = make_user(public_name="Signed", is_staff=True)
    article = make_article(authors=[make_author(user=writer)])
    make_comment(article, make_user(public_name="Reader"))
    assert "comment__badge" not in room(member, article).content.decode()
    make_comment(article, cast.moderator)
    make_comment(article, writer)
    page = page_text(room(member, article))
    assert page.count("Newsroom") == 1
    assert page.count("Author") == 1
    make_comment(make_article(slug="another"), writer)
    elsewhere = page_text(room(member, Comment.objects.first().article))
    assert "Author" not in elsewhere


def test_who_has_left_has_no_badge_and_no_name(member, article):
    gone = make_user(public_name="Signed", is_staff=True, is_active=False, erased_at=timezone.now())
    make_comment(article, gone, text="still here")
    page = room(member, article)
    assert texts(page) == ["still here"]
    assert "Newsroom" not in page_text(page)
    assert "Deleted account" in page_text(page)


def test_at_most_three_stand_on_top_of_the_first_page_the_newest_first(member, article):
    for number in range(SIZE + 4):
        at = timezone.now() if number < 4 else None
        make_comment(article, make_user(), text=f"remark {number:02}", featured_at=at)
    first = room(member, article)
    assert texts(first)[:3] == ["remark 03", "remark 02", "remark 01"]
    assert len(texts(first)) == SIZE + 3
    assert first.content.decode().count('class="comment" id="c') == SIZE
    second = member.get(first.context["page"].after[0], headers=FRAGMENT)
    assert "Chosen by the newsroom" not in page_text(second)
    assert texts(second) == [f"remark {number:02}" for number in (3, 2, 1, 0)]


def test_what_is_featured_of_somebody_ignored_does_not_stand_on_top(member, cast, article):
    liked = make_comment(article, make_user(), featured_at=timezone.now())
    member.post(f"{room_address(article)}{liked.pk}/ignorer/")
    assert "Chosen by the newsroom" not in page_text(room(member, article))


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Fatou D.", "FD"), ("awa", "A"), ("Jean-Marie Koné Traoré", "JM"), ("Élise", "É"), ("42 ans", "4A"), ("…", "")],
)
def test_a_person_without_a_picture_has_initials(name, letters):
    assert initials(name) == letters


def test_a_name_keeps_its_colour_and_names_have_all_of_them():
    assert colour("Fatou D.") == colour("fatou d")
    assert {colour(f"Name {n}") for n in range(100)} == set(COLOURS)


def talk(article, number):
    """A head and so many replies, a minute apart."""
    head = make_comment(article, make_user(), text="The head")
    replies = [make_comment(article, make_user(), reply_to=head, text=f"r{n:03}") for n in range(number)]
    for n, reply in enumerate(replies):
        at = timezone.now() - dt.timedelta(minutes=number - n)
        Comment.objects.filter(pk=reply.pk).update(posted_at=at)
    return head, list(head.replies.order_by("posted_at"))


def replies_in(response):
    return re.findall(r"<p>(r[0-9]{3})</p>", response.content.decode())


def test_the_room_shows_the_newest_few_replies_and_leads_to_all(member, article):
    head, replies = talk(article, FEW + SIZE + 2)
    words = [reply.text for reply in replies]
    page = room(member, article)
    assert replies_in(page) == words[-FEW:]
    assert f"See {SIZE + 2} earlier replies" in page_text(page)
    thread = f"{room_address(article)}{head.pk}/fil/"
    assert f'href="{thread}"' in page.content.decode()
    first = member.get(thread)
    assert "The head" in page_text(first)
    assert replies_in(first) == words[:SIZE]
    following = re.search(r'href="([^"]*)" rel="next"', first.content.decode())[1]
    assert replies_in(member.get(following)) == words[SIZE:]


def test_a_thread_of_few_replies_leads_nowhere_else(member, article):
    talk(article, FEW)
    assert "earlier repl" not in page_text(room(member, article))


def test_an_early_reply_is_found_again_on_the_page_of_its_thread(member, article):
    head, replies = talk(article, FEW + 1)
    place = member.get(f"{room_address(article)}{replies[0].pk}/").url
    assert place.startswith(f"{room_address(article)}{head.pk}/fil/?")
    assert place.endswith(f"#{replies[0].anchor}")
    assert replies_in(member.get(place.partition("#")[0]))[0] == "r000"
    assert member.get(f"{room_address(article)}{replies[1].pk}/").url == f"{room_address(article)}#{replies[1].anchor}"


def test_replies_that_nobody_sees_are_not_counted(member, article):
    _head, replies = talk(article, FEW + 2)
    Comment.objects.filter(pk__in=[reply.pk for reply in replies[:2]]).update(state="rejected")
    assert "earlier repl" not in page_text(room(member, article))
    Comment.objects.filter(pk=replies[0].pk).update(state="visible")
    assert "See 1 earlier reply" in page_text(room(member, article))


def test_the_whole_thread_is_for_those_who_may_read_the_room(client, cast, article):
    head, _replies = talk(article, 1)
    client.force_login(cast.reader)
    answer = client.get(f"{room_address(article)}{head.pk}/fil/")
    assert (answer.status_code, answer.url) == (302, room_address(article))


def test_a_reply_has_no_thread_of_its_own_and_a_hidden_head_keeps_its_place(member, article):
    head, (reply,) = talk(article, 1)
    assert member.get(f"{room_address(article)}{reply.pk}/fil/").status_code == 404
    Comment.objects.filter(pk=head.pk).update(state="deleted")
    page = page_text(member.get(f"{room_address(article)}{head.pk}/fil/"))
    assert "deleted by its author" in page
    assert "r000" in page
    assert "The head" not in page


def test_a_long_thread_costs_the_room_no_more_queries(member, article, django_assert_num_queries):
    talk(article, 1)
    with CaptureQueriesContext(connection) as short:
        room(member, article)
    talk(article, 3 * FEW)
    with django_assert_num_queries(len(short)):
        room(member, article)


def test_a_thread_whose_head_was_taken_out_is_not_gone_on_with(member, article):
    head, (reply,) = talk(article, 1)
    offered = f"{room_address(article)}?repondre={reply.pk}#ecrire"
    assert offered in room(member, article).content.decode()
    Comment.objects.filter(pk=head.pk).update(state="deleted")
    page = room(member, article).content.decode()
    assert "r000" in page
    assert offered not in page
    told = page_text(room(member, article, repondre=reply.pk))
    assert "What you write here stands on its own." in told
    assert "stands on its own" not in page_text(room(member, article))
