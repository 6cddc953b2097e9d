"""What a subscriber finds in the room."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from comments.models import Comment, room_address
from comments.paging import SIZE
from tests.comments.room import FRAGMENT
from tests.factories import make_article, make_comment, make_subscriber, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article()


def texts(response):
    return re.findall(r'class="comment__text"[^>]*>\s*<p>(.*?)</p>', response.content.decode())


def make_at(article, author, minutes, **fields):
    """A contribution posted so many minutes ago."""
    comment = make_comment(article, author, **fields)
    Comment.objects.filter(pk=comment.pk).update(posted_at=timezone.now() - dt.timedelta(minutes=minutes))
    return comment


def test_the_newest_thread_comes_first_and_its_answers_in_their_order(client, cast, article):
    old = make_at(article, cast.subscriber, 9, text="old head")
    make_at(article, cast.reader, 1, text="second answer", reply_to=old)
    make_at(article, cast.reader, 2, text="first answer", reply_to=old)
    make_at(article, cast.reader, 5, text="new head")
    client.force_login(cast.subscriber)
    assert texts(client.get(room_address(article))) == ["new head", "old head", "first answer", "second answer"]


def test_contributions_to_other_articles_do_not_show(client, cast, article):
    make_comment(make_article(), cast.subscriber, text="elsewhere")
    client.force_login(cast.subscriber)
    assert texts(client.get(room_address(article))) == []


def test_a_hidden_contribution_disappears(client, cast, article):
    make_comment(article, cast.reader, text="unpleasant", state=Comment.State.REJECTED)
    client.force_login(cast.subscriber)
    page = client.get(room_address(article)).content.decode()
    assert "unpleasant" not in page
    assert "comment--hidden" not in page


def test_a_hidden_head_with_answers_leaves_its_place_without_words_or_name(client, cast, article):
    head = make_comment(article, make_user(public_name="Somebody"), text="unpleasant", state=Comment.State.REJECTED)
    make_comment(article, cast.reader, text="answer to it", reply_to=head)
    client.force_login(cast.subscriber)
    page = client.get(room_address(article)).content.decode()
    assert "comment--hidden" in page
    assert "answer to it" in page
    assert "unpleasant" not in page
    assert "Somebody" not in page
    assert f"repondre={head.pk}" not in page


def test_a_hidden_answer_disappears_from_its_thread(client, cast, article):
    head = make_comment(article, cast.reader, text="head")
    make_comment(article, cast.reader, text="unpleasant", reply_to=head, state=Comment.State.REJECTED)
    client.force_login(cast.subscriber)
    assert texts(client.get(room_address(article))) == ["head"]


def test_the_fragment_is_the_room_without_the_page_around_it(client, cast, article):
    make_comment(article, cast.reader, text="a word")
    client.force_login(cast.subscriber)
    fragment = client.get(room_address(article), headers=FRAGMENT).content.decode()
    assert "a word" in fragment
    assert "<html" not in fragment
    assert 'action="' + reverse("post_contribution", args=article.path.split("/")) in fragment
    assert "csrfmiddlewaretoken" in fragment


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
def test_the_room_is_never_kept_by_a_cache(client, cast, article, headers):
    client.force_login(cast.subscriber)
    response = client.get(room_address(article), headers=headers)
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
    assert {"Cookie", "X-Requested-With"} <= set(response["Vary"].split(", "))


def test_a_moderator_reads_the_room_without_a_subscription(client, cast, article):
    make_comment(article, cast.reader, text="a word")
    client.force_login(cast.moderator)
    assert texts(client.get(room_address(article))) == ["a word"]


def test_closed_contributions_are_read_and_not_written(client, cast):
    closed = make_article(comments_open=False)
    make_comment(closed, cast.reader, text="a word")
    client.force_login(cast.subscriber)
    page = client.get(room_address(closed))
    assert texts(page) == ["a word"]
    assert "<textarea" not in page.content.decode()
    assert "repondre=" not in page.content.decode()


def test_the_link_under_a_thread_sets_the_form_to_answer_it(client, cast, article):
    head = make_comment(article, make_user(public_name="Fatou"), text="a question")
    client.force_login(cast.subscriber)
    link = re.search(r'href="([^"]*repondre=[^"]*)"', client.get(room_address(article)).content.decode())[1]
    assert link == f"{room_address(article)}?repondre={head.pk}#ecrire"
    assert f'name="reply_to" value="{head.pk}"' in client.get(link).content.decode()


@pytest.mark.parametrize("asked", ["", "x", "-1", "0", "9" * 30, "9" * 5000, "١", "1 OR 1=1"])
def test_a_link_to_answer_nothing_shows_the_plain_form(client, cast, article, asked):
    client.force_login(cast.subscriber)
    response = client.get(room_address(article), {"repondre": asked})
    assert response.status_code == 200
    assert 'name="reply_to"' not in response.content.decode()


def test_numbers_in_addresses_are_not_written_as_thousands(client, cast, article):
    """A thousands separator in « #c12345 » would break the link."""
    comment = make_comment(article, cast.reader, pk=1234567)
    client.force_login(cast.subscriber)
    page = client.get(room_address(article), {"repondre": comment.pk}).content.decode()
    assert 'id="c1234567"' in page
    assert "repondre=1234567#" in page
    assert 'name="reply_to" value="1234567"' in page


def test_nobody_is_identified_beyond_the_public_name(client, cast, article):
    """H09."""
    author = make_subscriber(email="private@example.org", name="Real Name", public_name="Fatou", pk=987654)
    make_comment(article, author)
    client.force_login(cast.subscriber)
    page = client.get(room_address(article)).content.decode()
    assert "Fatou" in page
    for secret in ("private@example.org", "Real Name", "987654", cast.subscriber.email):
        assert secret not in page


@pytest.mark.parametrize(("heads", "answers"), [(1, 0), (1, 40), (SIZE + 5, 4)])
def test_the_room_takes_thirteen_queries(client, cast, heads, answers, django_assert_num_queries):
    """Session, person, article, subscription; the charter; for the right to write once more the subscription, and the
    address, sanctions and rules; the threads, their answers, what is featured, the number."""
    article = make_article()
    for _ in range(heads):
        head = make_comment(article, make_user())
        for _ in range(answers):
            make_comment(article, make_user(), reply_to=head)
    client.force_login(cast.subscriber)
    with django_assert_num_queries(13):
        client.get(room_address(article), headers=FRAGMENT)


def test_older_threads_are_a_page_away(client, cast, article):
    for number in range(SIZE + 2):
        make_at(article, cast.reader, number, text=f"remark {number:02d}")
    client.force_login(cast.subscriber)
    first = client.get(room_address(article))
    assert len(texts(first)) == SIZE
    older = re.search(r'href="([^"]*avant=[^"]*)" rel="next"', first.content.decode())[1]
    assert older.startswith(room_address(article))
    second = client.get(older)
    assert texts(second) == [f"remark {SIZE}", f"remark {SIZE + 1}"]
    assert 'rel="prev"' in second.content.decode()


def test_a_cursor_that_is_none_is_not_found(client, cast, article):
    client.force_login(cast.subscriber)
    assert client.get(room_address(article), {"avant": "yesterday"}).status_code == 404


@pytest.mark.parametrize("status", [Article.Status.DRAFT, Article.Status.TO_REVIEW, Article.Status.WITHDRAWN])
@pytest.mark.parametrize("role", ["subscriber", "moderator", "editor"])
def test_a_hidden_article_has_no_room(client, cast, role, status):
    hidden = make_article(status=status)
    make_comment(hidden, cast.reader, text="a word")
    client.force_login(getattr(cast, role))
    for headers in ({}, FRAGMENT):
        response = client.get(room_address(hidden), headers=headers)
        assert response.status_code == 404
        assert "a word" not in response.content.decode()


def test_reading_changes_nothing_and_takes_no_other_method(client, cast, article):
    client.force_login(cast.subscriber)
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(room_address(article)).status_code == 405
