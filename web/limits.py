"""How often one address, or one person, may do something: counted in the cache, which all processes share."""

import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http.request import split_domain_port

# A visitor of IPv6 has a whole network of addresses.
IPV6_PREFIX = 64


@dataclass(frozen=True)
class Limit:
    """``times`` within ``seconds``. Each time takes a numbered place that frees itself: two requests at once cannot
    take the same one, and whoever goes on asking does not prolong the wait."""

    name: str
    times: int
    seconds: int

    def take(self, request) -> bool:
        """Counts one more for the address that asks. False when it has used up all; then nothing is counted."""
        return self.take_for(peer(request))

    def take_for(self, who: str) -> bool:
        """The same for somebody who is known otherwise than by address, such as « person-42 »."""
        places = [f"limit:{self.name}:{who}:{number}" for number in range(self.times)]
        taken = cache.get_many(places)
        return any(cache.add(place, 1, self.seconds) for place in places if place not in taken)


def peer(request) -> str:
    """Who asks: what the outermost proxy that the site trusts saw, else the other end of the connection. What a
    visitor puts into ``X-Forwarded-For`` stands before that and counts for nothing."""
    # allauth's setting, so that limits on signing in and these mean the same visitor.
    hops = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    seen = forwarded[-hops].strip() if 0 < hops <= len(forwarded) else ""
    return _one_visitor(seen or request.META.get("REMOTE_ADDR", ""))


def _one_visitor(text) -> str:
    """Addresses that cannot be read count as one visitor."""
    domain, port = split_domain_port(text)
    try:
        address = ipaddress.ip_address(domain.strip("[]") if port else text)
    except ValueError:
        return "unknown"
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False).network_address)
