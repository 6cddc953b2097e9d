"""The means of payment, by their names in orders and addresses. A new one is a module and a line here."""

from .base import Provider
from .orange_money import OrangeMoney
from .sandbox import Sandbox
from .stripe import Stripe
from .wave import Wave

# In the order in which they are offered.
ALL: dict[str, Provider] = {provider.slug: provider for provider in [Wave(), OrangeMoney(), Stripe(), Sandbox()]}


def ready(currency: str) -> list[Provider]:
    """Those that are set up and take the currency, in their order."""
    return [provider for provider in ALL.values() if currency in provider.currencies and provider.is_ready()]
