"""What the sandbox knows: checkouts, what was paid and sent back."""

import datetime as dt
import secrets
import threading
from dataclasses import dataclass, field

from django.utils import timezone

PAYABLE = dt.timedelta(minutes=30)


class Refusal(Exception):
    """The sandbox says no."""


@dataclass
class Checkout:
    order_key: str
    amount: int
    currency: str
    account: str
    label: str
    callback_url: str
    return_url: str = ""
    id: str = field(default_factory=lambda: f"sbx_{secrets.token_hex(12)}")
    state: str = "open"
    payment_id: str = ""
    paid_at: dt.datetime | None = None
    refund_id: str = ""
    refunded: int = 0
    expires_at: dt.datetime = field(default_factory=lambda: timezone.now() + PAYABLE)

    def as_json(self) -> dict:
        hidden = {"callback_url", "return_url"}
        shown = {name: value for name, value in vars(self).items() if name not in hidden}
        return shown | {
            "state": "expired" if self.is_over else self.state,
            "paid_at": self.paid_at and self.paid_at.isoformat(),
            "expires_at": self.expires_at.isoformat(),
        }

    @property
    def is_over(self) -> bool:
        return self.state in {"open", "refused"} and self.expires_at <= timezone.now()

    @property
    def is_payable(self) -> bool:
        return self.state in {"open", "refused"} and not self.is_over


class Bank:
    """``announce`` is called with the kind of event and the checkout after each change."""

    def __init__(self, announce=lambda kind, checkout: None):
        self.announce = announce
        self.checkouts: dict[str, Checkout] = {}
        # What was asked for under an idempotency key.
        self.done: dict[tuple[str, str], Checkout] = {}
        self.lock = threading.RLock()

    def once(self, kind: str, key: str, act):
        """What ``act`` gave when it was first asked for under this key; without a key, each time anew."""
        with self.lock:
            if not key:
                return act()
            if (kind, key) not in self.done:
                self.done[kind, key] = act()
            return self.done[kind, key]

    def open(self, key: str, **terms) -> Checkout:
        """Raises ``Refusal`` for terms that are none."""

        def act():
            checkout = checkout_of(terms)
            self.checkouts[checkout.id] = checkout
            return checkout

        return self.once("open", key, act)

    def charge(self, key: str, *, like: str, **terms) -> Checkout:
        """A checkout that is paid at once, as the one named ``like`` was."""

        def act():
            if self.get(like).state != "paid":
                raise Refusal("Nothing was paid there")
            checkout = self.open("", **terms)
            self.pay(checkout.id)
            return checkout

        return self.once("charge", key, act)

    def get(self, reference: str) -> Checkout:
        try:
            return self.checkouts[reference]
        except KeyError:
            raise Refusal("Unknown") from None

    def pay(self, reference: str, *, amount=None, currency="", account="", order_key="") -> Checkout:
        """The rest stands for a buyer or a bank that does something else than was asked for."""
        with self.lock:
            checkout = self.get(reference)
            if not checkout.is_payable:
                raise Refusal("No longer payable")
            checkout.amount = checkout.amount if amount is None else amount
            checkout.currency = currency or checkout.currency
            checkout.account = account or checkout.account
            checkout.order_key = order_key or checkout.order_key
            checkout.payment_id, checkout.paid_at = f"pay_{secrets.token_hex(8)}", timezone.now()
            checkout.state = "paid"
        self.announce("checkout.paid", checkout)
        return checkout

    def end(self, reference: str, state: str) -> Checkout:
        """The buyer is refused, or abandons."""
        with self.lock:
            checkout = self.get(reference)
            if not checkout.is_payable:
                raise Refusal("No longer payable")
            checkout.state = state
        self.announce(f"checkout.{state}", checkout)
        return checkout

    def refund(self, key: str, *, payment_id: str, amount: int) -> Checkout:
        def act():
            checkout = next((one for one in self.checkouts.values() if one.payment_id == payment_id), None)
            if checkout is None or checkout.state != "paid" or not 0 < amount <= checkout.amount:
                raise Refusal("Nothing to send back")
            checkout.state, checkout.refunded = "refunded", amount
            checkout.refund_id = f"ref_{secrets.token_hex(8)}"
            self.announce("checkout.refunded", checkout)
            return checkout

        return self.once("refund", key, act)

    def received(self) -> int:
        """How much was paid, whatever went back."""
        return sum(one.amount for one in self.checkouts.values() if one.payment_id)


def checkout_of(terms: dict) -> Checkout:
    try:
        checkout = Checkout(**terms)
    except TypeError as error:
        raise Refusal(str(error)) from None
    if not isinstance(checkout.amount, int) or checkout.amount <= 0 or checkout.currency not in {"XOF", "EUR"}:
        raise Refusal("Not an amount")
    return checkout
