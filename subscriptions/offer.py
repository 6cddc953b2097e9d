"""What the page of subscriptions offers: the plans of each zone, and the trial beside them."""

from dataclasses import dataclass, field

from . import providers
from .models import Plan, Price, Zone


@dataclass
class ZoneOffer:
    zone: Zone
    prices: list[Price] = field(default_factory=list)


def offer() -> dict:
    """``zones``: those that have a price, each with its prices in the order of the plans; ``trials``: prices of plans
    to try; ``means``: how one pays online, in whatever zone. Three queries."""
    zones, trials = {}, []
    for plan in Plan.objects.for_readers():
        for price in plan.prices.all():
            # The plan is the one that is at hand, so that a template asks for nothing.
            price.plan = plan
            if plan.is_trial:
                trials.append(price)
            else:
                zones.setdefault(price.zone_id, ZoneOffer(price.zone)).prices.append(price)
    ready = {each.slug: str(each.label) for found in zones.values() for each in providers.ready(found.zone.currency)}
    return {
        "zones": sorted(zones.values(), key=lambda each: (each.zone.position, each.zone.pk)),
        "trials": trials,
        "means": list(ready.values()),
    }
