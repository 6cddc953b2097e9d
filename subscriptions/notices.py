"""Writes the letters to subscribers, each once, in the transaction of its cause and in the person's language."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation

from . import letters
from .models import Notice, Order, Payment, Refund, Subscription

LETTER = "subscriptions/email/letter"


def write(user, kind: str, compose, **about) -> bool:
    """Writes what ``compose()`` answers unless it was written before. Nothing goes to a closed account."""
    if not user.is_active:
        return False
    with transaction.atomic():
        try:
            with transaction.atomic():
                Notice.objects.create(user=user, kind=kind, **about)
        except IntegrityError:
            return False
        with translation.override(user.language or settings.LANGUAGE_CODE):
            get_adapter().send_mail(LETTER, user.email, {"user": user, "letter": compose()})
    return True


def tell_welcome(period: Subscription) -> bool:
    """To somebody who has just become a subscriber, once a person."""
    if period.user is None:
        return False
    return write(period.user, Notice.Kind.WELCOME, lambda: letters.welcome(period), subscription=period)


def tell_paid(payment: Payment) -> bool:
    return write(payment.order.user, Notice.Kind.RECEIPT, lambda: letters.receipt(payment), payment=payment)


def tell_paid_twice(payment: Payment) -> bool:
    return write(payment.order.user, Notice.Kind.PAID_TWICE, lambda: letters.paid_twice(payment), payment=payment)


def tell_refunded(refund: Refund) -> bool:
    """Money of which the site knows no order has nobody to be told."""
    order = refund.payment.order
    if order is None:
        return False
    return write(order.user, Notice.Kind.REFUNDED, lambda: letters.refunded(refund), payment=refund.payment)


def tell_renewal_failed(order: Order) -> bool:
    return write(order.user, Notice.Kind.RENEWAL_FAILED, lambda: letters.renewal_failed(order), order=order)
