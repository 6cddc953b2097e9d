"""Orders, and what a provider says of them, without any provider."""

from subscriptions import billing
from subscriptions.models import Payment
from subscriptions.providers.base import Truth, TruthState
from tests.factories import make_plan, make_user


def ordered(user=None, plan=None, **fields):
    plan = plan or make_plan()
    return billing.open_order(user or make_user(), plan.prices.get(), "sandbox", **fields)


def paid(order, number="P1", **changes):
    facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key, "external_id": number}
    return Truth(TruthState.PAID, **facts | changes)


def buy(user=None, plan=None, number="P1", **fields):
    """An order that was paid, and its payment."""
    order = billing.settle(order := ordered(user, plan, **fields), paid(order, number))
    return order, Payment.objects.get(order=order)
