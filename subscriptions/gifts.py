"""Subscriptions that are given: ordered with a message and a day, sent as a code, redeemed once, taken back."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User, normalise_email
from accounts.turns import take_turn
from journal.recording import record
from web.digests import digest, known_digests

from . import codes
from .granting import extend
from .models import Gift, Order, Subscription
from .refusals import AlreadyTheirs, Refused

PURPOSE = "gift"


def pay(gift: Gift) -> None:
    """The order is paid. A gift whose day has come goes out at once."""
    Gift.objects.filter(pk=gift.pk).update(paid_at=timezone.now())
    gift.refresh_from_db()
    if Gift.objects.to_send(today()).filter(pk=gift.pk).exists():
        send(gift)


def send_due(at=None, limit=100) -> int:
    """Writes the mails of the gifts whose day has come; returns how many."""
    return sum(send(gift) for gift in Gift.objects.to_send(today(at)).select_related("order")[:limit])


def today(at=None):
    return timezone.localdate(at or timezone.now(), timezone.get_default_timezone())


@transaction.atomic
def send(gift: Gift) -> bool:
    """One mail to the recipient with a code of its own. Of several processes that try at once, one writes it."""
    if not Gift.objects.open().filter(pk=gift.pk, sent_at=None).update(sent_at=timezone.now()):
        return False
    context = {
        "user": User.objects.filter(email=normalise_email(gift.recipient)).first(),
        "gift": gift,
        "plan": gift.order.plan_name,
        "code": codes.shown(renew_code(gift)),
        "address": settings.SITE_URL + reverse("redeem_gift"),
    }
    get_adapter().send_mail("subscriptions/email/gift", gift.recipient, context)
    return True


@transaction.atomic
def renew_code(gift: Gift) -> str:
    """A code that is shown this once; the one before it opens nothing any more. Raises ``Refused``."""
    code = codes.new_code()
    if not Gift.objects.open().filter(pk=gift.pk).update(code_digest=digest(PURPOSE, code)):
        raise Refused(_("This gift has no code: it is not paid, it was redeemed, or it was taken back."))
    return code


@transaction.atomic
def redeem(user, typed: str) -> Subscription:
    """A period for the person who has the code, after the one that they have. Of many who use one code at once, one
    gets it. Raises ``Refused``."""
    code = codes.meant(typed)
    take_turn(user.pk)
    gift = find(code).select_related("order__plan").first()
    if gift is None:
        raise Refused(_("We do not know this code. Check each character."))
    if gift.redeemed_by_id == user.pk:
        raise AlreadyTheirs(gift.order.subscription)
    if not Gift.objects.open().filter(pk=gift.pk).update(redeemed_at=timezone.now(), redeemed_by=user):
        gift.refresh_from_db()
        raise Refused(
            _("This gift was taken back by its buyer.") if gift.cancelled_at else _("This code has been used already.")
        )
    order = gift.order
    period = extend(
        {"user": user},
        order.plan,
        period=order.period,
        grace_days=order.grace_days,
        plan_name=order.plan_name,
        order=order,
        source=Subscription.Source.GIFT,
    )
    record(gettext_noop("Gift redeemed"), gift, by=user)
    return period


@transaction.atomic
def used_by(user, typed: str) -> Subscription | None:
    """What the code has given this very person, once whatever they are entering at this moment is done."""
    code = codes.read(typed)
    if code is None:
        return None
    take_turn(user.pk)
    used = find(code).filter(redeemed_by=user).select_related("order").first()
    return used.order.subscription if used else None


def find(code: str):
    return Gift.objects.filter(code_digest__in=known_digests(PURPOSE, code))


def cancel(gift: Gift) -> bool:
    """Its money goes back: its code opens nothing. False where it was redeemed before."""
    waiting = Gift.objects.filter(pk=gift.pk, redeemed_at=None, cancelled_at=None)
    return bool(waiting.update(cancelled_at=timezone.now()))


def describe(order: Order, *, recipient="", giver="", message="", deliver_on=None) -> Gift:
    """The words that go with a gift's order, written in the transaction of the order."""
    return Gift.objects.create(
        order=order,
        recipient=normalise_email(recipient),
        giver=giver,
        message=" ".join(message.split()),
        deliver_on=deliver_on or today(),
    )
