"""Whatever is lost, repeated, reordered, late, wrong or sent back, in thousands of random histories: entitlement is
what the ledger says, nothing is granted twice, no payment is lost, no receipt is missing.

``HISTORIES`` says how many; ``HISTORY_SEED`` repeats the one that a failure names. The seeds are the same each time,
so that a failure comes of what was changed; ``HISTORY_SEED=random`` takes others.
"""

import os
import random
import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from subscriptions import billing, granting, notices, providers
from subscriptions.models import Order
from tests.factories import make_plan

from . import histories

DEFAULT = 10_000 if connection.vendor == "sqlite" else 1_000
HISTORIES = int(os.environ.get("HISTORIES") or DEFAULT)
BATCHES = 8
RANDOM = random.SystemRandom().randrange(10**9)
# What the histories of a batch must have led to, or they try too little.
SEEN = {"pending", "paid", "failed", "expired", "cancelled", "refunded", "surplus"}
SEEN |= {"amount", "currency", "order", "recipient", "duplicate"}


def seeds(batch):
    wanted = os.environ.get("HISTORY_SEED", "")
    if wanted.isdigit():
        return [int(wanted)] if batch == 0 else []
    first = 1_000_000 * (batch + 1) + (RANDOM if wanted == "random" else 0)
    return range(first, first + -(-HISTORIES // BATCHES))


def plans():
    """A month with grace, a week without."""
    made = [make_plan(period="month", grace_days=3), make_plan(period="week", price=700)]
    return [plan.prices.select_related("plan", "zone").get() for plan in made]


def live(seed, prices, monkeypatch) -> set:
    """One history, which leaves nothing behind; what was seen in it."""
    bank = histories.Bank()
    monkeypatch.setitem(providers.ALL, "sandbox", bank)
    # What is written to the person is for test_notices, and takes longer than all the rest.
    monkeypatch.setattr(notices, "write", lambda *args, **about: True)
    with histories.travel() as clock, transaction.atomic():
        history = histories.History(seed, bank, prices, clock)
        try:
            history.run()
            seen = histories.check(history.user, bank, history.orders, timezone.now())
        except Exception as error:
            raise AssertionError(f"HISTORY_SEED={seed}: {error}") from error
        finally:
            transaction.set_rollback(True)
    return seen


def live_all(seeds, prices, monkeypatch) -> set:
    return set().union(*(live(seed, prices, monkeypatch) for seed in seeds))


@pytest.mark.django_db
@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_histories(batch, monkeypatch):
    """I03, I05, I07, I10"""
    seen = live_all(seeds(batch), plans(), monkeypatch)
    assert len(seeds(batch)) < 1_000 or seen == SEEN


def grant_again(order):
    """A second period for one payment."""
    billing.extend({"user": order.user}, order.plan)
    return hand_over(order)


def skip_a_number(model):
    prefix, _, number = next_number(model).rpartition("-")
    return f"{prefix}-{int(number) + (int(number) > 1):06}"


def leave_a_hole(order, *, reason, by=None):
    if period := order.subscription:
        granting.revoke(period, reason=reason, by=by)


hand_over, next_number = billing.hand_over, billing.next_number
ANYTHING = {state: list(Order.State) for state in Order.State}
BREAKS = {
    "other money buys": ("trouble_with", lambda order, truth: ""),
    "both of two orders buy": ("bought_otherwise", lambda order: False),
    "what went back stays": ("take_back", lambda payment, refund: None),
    "a refund leaves a hole": ("undo", leave_a_hole),
    "nothing is handed over": ("hand_over", lambda order: None),
    "twice is handed over": ("hand_over", grant_again),
    "a receipt is missing": ("next_number", skip_a_number),
    "the last word counts": ("BEFORE", ANYTHING),
    "refunds are not written down": ("book_refund", lambda payment, truth: None),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BREAKS)
def test_broken_books_are_found(name, monkeypatch):
    """The histories can fail: each break of the books shows in the first few hundred."""
    prices = plans()
    monkeypatch.setattr(billing, *BREAKS[name])
    with pytest.raises(AssertionError, match="HISTORY_SEED"):
        live_all(range(1_000_000, 1_000_400), prices, monkeypatch)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(int(os.environ.get("PARALLEL_HISTORIES") or 12)))
def test_histories_of_which_everything_is_heard_at_once(seed, monkeypatch):
    """I03: four processes hear of the same orders at the same time, in different orders, old answers among them."""
    bank = histories.Bank()
    monkeypatch.setitem(providers.ALL, "sandbox", bank)
    prices = plans()
    with histories.travel() as clock:
        history = histories.History(seed, bank, prices, clock)
        history.prepare()
        heard = history.everything_said()
        failures, barrier = [], threading.Barrier(4)

        def hear(number):
            mine = random.Random(f"{seed}-{number}").sample(heard, len(heard))
            try:
                barrier.wait(10)
                for order, truth in mine:
                    billing.settle(Order.objects.get(pk=order.pk), truth)
            except Exception as error:
                failures.append(error)
            finally:
                connection.close()

        threads = [threading.Thread(target=hear, args=[number]) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        history.finish()
        histories.check(User.objects.get(pk=history.user.pk), bank, history.orders, timezone.now())
