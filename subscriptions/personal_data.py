"""What the ledger holds of a person. Payments stay, as the law on accounts asks, with the buyer's name on the receipt;
``forget_old_buyers`` takes the name out once that time is over."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from . import billing, renewing
from .granting import revoke
from .means import label_of
from .models import Gift, Institution, Notice, Order, Payment, ProviderEvent, Seat, Subscription, Voucher
from .seat_numbers import close_ranks

NOBODY = {"buyer_name": "", "buyer_email": ""}
# Rows that say who of the office has done something.
DEEDS = (
    "subscriptions.AgentSettlement.recorded_by",
    "subscriptions.Discrepancy.resolved_by",
    "subscriptions.Payment.recorded_by",
    "subscriptions.Refund.by",
    "subscriptions.Revocation.by",
    "subscriptions.Subscription.given_by",
    "subscriptions.VoucherBatch.cancelled_by",
    "subscriptions.VoucherBatch.made_by",
)


def orders(user) -> list:
    names = ("key", "plan_name", "amount_in_words", "state", "created_at", "buyer_name", "buyer_email", "renews")
    return [_row(order, *names) for order in Order.objects.filter(user=user).order_by("pk")]


def payments(user) -> list:
    rows = Payment.objects.filter(order__user=user).select_related("refund").order_by("pk")
    return [_payment(row) for row in rows]


def _payment(row):
    found = _row(row, "receipt", "amount_in_words", "external_id")
    found[gettext("Means of payment")] = label_of(row.provider)
    found[gettext("Received on")] = row.received_at.isoformat()
    if refund := getattr(row, "refund", None):
        found[pgettext("payment", "Refund")] = _row(refund, "receipt", "amount_in_words", "state", "created_at")
    return found


def _row(row, *names):
    """An amount in words stands for the number and its currency."""
    fields = [name for name in names if name != "amount_in_words"]
    return described(row, *fields) | {gettext("Amount"): row.amount_in_words}


def periods(user) -> list:
    rows = Subscription.objects.filter(user=user).select_related("plan", "revocation").order_by("pk")
    return [
        {gettext("Plan"): row.sold_as}
        | described(row, "source", "starts_at", "ends_at")
        | {gettext("Ended early"): revoked.at.isoformat() if (revoked := getattr(row, "revocation", None)) else None}
        for row in rows
    ]


def seats(user) -> list:
    rows = Seat.objects.filter(user=user).select_related("institution").order_by("pk")
    return [
        {gettext("Institution"): row.institution.name} | described(row, "email", "invited_at", "taken_at", "freed_at")
        for row in rows
    ]


def vouchers(user) -> list:
    return [described(row, "tail", "redeemed_at") for row in Voucher.objects.filter(redeemed_by=user).order_by("pk")]


def gifts(user) -> list:
    """Those given, with whom they were for, and those received, without who gave them."""
    given = Gift.objects.filter(order__user=user).order_by("pk")
    received = Gift.objects.filter(redeemed_by=user).exclude(order__user=user).order_by("pk")
    return [
        *(described(row, "recipient", "giver", "message", "deliver_on", "redeemed_at") for row in given),
        *(described(row, "redeemed_at") for row in received),
    ]


def forget_gifts(user, addresses):
    """Who receives a gift keeps it. One for an address that has gone is for its buyer to hand over."""
    Gift.objects.filter(order__user=user).update(giver="")
    Gift.objects.filter(recipient__in=addresses).update(recipient="")


def letters(user) -> list:
    return [described(row, "kind", "written_at") for row in Notice.objects.filter(user=user).order_by("pk")]


def end_all(user, addresses):
    """Periods that run or wait, without a refund; an order under way is given up and no provider charges again."""
    for order in Order.objects.filter(user=user, state=Order.State.PENDING):
        billing.give_up(order)
    renewing.stop(user)
    now = timezone.now()
    for period in Subscription.objects.standing(now).filter(user=user, grace_ends_at__gt=now).select_related("user"):
        revoke(period, reason=gettext("Account deleted"), at=now)
    unpaid = ~Exists(Payment.objects.filter(order=OuterRef("pk")))
    Order.objects.filter(unpaid, user=user).update(**NOBODY)


def free_seats(user, addresses):
    theirs = Seat.objects.filter(user=user, freed_at=None)
    institutions = list(Institution.objects.filter(seats__in=theirs))
    theirs.update(freed_at=timezone.now())
    for institution in institutions:
        close_ranks(institution)
    Seat.objects.filter(user=user).update(email="")


def forget_old_buyers(at=None) -> int:
    """Takes the buyer out of orders whose payments the law no longer asks for, and empties what providers sent then.
    Returns the number of orders."""
    first_kept = timezone.localtime(at).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    first_kept = first_kept.replace(year=first_kept.year - settings.BUYER_DATA_YEARS)
    later = Exists(Payment.objects.filter(order=OuterRef("pk"), received_at__gte=first_kept))
    old = Order.objects.filter(~later, created_at__lt=first_kept).exclude(**NOBODY)
    ProviderEvent.objects.filter(received_at__lt=first_kept).exclude(body="").update(body="")
    return old.update(**NOBODY)


def _kept_payments() -> str:
    years = settings.BUYER_DATA_YEARS
    return ngettext(
        "What you have paid, with the name and address on your receipts, until %(years)d year is over: the law on "
        "accounts asks for it.",
        "What you have paid, with the name and address on your receipts, for %(years)d years after the year of the "
        "payment: the law on accounts asks for it.",
        years,
    ) % {"years": years}


HOLDINGS = [
    Holding(
        _("Orders"),
        ("subscriptions.Order.user", "subscriptions.Order.buyer_email"),
        orders,
        end_all,
        stays=lazy(_kept_payments, str)(),
        has=lambda user: Payment.objects.filter(order__user=user).exists(),
    ),
    Holding(
        _("Orders that await their payment"),
        (),
        goes=_(
            "Your order that is not paid yet: it is given up. Should you pay it all the same, we send the money back."
        ),
        has=lambda user: Order.objects.filter(user=user, state=Order.State.PENDING).exists(),
    ),
    Holding(_("Payments"), DEEDS, payments),
    Holding(
        _("Subscriptions"),
        ("subscriptions.Subscription.user",),
        periods,
        goes=_("Your subscription: it ends at once, without a refund, and nothing is charged again."),
        has=lambda user: Subscription.objects.standing().filter(user=user, grace_ends_at__gt=timezone.now()).exists(),
    ),
    Holding(_("Scratch codes"), ("subscriptions.Voucher.redeemed_by",), vouchers),
    Holding(_("Gifts"), ("subscriptions.Gift.recipient", "subscriptions.Gift.redeemed_by"), gifts, forget_gifts),
    Holding(_("Letters"), ("subscriptions.Notice.user", "subscriptions.ReminderChoice.user"), letters),
    Holding(
        _("Seats of institutions"),
        (
            "subscriptions.Seat.user",
            "subscriptions.Seat.email",
            "subscriptions.Institution_managers.user",
            "subscriptions.Institution.managers",
        ),
        seats,
        free_seats,
        goes=_("Your seat in the subscription of an institution; whoever manages it can give it to somebody else."),
        has=lambda user: (
            Seat.objects.filter(Q(user=user, freed_at=None)).exists()
            or Institution.objects.filter(managers=user).exists()
        ),
    ),
]
