"""What somebody has bought and been given: periods, orders, receipts and credit notes, the newest first."""

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from .dates import instant_in_words, span_in_words
from .means import label_of
from .models import Discrepancy, Order, Payment, Refund, Subscription
from .order_page import MISMATCHES
from .standing import real_end

SHOWN = 60


def history(user) -> dict:
    """Four queries."""
    related = ("plan", "revocation", "moved_from", "moved_to")
    periods = Subscription.objects.filter(user=user).order_by("-starts_at", "-pk")
    payments = Payment.objects.select_related("refund", "discrepancy").order_by("-pk")
    orders = Order.objects.filter(user=user).prefetch_related(Prefetch("payments", payments)).order_by("-pk")
    own = payments.filter(order__user=user).select_related("order")
    return {
        "periods": [period_line(period) for period in periods.select_related(*related)[:SHOWN]],
        "orders": [order_line(order) for order in orders[:SHOWN]],
        "receipts": [receipt_line(payment) for payment in own[:SHOWN]],
    }


def period_line(period: Subscription) -> dict:
    end = real_end(period)
    early = end < period.ends_at
    never_began = end <= period.starts_at
    moved = hasattr(period, "moved_to")
    return {
        "plan": period.sold_as,
        "span": span_in_words(period.starts_at, period.ends_at if never_began else end),
        "source": period.get_source_display(),
        "state": early_end(moved=moved) if early else period.state_at(timezone.now()).label,
        "move": move_in_words(period),
    }


def early_end(*, moved: bool) -> str:
    return _("Moved up") if moved else _("Ended early")


def move_in_words(period: Subscription) -> str:
    """Why a period has other dates than its receipt; empty for one that has not moved."""
    if after := getattr(period, "moved_to", None):
        span = span_in_words(after.starts_at, after.ends_at)
        return _("An earlier period was refunded, so that this one has moved up: it runs {span}.").format(span=span)
    if before := period.moved_from:
        span = span_in_words(before.starts_at, before.ends_at)
        return _("It was to run {span}, and has moved up after the refund of an earlier one.").format(span=span)
    return ""


def order_line(order: Order) -> dict:
    return {
        "key": order.key,
        "plan": order.plan_name,
        "amount": order.amount_in_words,
        "state": state_in_words(order),
        "purpose": "" if order.purpose == Order.Purpose.SELF else order.get_purpose_display(),
        "at": instant_in_words(order.created_at),
    }


def state_in_words(order: Order) -> str:
    """Of an order whose money was not as ordered: what becomes of the money."""
    if order.state not in {Order.State.PAID, Order.State.REFUNDED}:
        for payment in order.payments.all():
            if hasattr(payment, "discrepancy") and payment.discrepancy.kind in MISMATCHES:
                return became_of(payment)
    return order.get_state_display()


def became_of(payment: Payment) -> str:
    """Of money that did not buy what was ordered; empty of any other."""
    found = getattr(payment, "discrepancy", None)
    if found is None:
        return ""
    heads = {
        Discrepancy.Kind.RECIPIENT: _("Paid to another account than ours"),
        Discrepancy.Kind.DUPLICATE: _("Paid twice"),
    }
    head = heads.get(found.kind, _("Money received"))
    return f"{head} · {outcome(payment, found)}"


def outcome(payment: Payment, found: Discrepancy) -> str:
    refund = getattr(payment, "refund", None)
    if found.order_id:
        return _("a subscription was given for it")
    if refund:
        return _("sent back") if refund.state == Refund.State.DONE else _("to be sent back")
    if found.resolved_at:
        return _("settled by our subscriptions office")
    return _("to be sent back") if found.kind == Discrepancy.Kind.DUPLICATE else _("being looked into")


def receipt_line(payment: Payment) -> dict:
    """Of money that went to another account there is no receipt."""
    refund = getattr(payment, "refund", None)
    return {
        "has_receipt": payment.is_ours,
        "became": became_of(payment),
        "number": payment.receipt,
        "plan": payment.order.plan_name,
        "amount": payment.amount_in_words,
        "means": label_of(payment.provider),
        "at": instant_in_words(payment.received_at),
        "refund": refund,
    }
