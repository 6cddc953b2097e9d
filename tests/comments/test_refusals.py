"""Who may not write is told why, gets their own text back and nothing of the room."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from articles.models import Article
from comments.models import Comment, room_address
from comments.rules import can_read, can_write
from tests.comments.room import FRAGMENT, page_text, send
from tests.factories import make_article, make_subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    return make_article()


def person(cast, role):
    if role == "anonymous":
        return AnonymousUser()
    if role in {"closed account", "unverified"}:
        user = make_subscriber(public_name="Somebody", is_active=role == "unverified")
        EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": role != "unverified"})
        return user
    return getattr(cast, role)


REFUSED = {
    "anonymous": "Sign in to contribute.",
    "reader": "reserved for subscribers",
    "lapsed": "reserved for subscribers",
    "unverified": "Confirm your e-mail address",
    "journalist": "reserved for subscribers",
    "closed account": "This account is closed.",
}


@pytest.mark.parametrize(("role", "reason"), REFUSED.items())
def test_the_rule_says_why(cast, article, role, reason):
    verdict = can_write(person(cast, role), article)
    assert not verdict.allowed
    assert reason in verdict.reason


@pytest.mark.parametrize("role", REFUSED)
@pytest.mark.parametrize("headers", [{}, FRAGMENT], ids=["page", "fragment"])
def test_whoever_may_not_write_is_refused(client, cast, article, role, headers):
    """H03."""
    user = person(cast, role)
    if user.is_authenticated:
        client.force_login(user)
    response = send(client, article, "What I wanted to say.", public_name="Rédaction", headers=headers)
    assert response.status_code == 403
    assert "no-store" in response["Cache-Control"]
    assert not Comment.objects.exists()
    # A session of a closed account is nobody's.
    reason = REFUSED["anonymous" if role == "closed account" else role]
    assert reason in page_text(response)
    assert "What I wanted to say." in response.content.decode()


def test_a_refused_person_who_is_not_signed_in_is_led_there_and_back(client, article):
    page = send(client, article).content.decode()
    assert f"{reverse('account_login')}?next={room_address(article)}" in page


def test_an_account_without_a_confirmed_address_writes_nothing(cast, article):
    """Deny by default, however the account came to be without one."""
    EmailAddress.objects.filter(user=cast.subscriber).delete()
    assert not can_write(cast.subscriber, article).allowed


def test_a_confirmed_address_that_is_not_the_login_does_not_count(cast, article):
    EmailAddress.objects.filter(user=cast.subscriber).delete()
    EmailAddress.objects.create(user=cast.subscriber, email="other@example.org", verified=True)
    assert not can_write(cast.subscriber, article).allowed


def test_closed_contributions_take_no_more(client, cast):
    closed = make_article(comments_open=False)
    client.force_login(cast.subscriber)
    response = send(client, closed, "Too late.")
    assert response.status_code == 403
    assert "Contributions to this article are closed." in page_text(response)
    assert "Too late." in response.content.decode()
    assert not Comment.objects.exists()


def test_an_article_that_is_not_online_takes_none(client, cast):
    hidden = make_article(status=Article.Status.WITHDRAWN)
    client.force_login(cast.subscriber)
    assert send(client, hidden).status_code == 404
    assert not can_write(cast.subscriber, hidden).allowed
    assert not can_read(cast.moderator, hidden)
    assert not Comment.objects.exists()


def test_a_moderator_may_answer_without_a_subscription(cast, article):
    assert can_write(cast.moderator, article).allowed


def test_a_subscriber_may_write(cast, article):
    assert can_write(cast.subscriber, article) == (True, "")
