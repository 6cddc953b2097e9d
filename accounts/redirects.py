"""Where a page may send somebody next: only ever to a path of this site."""

from urllib.parse import unquote

from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000
DECODINGS = 3


def is_own_path(address: str) -> bool:
    """Whether the address is a path of this site, also for a browser or proxy that decodes it once or twice more."""
    if not address or len(address) > LONGEST:
        return False
    for _ in range(DECODINGS):
        if not is_plain_path(address):
            return False
        address = unquote(address)
    return True


def is_plain_path(address: str) -> bool:
    if "\\" in address or any(ord(character) < 32 for character in address):
        return False
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)


def own_path(address: str) -> str:
    """The address where it is a path of this site, else nothing."""
    return address if is_own_path(address) else ""
