"""« My account »: for its owner alone, with the state of the subscription in words and a form for each thing."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from subscriptions.account_page import state_in_words
from tests.factories import make_newspaper, make_subscription, make_user

pytestmark = pytest.mark.django_db

ACCOUNT, LINK = reverse("account"), reverse("account_link")
POSTS = [reverse(name) for name in ("change_name", "choose_public_name", "change_language")]
NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)


def span(start, end):
    return {"starts_at": NOW + dt.timedelta(days=start), "ends_at": NOW + dt.timedelta(days=end)}


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([], "You have no subscription"),
        ([span(-3, 27)], "Subscriber until 23 December 2026"),
        ([span(-60, -1)], "Your subscription ended on 25 November 2026"),
        ([span(-60, -1), span(4, 34)], "Your subscription begins on 30 November 2026"),
        ([span(-60, -1), span(-3, 27), span(-3, 2)], "Subscriber until 23 December 2026"),
    ],
)
def test_the_state_in_words(spans, words):
    user = make_user()
    for dates in spans:
        make_subscription(user, **dates)
    with translation.override("en"):
        assert state_in_words(user, NOW) == words


def test_the_page_shows_the_person_and_the_ways_on(client):
    client.force_login(make_user(email="awa@example.org", name="Awa Diarra", language="en"))
    page = client.get(ACCOUNT).content.decode()
    for part in (
        "awa@example.org",
        "Awa Diarra",
        "You have no subscription",
        reverse("plans"),
        reverse("account_email"),
    ):
        assert part in page
    for address in POSTS:
        assert f'action="{address}"' in page


def test_the_page_is_its_owner_s_alone(client):
    assert client.get(ACCOUNT).url == f"{reverse('account_login')}?next={ACCOUNT}"
    client.force_login(make_user())
    assert "no-store" in client.get(ACCOUNT)["Cache-Control"]


def test_the_page_costs_the_same_whatever_the_past(client, django_assert_num_queries):
    user = make_user()
    for _ in range(5):
        make_subscription(user, days=-1)
    client.force_login(user)
    client.get(ACCOUNT)
    # Session, user, newspaper, menu; the current subscription, a coming one, the one that ended last.
    with django_assert_num_queries(7):
        client.get(ACCOUNT)


@pytest.mark.parametrize("address", POSTS)
def test_changes_are_posts_of_somebody_signed_in(client, address):
    assert client.post(address, {"name": "X"}).url == f"{reverse('account_login')}?next={address}"
    client.force_login(make_user())
    assert client.get(address).status_code == 405
    assert client.put(address).status_code == 405


@pytest.mark.parametrize("address", [ACCOUNT, LINK, reverse("plans")])
def test_pages_are_read_only(client, address):
    client.force_login(make_user())
    assert client.post(address).status_code == 405
    assert client.delete(address).status_code == 405


def test_the_name_is_saved_and_said(client):
    user = make_user()
    client.force_login(user)
    assert client.post(POSTS[0], {"name": "Awa", "email": "x@x.org", "is_staff": "on"}).url == ACCOUNT
    page = client.get(ACCOUNT).content.decode()
    changed = User.objects.get(pk=user.pk)
    assert (changed.name, changed.email, changed.is_staff) == ("Awa", user.email, False)
    assert '<li class="success">' in page
    assert '<li class="success">' not in client.get(ACCOUNT).content.decode()


def test_a_name_that_is_too_long_is_refused_beside_the_field_and_kept(client):
    user = make_user(name="Before")
    client.force_login(user)
    answer = client.post(POSTS[0], {"name": "a" * 151})
    assert answer.status_code == 400
    assert 'id="id_name_error"' in answer.content.decode()
    assert "a" * 151 in answer.content.decode()
    assert User.objects.get(pk=user.pk).name == "Before"


def test_the_public_name_is_chosen_once(client):
    user = make_user()
    client.force_login(user)
    assert client.post(POSTS[1], {"public_name": "Awa D."}).url == ACCOUNT
    assert POSTS[1] not in client.get(ACCOUNT).content.decode()
    assert client.post(POSTS[1], {"public_name": "Other"}).status_code == 400
    assert User.objects.get(pk=user.pk).public_name == "Awa D."


@pytest.mark.parametrize("name", ["", "Taken", "TAKEN", "Rédaction", "Le Quotidien", "le-quotidien"])
def test_a_public_name_that_cannot_be_had_is_refused_beside_the_field(client, name):
    make_newspaper(name="Le Quotidien")
    make_user(public_name="Taken")
    user = make_user()
    client.force_login(user)
    answer = client.post(POSTS[1], {"public_name": name})
    assert answer.status_code == 400
    assert 'id="id_public_name_error"' in answer.content.decode()
    assert User.objects.get(pk=user.pk).public_name == ""


def test_the_language_is_chosen_from_those_that_there_are(client):
    user = make_user()
    client.force_login(user)
    client.post(POSTS[2], {"language": "en"})
    assert User.objects.get(pk=user.pk).language == "en"
    assert client.post(POSTS[2], {"language": "xx"}).status_code == 400
    assert User.objects.get(pk=user.pk).language == "en"


def test_the_link_is_nothing_for_somebody_not_signed_in(client):
    answer = client.get(LINK)
    assert (answer.status_code, answer.content) == (204, b"")
    assert "no-store" in answer["Cache-Control"]


def test_the_link_brings_the_account_and_pending_messages_once(client):
    client.force_login(make_user(language="en"))
    client.post(POSTS[0], {"name": "Awa"})
    first, second = (client.get(LINK).content.decode() for _ in range(2))
    assert f'<a href="{ACCOUNT}">My account</a>' in first
    assert "Your name is saved." in first
    assert "Your name is saved." not in second
    assert "<html" not in first
