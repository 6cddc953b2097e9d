"""Scratch codes: batches are made and cancelled, codes are used, agents bring money. Nothing in clear is kept."""

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.turns import take_turn
from journal.recording import record
from web.dates import date_words
from web.digests import digest, known_digests

from .codes import GROUP, meant, new_code, read
from .granting import extend
from .models import Agent, AgentSettlement, Payment, Price, Subscription, Voucher, VoucherBatch
from .money import format_price
from .office import OFFICE, SAME_SALE
from .receipt_numbers import one_spelling
from .refusals import AlreadyTheirs, Refused

PURPOSE = "voucher"


@transaction.atomic
def make_batch(batch: VoucherBatch, price: Price, *, by) -> list[str]:
    """Writes the batch with what ``price`` is at this moment, and returns its codes, which nobody can read again."""
    plan, zone = price.plan, price.zone
    batch.plan, batch.zone = plan, zone
    batch.plan_name, batch.period, batch.grace_days = plan.name, plan.period, plan.grace_days
    batch.amount, batch.currency = price.amount, zone.currency
    batch.commission, batch.made_by = batch.agent.commission, by
    batch.save(force_insert=True)
    codes = [new_code() for _number in range(batch.size)]
    Voucher.objects.bulk_create(
        [Voucher(batch=batch, digest=digest(PURPOSE, code), tail=code[-GROUP:]) for code in codes], batch_size=200
    )
    record(gettext_noop("Batch of codes made"), batch, by=by, detail=f"{batch.size} × {batch.amount_in_words}")
    return codes


@transaction.atomic
def cancel_batch(batch: VoucherBatch, *, reason: str, by) -> bool:
    """Its codes that nobody has used are refused from now on. False where it has been cancelled already."""
    there = VoucherBatch.objects.filter(pk=batch.pk, cancelled_at=None)
    if not there.update(cancelled_at=timezone.now(), cancelled_by=by, cancel_reason=reason[:250]):
        return False
    record(gettext_noop("Batch of codes cancelled"), batch, by=by, detail=reason)
    return True


@transaction.atomic
def redeem(user, typed: str) -> Subscription:
    """A period for the person who has the code. Of many who use one code at once, one gets it. Raises ``Refused``."""
    code = meant(typed)
    take_turn(user.pk)
    found = find(code).select_related("batch__plan", "subscription__revocation").first()
    if found is None:
        raise Refused(_("We do not know this code. Check each character on the card."))
    if found.redeemed_by_id == user.pk:
        raise AlreadyTheirs(found.subscription)
    refuse_unusable(found)
    if not Voucher.objects.filter(pk=found.pk, redeemed_at=None).update(redeemed_at=timezone.now(), redeemed_by=user):
        raise Refused(_("This code has been used already."))
    batch = found.batch
    period = extend(
        {"user": user},
        batch.plan,
        period=batch.period,
        grace_days=batch.grace_days,
        plan_name=batch.plan_name,
        source=Subscription.Source.VOUCHER,
        note=_("Code ending in {tail}").format(tail=found.tail),
    )
    Voucher.objects.filter(pk=found.pk).update(subscription=period)
    return period


@transaction.atomic
def used_by(user, typed: str) -> Subscription | None:
    """What the code has given this very person, once whatever they are entering at this moment is done."""
    code = read(typed)
    if code is None:
        return None
    take_turn(user.pk)
    used = find(code).filter(redeemed_by=user).select_related("subscription__revocation").first()
    return used.subscription if used else None


def find(code: str):
    return Voucher.objects.filter(digest__in=known_digests(PURPOSE, code))


def refuse_unusable(voucher: Voucher):
    batch = voucher.batch
    if voucher.redeemed_at:
        raise Refused(_("This code has been used already."))
    if batch.cancelled_at:
        raise Refused(_("This code was cancelled by the newspaper. Take it back to where you bought it."))
    if batch.expires_on < timezone.localdate(timezone=timezone.get_default_timezone()):
        raise Refused(_("This code could be used until {day}.").format(day=date_words(batch.expires_on)))


@transaction.atomic
def bring(agent: Agent, *, amount: int, currency: str, receipt_number: str, by) -> AgentSettlement:
    """Money that the agent brings to the counter, under the number of its paper receipt: once. With a minus, at most
    what the agent has brought. Raises ``Refused``."""
    number = one_spelling(receipt_number)
    # One after the other for an agent: what may be taken back hangs on what was brought.
    Agent.objects.select_for_update().get(pk=agent.pk)
    if known := AgentSettlement.objects.filter(receipt_number=number).first():
        is_same = (known.agent, known.amount, known.currency) == (agent, amount, currency)
        if is_same and known.recorded_by_id == by.pk and known.received_at > timezone.now() - SAME_SALE:
            return known
        raise Refused(_("This receipt number is used already."))
    if Payment.objects.filter(provider=OFFICE, external_id=number).exists():
        raise Refused(_("This receipt number is used already."))
    refuse_more_than_brought(agent, amount, currency)
    facts = {"agent": agent, "amount": amount, "currency": currency, "receipt_number": number, "recorded_by": by}
    try:
        with transaction.atomic():
            brought = AgentSettlement.objects.create(**facts)
    except IntegrityError:
        raise Refused(_("This receipt number is used already.")) from None
    detail = f"{brought.amount_in_words} · {number}"
    record(gettext_noop("Money of an agent received"), agent, by=by, detail=detail)
    return brought


def refuse_more_than_brought(agent: Agent, amount: int, currency: str):
    rows = AgentSettlement.objects.filter(agent=agent, currency=currency)
    brought = rows.aggregate(total=Sum("amount"))["total"] or 0
    if -amount > max(brought, 0):
        sentence = _("{agent} has brought {amount}: a minus takes back no more than that.")
        raise Refused(sentence.format(agent=agent, amount=format_price(max(brought, 0), currency)))
