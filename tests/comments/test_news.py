"""« 3 nouvelles contributions »: what the script of the room is told, and nobody else."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Ignored, room_address
from comments.news import MOST, news_address
from tests.comments.room import FRAGMENT
from tests.factories import make_article, make_comment, make_user

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


def test_the_room_says_where_to_ask_and_the_answer_counts_what_came_since(member, article):
    make_comment(article, make_user())
    address = member.get(room_address(article), headers=FRAGMENT).context["news"]
    assert member.get(address).json() == {"number": 0, "words": ""}
    make_comment(article, make_user())
    assert member.get(address).json() == {"number": 1, "words": "1 new contribution"}
    for _ in range(2):
        make_comment(article, make_user())
    assert member.get(address).json() == {"number": 3, "words": "3 new contributions"}


def test_ones_own_what_waits_and_people_ignored_do_not_count(member, cast, article):
    address = news_address(article, timezone.now())
    make_comment(article, cast.subscriber)
    make_comment(article, make_user(), state="held", held_for="link")
    make_comment(make_article(), make_user())
    ignored = make_comment(article, make_user())
    Ignored.objects.create(person=cast.subscriber, other=ignored.author)
    assert member.get(address).json()["number"] == 0


@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "journalist"])
def test_nobody_else_is_told(client, cast, article, role):
    address = news_address(article, timezone.now() - dt.timedelta(hours=1))
    make_comment(article, make_user())
    if role != "anonymous":
        client.force_login(getattr(cast, role))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("since", ["", "x", "-1", "1.5", "9" * 18, "9" * 5000, "١"])
def test_an_instant_that_is_none_is_not_found(member, article, since):
    address = reverse("new_contributions", args=article.path.split("/"))
    assert member.get(address, {"depuis": since}).status_code == 404
    assert member.get(address).status_code == 404


def test_the_answer_is_private_and_costs_five_queries(member, article, django_assert_num_queries):
    """Session, person, article, subscription; the number, which ends at « 99 »."""
    address = news_address(article, timezone.now() - dt.timedelta(hours=1))
    author = make_user()
    for _ in range(MOST + 3):
        make_comment(article, author)
    with django_assert_num_queries(5):
        response = member.get(address)
    assert response.json()["number"] == MOST
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))
    assert Comment.objects.count() > MOST
