"""A card is charged again a day before the end: once, as an order of its own, at a price that was agreed to."""

import datetime as dt

import pytest
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling, renewing
from subscriptions.access import is_subscriber
from subscriptions.granting import extend, revoke
from subscriptions.models import Order, Payment, Subscription
from subscriptions.providers.base import ProviderError, ProviderRefused
from tests.factories import make_plan, make_user

from .fakes import FakeProvider

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def fake(monkeypatch):
    provider = FakeProvider()
    monkeypatch.setitem(providers.ALL, "sandbox", provider)
    return provider


@pytest.fixture
def order(fake):
    """Paid, and to be renewed."""
    order = billing.open_order(make_user(), make_plan().prices.get(), "sandbox", renews=True)
    paying.start(order, "https://journal.example/")
    fake.pay(order)
    paying.inquire(order)
    return order


@pytest.fixture
def last_day(order, time_machine):
    time_machine.move_to(order.subscription.ends_at - 23 * HOUR, tick=False)


def renew():
    opened = renewing.open_due()
    reconciling.work()
    return opened


def test_nothing_is_charged_before_the_last_day(order, time_machine):
    time_machine.move_to(order.subscription.ends_at - 25 * HOUR, tick=False)
    assert renew() == 0


def test_the_next_period_follows_the_last(order, fake, last_day):
    assert [renew(), renew()] == [1, 0]
    renewal = order.renewal
    assert (renewal.state, renewal.renews, renewal.amount) == ("paid", True, order.amount)
    assert renewal.subscription.starts_at == order.subscription.ends_at
    assert (Payment.objects.count(), len(fake.charges)) == (2, 1)
    assert is_subscriber(order.user, order.subscription.ends_at + HOUR)


def test_a_renewal_is_renewed_itself(order, last_day, time_machine):
    renew()
    time_machine.move_to(order.renewal.subscription.ends_at - HOUR, tick=False)
    assert renew() == 1
    assert Subscription.objects.count() == 3


def test_whoever_goes_on_by_hand_is_charged_only_once_that_was_refunded(order, last_day):
    other = extend({"user": order.user}, order.plan)
    assert renew() == 0
    revoke(other, reason="Refunded")
    assert renew() == 1


def test_a_refused_card_ends_the_order_and_is_not_tried_again(order, fake, last_day):
    fake.silence = ProviderRefused("402: card_declined")
    assert renew() == 1
    assert (order.renewal.state, order.renewal.problem) == ("failed", "402: card_declined")
    fake.silence = None
    assert renew() == 0
    assert Payment.objects.count() == 1


def test_a_provider_that_is_silent_is_asked_again_and_charges_once(order, fake, last_day, time_machine):
    fake.silence = ProviderError("no answer")
    renew()
    assert Order.objects.get(renewal_of=order).state == "pending"
    fake.silence = None
    time_machine.move_to(timezone.now() + HOUR, tick=False)
    renew()
    assert (Order.objects.get(renewal_of=order).state, Payment.objects.count()) == ("paid", 2)


def test_an_answer_that_was_lost_charges_once(order, fake, last_day, time_machine):
    """The process died after the provider had charged: it is asked again under the same order."""
    renewing.open_due()
    fake.charge(order.renewal, like=order)
    time_machine.move_to(timezone.now() + HOUR, tick=False)
    reconciling.work()
    assert (len(fake.charges), Payment.objects.count()) == (1, 2)


def raise_price(order):
    order.plan.prices.update(amount=order.amount + 1)


def take_from_sale(order):
    type(order.plan).objects.update(is_active=False)


def stop(order):
    renewing.stop(order.user)


def go_on_otherwise(order):
    extend({"user": order.user}, order.plan)


def pay_by_hand(order):
    billing.open_order(order.user, order.plan.prices.get(), "sandbox")


def end_early(order):
    revoke(order.subscription, reason="Refund")


@pytest.mark.parametrize("change", [raise_price, take_from_sale, stop, go_on_otherwise, pay_by_hand, end_early])
def test_what_was_not_agreed_to_is_not_charged(order, fake, last_day, change):
    change(order)
    assert renew() == 0
    assert fake.charges == {}


def test_a_lower_price_is_what_is_charged(order, fake, last_day):
    order.plan.prices.update(amount=2000)
    renew()
    assert order.renewal.amount == 2000
