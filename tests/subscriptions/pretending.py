"""A means of payment that talks to nobody: a test says what it answers."""

import datetime as dt

from django.utils import timezone

from subscriptions.providers.base import ProviderError, Started, Truth, TruthState
from tests.subscriptions.buying import paid
from tests.subscriptions.doubles import Double


class Pretend(Double):
    slug = "pretend"
    label = "Pretend Money"
    currencies = frozenset({"XOF", "EUR"})

    def __init__(self, slug="pretend", *, can_renew=False):
        self.slug, self.can_renew = slug, can_renew
        self.answers = {}
        self.started = []
        self.is_down = False

    def is_ready(self):
        return True

    def start(self, order, *, return_url):
        if self.is_down:
            raise ProviderError("down")
        self.started.append((order.key, return_url))
        url = f"https://pay.example/{order.key}"
        return Started(f"ref-{order.key}", url, timezone.now() + dt.timedelta(minutes=30))

    def ask(self, order):
        if self.is_down:
            raise ProviderError("down")
        return self.answers.get(order.key, Truth(TruthState.PENDING))

    def will_say_paid(self, order, **changes):
        self.answers[order.key] = paid(order, f"P-{order.key}", **changes)
