"""Finishes what is open between the site and its providers: calls that were not looked into, orders that nobody has
answered, refunds that were promised. Several processes may try at once: a lease gives each row to one."""

import logging

from django.core.cache import cache
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from . import billing, paying, providers, renewing
from .models import Discrepancy, Order, ProviderEvent, Refund
from .providers.base import Provider, ProviderError, ProviderRefused, TruthState
from .schedule import LEASE, next_check, next_try

logger = logging.getLogger(__name__)
# Rows of a kind at a time, so that no kind waits for another.
BATCH = 50


def work(at=None) -> int:
    """Whatever is due at the instant; three cheap queries where nothing is. Talks HTTP: never inside a transaction."""
    return look_into_calls(at) + ask_about_orders(at) + send_refunds()


def look_into_calls(at=None) -> int:
    due = ProviderEvent.objects.filter(handled_at=None, next_try_at__lte=at or timezone.now())
    return sum(look_into(event) for event in due.order_by("next_try_at", "pk")[:BATCH])


def look_into(event: ProviderEvent) -> bool:
    """Asks the provider about what it has called for. False where another process does so already."""
    mine = ProviderEvent.objects.filter(pk=event.pk, handled_at=None, next_try_at=event.next_try_at)
    if not mine.update(next_try_at=timezone.now() + LEASE, tries=F("tries") + 1):
        return False
    provider, now = providers.ALL.get(event.provider), timezone.now()
    order = Order.objects.filter(provider=event.provider, reference=event.reference).exclude(reference="").first()
    if not event.reference:
        problem = ""
    elif order:
        problem = "" if paying.inquire(order) else Order.objects.values_list("problem", flat=True).get(pk=order.pk)
    else:
        problem = look_for(provider, event.reference)
    again = next_try(event.received_at, event.tries + 1, now) if problem else None
    columns = {"next_try_at": again} if again else {"handled_at": now}
    ProviderEvent.objects.filter(pk=event.pk).update(error=problem, **columns)
    return True


def look_for(provider: Provider | None, reference: str) -> str:
    """Books what was paid under a reference that no order has; an empty text, or why it could not be done.

    A call can be faster than the answer that brings the reference: then the provider knows the order.
    """
    try:
        truth = provider.find(reference) if provider else None
    except ProviderError as error:
        return str(error)[:250]
    if truth is None or truth.state == TruthState.PENDING:
        return _("No order has this reference.")
    order = Order.objects.filter(provider=provider.slug, key=truth.order_key).first() if truth.order_key else None
    if order:
        billing.settle(order, truth)
    elif truth.state in {TruthState.PAID, TruthState.REFUNDED}:
        billing.book_stray(provider.slug, truth)
    return ""


def ask_about_orders(at=None) -> int:
    return sum(check(order) for order in Order.objects.to_ask_about(at).select_related("user")[:BATCH])


def check(order: Order) -> bool:
    """Asks about a pending order, or one that was closed unpaid lately, and charges for a renewal. False where another
    process does so."""
    now = timezone.now()
    mine = Order.objects.filter(pk=order.pk, next_check_at=order.next_check_at)
    if not mine.update(next_check_at=now + LEASE, checks=F("checks") + 1):
        return False
    answered = renewing.charge(order) if renewing.is_to_be_charged(order) else paying.inquire(order)
    again = next_check(order.created_at, now)
    if again is None and answered:
        billing.move(order, Order.State.EXPIRED)
    Order.objects.filter(pk=order.pk, next_check_at__isnull=False).update(next_check_at=again)
    return True


def waiting() -> dict[str, list]:
    """What the office should know of: money without an order, or other money than was ordered; orders whose provider
    gave no answer; calls that led nowhere; refunds that have not gone."""
    return {
        "money": list(Discrepancy.objects.filter(resolved_at=None).select_related("payment__order").order_by("pk")),
        "orders": list(Order.objects.exclude(problem="").exclude(state__in=paying.CLOSED).order_by("pk")),
        "calls": list(ProviderEvent.objects.exclude(error="").order_by("pk")),
        "refunds": list(Refund.objects.exclude(state=Refund.State.DONE).select_related("payment").order_by("pk")),
    }


def send_refunds() -> int:
    """Those asked for whose provider can send money back; the office hands over the others itself."""
    able = [slug for slug, provider in providers.ALL.items() if provider.can_refund and provider.is_ready()]
    asked = Refund.objects.filter(state=Refund.State.ASKED, payment__provider__in=able)
    return sum(send(refund) for refund in asked.select_related("payment__order").order_by("pk")[:BATCH])


def send(refund: Refund) -> bool:
    """Sends the money; once, since the provider knows the credit note. False where it was tried a moment ago."""
    if not cache.add(f"payments:refund:{refund.pk}", 1, LEASE.total_seconds()):
        return False
    try:
        reference = providers.ALL[refund.payment.provider].refund(refund)
    except ProviderRefused as error:
        billing.refund_failed(refund, str(error))
    except ProviderError as error:
        logger.warning("Refund %s was not sent: %s", refund.receipt, error)
        Refund.objects.filter(pk=refund.pk).update(error=str(error)[:250])
    else:
        billing.refund_done(refund, reference)
    return True
