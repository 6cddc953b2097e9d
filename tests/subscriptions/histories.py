"""Random histories of orders, payments, refunds and calls, and what they must have led to, reckoned anew from the rows
of the ledger without any code of the site.

A history is drawn from its seed alone: the same seed is the same history."""

import calendar
import datetime as dt
import random

import time_machine
from django.utils import timezone

from accounts.models import User
from subscriptions import billing, callbacks, paying, reconciling
from subscriptions.access import is_subscriber
from subscriptions.models import Order, Payment, ProviderEvent, Subscription
from subscriptions.providers.base import Call, Truth, TruthState
from tests.subscriptions.doubles import Double

BEGIN = dt.datetime(2027, 1, 10, 9, tzinfo=dt.UTC)
PAYABLE = dt.timedelta(minutes=30)
PENDING, PAID, REFUNDED = TruthState.PENDING, TruthState.PAID, TruthState.REFUNDED
# What may be wrong with money, and how often.
WRONGS = [
    ({}, 12),
    ({"amount": 7}, 1),
    ({"currency": "EUR"}, 1),
    ({"order_key": "ANOTHER"}, 1),
    ({"is_for_us": False}, 1),
]


class Bank(Double):
    """Knows the truth of every reference. Calls name a reference and say nothing else."""

    slug, label, currencies, can_refund = "sandbox", "Bank", frozenset({"XOF"}), True

    def __init__(self):
        self.truths, self.count = {}, 0

    def verify(self, body, headers, *, now):
        number, reference = body.decode().split()
        return Call(number, reference)

    def ask(self, order):
        return self.truths[order.reference]

    def find(self, reference):
        return self.truths.get(reference)

    def refund(self, refund):
        for reference, truth in self.truths.items():
            if truth.external_id == refund.payment.external_id:
                back = {"refunded": refund.amount, "refund_id": f"R-{refund.receipt}"}
                self.truths[reference] = Truth(**vars(truth) | back | {"state": REFUNDED})
        return f"R-{refund.receipt}"

    def take(self, reference, amount, currency, **wrong):
        """Money comes, once a reference."""
        if self.truths[reference].state in {PAID, REFUNDED}:
            return
        self.count += 1
        facts = {"amount": amount, "currency": currency, "external_id": f"P{self.count}-{reference}"} | wrong
        self.truths[reference] = Truth(PAID, paid_at=timezone.now(), **facts)

    def send_back(self, reference, part):
        truth = self.truths[reference]
        if truth.state == PAID:
            amount = max(1, int(truth.amount * part))
            self.truths[reference] = Truth(**vars(truth) | {"state": REFUNDED, "refunded": amount, "refund_id": "R"})

    def say(self, reference, state):
        if self.truths[reference].state not in {PAID, REFUNDED}:
            self.truths[reference] = Truth(state)


class History:
    """One person, some plans, and all that can happen."""

    def __init__(self, seed, bank, prices, clock):
        self.random = random.Random(seed)
        self.bank, self.prices, self.clock = bank, prices, clock
        self.user = User.objects.create(email=f"h{seed}@example.org")
        self.orders, self.calls, self.stale, self.number = [], [], [], 0

    def run(self):
        self.order()
        acts = [self.order, self.pay, self.pay, self.close, self.deliver, self.deliver, self.hear_late]
        acts += [self.send_back, self.send_back_earlier, self.promise_back, self.wait, self.give_up, self.order_again]
        for _step in range(self.random.choice([1, 2, 2, 3, 3, 4, 8])):
            self.breathe()
            self.random.choice(acts)()
        self.finish()

    def breathe(self):
        """Nothing happens at the same instant as another thing: instants tell the ledger what came first."""
        self.clock.shift(dt.timedelta(seconds=1))

    def prepare(self):
        """Three orders, all paid, of which nobody has heard; or one, of which the money has gone back too. (Who heard
        first of what at one instant is not told by the ledger, and would decide where a next period begins.)"""
        count = self.random.choice([1, 3])
        for _order in range(count):
            self.order()
            self.clock.shift(dt.timedelta(minutes=self.random.choice([1, 31])))
        for order in self.orders:
            self.stale.append((order, self.bank.ask(order)))
            self.bank.take(order.reference, order.amount, order.currency, order_key=order.key)
            self.stale.append((order, self.bank.ask(order)))
            if count == 1:
                self.bank.send_back(order.reference, 1)

    def everything_said(self):
        """(order, truth) of old answers and of the last ones."""
        said, self.stale = self.stale + [(order, self.bank.ask(order)) for order in self.orders], []
        return said

    def order(self, prices=None):
        self.kept(billing.open_order(self.user, self.random.choice(prices or self.prices), "sandbox"))

    def kept(self, order):
        if order not in self.orders:
            order.reference = f"S-{order.key}"
            Order.objects.filter(pk=order.pk).update(reference=order.reference)
            self.bank.truths[order.reference] = Truth(PENDING)
            self.orders.append(order)
        return order

    def order_again(self):
        """The time to pay is over, so the buyer orders the same anew; money may come for both."""
        before = self.any_order()
        self.clock.shift(PAYABLE * 1.1)
        self.order([price for price in self.prices if price.plan_id == before.plan_id])
        for order in self.random.sample([before, self.orders[-1]], 2):
            self.bank.take(order.reference, order.amount, order.currency, order_key=order.key)
            self.announce(order)

    def any_order(self):
        return self.random.choice(self.orders)

    def pay(self):
        order = self.any_order()
        wrong = self.random.choices([wrong for wrong, _ in WRONGS], [weight for _, weight in WRONGS])[0]
        facts = {"amount": order.amount, "currency": order.currency, "order_key": order.key} | wrong
        self.bank.take(order.reference, **facts)
        self.announce(order)

    def close(self):
        order = self.any_order()
        self.bank.say(order.reference, self.random.choice([TruthState.FAILED, TruthState.EXPIRED]))
        self.announce(order)

    def send_back(self):
        order = self.any_order()
        self.bank.send_back(order.reference, self.random.choice([1, 1, 0.4]))
        self.announce(order)

    def send_back_earlier(self):
        """Two are paid one after the other, and the money of the first goes back."""
        earlier = self.any_order()
        later = billing.open_order(self.user, self.random.choice(self.prices), "sandbox")
        for order in (earlier, self.kept(later)):
            self.bank.take(order.reference, order.amount, order.currency, order_key=order.key)
            self.breathe()
            paying.inquire(order)
        self.breathe()
        self.bank.send_back(earlier.reference, 1)
        self.announce(earlier)

    def promise_back(self):
        """The office does, and the money goes."""
        payment = Payment.objects.ours().filter(order__user=self.user, refund=None).first()
        if payment and self.bank.truths[f"S-{payment.order.key}"].state == PAID:
            amount = self.random.choice([payment.amount, max(1, payment.amount // 3)])
            refund = billing.ask_refund(payment, amount=amount, reason="A promise", by=None)
            billing.refund_done(refund, self.bank.refund(refund))

    def give_up(self):
        billing.give_up(self.any_order())

    def announce(self, order):
        """A call that may be lost, sent twice, and overtaken. Now and then an answer to a question is on its way
        already, and arrives after others."""
        fate = self.random.random()
        if fate > 0.25:
            self.number += 1
            self.calls += [(f"E{self.number}-{self.user.pk}", order)] * (2 if fate > 0.8 else 1)
        if fate < 0.15:
            self.stale.append((order, self.bank.ask(order)))

    def deliver(self):
        """A call of those on their way, not the oldest: kept and looked into, or asked for by the buyer's page."""
        if not self.calls:
            return
        number, order = self.calls.pop(self.random.randrange(len(self.calls)))
        if self.random.random() < 0.15:
            callbacks.receive(self.bank, f"{number} {order.reference}".encode(), {})
            for event in ProviderEvent.objects.filter(handled_at=None, event_id=number):
                reconciling.look_into(event)
        else:
            paying.inquire(order)

    def hear_late(self):
        if self.stale:
            billing.settle(*self.stale.pop(self.random.randrange(len(self.stale))))

    def wait(self):
        minutes = self.random.choice([1, 20, 31, 60 * 24, 60 * 24 * 3, 60 * 24 * 29, 60 * 24 * 32])
        self.clock.shift(dt.timedelta(minutes=minutes))

    def finish(self):
        """The reconciler's last word on each order, in any order; then what was on its way arrives."""
        for order in self.random.sample(self.orders, len(self.orders)):
            self.breathe()
            paying.inquire(order)
        while self.stale:
            self.breathe()
            self.hear_late()


def check(user, bank, orders, moment):
    """Compares what there is with what there must be."""
    payments = list(
        Payment.objects.filter(order__user=user).select_related("order", "refund", "discrepancy").order_by("pk")
    )
    mine = {f"S-{order.key}" for order in orders}
    taken = {
        truth.external_id: (truth.amount, truth.currency)
        for reference, truth in bank.truths.items()
        if reference in mine and truth.amount
    }
    assert {one.external_id: (one.amount, one.currency) for one in payments} == taken
    odd = {one.pk for one in payments if hasattr(one, "discrepancy")}
    rows = list(Subscription.objects.filter(user=user).select_related("revocation", "moved_to").order_by("pk"))
    written = expected_periods(payments, odd, {row.order_id: revoked_at(row) for row in rows})
    there = [
        (row.order_id, row.starts_at, row.grace_ends_at, revoked_at(row), hasattr(row, "moved_to")) for row in rows
    ]
    assert there == written, f"{there} instead of {written}"
    periods = [period for *period, has_moved in written if not has_moved]
    buying = [order_id for order_id, *_ in periods]
    assert len(buying) == len(set(buying))
    assert_none_bought_twice([one for one in payments if one.order_id in buying and one.pk not in odd], periods)
    for payment in payments:
        is_explained = payment.pk in odd or payment.order_id in buying or refund_of(payment)
        assert is_explained, f"{payment} bought nothing, and nobody is told"
    check_numbers(payments)
    at = moment + dt.timedelta(days=orders[0].pk % 40, minutes=1)
    is_held = any(start <= at < end and (not ended or ended > at) for _, start, end, ended in periods)
    assert is_subscriber(user, at) == is_held
    assert_nothing_waits_behind_a_hole(written, moment)
    states = dict(Order.objects.filter(user=user).values_list("pk", "state"))
    for order_id, _, _, ended in periods:
        assert states[order_id] == ("refunded" if ended else "paid")
    return set(states.values()) | {str(one.discrepancy.kind) for one in payments if one.pk in odd}


def assert_nothing_waits_behind_a_hole(written, at):
    """All that was bought here was bought without a gap, so whoever has something to come has something now."""
    standing = [(start, end) for _, start, end, ended, _ in written if not (ended and ended <= at)]
    if any(start > at for start, _end in standing):
        assert any(start <= at < end for start, end in standing), f"nothing holds at {at}: {standing}"


def assert_none_bought_twice(payments, periods):
    """Of two orders of one plan both buy only if the earlier was paid before the later was opened, or if what the one
    had bought was taken back before the money of the other was heard of."""
    ends = {order_id: ended for order_id, _, _, ended in periods}
    for one in payments:
        for other in payments:
            if one.order.plan_id == other.order.plan_id and one.order_id < other.order_id:
                first, second = sorted([one, other], key=lambda payment: payment.pk)
                was_over = ends[first.order_id] and ends[first.order_id] <= second.recorded_at
                assert one.recorded_at <= other.order.created_at or was_over, f"{one} and {other} bought the same"


def expected_periods(payments, odd, ends):
    """(order, from, until with grace, ended early at, has moved) of each row, by the payments in the order in which
    they were recorded: what is as ordered and stands on no list buys a period, unless all of it had gone back before;
    a whole refund ends it, and what follows moves up. ``ends`` are the early ends by order: of a refund that was a
    part at first, its row tells only that it is whole by now."""
    chain, deeds = [], []
    for number, payment in enumerate(payments):
        order, at, back = payment.order, payment.recorded_at, refund_of(payment)
        is_whole = back and back.amount == payment.amount
        if payment.pk in odd or (is_whole and back.created_at == at and order.pk not in ends):
            continue
        assert (payment.amount, payment.currency) == (order.amount, order.currency)
        deeds.append((at, number, 0, order))
        if is_whole:
            deeds.append((max(back.created_at, ends.get(order.pk) or back.created_at), number, 1, order))
    for at, _number, is_refund, order in sorted(deeds, key=lambda deed: deed[:3]):
        (taken_back if is_refund else bought)(chain, order, at)
    return [(one["order"], one["start"], one["end"] + one["grace"], one["ended"], one["has_moved"]) for one in chain]


def bought(chain, order, at):
    ahead = [one for one in chain if one["end"] + one["grace"] > at and not (one["ended"] and one["ended"] <= at)]
    last = max(ahead, key=lambda one: one["end"], default=None)
    start, anchor = (last["end"], last["anchor"]) if last else (at, at.day)
    end, anchor = reckon(start, order.period, anchor)
    if end <= at:
        start, (end, anchor) = at, reckon(at, order.period, at.day)
    grace = dt.timedelta(days=order.grace_days)
    dates = {"start": start, "end": end, "grace": grace, "anchor": anchor}
    chain.append({"order": order.pk, "ended": None, "has_moved": False} | dates)


def taken_back(chain, order, at):
    gone = next(one for one in chain if one["order"] == order.pk and not one["has_moved"])
    gone["ended"] = at
    free, follows = max(at, gone["start"]), gone["end"]
    if follows <= at:
        return
    for one in sorted(chain, key=lambda one: one["start"]):
        if one["start"] == follows and not one["ended"]:
            follows, one["ended"], one["has_moved"] = one["end"], at, True
            end = free + (one["end"] - one["start"])
            chain.append(one | {"start": free, "end": end, "anchor": end.day, "ended": None, "has_moved": False})
            free = end


def refund_of(payment):
    return getattr(payment, "refund", None)


def reckon(start, period, anchor):
    if period in {"day", "week"}:
        end = start + dt.timedelta(days=1 if period == "day" else 7)
        return end, end.day
    year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
    return start.replace(year=year, month=month, day=min(anchor, calendar.monthrange(year, month)[1])), anchor


def revoked_at(row):
    revocation = getattr(row, "revocation", None)
    return revocation.at if revocation else None


def check_numbers(payments):
    """Receipts and credit notes of each year are 1, 2, 3, … in the order in which they were written."""
    refunds = sorted((one.refund for one in payments if refund_of(one)), key=lambda refund: refund.pk)
    for rows in (payments, refunds):
        counts = {}
        for row in rows:
            year, _, number = row.receipt.rpartition("-")
            counts[year] = counts.get(year, 0) + 1
            assert int(number) == counts[year], f"{row.receipt} follows {counts[year] - 1}"


def travel():
    return time_machine.travel(BEGIN, tick=False)
