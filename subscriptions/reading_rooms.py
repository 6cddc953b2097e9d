"""Reading rooms: whoever reads from an address of an institution that has a subscription needs no account."""

import ipaddress
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from .models import Institution, Subscription

# Of IPv6, a visitor is known by the network of 64 bits that is one connection (web.limits.peer).
WIDEST = {4: 16, 6: 32}
NARROWEST = {4: 32, 6: 64}


def institution_at(peer: str, at=None) -> str:
    """The name of the institution at this address, empty where there is none. One query; none without an address."""
    try:
        address = ipaddress.ip_address(peer)
    except ValueError:
        return ""
    holding = Subscription.objects.holding(at).filter(institution=OuterRef("pk"))
    rows = Institution.objects.exclude(address_ranges="").filter(Exists(holding)).values_list("name", "address_ranges")
    return next((name for name, ranges in rows if any(address in network for network in networks(ranges))), "")


@lru_cache(maxsize=256)
def networks(ranges: str) -> tuple:
    """The networks of a text that the form has accepted, parsed once as long as it stays the same."""
    return tuple(ipaddress.ip_network(line) for line in ranges.split())


def clean_ranges(typed: str, *, private: bool = False) -> str:
    """The ranges in their normal form, one a line. Raises ``ValidationError`` with a sentence for each that is none.

    ``private`` accepts networks that no visitor from elsewhere can have; only for trying things out."""
    found, errors = [], []
    for line in filter(None, (line.strip() for line in typed.splitlines())):
        try:
            found.append(clean_range(line, private=private))
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(errors)
    return "\n".join(dict.fromkeys(found))


def clean_range(line: str, *, private: bool) -> str:
    try:
        network = ipaddress.ip_network(line)
    except ValueError:
        raise ValidationError(
            _("“%(line)s” is no range of addresses. One is written “196.200.48.0/24”, its first address in front."),
            params={"line": line},
        ) from None
    params = {"line": line, "widest": WIDEST[network.version], "narrowest": NARROWEST[network.version]}
    if network.prefixlen < WIDEST[network.version]:
        words = _("“%(line)s” is too wide: it may not be wider than /%(widest)s.")
        raise ValidationError(words, params=params)
    if network.prefixlen > NARROWEST[network.version]:
        words = _("“%(line)s” is too narrow: of these addresses a whole /%(narrowest)s is one connection.")
        raise ValidationError(words, params=params)
    if (network.is_multicast or not network.is_global) and not private:
        words = _("“%(line)s” is a private range: everybody’s own network has these addresses.")
        raise ValidationError(words, params=params)
    return str(network)
