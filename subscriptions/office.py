"""What the office does at its counter and with what does not add up. Refunds go through ``billing``."""

import datetime as dt

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.addresses import note_address
from accounts.models import normalise_email
from accounts.turns import take_turn
from journal.recording import record

from . import billing
from .models import AgentSettlement, Discrepancy, Order, Payment, Price, Refund
from .providers.base import Truth, TruthState
from .receipt_numbers import one_spelling
from .refusals import Refused

# The means of payment of money that somebody hands over at the counter.
OFFICE = "office"
# Within this time, the same sale by the same person is a second click, and not a number of last month.
SAME_SALE = dt.timedelta(minutes=30)


def open_account(email: str, name: str = ""):
    """The account of an address: that which there is, or a new one without a password, whose owner is told by mail
    how to sign in. The address is proven by the code of the first sign-in."""
    users = get_user_model().objects
    email = normalise_email(email)
    try:
        with transaction.atomic():
            user = users.model(email=email, name=name.strip())
            user.set_unusable_password()
            user.save()
            note_address(user)
            code_url = settings.SITE_URL + reverse("account_request_login_code")
            context = {"user": user, "code_url": code_url}
            get_adapter().send_mail("account/email/opened_at_the_counter", email, context)
            return user
    except IntegrityError:
        return users.get(email=email)


def take_cash(user, price: Price, *, receipt: str, by, **what) -> Payment:
    """Sells at the counter: order, payment and period at once. ``receipt`` is the number in the paper receipt book;
    the same sale sent twice is one, another sale under the same number is refused. ``what`` are columns of the order
    that is not for oneself. Raises ``Refused``."""
    receipt = one_spelling(receipt)
    if AgentSettlement.objects.filter(receipt_number=receipt).exists():
        raise Refused(_("This receipt number is used already."))
    try:
        return _sell(user, price, receipt, by, what)
    except _Known as known:
        payment = known.payment
    sold = payment.order
    wanted = {"user": user, "plan": price.plan, "zone": price.zone, "purpose": Order.Purpose.SELF} | what
    is_same = sold and all(getattr(sold, column) == value for column, value in wanted.items())
    if is_same and payment.recorded_by_id == by.pk and payment.recorded_at > timezone.now() - SAME_SALE:
        return payment
    raise Refused(_("The receipt {number} is recorded already, for something else.").format(number=receipt))


class _Known(Exception):
    """The receipt's number stands in the ledger: takes back what was begun."""

    def __init__(self, payment):
        super().__init__()
        self.payment = payment


@transaction.atomic
def _sell(user, price, receipt, by, what) -> Payment:
    take_turn(user.pk)
    if known := Payment.objects.filter(provider=OFFICE, external_id=receipt).select_related("order").first():
        raise _Known(known)
    order = _fresh_order(user, price, OFFICE, **what)
    truth = Truth(
        TruthState.PAID,
        external_id=receipt,
        amount=order.amount,
        currency=order.currency,
        order_key=order.key,
    )
    payment, is_new = billing.book(order, truth, by=by)
    if not is_new:
        raise _Known(payment)
    billing.fulfil(order, payment, truth)
    record(gettext_noop("Cash received"), payment, by=by, detail=f"{user.email} · {order.plan_name} · {receipt}")
    return payment


def _fresh_order(user, price, provider, *, purpose=Order.Purpose.SELF, **what) -> Order:
    """What the person has begun to pay otherwise is given up: should that money come all the same, it is listed."""
    same = {"user": user, "plan": price.plan, "purpose": purpose, "institution": what.get("institution")}
    for begun in Order.objects.filter(**same, state=Order.State.PENDING):
        billing.give_up(begun)
    return billing.open_order(user, price, provider, purpose=purpose, **what)


@transaction.atomic
def refund(payment: Payment, *, amount: int, reason: str, by) -> Refund:
    """Promises the money back; cash is handed over the counter at once."""
    asked = billing.ask_refund(payment, amount=amount, reason=reason, by=by)
    if payment.provider == OFFICE:
        billing.refund_done(asked)
        asked.refresh_from_db()
    return asked


@transaction.atomic
def refunded_by_hand(asked: Refund, *, reference: str, by) -> bool:
    """What the provider cannot or would not send back was given another way."""
    if not billing.refund_done(asked, reference[:255]):
        return False
    record(gettext_noop("Refund made by hand"), asked.payment, by=by, detail=reference)
    return True


@transaction.atomic
def attach(discrepancy: Discrepancy, user, price: Price, *, reason: str, by) -> Order:
    """Gives a reader a period for money that had bought nothing. The order says what was paid, not the price of the
    plan. Raises ``Refused`` for what is settled, or has gone back."""
    payment = discrepancy.payment
    take_turn(user.pk)
    if Refund.objects.filter(payment=payment).exists():
        raise Refused(_("This money has gone back."))
    if not billing.resolve(discrepancy, by=by, resolution=reason):
        raise Refused(_("Somebody has settled this already."))
    order = _fresh_order(user, price, payment.provider)
    Order.objects.filter(pk=order.pk).update(amount=payment.amount, currency=payment.currency)
    order.refresh_from_db()
    billing.move(order, Order.State.PAID, next_check_at=None)
    billing.hand_over(order)
    Discrepancy.objects.filter(pk=discrepancy.pk).update(order=order)
    record(gettext_noop("Money attached to a reader"), payment, by=by, detail=f"{user.email} · {reason}")
    return order


@transaction.atomic
def settle(discrepancy: Discrepancy, *, reason: str, by):
    """Takes it off the list with what was done. Raises ``Refused`` where somebody did so before."""
    if not billing.resolve(discrepancy, by=by, resolution=reason):
        raise Refused(_("Somebody has settled this already."))
    record(gettext_noop("Discrepancy settled"), discrepancy.payment, by=by, detail=reason)
