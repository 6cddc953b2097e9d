"""What the letters to subscribers say, in the language that is active. ``subscriptions.notices`` writes them."""

from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .dates import end_in_words, instant_in_words, span_in_words
from .means import label_of
from .models import Order, Payment, Refund, Subscription
from .standing import price_to_renew


@dataclass(frozen=True)
class Letter:
    """``facts`` are lines of a label and a value; ``link`` is a label and an address of a page that changes nothing
    when it is opened."""

    subject: str
    lines: list[str]
    facts: list[tuple[str, str]] = field(default_factory=list)
    link: tuple[str, str] = ()
    note: str = ""

    @property
    def listed(self) -> list[str]:
        """The facts as lines of text."""
        return [_("{label}: {value}").format(label=label, value=value) for label, value in self.facts]


def on_site(name, *args) -> str:
    """The absolute address of a page; the host is the site's, never what a request claims."""
    return settings.SITE_URL + reverse(name, args=args)


def welcome(period: Subscription) -> Letter:
    return Letter(
        _("Welcome among our subscribers"),
        [
            _("Thank you for subscribing: it is what pays for our reporting."),
            _("You now read every article to the end, and you can take part in the contributions under them."),
        ],
        [(_("Subscription"), period.sold_as), (_("Until"), end_in_words(period.starts_at, period.ends_at))],
        (_("Your account says until when you are subscribed, and renews it in two taps:"), on_site("account")),
    )


def receipt(payment: Payment) -> Letter:
    return Letter(
        _("Receipt %(number)s") % {"number": payment.receipt},
        [_("We have received your payment. Here is your receipt.")],
        [(_("Receipt"), payment.receipt), *receipt_facts(payment)],
        (_("The receipt to print or to keep as PDF:"), on_site("receipt", payment.receipt)),
    )


def receipt_facts(payment: Payment) -> list[tuple[str, str]]:
    """The lines of a receipt, for the letter, the page and the paper: the period is the one that was sold, wherever it
    has moved since."""
    order = payment.order
    return [
        (_("Paid on"), instant_in_words(payment.received_at)),
        (_("Paid by"), f"{order.buyer_name} <{order.buyer_email}>" if order.buyer_name else order.buyer_email),
        *what_it_bought(payment),
        (_("Amount paid"), payment.amount_in_words),
        (_("Means of payment"), label_of(payment.provider)),
        (_("Reference of the payment"), payment.external_id),
    ]


def what_it_bought(payment: Payment) -> list[tuple[str, str]]:
    order = payment.bought
    if order is None:
        return [
            (pgettext("purchase", "Order"), payment.order.plan_name),
            (_("Subscription"), _("None: this amount has opened no subscription.")),
        ]
    facts = [(_("Subscription"), order.plan_name)]
    if period := Subscription.objects.filter(order=order, moved_from=None).first():
        facts.append((_("Period"), span_in_words(period.starts_at, period.ends_at)))
    if order.seats > 1:
        facts.append((_("Seats"), str(order.seats)))
    return facts


def renewal(period: Subscription) -> tuple[str, str]:
    """The link of a reminder: the page of the same plan where it is for sale, else of all."""
    price = price_to_renew(period)
    where = on_site("order_plan", price.plan.slug, price.zone.slug) if price else on_site("plans")
    return _("Renew:"), where


def switch_off() -> str:
    words = _("You can switch these reminders off in your account, under “Notifications”:")
    return f"{words} {on_site('account')}#notifications"


def ends_soon(period: Subscription, subject: str) -> Letter:
    return Letter(
        subject,
        [
            _("Your subscription runs until %(date)s.") % {"date": end_in_words(period.starts_at, period.ends_at)},
            _("If you renew it now, the new period begins where this one ends: you lose no day."),
        ],
        link=renewal(period),
        note=switch_off(),
    )


def has_ended(period: Subscription, *, in_grace: bool) -> Letter:
    lines = [_("Your subscription ended on %(date)s.") % {"date": end_in_words(period.starts_at, period.ends_at)}]
    if in_grace:
        until = end_in_words(period.starts_at, period.grace_ends_at)
        lines.append(
            _("You can still read until %(date)s. Renewed before, it goes on from its end.") % {"date": until}
        )
    else:
        lines.append(_("Your account and your contributions stay. Renew whenever you like."))
    return Letter(_("Your subscription has ended"), lines, link=renewal(period), note=switch_off())


def paid_twice(payment: Payment) -> Letter:
    return Letter(
        _("You have paid twice: we will refund you"),
        [
            _("We have received a second payment for a subscription that you had paid already."),
            _("It has bought nothing, and you need do nothing: our subscriptions office sends it back to you."),
        ],
        [
            (_("Amount to be refunded"), payment.amount_in_words),
            (_("Paid on"), instant_in_words(payment.received_at)),
            (_("Means of payment"), label_of(payment.provider)),
            (_("Reference of the payment"), payment.external_id),
        ],
    )


def refunded(refund: Refund) -> Letter:
    return Letter(
        _("Your refund of %(amount)s") % {"amount": refund.amount_in_words},
        [_("We have sent your money back by the means by which you paid. It can take a few days to reach you.")],
        [
            (_("Credit note"), refund.receipt),
            (_("Of the receipt"), refund.payment.receipt),
            (_("Amount refunded"), refund.amount_in_words),
            (_("Reason"), refund.reason),
        ],
        (_("Your receipts are in your account:"), on_site("subscription_history")),
    )


def renewal_failed(order: Order) -> Letter:
    return Letter(
        _("Your subscription could not be renewed"),
        [
            _("The automatic renewal of your subscription was refused. Nothing was charged."),
            _("You can renew it yourself, by the same means or by another."),
        ],
        [(_("Subscription"), order.plan_name), (_("Amount"), order.amount_in_words)],
        (_("Renew:"), on_site("order_plan", order.plan.slug, order.zone.slug)),
    )
