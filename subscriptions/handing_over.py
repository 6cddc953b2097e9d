"""What a paid order buys, by its purpose, and how it is taken back. ``subscriptions.billing`` alone calls this, in the
transaction in which it moves the order."""

from django.utils import timezone

from . import gifts, seat_numbers
from .granting import extend, revoke, take_turn_of
from .models import Gift, Order, Subscription
from .moving_up import close_hole

Purpose = Order.Purpose
Source = Subscription.Source


def hand_over(order: Order) -> Subscription | None:
    """None for a gift, whose period begins when it is redeemed."""
    return HANDLERS[order.purpose](order)


def to_oneself(order: Order) -> Subscription:
    source = Source.TRIAL if order.plan.is_trial else Source.PURCHASE
    return extended({"user": order.user}, order, source)


def as_gift(order: Order) -> None:
    gifts.pay(Gift.objects.filter(order=order).first() or gifts.describe(order))


def as_seats(order: Order) -> Subscription:
    """A period for the institution, which has as many seats at once."""
    seat_numbers.raise_for(order)
    return extended({"institution": order.institution}, order, Source.PURCHASE)


HANDLERS = {Purpose.SELF: to_oneself, Purpose.GIFT: as_gift, Purpose.SEATS: as_seats}


def extended(holder: dict, order: Order, source: str) -> Subscription:
    sold = {"period": order.period, "grace_days": order.grace_days, "plan_name": order.plan_name}
    return extend(holder, order.plan, **sold, order=order, source=source)


def undo(order: Order, *, reason: str, by=None) -> None:
    """Ends what the order bought, and lets what follows move up: once an order. A gift that nobody has redeemed is
    worthless from then on; who has redeemed it loses its period."""
    for gift in Gift.objects.filter(order=order):
        gifts.cancel(gift)
    if period := period_in_turn(order):
        now = timezone.now()
        revoke(period, reason=reason, by=by, at=now)
        close_hole(period, at=now, by=by)
    if order.purpose == Purpose.SEATS:
        seat_numbers.lower(order.institution, by=by)


def period_in_turn(order: Order) -> Subscription | None:
    """That which the order bought, once nobody else writes its holder's periods: another refund may be moving it."""
    if period := order.subscription:
        take_turn_of(period.holder)
    return order.subscription
