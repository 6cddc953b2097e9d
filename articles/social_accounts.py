"""The networks on which a newspaper has accounts, and the hosts that each of them answers on."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

from web.addresses import secure_address


@dataclass(frozen=True)
class Network:
    """``example`` is where an account begins."""

    name: str
    hosts: tuple[str, ...]
    example: str


NETWORKS = {
    "facebook": Network("Facebook", ("facebook.com",), "https://www.facebook.com/"),
    "x": Network("X", ("x.com", "twitter.com"), "https://x.com/"),
    "whatsapp": Network("WhatsApp", ("whatsapp.com", "wa.me"), "https://whatsapp.com/channel/"),
    "youtube": Network("YouTube", ("youtube.com",), "https://www.youtube.com/@"),
    "instagram": Network("Instagram", ("instagram.com",), "https://www.instagram.com/"),
    "tiktok": Network("TikTok", ("tiktok.com",), "https://www.tiktok.com/@"),
    "linkedin": Network("LinkedIn", ("linkedin.com",), "https://www.linkedin.com/company/"),
}


@deconstructible
class AccountOn:
    """Validates the address of an account: https, on a host of the network, with a path."""

    def __init__(self, network):
        self.network = network

    def __eq__(self, other):
        return isinstance(other, AccountOn) and other.network == self.network

    def __hash__(self):
        return hash(self.network)

    def __call__(self, address):
        network = NETWORKS[self.network]
        if not is_account(address, network):
            raise ValidationError(
                _("This is no account on %(name)s: its address begins with “%(example)s”."),
                code="account",
                params={"name": network.name, "example": network.example},
            )


def is_account(address: str, network: Network) -> bool:
    try:
        secure_address(address)
        parts = urlsplit(address)
    except (ValidationError, ValueError):
        return False
    host = (parts.hostname or "").lower()
    is_theirs = any(host == own or host.endswith(f".{own}") for own in network.hosts)
    return is_theirs and "@" not in parts.netloc and parts.path.strip("/") != ""
