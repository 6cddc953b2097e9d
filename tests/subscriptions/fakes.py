"""A provider that answers from memory, for what is not about HTTP."""

import datetime as dt
import itertools

from django.utils import timezone

from subscriptions.models import ProviderEvent
from subscriptions.providers.base import Started, Truth, TruthState
from tests.subscriptions.doubles import Double

PAYABLE = dt.timedelta(minutes=30)


class FakeProvider(Double):
    """``silence`` is raised instead of an answer; ``on_question`` is called before each."""

    slug, label, currencies = "sandbox", "Fake", frozenset({"XOF", "EUR"})
    can_refund = can_renew = True

    def __init__(self):
        self.numbers = itertools.count(1)
        self.truths, self.refunds, self.charges = {}, {}, {}
        self.silence, self.on_question, self.in_transaction = None, lambda: None, []

    def answer(self):
        self.on_question()
        if self.silence:
            raise self.silence

    def start(self, order, *, return_url):
        self.answer()
        reference = f"S-{order.key}"
        self.truths.setdefault(reference, Truth(TruthState.PENDING))
        return Started(reference, f"https://pay.example/{reference}", timezone.now() + PAYABLE)

    def ask(self, order):
        return self.find(order.reference)

    def find(self, reference):
        self.answer()
        return self.truths.get(reference)

    def refund(self, refund):
        self.answer()
        return self.refunds.setdefault(refund.receipt, f"R{next(self.numbers)}")

    def charge(self, order, *, like):
        self.answer()
        if order.key not in self.charges:
            self.charges[order.key] = f"C-{order.key}"
            self.truths[f"C-{order.key}"] = paid(order, self)
        return self.charges[order.key]

    def say(self, order, truth):
        self.truths[order.reference] = truth

    def pay(self, order, **changes):
        self.say(order, paid(order, self, **changes))

    def call(self, order):
        self.call_for(order.reference)

    def call_for(self, reference, truth=None):
        if truth:
            self.truths[reference] = truth
        number = next(self.numbers)
        return ProviderEvent.objects.create(provider=self.slug, event_id=f"E{number}", reference=reference, body="{}")


def paid(order, fake, *, state=TruthState.PAID, **changes) -> Truth:
    before = fake.truths.get(order.reference)
    known = before.external_id if before and before.external_id else f"P{next(fake.numbers)}"
    facts = {"external_id": known, "amount": order.amount, "currency": order.currency, "order_key": order.key}
    return Truth(state, **facts | changes)
