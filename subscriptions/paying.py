"""Takes an order to its provider and asks what has become of it. Everything here talks HTTP: never call it inside a
transaction."""

import logging

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from . import billing, providers
from .models import Order
from .providers.base import Provider, ProviderError
from .refusals import Refused
from .schedule import first_check

logger = logging.getLogger(__name__)
State = Order.State
# Of these, the provider has nothing more to say that is not sent by itself.
CLOSED = {State.PAID, State.REFUNDED, State.SURPLUS}
# Seconds between two questions about one order, however often its page is loaded.
PAUSE = 5


def provider_of(order: Order) -> Provider:
    """Raises ``Refused`` where the site cannot speak to it."""
    provider = providers.ALL.get(order.provider)
    if provider is None or not provider.is_ready():
        raise Refused(_("This means of payment is not available at the moment. Choose another one."))
    return provider


def start(order: Order, return_url: str) -> str:
    """The address of the provider's payment page for a pending order: a second call gives the same one. ``return_url``
    is absolute; the buyer comes back there, and that they do says nothing. Raises ``Refused``."""
    order.refresh_from_db()
    if order.state != State.PENDING or order.expires_at <= timezone.now():
        raise Refused(_("The time to pay for this order is over. Choose your subscription again."))
    provider = provider_of(order)
    if order.payment_url:
        return order.payment_url
    try:
        started = provider.start(order, return_url=return_url)
    except ProviderError as error:
        logger.warning("%s did not take order %s: %s", provider.slug, order.key, error)
        raise Refused(
            _("The payment service does not answer. Try again in a moment, or choose another means of payment.")
        ) from error
    # Of two tabs, the first one's page counts.
    Order.objects.filter(pk=order.pk, reference="").update(
        reference=started.reference,
        provider_token=started.token,
        payment_url=started.url,
        expires_at=started.expires_at,
        next_check_at=first_check(timezone.now()),
    )
    order.refresh_from_db()
    return order.payment_url


def ask(order: Order) -> Order:
    """The order as its provider knows it now. For the page that the buyer comes back to: it asks at most once in a few
    seconds, and where the provider does not answer the order stays as it was."""
    order.refresh_from_db()
    if order.state not in CLOSED and order.reference and cache.add(f"payments:asked:{order.pk}", 1, PAUSE):
        inquire(order)
    return order


def inquire(order: Order) -> bool:
    """Asks the provider and settles the order. False where there was no answer; the reason is kept."""
    try:
        truth = provider_of(order).ask(order)
    except (ProviderError, Refused) as error:
        logger.warning("No answer about order %s: %s", order.key, error)
        Order.objects.filter(pk=order.pk).update(problem=str(error)[:250])
        return False
    billing.settle(order, truth)
    if order.problem:
        Order.objects.filter(pk=order.pk).update(problem="")
        order.problem = ""
    return True
