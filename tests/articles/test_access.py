"""Who may read all of an article and who may take part in its contributions: « no » by default."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser

from articles.access import may_comment, may_read_whole
from articles.models import Article
from tests.factories import make_article, make_author, make_subscription, make_user

pytestmark = pytest.mark.django_db
READERS = ["anonymous", "reader", "lapsed", "subscriber"]
CURRENT_ONLY = [("anonymous", False), ("reader", False), ("lapsed", False), ("subscriber", True)]


def person(cast, role):
    return AnonymousUser() if role == "anonymous" else getattr(cast, role)


@pytest.fixture
def reserved():
    return make_article(access=Article.Access.SUBSCRIBERS)


@pytest.mark.parametrize("role", READERS)
def test_everybody_reads_the_whole_of_an_article_for_everyone(cast, role):
    assert may_read_whole(person(cast, role), make_article())


def test_the_whole_of_an_article_for_everyone_costs_no_query(django_assert_num_queries):
    article = make_article()
    with django_assert_num_queries(0):
        may_read_whole(AnonymousUser(), article)


@pytest.mark.parametrize(("role", "allowed"), CURRENT_ONLY)
def test_an_article_for_subscribers_is_whole_for_current_subscribers_only(cast, reserved, role, allowed):
    assert may_read_whole(person(cast, role), reserved) is allowed


@pytest.mark.parametrize("role", ["pigiste", "moderator", "subscriptions_desk"])
def test_staff_who_cannot_open_it_in_the_back_office_do_not_read_the_whole(cast, reserved, role):
    assert not may_read_whole(person(cast, role), reserved)


@pytest.mark.parametrize("role", ["journalist", "editor"])
def test_staff_who_may_open_it_in_the_back_office_read_the_whole(cast, reserved, role):
    assert may_read_whole(person(cast, role), reserved)


def test_a_writer_reads_the_whole_of_what_they_sign(cast):
    author = make_author(user=cast.pigiste)
    assert may_read_whole(cast.pigiste, make_article(access=Article.Access.SUBSCRIBERS, authors=[author]))


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize("access", Article.Access.values)
def test_what_the_door_hides_is_whole_for_no_reader(cast, role, access):
    hidden = make_article(access=access, status=Article.Status.WITHDRAWN)
    assert not may_read_whole(person(cast, role), hidden)
    assert not may_comment(person(cast, role), hidden)


def test_an_account_that_was_switched_off_reads_no_more_than_anybody(reserved):
    user = make_user(is_active=False, is_staff=True, is_superuser=True)
    make_subscription(user)
    assert not may_read_whole(user, reserved)
    assert not may_comment(user, reserved)


@pytest.mark.parametrize(("role", "allowed"), CURRENT_ONLY)
@pytest.mark.parametrize("access", Article.Access.values)
def test_contributions_are_open_to_current_subscribers_only(cast, role, allowed, access):
    assert may_comment(person(cast, role), make_article(access=access)) is allowed


def test_a_subscription_ends_on_its_second(reserved):
    user = make_user()
    subscription = make_subscription(user)
    with time_machine.travel(subscription.ends_at - dt.timedelta(seconds=1), tick=False):
        assert may_read_whole(user, reserved)
    with time_machine.travel(subscription.ends_at, tick=False):
        assert not may_read_whole(user, reserved)
