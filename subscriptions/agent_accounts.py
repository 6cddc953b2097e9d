"""What each agent has, has sold, owes and is owed, by currency: two queries for any number of agents.

A code counts as sold once it is used; its seller keeps the commission of its batch. What a batch that was cancelled or
whose last day has passed still holds is worth nothing.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from .models import AgentSettlement, Voucher
from .money import format_price


@dataclass
class Account:
    currency: str
    out: int = 0
    redeemed: int = 0
    cancelled: int = 0
    sold: int = 0
    commission: int = 0
    brought: int = 0

    @property
    def owed(self) -> int:
        """To the newspaper; below nothing, what the newspaper owes."""
        return self.sold - self.commission - self.brought

    def in_words(self) -> dict[str, str]:
        amounts = ("sold", "commission", "brought", "owed")
        return {name: format_price(getattr(self, name), self.currency) for name in amounts}


def accounts_of(agents, at=None) -> dict[int, list[Account]]:
    """{key of the agent: one account a currency}"""
    today = timezone.localdate(at, timezone.get_default_timezone())
    keys = [agent.pk for agent in agents]
    found = defaultdict(dict)

    def account(agent, currency):
        return found[agent].setdefault(currency, Account(currency))

    unused, used = Q(redeemed_at=None), Q(redeemed_at__isnull=False)
    dead = Q(batch__cancelled_at__isnull=False) | Q(batch__expires_on__lt=today)
    batches = (
        Voucher.objects.filter(batch__agent__in=keys)
        .values(
            agent=F("batch__agent"),
            currency=F("batch__currency"),
            price=F("batch__amount"),
            share=F("batch__commission"),
        )
        .annotate(
            out=Count("pk", filter=unused & ~dead),
            redeemed=Count("pk", filter=used),
            cancelled=Count("pk", filter=unused & dead),
        )
        .order_by("agent", "currency")
    )
    for row in batches:
        own = account(row["agent"], row["currency"])
        own.out += row["out"]
        own.redeemed += row["redeemed"]
        own.cancelled += row["cancelled"]
        sold = row["redeemed"] * row["price"]
        own.sold += sold
        own.commission += sold * row["share"] // 1000
    brought = AgentSettlement.objects.filter(agent__in=keys).values("agent", "currency").order_by("agent", "currency")
    for row in brought.annotate(total=Sum("amount")):
        account(row["agent"], row["currency"]).brought += row["total"]
    return {key: [found[key][currency] for currency in sorted(found[key], reverse=True)] for key in found}
