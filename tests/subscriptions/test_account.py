"""« My account »: for its owner alone, with the state of the subscription in words and a form for each thing."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from subscriptions.models import Order, ReminderChoice
from tests.factories import make_newspaper, make_plan, make_subscription, make_user
from tests.subscriptions.buying import buy

pytestmark = pytest.mark.django_db

ACCOUNT, LINK = reverse("account"), reverse("account_link")
POSTS = [reverse(name) for name in ("change_name", "choose_public_name", "change_language")]
OTHER_POSTS = [reverse(name) for name in ("choose_reminders", "stop_renewing")]


def test_the_page_shows_the_person_and_the_ways_on(client):
    client.force_login(make_user(email="awa@example.org", name="Awa Diarra", language="en"))
    page = client.get(ACCOUNT).content.decode()
    for part in (
        "awa@example.org",
        "Awa Diarra",
        "You have no subscription.",
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
    # Session, user, newspaper, menu; periods, the one that was bought last, prices of the plan, choice of reminders;
    # institutions that the person manages, and those with a seat for the person's address.
    with django_assert_num_queries(10):
        client.get(ACCOUNT)


@pytest.mark.parametrize(("days", "is_sold_to"), [(30, False), (-1, True), (None, True)])
def test_nothing_is_sold_to_whom_has_a_subscription(client, days, is_sold_to, django_assert_num_queries):
    """In the days of grace it is sold again."""
    user = make_user()
    if days is not None:
        make_subscription(user, days=days)
    client.force_login(user)
    # Session, user, subscription.
    with django_assert_num_queries(3):
        answer = client.get(LINK)
    assert ("data-subscriber" not in answer.text) is is_sold_to


@pytest.mark.parametrize("address", [*POSTS, *OTHER_POSTS])
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
    assert "Your name and number are saved." in first
    assert "Your name and number are saved." not in second
    assert "<html" not in first


def test_the_subscription_is_renewed_from_the_account(client):
    """One tap leads to the same plan in the same zone; the second pays."""
    user, plan = make_user(language="en"), make_plan(name="Month")
    order, _payment = buy(user, plan)
    client.force_login(user)
    page = client.get(ACCOUNT).content.decode()
    assert f'href="{reverse("order_plan", args=[plan.slug, order.zone.slug])}"' in page
    assert "“Month”, 2,500\u00a0F\u00a0CFA" in page
    assert reverse("subscription_history") in page
    assert "begins where this one ends" in page


def test_in_grace_it_says_until_when_one_still_reads(client):
    user, now = make_user(language="en"), timezone.now()
    ends_at = now - dt.timedelta(days=1)
    make_subscription(user, ends_at=ends_at, grace_ends_at=now + dt.timedelta(days=2))
    client.force_login(user)
    page = client.get(ACCOUNT).content.decode()
    assert "You can still read until" in page
    assert ">Renew</a>" in page


def test_the_automatic_renewal_is_switched_off_by_a_post(client):
    user = make_user(language="en")
    order, _payment = buy(user, renews=True)
    other, _payment = buy(make_user(), number="P2", renews=True)
    client.force_login(user)
    assert reverse("stop_renewing") in client.get(ACCOUNT).content.decode()
    assert client.post(reverse("stop_renewing")).url == ACCOUNT
    page = client.get(ACCOUNT).content.decode()
    assert "no longer renews itself" in page
    assert reverse("stop_renewing") not in page
    renewing = Order.objects.filter(renews=True)
    assert [each.pk for each in renewing] == [other.pk]
    assert order.user == user


@pytest.mark.parametrize(("sent", "wanted"), [({"reminders": "on"}, True), ({}, False), ({"reminders": "x"}, False)])
def test_reminders_are_switched(client, sent, wanted):
    user = make_user(language="en")
    client.force_login(user)
    for _time in range(2):
        assert client.post(reverse("choose_reminders"), sent).url == ACCOUNT
    assert ReminderChoice.objects.get(user=user).wanted == wanted
    assert ('name="reminders" checked' in client.get(ACCOUNT).content.decode()) == wanted
