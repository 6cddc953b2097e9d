"""What can be given, and the order of a gift with the words that go with it."""

from django.db import transaction

from . import billing, gifts
from .models import Order, Price
from .offer import ZoneOffer

Purpose = Order.Purpose


def prices_to_give():
    """What readers buy for themselves, but for what is tried."""
    return Price.objects.for_sale().filter(plan__is_for_institutions=False, plan__is_trial=False)


def zones_to_give() -> list[ZoneOffer]:
    """Each with its prices in the order of the plans. One query."""
    zones = {}
    for price in prices_to_give().order_by("zone__position", "zone_id", "plan__position", "plan_id"):
        zones.setdefault(price.zone_id, ZoneOffer(price.zone)).prices.append(price)
    return list(zones.values())


@transaction.atomic
def order_gift(user, price: Price, provider: str, **words) -> Order:
    """``words`` are those of ``gifts.describe``. Raises ``Refused``."""
    made = billing.open_order(user, price, provider, purpose=Purpose.GIFT)
    gifts.describe(made, **words)
    return made
