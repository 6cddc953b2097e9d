"""Orders and what becomes of them: the only writer of their state, of payments, refunds and discrepancies.

Nothing here talks to a provider. What one says comes as a ``Truth``; whether it comes once, twice, late or in another
order, the ledger ends up the same.
"""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from accounts.turns import take_turn
from journal.recording import record

from . import notices
from .handing_over import hand_over, undo
from .models import Discrepancy, Order, Payment, Price, Refund, Subscription
from .providers.base import Truth, TruthState
from .refusals import Refused

State = Order.State
# From which states an order may reach one.
BEFORE = {
    State.PAID: [State.PENDING, State.FAILED, State.EXPIRED, State.CANCELLED],
    State.SURPLUS: [State.PENDING, State.FAILED, State.EXPIRED, State.CANCELLED],
    State.REFUNDED: [State.PENDING, State.FAILED, State.EXPIRED, State.CANCELLED, State.PAID, State.SURPLUS],
    State.FAILED: [State.PENDING],
    State.EXPIRED: [State.PENDING],
    State.CANCELLED: [State.PENDING],
}
# How long an order waits for its money where the provider does not say otherwise.
PAYABLE = dt.timedelta(minutes=30)
TRIES = 20


def move(order: Order, state: str, **columns) -> bool:
    """Changes the state if the table of transitions allows it from where the order is at this moment."""
    columns |= {"state": state, "settled_at": timezone.now()}
    moved = Order.objects.filter(pk=order.pk, state__in=BEFORE[state]).update(**columns)
    if moved:
        for name, value in columns.items():
            setattr(order, name, value)
    return bool(moved)


def open_order(user, price: Price, provider: str, *, purpose=Order.Purpose.SELF, **fields) -> Order:
    """An order at today's price. For oneself, one is pending at a time by plan: the same is returned again, by
    whatever means of payment it was begun. Raises ``Refused`` for a plan that is not for sale to this person."""
    plan = price.plan
    if not plan.is_active or not (price.amount or plan.is_trial):
        raise Refused(_("This subscription is no longer for sale."))
    if plan.is_for_institutions != (purpose == Order.Purpose.SEATS):
        raise Refused(_("This subscription is reserved to institutions."))
    if plan.is_trial and Subscription.objects.filter(user=user, source=Subscription.Source.TRIAL).exists():
        raise Refused(_("You have had your trial already."))
    for _try in range(TRIES):
        close_unanswered(user, plan)
        try:
            return write_order(user, price, provider, purpose=purpose, **fields)
        except IntegrityError:
            open_ = Order.objects.filter(user=user, plan=plan, purpose=Order.Purpose.SELF, state=State.PENDING).first()
            if open_:
                return open_
    raise Refused(_("Too much is happening to this subscription at once. Try again in a moment."))


def open_renewal(order: Order) -> Order | None:
    """The order of the next period, to be charged without its buyer: once by order, at today's price. None where that
    is not what the buyer agreed to (it costs more now, or is no longer for sale) or the buyer is paying by hand. It is
    charged as its provider is asked about others, so it is due for that at once."""
    price = Price.objects.for_sale().filter(plan=order.plan, zone=order.zone).first()
    if price is None or price.amount * order.seats > order.amount or price.zone.currency != order.currency:
        return None
    close_unanswered(order.user, order.plan)
    same = {"purpose": order.purpose, "institution": order.institution, "seats": order.seats, "renews": True}
    try:
        return write_order(order.user, price, order.provider, **same, renewal_of=order, next_check_at=timezone.now())
    except IntegrityError:
        return None


@transaction.atomic
def write_order(user, price: Price, provider: str, *, seats=1, **fields) -> Order:
    plan = price.plan
    return Order.objects.create(
        user=user,
        buyer_name=user.name,
        buyer_email=user.email,
        plan=plan,
        zone=price.zone,
        plan_name=plan.name,
        period=plan.period,
        grace_days=plan.grace_days,
        seats=seats,
        amount=price.amount * seats,
        currency=price.zone.currency,
        provider=provider,
        expires_at=timezone.now() + PAYABLE,
        **fields,
    )


def close_unanswered(user, plan):
    """Pending orders of the plan whose time to pay is over, or whose money was not what was ordered, make way for a
    new one. Their provider is still asked, and money that comes for them is not lost."""
    is_over = Q(expires_at__lte=timezone.now()) | Exists(Payment.objects.filter(order=OuterRef("pk")))
    over = Order.objects.filter(is_over, user=user, plan=plan, state=State.PENDING)
    over.update(state=State.EXPIRED, settled_at=timezone.now())


def give_up(order: Order) -> bool:
    """The buyer no longer wants it. Money that comes for it all the same is booked, and buys unless the account has
    been deleted meanwhile."""
    return move(order, State.CANCELLED)


@transaction.atomic
def fail(order: Order, **columns) -> bool:
    """Its provider has refused. Of an order that nobody looks at, as they have agreed to be charged, the buyer is
    told."""
    failed = move(order, State.FAILED, **columns)
    if failed and order.renewal_of_id:
        notices.tell_renewal_failed(order)
    return failed


@transaction.atomic
def settle(order: Order, truth: Truth) -> Order:
    """Makes the ledger agree with what the provider of the order says of it, however often it is said."""
    take_turn(order.user_id)
    order.refresh_from_db()
    if truth.state in {TruthState.PAID, TruthState.REFUNDED}:
        payment, is_new = book(order, truth)
        if is_new:
            fulfil(order, payment, truth)
        if truth.state == TruthState.REFUNDED:
            book_refund(payment, truth)
            order.refresh_from_db()
    elif truth.state == TruthState.FAILED:
        fail(order)
    elif truth.state == TruthState.EXPIRED:
        move(order, State.EXPIRED)
    return order


def book(order: Order | None, truth: Truth, *, by=None, provider="") -> tuple[Payment, bool]:
    """The payment of which the provider speaks, and whether it is new. A payment is written down once."""
    known = {"provider": provider or order.provider, "external_id": truth.external_id}
    for _try in range(TRIES):
        payment = Payment.objects.filter(**known).first()
        if payment:
            return payment, False
        try:
            with transaction.atomic():
                return Payment.objects.create(
                    **known,
                    order=order,
                    amount=truth.amount,
                    currency=truth.currency,
                    received_at=truth.paid_at or timezone.now(),
                    recorded_by=by,
                    receipt=next_number(Payment),
                ), True
        except IntegrityError:
            continue
    raise Refused(_("Too many payments are being recorded at once. Try again in a moment."))


def book_stray(provider: str, truth: Truth, *, by=None) -> Payment:
    """Money for which the site has no order: recorded, and put on the office's list."""
    with transaction.atomic():
        payment, is_new = book(None, truth, by=by, provider=provider)
        if is_new:
            Discrepancy.objects.create(payment=payment, kind=Discrepancy.Kind.NO_ORDER)
        if truth.state == TruthState.REFUNDED:
            book_refund(payment, truth)
    return payment


def fulfil(order: Order, payment: Payment, truth: Truth):
    """Gives what was ordered if the payment is what was asked for, and no other order has bought the same meanwhile.
    Otherwise the money goes on the office's list."""
    if trouble := trouble_with(order, truth):
        Discrepancy.objects.create(payment=payment, kind=trouble)
    elif truth.is_all_back:
        return
    elif bought_otherwise(order):
        move(order, State.SURPLUS, next_check_at=None)
        note_duplicate(payment)
    elif move(order, State.PAID, next_check_at=None):
        hand_over(order)
        notices.tell_paid(payment)
    else:
        note_duplicate(payment)


def note_duplicate(payment: Payment):
    Discrepancy.objects.create(payment=payment, kind=Discrepancy.Kind.DUPLICATE)
    notices.tell_paid_twice(payment)


def trouble_with(order: Order, truth: Truth) -> str:
    """The kind of discrepancy between what was ordered and what was paid, empty where there is none."""
    kinds = Discrepancy.Kind
    if not truth.is_for_us:
        return kinds.RECIPIENT
    if User.objects.filter(pk=order.user_id, erased_at__isnull=False).exists():
        return kinds.GONE
    if truth.order_key and truth.order_key != order.key:
        return kinds.ORDER
    if truth.currency != order.currency:
        return kinds.CURRENCY
    return "" if truth.amount == order.amount else kinds.AMOUNT


def bought_otherwise(order: Order) -> bool:
    """Whether the buyer has bought the same with another order while the money of this one was on its way: with a
    later one after this was closed unpaid, or with an earlier one whose money came after this was opened. So of two
    such payments one buys, whichever is heard of first."""
    if order.purpose != Order.Purpose.SELF:
        return False
    later = Q(pk__gt=order.pk)
    earlier = Q(pk__lt=order.pk, settled_at__gt=order.created_at)
    others = Order.objects.filter(user=order.user, plan=order.plan, purpose=order.purpose, state=State.PAID)
    return others.filter(later | earlier).exists()


@transaction.atomic
def take_free(order: Order) -> bool:
    """Hands over at once what costs nothing. Raises ``Refused`` for a second trial."""
    if order.amount or not move(order, State.PAID, next_check_at=None):
        return False
    try:
        hand_over(order)
    except IntegrityError as error:
        raise Refused(_("You have had your trial already.")) from error
    return True


@transaction.atomic
def ask_refund(payment: Payment, *, amount: int, reason: str, by) -> Refund:
    """Promises money of a payment back. All of it ends what it bought at once, a part does not. Who sends the money
    calls ``refund_done`` or ``refund_failed``. Raises ``Refused``."""
    if not payment.is_ours:
        raise Refused(_("This money went to another account than ours: there is nothing to send back."))
    if not 0 < amount <= payment.amount:
        raise Refused(_("A refund cannot be more than the payment, nor nothing."))
    refund = write_refund(payment, amount=amount, reason=reason, by=by)
    if refund is None:
        raise Refused(_("This payment has a refund already."))
    record(gettext_noop("Refund asked for"), payment, by=by, detail=f"{refund.amount_in_words} · {reason}")
    return refund


def book_refund(payment: Payment, truth: Truth):
    """A refund that the provider tells of, whoever made it. If more went back than was known, that is written down."""
    amount = payment.amount if truth.is_all_back else truth.refunded
    refund = write_refund(payment, amount=amount, reason=_("Refunded by the provider"))
    if refund is None:
        refund = payment.refund
        if Refund.objects.filter(pk=refund.pk, amount__lt=amount).update(amount=amount) and amount == payment.amount:
            take_back(payment, refund)
    refund_done(refund, truth.refund_id)


def write_refund(payment: Payment, **fields) -> Refund | None:
    """None where the payment has one. The whole amount back ends what was bought."""
    for _try in range(TRIES):
        if Refund.objects.filter(payment=payment).exists():
            return None
        try:
            with transaction.atomic():
                refund = Refund.objects.create(payment=payment, receipt=next_number(Refund), **fields)
                break
        except IntegrityError:
            continue
    else:
        raise Refused(_("Too many payments are being recorded at once. Try again in a moment."))
    Discrepancy.objects.filter(payment=payment, resolved_at=None).update(
        resolved_at=timezone.now(), resolved_by=fields.get("by"), resolution=_("Refunded")
    )
    if refund.amount == payment.amount:
        take_back(payment, refund)
    return refund


def take_back(payment: Payment, refund: Refund):
    """Ends what the payment bought, be it that the office gave it afterwards. Money that bought nothing, as of a
    second payment, takes nothing with it."""
    discrepancy = Discrepancy.objects.filter(payment=payment).first()
    given_for_it = discrepancy.order_id if discrepancy else None
    order = Order.objects.filter(pk=given_for_it or payment.order_id).first()
    if order is None or (discrepancy and not given_for_it and order.state == State.PAID):
        return
    if move(order, State.REFUNDED, next_check_at=None):
        undo(order, reason=refund.reason, by=refund.by)


@transaction.atomic
def refund_done(refund: Refund, external_id: str = "") -> bool:
    open_ = Refund.objects.filter(pk=refund.pk).exclude(state=Refund.State.DONE)
    if not open_.update(state=Refund.State.DONE, external_id=external_id, error="", settled_at=timezone.now()):
        return False
    if refund.payment.is_ours:
        notices.tell_refunded(refund)
    return True


def refund_failed(refund: Refund, error: str) -> bool:
    asked = Refund.objects.filter(pk=refund.pk, state=Refund.State.ASKED)
    return bool(asked.update(state=Refund.State.FAILED, error=error[:250]))


def resolve(discrepancy: Discrepancy, *, by, resolution: str) -> bool:
    """Takes money off the office's list with a sentence that says what was done."""
    still = Discrepancy.objects.filter(pk=discrepancy.pk, resolved_at=None)
    return bool(still.update(resolved_at=timezone.now(), resolved_by=by, resolution=resolution[:250]))


def next_number(model) -> str:
    """The next number of a year's receipts or credit notes. Two writers may be told the same: the unique constraint
    lets one have it, the other asks again."""
    prefix = f"{'A-' if model is Refund else ''}{timezone.localdate():%Y}-"
    last = model.objects.filter(receipt__startswith=prefix).order_by("-receipt").values_list("receipt", flat=True)
    taken = last.first()
    return f"{prefix}{int(taken.removeprefix(prefix)) + 1 if taken else 1:06}"
