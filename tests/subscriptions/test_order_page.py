"""The page of an order: what has become of it, for its buyer alone; a look changes nothing, a button asks."""

import pytest
from django.urls import reverse

from subscriptions import billing, office
from subscriptions.access import is_subscriber
from subscriptions.models import Discrepancy, Order, Payment, Subscription
from subscriptions.providers.base import Truth, TruthState
from tests.accounts.test_redirects import ELSEWHERE
from tests.factories import make_plan, make_user
from tests.subscriptions.buying import paid

pytestmark = pytest.mark.django_db
BACK = "/2026/05/27/slug/"


def at(order, name="order"):
    return reverse(name, args=[order.key])


@pytest.fixture
def reader(client):
    user = make_user(language="en")
    client.force_login(user)
    return user


@pytest.fixture
def order(client, reader, pretend):
    """A pending one whose payment page is open."""
    price = make_plan(name="Month").prices.get()
    client.post(reverse("place_order", args=[price.plan.slug, price.zone.slug]), {"provider": "pretend"})
    return Order.objects.get()


def page_of(client, order, **query):
    return client.get(at(order), query).content.decode()


@pytest.mark.parametrize("name", ["order", "check_order", "give_up_order"])
def test_it_is_its_buyer_s_alone(client, order, name, cast):
    """I11, I21: another's order does not exist, for staff neither."""
    method = client.get if name == "order" else client.post
    for person in (make_user(), cast.subscriptions_desk):
        client.force_login(person)
        assert method(at(order, name)).status_code == 404
    client.logout()
    assert method(at(order, name)).url == f"{reverse('account_login')}?next={at(order, name)}"
    assert Order.objects.get().state == "pending"


def test_while_it_waits_no_second_charge_is_offered(client, order):
    """I09"""
    page = page_of(client, order)
    assert "Waiting for the confirmation of Pretend Money" in page
    assert f'href="{order.payment_url}"' in page
    assert reverse("order_plan", args=[order.plan.slug, order.zone.slug]) not in page
    assert at(order, "check_order") in page


@pytest.mark.parametrize("query", ["?status=success", "?paid=1&state=paid", "?order=OTHER"])
def test_what_the_address_claims_counts_for_nothing(client, order, reader, query):
    """I11: a forged return, repeated."""
    for _time in range(3):
        assert "Waiting for" in client.get(at(order) + query).content.decode()
    assert not is_subscriber(reader)


def test_a_look_asks_nobody_and_a_button_asks(client, order, reader, pretend):
    pretend.will_say_paid(order)
    assert "Waiting for" in page_of(client, order)
    assert not is_subscriber(reader)
    assert client.post(at(order, "check_order"), {"next": BACK}).url == f"{at(order)}?next=%2F2026%2F05%2F27%2Fslug%2F"
    page = page_of(client, order, next=BACK)
    assert "You are subscribed until" in page
    assert f'href="{BACK}"' in page
    assert reverse("receipt", args=[Payment.objects.get().receipt]) in page
    assert is_subscriber(reader)


def test_the_script_gets_the_state_alone(client, order, pretend):
    pretend.will_say_paid(order)
    answer = client.post(at(order, "check_order"), {"next": BACK}, headers={"x-requested-with": "fragment"})
    text = answer.content.decode()
    assert "You are subscribed until" in text
    assert f'href="{BACK}"' in text
    assert "<html" not in text
    assert "data-order-check" not in text


def test_a_provider_is_not_asked_at_every_click(client, order, pretend, monkeypatch):
    asked = []
    monkeypatch.setattr(pretend, "ask", lambda order: asked.append(order) or Truth(TruthState.PENDING))
    for _time in range(5):
        client.post(at(order, "check_order"))
    assert len(asked) == 1


def test_a_silent_provider_leaves_it_waiting(client, order, pretend):
    pretend.is_down = True
    assert client.post(at(order, "check_order")).status_code == 302
    assert "Waiting for" in page_of(client, order)


@pytest.mark.parametrize("state", [TruthState.FAILED, TruthState.EXPIRED])
def test_what_failed_can_be_tried_again_or_paid_otherwise(client, order, state):
    billing.settle(order, Truth(state))
    page = page_of(client, order, next=BACK)
    where = reverse("order_plan", args=[order.plan.slug, order.zone.slug])
    assert f'href="{where}?next=%2F2026%2F05%2F27%2Fslug%2F"' in page
    assert "data-order-check" not in page
    assert client.get(where).status_code == 200


def test_an_order_without_a_payment_page_can_be_begun_again(client, reader, pretend):
    """The server stopped between the order and its payment page: nobody goes round in circles."""
    price = make_plan().prices.get()
    order = billing.open_order(reader, price, "pretend")
    where = reverse("order_plan", args=[price.plan.slug, price.zone.slug])
    assert f'href="{where}"' in page_of(client, order)
    assert client.get(where).status_code == 200
    client.post(reverse("place_order", args=[price.plan.slug, price.zone.slug]), {"provider": "pretend"})
    assert Order.objects.get().payment_url


def test_a_renewal_on_its_way_offers_no_other_charge(client, order, reader):
    """I09"""
    Order.objects.update(renews=True)
    billing.settle(order, paid(order))
    renewal = billing.open_renewal(order)
    assert "charged as you have agreed" in page_of(client, renewal)
    where = reverse("order_plan", args=[order.plan.slug, order.zone.slug])
    assert where not in page_of(client, renewal)
    assert client.get(where).url == at(renewal)
    client.post(reverse("stop_renewing"))
    assert Order.objects.get(pk=renewal.pk).state == "cancelled"


def test_giving_up_is_a_post_and_money_that_comes_all_the_same_buys(client, order, reader):
    assert client.get(at(order, "give_up_order")).status_code == 405
    client.post(at(order, "give_up_order"))
    assert "You have given up this order" in page_of(client, order)
    billing.settle(order, paid(order))
    assert "You are subscribed until" in page_of(client, order)
    assert is_subscriber(reader)


def test_what_is_paid_at_the_provider_is_not_given_up(client, order, reader, pretend):
    pretend.will_say_paid(order)
    client.post(at(order, "give_up_order"))
    assert Order.objects.get().state == "paid"
    assert "You are subscribed until" in page_of(client, order)


def test_without_a_script_asking_is_the_first_thing(client, order):
    page = page_of(client, order)
    assert page.index("data-order-check") < page.index("data-order-pay") < page.index(at(order, "give_up_order"))


def test_a_paid_order_cannot_be_given_up(client, order, reader):
    billing.settle(order, paid(order))
    client.post(at(order, "give_up_order"))
    assert Order.objects.get().state == "paid"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"amount": 100}, "We have received 100\u00a0F\u00a0CFA, and the order is for 2,500\u00a0F\u00a0CFA."),
        ({"amount": 500, "currency": "EUR"}, "in another currency than that of the order"),
        ({"is_for_us": False}, "You have paid 2,500\u00a0F\u00a0CFA, but to another account than ours."),
        ({"order_key": "ANOTHER"}, "but under the number of another order."),
    ],
)
def test_money_that_is_not_as_ordered_is_said_and_blocks_nothing(client, order, said, sentence):
    billing.settle(order, paid(order, **said))
    page = page_of(client, order)
    assert sentence in page
    assert "Our subscriptions office looks into it and will write to you" in page
    assert "data-order-pay" not in page
    assert "data-order-check" not in page
    assert at(order, "give_up_order") in page
    where = reverse("order_plan", args=[order.plan.slug, order.zone.slug])
    assert f'href="{where}"' in page
    assert client.get(where).status_code == 200
    client.post(reverse("place_order", args=[order.plan.slug, order.zone.slug]), {"provider": "pretend"})
    second = Order.objects.get(state="pending")
    assert second != order
    assert sentence in page_of(client, order)
    billing.settle(second, paid(second, "P2"))
    assert "You are subscribed until" in page_of(client, second)


def test_an_order_that_was_paid_wrongly_can_be_given_up(client, order):
    billing.settle(order, paid(order, amount=100))
    client.post(at(order, "give_up_order"))
    assert Order.objects.get().state == "cancelled"
    page = page_of(client, order)
    assert "We have received 100" in page
    assert at(order, "give_up_order") not in page


def test_what_the_office_gave_for_the_money_is_said(client, order, reader, cast):
    billing.settle(order, paid(order, amount=100))
    desk = {"by": cast.subscriptions_desk, "reason": "A slip"}
    given = office.attach(Discrepancy.objects.get(), reader, order.plan.prices.get(), **desk)
    page = page_of(client, order)
    assert "You are subscribed until" in page
    assert "Our subscriptions office has attributed your payment to you." in page
    assert "given up" not in page
    assert Order.objects.get(pk=given.pk).state == "paid"
    office.refund(Payment.objects.get(), amount=100, **desk)
    assert "This order was refunded" in page_of(client, order)


def test_money_that_was_given_to_another_reader_or_settled_is_said(client, order, cast):
    billing.settle(order, paid(order, amount=100))
    price = order.plan.prices.get()
    office.attach(Discrepancy.objects.get(), make_user(), price, reason="x", by=cast.subscriptions_desk)
    page = page_of(client, order)
    assert "Our subscriptions office has settled it." in page
    assert "will write to you" not in page
    assert "You are subscribed" not in page


def test_paid_twice_is_said_on_the_page(client, order):
    billing.settle(order, paid(order, "P1"))
    billing.settle(order, paid(order, "P2"))
    assert "You have paid twice" in page_of(client, order)


def test_the_surplus_of_another_order_is_said(client, order, reader):
    billing.settle(order, Truth(TruthState.EXPIRED))
    second = billing.open_order(reader, order.plan.prices.get(), "pretend")
    billing.settle(second, paid(second, "P2"))
    billing.settle(order, paid(order, "P1"))
    assert "You have paid twice" in page_of(client, order)
    assert Subscription.objects.count() == 1


def test_what_was_refunded_is_said(client, order):
    billing.settle(order, paid(order))
    payment = Payment.objects.get()
    billing.ask_refund(payment, amount=payment.amount, reason="x", by=None)
    assert "This order was refunded" in page_of(client, order)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_no_way_leads_out_of_the_site(client, order, address):
    """G07: the way back of a paid order, and of the button."""
    assert client.post(at(order, "check_order"), {"next": address}).url == at(order)
    billing.settle(order, paid(order))
    assert "Go on reading" not in page_of(client, order, next=address)


def test_the_page_is_private_and_cheap(client, order, django_assert_num_queries):
    client.get(at(order))
    # Session, user, newspaper, menu; the order, its payments.
    with django_assert_num_queries(6):
        answer = client.get(at(order))
    assert "no-store" in answer["Cache-Control"]
    billing.settle(order, paid(order))
    # And the period that it bought.
    with django_assert_num_queries(7):
        client.get(at(order))
