"""Charges again what the buyer has agreed to have charged again: a day before the end, as an order of its own."""

import datetime as dt
import logging

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from . import billing, paying, providers
from .models import Order, Subscription
from .providers.base import ProviderError, ProviderRefused
from .refusals import Refused

logger = logging.getLogger(__name__)
BEFORE = dt.timedelta(days=1)


def due(at=None):
    """Paid orders whose period ends within a day, which are to be renewed and have not been. Whoever goes on by
    another period that stands has nothing to renew."""
    at = at or timezone.now()
    able = [slug for slug, provider in providers.ALL.items() if provider.can_renew and provider.is_ready()]
    standing = Subscription.objects.standing(at)
    same_holder = Q(user=OuterRef("user")) | Q(institution=OuterRef("institution"))
    later = standing.filter(same_holder, ends_at__gt=OuterRef("ends_at"))
    ending = standing.filter(~Exists(later), order=OuterRef("pk"), ends_at__gt=at, ends_at__lte=at + BEFORE)
    orders = Order.objects.filter(Exists(ending), state=Order.State.PAID, renews=True, renewal=None, provider__in=able)
    return orders.select_related("user", "plan", "zone", "institution").order_by("pk")


def open_due(at=None) -> int:
    """Opens the orders of the next periods, which the reconciler charges; returns their number."""
    return sum(billing.open_renewal(order) is not None for order in due(at))


def stop(user) -> bool:
    """Nobody charges the person again; what was paid runs until its end. False where nothing was to be charged."""
    renewing = Order.objects.filter(user=user, renews=True)
    for order in renewing.filter(state=Order.State.PENDING, renewal_of__isnull=False, reference=""):
        billing.give_up(order)
    return bool(renewing.update(renews=False))


def is_to_be_charged(order: Order) -> bool:
    return bool(order.renewal_of_id and not order.reference and order.state == Order.State.PENDING)


def charge(renewal: Order) -> bool:
    """Charges for an order of ``open_due`` and settles it; asked twice, the provider charges once. A card that is
    refused ends the order. False where there was no answer. Talks HTTP: never inside a transaction."""
    row = Order.objects.filter(pk=renewal.pk)
    try:
        reference = paying.provider_of(renewal).charge(renewal, like=renewal.renewal_of)
    except (ProviderError, Refused) as error:
        logger.warning("Order %s was not charged: %s", renewal.key, error)
        row.update(problem=str(error)[:250])
        is_over = isinstance(error, ProviderRefused)
        if is_over:
            billing.fail(renewal, next_check_at=None)
        return is_over
    row.update(reference=reference)
    renewal.refresh_from_db()
    return paying.inquire(renewal)
