"""Where somebody stands: subscriber until when, in grace, by whose seat; and with which price one goes on."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from web.dates import date_words

from .dates import end_in_words
from .models import Order, Price, Subscription

# The newest periods of a person; what was before them says nothing of today.
LOOKED_AT = 60


class Kind(StrEnum):
    ACTIVE = "active"
    GRACE = "grace"
    UPCOMING = "upcoming"
    ENDED = "ended"
    NONE = "none"


@dataclass(frozen=True)
class Standing:
    """``period`` is the last of the chain of one's own periods, from which a renewal goes on; ``ends_at`` its end."""

    kind: Kind
    words: str
    period: Subscription | None = None
    ends_at: dt.datetime | None = None
    seats: list[str] = field(default_factory=list)

    @property
    def is_reading(self) -> bool:
        return self.kind in {Kind.ACTIVE, Kind.GRACE} or bool(self.seats)

    @property
    def sentences(self) -> list[str]:
        """What the person is told. Who reads by a seat is not told of having nothing."""
        own = [] if self.kind == Kind.NONE and self.seats else [self.words]
        return own + self.seats


def standing_of(user, at=None) -> Standing:
    """At the cost of one query."""
    at = at or timezone.now()
    related = ("plan", "institution", "revocation", "order__zone")
    periods = list(Subscription.objects.of(user).select_related(*related).order_by("-ends_at", "-pk")[:LOOKED_AT])
    own = [period for period in periods if period.user_id == user.pk]
    seats = seats_in_words([period for period in periods if period.user_id is None], at)
    for read in (read_active, read_grace, read_upcoming, read_ended):
        if found := read(own, at):
            kind, words, period = found
            return Standing(kind, words, period, real_end(period), seats)
    return Standing(Kind.NONE, _("You have no subscription."), seats=seats)


def real_end(period: Subscription) -> dt.datetime:
    """When it ends or, if it was ended early, ended."""
    revocation = getattr(period, "revocation", None)
    return min(period.ends_at, revocation.at) if revocation else period.ends_at


def is_within(period, at) -> bool:
    return period.starts_at <= at < real_end(period)


def end_of_chain(periods, at) -> Subscription | None:
    """The last of the periods that follow each other without a gap from the one within which the instant lies."""
    chain = None
    for period in sorted(periods, key=lambda period: period.starts_at):
        holds = is_within(period, at) if chain is None else period.starts_at <= real_end(chain)
        if holds and (chain is None or real_end(period) > real_end(chain)):
            chain = period
    return chain


def read_active(own, at):
    last = end_of_chain(own, at)
    if last is None:
        return None
    end = end_in_words(last.starts_at, real_end(last))
    sentences = {
        Subscription.Source.TRIAL: _("Trial subscription until %(date)s."),
        Subscription.Source.GIFT: _("Subscriber until %(date)s, by a gift."),
    }
    return Kind.ACTIVE, sentences.get(last.source, _("Subscriber until %(date)s.")) % {"date": end}, last


def read_grace(own, at):
    """Nothing of grace is left of a period that was ended early."""
    left = [period for period in own if not hasattr(period, "revocation") and period.ends_at <= at]
    last = max((period for period in left if period.grace_ends_at > at), key=lambda each: each.ends_at, default=None)
    if last is None:
        return None
    words = _("Your subscription ended on %(end)s. You can still read until %(grace)s.") % {
        "end": end_in_words(last.starts_at, last.ends_at),
        "grace": end_in_words(last.starts_at, last.grace_ends_at),
    }
    return Kind.GRACE, words, last


def read_upcoming(own, at):
    coming = [period for period in own if period.starts_at > at and real_end(period) > period.starts_at]
    first = min(coming, key=lambda period: period.starts_at, default=None)
    if first is None:
        return None
    words = _("Your subscription begins on %(date)s.") % {"date": date_words(first.starts_at)}
    return Kind.UPCOMING, words, max(coming, key=real_end)


def read_ended(own, at):
    last = max((period for period in own if real_end(period) <= at), key=real_end, default=None)
    if last is None:
        return None
    words = _("Your subscription ended on %(date)s.") % {"date": end_in_words(last.starts_at, real_end(last))}
    return Kind.ENDED, words, last


def seats_in_words(periods, at) -> list[str]:
    """One sentence for each institution by whose seat the person reads."""
    by_institution = {}
    for period in periods:
        by_institution.setdefault(period.institution, []).append(period)
    sentences = []
    for institution, theirs in by_institution.items():
        if last := end_of_chain(theirs, at):
            end = end_in_words(last.starts_at, real_end(last))
            values = {"institution": institution.name, "date": end}
            sentences.append(_("You read with a seat of %(institution)s, until %(date)s.") % values)
    return sentences


def renews_itself(standing: Standing) -> bool:
    """Whether its buyer is charged again at the end of it."""
    order = standing.period.order if standing.period else None
    return standing.kind == Kind.ACTIVE and bool(order and order.renews)


def price_to_renew(period: Subscription | None) -> Price | None:
    """What the plan that was bought last (else that of ``period``, the last one) costs today in the zone in which it
    was bought; None where it is not for sale to readers any more. Three queries at most."""
    if period is None or period.user_id is None:
        return None
    period = bought_last(period)
    plan = period.plan
    if not plan.is_active or plan.is_for_institutions or plan.is_trial:
        return None
    prices = list(plan.prices.for_sale())
    zone = period.order.zone_id if period.order else None
    return next((price for price in prices if price.zone_id == zone), prices[0] if prices else None)


def bought_last(period: Subscription) -> Subscription:
    """A day of a scratch card or a gift does not say what its person buys."""
    if period.source == Subscription.Source.PURCHASE:
        return period
    bought = Subscription.objects.filter(user_id=period.user_id, source=Subscription.Source.PURCHASE)
    return bought.select_related("plan", "order").order_by("-ends_at", "-pk").first() or period


def pending_order(user, plan) -> Order | None:
    """The order for oneself whose money may still come: no second one is offered meanwhile. Of one that has never got
    its payment page, none comes; of one that was paid wrongly, the office decides."""
    pending = Order.objects.filter(user=user, plan=plan, purpose=Order.Purpose.SELF, state=Order.State.PENDING)
    may_be_paid = ~Q(payment_url="") | Q(renewal_of__isnull=False)
    return pending.filter(may_be_paid, expires_at__gt=timezone.now(), payments=None).first()
