"""What the site asks of a provider of payments. A module of this package speaks to one of them."""

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from subscriptions.money import LARGEST_AMOUNT

# Characters of a number or reference.
LONGEST = 255


class ProviderError(Exception):
    """The provider did not answer, or not in a way that can be understood: to be tried again later."""


class ProviderRefused(ProviderError):
    """The provider has understood and says no; asking again brings the same."""


class NotSigned(Exception):
    """A call that the provider has not signed, or signed too long ago."""


class TruthState(StrEnum):
    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    EXPIRED = "expired"
    REFUNDED = "refunded"


@dataclass(frozen=True)
class Started:
    """A payment page: the provider's reference, the address to send the buyer to, until when one can pay there.
    ``token`` is what the provider wants to be told besides when it is asked."""

    reference: str
    url: str
    expires_at: dt.datetime
    token: str = ""


@dataclass(frozen=True)
class Call:
    """A signed call: its own number, which repeats when it is sent again, and the reference that it is about (empty
    where it is about nothing that was paid). Raises ``ValueError`` for what cannot be either."""

    event_id: str
    reference: str

    def __post_init__(self):
        for text in (self.event_id, self.reference):
            if not isinstance(text, str) or len(text) > LONGEST or not text.isprintable():
                raise ValueError("Not a number or reference of a call")
        if not self.event_id:
            raise ValueError("A call without a number")


@dataclass(frozen=True)
class Truth:
    """What the provider says of one reference when it is asked. Amounts are integers in the currency's minor unit.

    ``external_id`` names the payment. ``order_key`` is the order that the provider carries, empty where it carries
    none; ``is_for_us`` whether our account received it. ``refunded`` is how much of a payment went back that is
    ``REFUNDED``, 0 for all of it. Raises ``ProviderError`` for money that cannot be written down.
    """

    state: TruthState
    external_id: str = ""
    amount: int = 0
    currency: str = ""
    order_key: str = ""
    is_for_us: bool = True
    refund_id: str = ""
    refunded: int = 0
    paid_at: dt.datetime | None = None

    def __post_init__(self):
        is_money = self.state in {TruthState.PAID, TruthState.REFUNDED}
        if is_money and not (0 <= self.amount <= LARGEST_AMOUNT and 0 <= self.refunded <= self.amount):
            raise ProviderError(f"An amount that is none: {self.amount}, of which {self.refunded} went back")
        if is_money and not (0 < len(self.external_id) <= LONGEST and len(self.currency) == 3):
            raise ProviderError("A payment without a number or a currency")

    @property
    def is_all_back(self) -> bool:
        return self.state == TruthState.REFUNDED and (not self.refunded or self.refunded >= self.amount)


class Provider(ABC):
    """One means of payment. ``slug`` stands in rows and addresses; ``label`` is what readers see; ``needs`` are the
    settings without which it is not offered."""

    slug = ""
    label = ""
    currencies = frozenset()
    needs: tuple[str, ...] = ()
    can_refund = False
    can_renew = False

    def is_ready(self) -> bool:
        """Whether the settings hold what it needs."""
        return all(getattr(settings, name) for name in self.needs)

    @abstractmethod
    def start(self, order, *, return_url: str) -> Started:
        """Opens a payment page for the order; the same again where it is asked twice. Raises ``ProviderError``."""

    @abstractmethod
    def verify(self, body: bytes, headers, *, now: dt.datetime) -> Call:
        """The call with this raw body and these headers. Raises ``NotSigned``, or ``ValueError`` for nonsense."""

    @abstractmethod
    def ask(self, order) -> Truth:
        """What has become of the order. Raises ``ProviderError``."""

    def find(self, reference: str) -> Truth | None:
        """The same of a reference for which the site has no order; None where the provider cannot be asked so."""
        return None

    def refund(self, refund) -> str:
        """Sends the money of a ``Refund`` back and returns the provider's reference of that. Asking twice for the same
        ``refund.receipt`` sends it once. Raises ``ProviderError``."""
        raise ProviderRefused(_("This means of payment sends nothing back by itself: refund by hand."))

    def charge(self, order, *, like) -> str:
        """Charges for the order what paid the order ``like``, without its buyer, and returns the reference to ask by.
        Asking twice for the same order charges once. Raises ``ProviderError``."""
        raise ProviderRefused(_("This means of payment cannot be charged without its owner."))


def callback_url(provider: Provider) -> str:
    """Where the provider sends its calls."""
    return settings.SITE_URL + reverse("payment_callback", args=[provider.slug])
