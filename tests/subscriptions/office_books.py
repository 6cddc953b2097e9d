"""Rows of the office's books for its tests."""

from subscriptions import billing, office
from subscriptions.models import Discrepancy, Payment
from subscriptions.providers.base import Truth, TruthState
from tests.factories import make_plan, make_user


def paid_by(provider="wave", *, user=None, price=None, number="W1", at=None) -> Payment:
    """A payment that has bought what was ordered."""
    order = billing.open_order(user or make_user(), price or make_plan().prices.get(), provider)
    truth = Truth(
        TruthState.PAID,
        external_id=number,
        amount=order.amount,
        currency=order.currency,
        order_key=order.key,
        paid_at=at,
    )
    billing.settle(order, truth)
    return Payment.objects.get(provider=provider, external_id=number)


def paid_cash(clerk, *, user=None, price=None, number="A-1") -> Payment:
    return office.take_cash(user or make_user(), price or make_plan().prices.get(), receipt=number, by=clerk)


def stray(amount=2500, number="S1") -> Discrepancy:
    billing.book_stray("wave", Truth(TruthState.PAID, external_id=number, amount=amount, currency="XOF"))
    return Discrepancy.objects.get(payment__external_id=number)
