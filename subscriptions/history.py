"""What somebody has bought and been given: periods, orders, receipts and credit notes, the newest first."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .dates import instant_in_words, span_in_words
from .means import label_of
from .models import Order, Payment, Subscription
from .standing import real_end

SHOWN = 60


def history(user) -> dict:
    """Three queries."""
    periods = Subscription.objects.filter(user=user).select_related("plan", "revocation").order_by("-starts_at", "-pk")
    payments = Payment.objects.filter(order__user=user).select_related("order", "refund").order_by("-pk")
    orders = Order.objects.filter(user=user).order_by("-pk")
    return {
        "periods": [period_line(period) for period in periods[:SHOWN]],
        "orders": [order_line(order) for order in orders[:SHOWN]],
        "receipts": [receipt_line(payment) for payment in payments[:SHOWN]],
    }


def period_line(period: Subscription) -> dict:
    end = real_end(period)
    early = end < period.ends_at
    never_began = end <= period.starts_at
    return {
        "plan": period.plan.name,
        "span": span_in_words(period.starts_at, period.ends_at if never_began else end),
        "source": period.get_source_display(),
        "state": _("Ended early") if early else period.state_at(timezone.now()).label,
    }


def order_line(order: Order) -> dict:
    return {
        "key": order.key,
        "plan": order.plan_name,
        "amount": order.amount_in_words,
        "state": order.get_state_display(),
        "purpose": "" if order.purpose == Order.Purpose.SELF else order.get_purpose_display(),
        "at": instant_in_words(order.created_at),
    }


def receipt_line(payment: Payment) -> dict:
    refund = getattr(payment, "refund", None)
    return {
        "number": payment.receipt,
        "plan": payment.order.plan_name,
        "amount": payment.amount_in_words,
        "means": label_of(payment.provider),
        "at": instant_in_words(payment.received_at),
        "refund": refund,
    }
