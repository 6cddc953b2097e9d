"""« Cash at the counter »: the reader is found or made, one POST sells, nobody else sells."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from outbox.models import Message
from subscriptions.access import is_subscriber
from subscriptions.models import Order, Payment
from tests.factories import make_plan, make_subscription, make_user
from tests.subscriptions.office_books import paid_cash

COUNTER, SELL = "/admin/counter/", "/admin/counter/sell/"
READERS = "/admin/subscriptions/reader/"


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def sale(price, **fields):
    return {"price": price.pk, "receipt": "a-118", **fields}


@pytest.mark.parametrize(
    "words", ["awa@example", "Traoré", "AWA tra", " traore", "76 12 34 56", "+223 76123456", "76123"]
)
def test_a_reader_is_found_by_parts_of_what_one_knows(desk, words):
    make_user(email="awa@example.org", name="Awa Traoré / Traore", phone="+22376123456")
    make_user(email="other@example.net", name="Somebody else")
    found = desk.get(COUNTER, {"q": words}).context["found"]
    assert [user.email for user, _url in found] == ["awa@example.org"]


def test_cash_is_recorded_in_one_post_and_twice_is_once(desk):
    user, price = make_user(name="Awa"), make_plan().prices.get()
    page = desk.get(COUNTER, {"reader": user.pk})
    assert price in page.context["form"].fields["price"].queryset
    for _time in range(2):
        answer = desk.post(SELL, sale(price, reader=user.pk))
        assert (answer.status_code, answer.url) == (302, COUNTER)
    assert is_subscriber(user)
    assert Payment.objects.get().external_id == "A-118"
    assert "A-118" in desk.get(COUNTER).text


def test_a_new_reader_gets_an_account_with_the_sale(desk):
    price = make_plan().prices.get()
    page = desk.get(COUNTER, {"q": "Awa@Example.org"})
    assert page.context["form"].initial["email"] == "Awa@Example.org"
    desk.post(SELL, sale(price, email="Awa@Example.org", name="Awa"))
    assert is_subscriber(User.objects.get(email="awa@example.org"))
    assert {message.to[0] for message in mail.outbox} == {"awa@example.org"}
    assert len(mail.outbox) == 3, "the way into the account, the welcome, the receipt"


def test_an_account_is_not_made_for_a_sale_that_is_refused(desk, cast, settings):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    price = make_plan().prices.get()
    paid_cash(cast.subscriptions_desk, number="A-118")
    answer = desk.post(SELL, sale(price, email="awa@example.org"))
    assert answer.status_code == 422
    assert "A-118" in answer.text
    assert not User.objects.filter(email="awa@example.org").exists()
    assert not Message.objects.filter(recipient="awa@example.org").exists()


def test_an_account_that_is_switched_off_buys_nothing(desk):
    user, price = make_user(email="awa@example.org", is_active=False), make_plan().prices.get()
    assert desk.post(SELL, sale(price, email="awa@example.org")).status_code == 422
    assert desk.post(SELL, sale(price, reader=user.pk)).status_code == 422
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"receipt": ""}, {"price": ""}, {"price": "x"}, {"reader": "\x00"}, {"reader": "9" * 17}]
)
def test_what_is_missing_is_said_and_what_was_typed_stays(desk, fields):
    user, price = make_user(), make_plan().prices.get()
    answer = desk.post(SELL, sale(price, reader=user.pk) | fields)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not Order.objects.exists()


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_for_institutions": True}, {"is_trial": True}])
def test_what_is_not_for_sale_is_not_offered_and_not_sold(desk, fields):
    """I13"""
    user, price = make_user(), make_plan(**fields).prices.get()
    assert price not in desk.get(COUNTER, {"reader": user.pk}).context["form"].fields["price"].queryset
    assert desk.post(SELL, sale(price, reader=user.pk)).status_code == 422
    assert not Order.objects.exists()


@pytest.mark.parametrize("role", ["pigiste", "editor", "moderator"])
def test_others_take_no_cash(client, cast, role):
    client.force_login(getattr(cast, role))
    assert client.get(COUNTER).status_code == 403
    assert client.post(SELL, sale(make_plan().prices.get(), reader=make_user().pk)).status_code == 403
    assert not Payment.objects.exists()


def test_get_sells_nothing(desk):
    assert desk.get(SELL).status_code == 405


def test_what_the_counter_costs(desk, django_assert_max_num_queries):
    for number in range(25):
        make_user(name=f"Traoré {number}")
        make_plan()
    desk.get(COUNTER)
    # Session, person and their rights; the newspaper; the readers.
    with django_assert_max_num_queries(8):
        desk.get(COUNTER, {"q": "Traoré"})
    # The reader and the state of the subscription; the prices.
    with django_assert_max_num_queries(12):
        desk.get(COUNTER, {"reader": User.objects.last().pk})


def test_the_page_is_kept_by_no_cache(desk):
    assert "no-store" in desk.get(COUNTER)["Cache-Control"]
    assert reverse("admin:counter") == COUNTER


def test_the_desk_is_told_about_the_reader_and_not_as_the_reader(desk):
    user = make_user()
    assert desk.get(COUNTER, {"reader": user.pk}).context["reader_state"] == "Sans abonnement"
    make_subscription(user, days=-3)
    state = desk.get(COUNTER, {"reader": user.pk}).context["reader_state"]
    assert state.startswith("Abonnement terminé le ")
    assert state in desk.get(f"/admin/subscriptions/reader/{user.pk}/change/").text


def test_deleted_accounts_are_neither_found_nor_listed_unless_asked_for(desk):
    gone = make_user(email="0af@deleted.invalid", erased_at=timezone.now())
    assert desk.get(COUNTER, {"q": "deleted.invalid"}).context["found"] == []
    assert gone.pk not in [row.pk for row in desk.get(READERS).context["cl"].result_list]
    shown = desk.get(READERS, {"state": "deleted"})
    assert [row.pk for row in shown.context["cl"].result_list] == [gone.pk]
    assert "Compte supprimé" in shown.text
    assert "deleted.invalid" not in shown.text
    exported = b"".join(desk.post(f"{READERS}export/"))
    assert b"deleted.invalid" not in exported
