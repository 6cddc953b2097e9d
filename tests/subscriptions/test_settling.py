"""What providers say of orders, and what the ledger makes of it: once, twice, late, or of another amount."""

import datetime as dt

import pytest
from django.utils import timezone

from subscriptions import billing
from subscriptions.access import is_subscriber
from subscriptions.models import Discrepancy, Order, Payment, Refund, Subscription
from subscriptions.providers.base import Truth, TruthState
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user

pytestmark = pytest.mark.django_db


def ordered(user=None, plan=None, **fields):
    plan = plan or make_plan()
    return billing.open_order(user or make_user(), plan.prices.get(), "sandbox", **fields)


def paid(order, number="P1", **changes):
    facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key, "external_id": number}
    return Truth(TruthState.PAID, **facts | changes)


def refunded(order, number="P1", **changes):
    facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key, "external_id": number}
    return Truth(TruthState.REFUNDED, **facts | changes, refund_id="R1")


def state_of(order):
    return Order.objects.get(pk=order.pk).state


def test_paid_twice_said_is_one_period_and_one_payment():
    """I03"""
    order = ordered()
    for _time in range(3):
        billing.settle(order, paid(order))
    assert (state_of(order), Payment.objects.count(), Subscription.objects.count()) == ("paid", 1, 1)
    assert is_subscriber(order.user)
    assert not Discrepancy.objects.exists()


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"amount": 100}, "amount"),
        ({"currency": "EUR"}, "currency"),
        ({"order_key": "ANOTHER"}, "order"),
        ({"is_for_us": False}, "recipient"),
    ],
)
def test_money_that_is_not_what_was_asked_for_buys_nothing_and_is_shown(changes, kind):
    """I07"""
    order = ordered()
    billing.settle(order, paid(order, **changes))
    assert state_of(order) == "pending"
    assert not is_subscriber(order.user)
    assert Discrepancy.objects.get().kind == kind
    assert Payment.objects.get().amount == changes.get("amount", order.amount)


def test_failure_and_expiry_after_the_payment_change_nothing():
    """I05"""
    order = ordered()
    billing.settle(order, paid(order))
    for state in (TruthState.FAILED, TruthState.EXPIRED, TruthState.PENDING):
        billing.settle(order, Truth(state))
        assert state_of(order) == "paid"
    assert is_subscriber(order.user)


def test_money_for_an_order_that_had_expired_still_buys():
    order = ordered()
    billing.settle(order, Truth(TruthState.EXPIRED))
    assert state_of(order) == "expired"
    billing.settle(order, paid(order))
    assert state_of(order) == "paid"
    assert is_subscriber(order.user)


def test_money_that_comes_late_after_another_payment_is_to_go_back():
    """I10: recorded, one subscription, the second amount on the list of what is to be refunded."""
    user, plan = make_user(), make_plan()
    first = ordered(user, plan)
    billing.settle(first, Truth(TruthState.EXPIRED))
    second = ordered(user, plan)
    billing.settle(second, paid(second, "P2"))
    billing.settle(first, paid(first, "P1"))
    assert (state_of(first), state_of(second)) == ("surplus", "paid")
    assert Subscription.objects.count() == 1
    assert Discrepancy.objects.get().payment.external_id == "P1"


def test_a_second_payment_of_one_order_is_to_go_back_and_takes_nothing_with_it():
    order = ordered()
    billing.settle(order, paid(order, "P1"))
    billing.settle(order, paid(order, "P2"))
    second = Payment.objects.get(external_id="P2")
    assert second.discrepancy.kind == "duplicate"
    refund = billing.ask_refund(second, amount=second.amount, reason="Paid twice", by=None)
    billing.refund_done(refund, "R2")
    assert is_subscriber(order.user)
    assert state_of(order) == "paid"
    assert Discrepancy.objects.get().resolved_at


@pytest.mark.parametrize("first_paid", [True, False])
def test_the_refund_ends_access_whatever_arrives_first(first_paid):
    """I05: `refunded` before `paid` too."""
    order = ordered()
    if first_paid:
        billing.settle(order, paid(order))
        assert is_subscriber(order.user)
    for _time in range(2):
        billing.settle(order, refunded(order))
    assert state_of(order) == "refunded"
    assert not is_subscriber(order.user)
    assert (Payment.objects.count(), Refund.objects.get().state) == (1, "done")


def test_a_part_that_goes_back_leaves_the_subscription():
    order = ordered()
    billing.settle(order, paid(order))
    payment = Payment.objects.get()
    billing.ask_refund(payment, amount=500, reason="Kindness", by=None)
    assert is_subscriber(order.user)
    with pytest.raises(Refused):
        billing.ask_refund(payment, amount=500, reason="Again", by=None)


@pytest.mark.parametrize("amount", [0, 2501])
def test_no_more_goes_back_than_came(amount):
    order = ordered()
    billing.settle(order, paid(order))
    with pytest.raises(Refused):
        billing.ask_refund(Payment.objects.get(), amount=amount, reason="x", by=None)
    assert not Refund.objects.exists()


def test_one_order_is_pending_by_plan_and_person():
    """I17: a second tab gets the first one's order."""
    user, plan = make_user(), make_plan()
    assert ordered(user, plan) == ordered(user, plan)
    assert ordered(user) != ordered(user, plan)


def test_an_order_whose_time_is_over_makes_way(time_machine):
    user, plan = make_user(), make_plan()
    first = ordered(user, plan)
    time_machine.move_to(timezone.now() + billing.PAYABLE + dt.timedelta(seconds=1))
    assert ordered(user, plan) != first
    assert state_of(first) == "expired"


def test_the_price_is_that_of_the_moment_of_the_order():
    order = ordered()
    order.plan.prices.update(amount=9999)
    order.plan.period = "day"
    order.plan.save()
    billing.settle(order, paid(order))
    assert is_subscriber(order.user, timezone.now() + dt.timedelta(days=27))


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_for_institutions": True}])
def test_what_is_not_for_sale_to_readers_is_not_ordered(fields):
    """I13"""
    with pytest.raises(Refused):
        ordered(plan=make_plan(**fields))


def test_receipts_are_numbered_without_a_gap():
    for number in range(3):
        order = ordered()
        billing.settle(order, paid(order, f"P{number}"))
    year = timezone.localdate().year
    assert list(Payment.objects.order_by("pk").values_list("receipt", flat=True)) == [
        f"{year}-{number:06}" for number in (1, 2, 3)
    ]


def test_money_without_an_order_is_booked_once_and_shown():
    truth = Truth(TruthState.PAID, external_id="S1", amount=500, currency="XOF")
    for _time in range(2):
        billing.book_stray("wave", truth)
    assert Discrepancy.objects.get().kind == "no_order"
