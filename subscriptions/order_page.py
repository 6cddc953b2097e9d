"""The page of one order: what has become of it in words, and what its buyer can do next."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .dates import end_in_words
from .means import label_of
from .models import Discrepancy, Order, Price

State = Order.State


def order_context(order: Order, *, zone="") -> dict:
    """``lead`` and ``lines`` say it, the other keys are ways on; empty where there is none. ``zone``: where the buyer
    has just chosen the plan. Three queries at most, and one for the zone."""
    payments = list(order.payments.select_related("discrepancy__order").order_by("pk"))
    words = of_discrepancy(order, payments) or PAGES[order.state](order, payments)
    paid = [payment for payment in payments if payment.is_ours and not is_duplicate(payment)]
    paid.sort(key=lambda payment: hasattr(payment, "discrepancy"))
    return {
        "order": order,
        "means": label_of(order.provider),
        "payment_url": "",
        "is_waiting": False,
        "can_give_up": False,
        "again": "",
        "receipt": paid[0].receipt if paid and order.state in {State.PAID, State.REFUNDED} else "",
        **words,
        "other": other_choice(order, zone),
    }


def other_choice(order: Order, zone: str) -> Price | None:
    """The price in the zone for which the buyer has chosen the plan of a pending order, where it is not the order's
    own: one order is pending by plan and person, so this one has to be given up first."""
    if not zone or order.state != State.PENDING or order.purpose != Order.Purpose.SELF:
        return None
    prices = Price.objects.for_sale().filter(plan=order.plan, plan__is_for_institutions=False)
    others = (price for price in prices if (price.amount, price.zone.currency) != (order.amount, order.currency))
    return next((price for price in others if price.zone.slug == zone), None)


def is_duplicate(payment) -> bool:
    found = getattr(payment, "discrepancy", None)
    return found is not None and found.kind == Discrepancy.Kind.DUPLICATE


def is_to_be_sent_back(payment) -> bool:
    """What was paid twice, unless the office has given something for it."""
    return is_duplicate(payment) and payment.discrepancy.order_id is None


def of_discrepancy(order, payments) -> dict | None:
    """What became of money that did not buy what was ordered; None where that is not what the page is about."""
    if order.state in {State.PAID, State.REFUNDED}:
        return None
    found = [payment.discrepancy for payment in payments if hasattr(payment, "discrepancy")]
    given = next((one.order for one in found if one.order and one.order.user_id == order.user_id), None)
    if given:
        return refunded(given, payments) if given.state == State.REFUNDED else attributed(given)
    other = [one for one in found if one.kind in MISMATCHES]
    if not other:
        return None
    is_open = any(one.resolved_at is None for one in other)
    return {
        "lead": _("Your payment does not match the order"),
        "lines": [
            *(mismatch(order, one) for one in other),
            _("Our subscriptions office looks into it and will write to you: your money is not lost.")
            if is_open
            else _("Our subscriptions office has settled it."),
        ],
        "can_give_up": order.state == State.PENDING,
        "again": again(order),
    }


def attributed(given) -> dict:
    """``given``: the order by which the office honoured the money."""
    lines = [_("Our subscriptions office has attributed your payment to you.")]
    period = given.subscription
    if period is None:
        return {"lead": _("Your payment has arrived"), "lines": lines}
    end = end_in_words(period.starts_at, period.ends_at)
    return {"lead": _("You are subscribed until %(date)s") % {"date": end}, "lines": lines, "is_reading": True}


def mismatch(order, discrepancy) -> str:
    amounts = {"amount": discrepancy.payment.amount_in_words, "ordered": order.amount_in_words}
    return str(MISMATCHES[discrepancy.kind]) % amounts


MISMATCHES = {
    Discrepancy.Kind.AMOUNT: gettext_lazy("We have received %(amount)s, and the order is for %(ordered)s."),
    Discrepancy.Kind.CURRENCY: gettext_lazy(
        "We have received %(amount)s, in another currency than that of the order (%(ordered)s)."
    ),
    Discrepancy.Kind.RECIPIENT: gettext_lazy("You have paid %(amount)s, but to another account than ours."),
    Discrepancy.Kind.ORDER: gettext_lazy("You have paid %(amount)s, but under the number of another order."),
}


def pending(order, payments) -> dict:
    payable = order.payment_url if order.expires_at > timezone.now() else ""
    if payable:
        line = _("It usually takes a few seconds once you have paid. Do not pay a second time.")
    elif order.renewal_of_id:
        line = _("It is charged as you have agreed. You need do nothing; a receipt will come by e-mail.")
    else:
        line = _("The time to pay is over. If you have paid, we go on asking and you lose nothing.")
    return {
        "lead": _("Waiting for the confirmation of %(means)s") % {"means": label_of(order.provider)},
        "lines": [line],
        "payment_url": payable,
        "is_waiting": True,
        "can_give_up": True,
        "again": "" if payable or order.renewal_of_id else again(order),
    }


def paid(order, payments) -> dict:
    period = order.periods.in_place().filter(user_id=order.user_id).first()
    lines = [_("Thank you. A receipt is in your mail and in your account.")] if payments else [_("Thank you.")]
    if any(is_to_be_sent_back(payment) for payment in payments):
        lines.append(_("You have paid twice: the second amount will be refunded, and you need do nothing."))
    if period is None:
        return {"lead": _("Your payment has arrived"), "lines": lines}
    end = end_in_words(period.starts_at, period.ends_at)
    return {"lead": _("You are subscribed until %(date)s") % {"date": end}, "lines": lines, "is_reading": True}


def failed(order, payments) -> dict:
    return {
        "lead": _("The payment was refused"),
        "lines": [
            _("%(means)s has charged nothing. Try again, or pay in another way.") % {"means": label_of(order.provider)}
        ],
        "again": again(order),
    }


def expired(order, payments) -> dict:
    return {
        "lead": _("The time to pay is over"),
        "lines": [
            _("Nothing was charged. If you paid at the last moment, your money is not lost: this page will say so.")
        ],
        "again": again(order),
    }


def cancelled(order, payments) -> dict:
    return {
        "lead": _("You have given up this order"),
        "lines": [_("If you paid all the same, your money is not lost: this page will say so.")],
        "again": again(order),
    }


def refunded(order, payments) -> dict:
    return {
        "lead": _("This order was refunded"),
        "lines": [_("Your money goes back by the means by which you paid.")],
        "again": again(order),
    }


def surplus(order, payments) -> dict:
    return {
        "lead": _("You have paid twice"),
        "lines": [_("Another order had paid for your subscription already. This amount will be refunded.")],
    }


PAGES = {
    State.PENDING: pending,
    State.PAID: paid,
    State.FAILED: failed,
    State.EXPIRED: expired,
    State.CANCELLED: cancelled,
    State.REFUNDED: refunded,
    State.SURPLUS: surplus,
}


ORDERED_ON = {Order.Purpose.SELF: "order_plan", Order.Purpose.GIFT: "describe_gift"}


def again(order) -> str:
    """Where the same is ordered anew, for oneself, as a gift or for an institution."""
    if order.purpose == Order.Purpose.SEATS:
        return reverse("buy_seats", args=[order.institution_id])
    page = ORDERED_ON.get(order.purpose)
    if page is None or not order.plan.is_active:
        return reverse("plans")
    return reverse(page, args=[order.plan.slug, order.zone.slug])
