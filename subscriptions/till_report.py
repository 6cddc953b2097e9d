"""The till of a day: cash that came and went over the counter, by person and currency. No sum over two currencies."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from .models import AgentSettlement, Payment, Refund
from .money import format_price
from .office import OFFICE


@dataclass(frozen=True)
class Movement:
    """``amount`` is negative for what was handed back. ``person`` of the office took or gave it, ``who`` paid."""

    at: dt.datetime
    kind: str
    amount: int
    currency: str
    number: str
    person: str
    who: str
    what: str

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.currency)


@dataclass
class Total:
    person: str
    currency: str
    received: int = 0
    refunded: int = 0

    @property
    def received_in_words(self):
        return format_price(self.received, self.currency)

    @property
    def refunded_in_words(self):
        return format_price(self.refunded, self.currency)

    @property
    def balance_in_words(self):
        return format_price(self.received - self.refunded, self.currency)


def movements(day: dt.date) -> list[Movement]:
    """In the order in which they were; three queries. The day is the newspaper's."""
    zone = timezone.get_default_timezone()
    begins = dt.datetime.combine(day, dt.time(), tzinfo=zone)
    span = (begins, dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), tzinfo=zone))
    return sorted([*_sales(*span), *_refunds(*span), *_settlements(*span)], key=lambda one: one.at)


def _sales(begins, ends):
    rows = Payment.objects.ours().filter(provider=OFFICE, received_at__gte=begins, received_at__lt=ends)
    for row in rows.select_related("order__user", "recorded_by"):
        who = str(row.order.user) if row.order else ""
        plan = row.order.plan_name if row.order else ""
        yield Movement(
            row.received_at, "sale", row.amount, row.currency, row.external_id, _name(row.recorded_by), who, plan
        )


def _refunds(begins, ends):
    rows = Refund.objects.ours().filter(payment__provider=OFFICE, state=Refund.State.DONE, settled_at__gte=begins)
    for row in rows.filter(settled_at__lt=ends).select_related("payment__order__user", "by"):
        who = str(row.payment.order.user) if row.payment.order else ""
        yield Movement(
            row.settled_at,
            "refund",
            -row.amount,
            row.payment.currency,
            row.payment.external_id,
            _name(row.by),
            who,
            row.reason,
        )


def _settlements(begins, ends):
    rows = AgentSettlement.objects.filter(received_at__gte=begins, received_at__lt=ends)
    for row in rows.select_related("agent", "recorded_by"):
        yield Movement(
            row.received_at,
            "agent",
            row.amount,
            row.currency,
            row.receipt_number,
            _name(row.recorded_by),
            str(row.agent),
            "",
        )


def _name(person) -> str:
    return str(person) if person else ""


def totals(rows) -> list[Total]:
    """By person and currency, and for each currency all persons together, with an empty name."""
    found = defaultdict(dict)
    for row in rows:
        for person in (row.person, ""):
            total = found[row.currency].setdefault(person, Total(person, row.currency))
            if row.kind == "refund":
                total.refunded -= row.amount
            else:
                total.received += row.amount
    return [found[currency][person] for currency in sorted(found) for person in sorted(found[currency], key=_all_last)]


def _all_last(person):
    return (not person, person)
