"""The one way out: every HTTP request that the site makes itself, bounded in time and size.

No redirect is followed. A name that leads to an address of an internal network is refused, unless the settings name
its host; the address that was looked at is the one that is spoken to, so that a second answer of a name server changes
nothing. Call it outside transactions.
"""

import contextlib
import http.client
import ipaddress
import json
import socket
import ssl
import threading
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from django.conf import settings

# Seconds to connect, for one piece of an answer, and for everything (a name server has its own limit).
CONNECT, READ, TOTAL = 4, 8, 10
# Bytes of an answer.
LARGEST = 1_000_000


class OutboundError(Exception):
    """No answer: refused, unreachable, too slow, too large. Whether the other side has acted is not known."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> dict:
        """The object in the body. Raises ``ValueError``."""
        return read_object(self.body)


def read_object(body: bytes) -> dict:
    """A JSON object with exact decimals. Raises ``ValueError`` for anything else: other text, too deep, no UTF-8."""
    try:
        read = json.loads(body.decode(), parse_float=Decimal)
    except RecursionError:
        raise ValueError("Nested too deeply") from None
    if not isinstance(read, dict):
        raise ValueError("Not an object")  # noqa: TRY004
    return read


def request(method: str, url: str, *, headers: dict[str, str] | None = None, body: bytes = b"") -> Answer:
    """Sends one request and reads its answer. Raises ``OutboundError``."""
    parts = urlsplit(url)
    addresses = addresses_of(parts)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection = Connection(parts, addresses)
    watch = threading.Timer(TOTAL, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request(method, target, body=body or None, headers={"User-Agent": "Newsroom", **(headers or {})})
        response = connection.getresponse()
        content = response.read(LARGEST + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise OutboundError(f"{parts.hostname}: {type(error).__name__}") from error
    finally:
        watch.cancel()
        connection.close()
    if connection.is_cut:
        raise OutboundError(f"{parts.hostname}: no answer within {TOTAL} seconds")
    if len(content) > LARGEST:
        raise OutboundError(f"{parts.hostname}: an answer of more than {LARGEST} bytes")
    return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, content)


class Connection(http.client.HTTPConnection):
    """To the first that answers of addresses that were looked at before; TLS is proven for the name in the URL."""

    def __init__(self, parts, addresses: list[str]):
        self.addresses, self.is_cut = addresses, False
        self.is_secure = parts.scheme == "https"
        super().__init__(parts.hostname, parts.port or (443 if self.is_secure else 80))

    def connect(self):
        self.sock = self.first_that_answers()
        if self.is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
        self.sock.settimeout(READ)

    def first_that_answers(self) -> socket.socket:
        for address in self.addresses[:-1]:
            with contextlib.suppress(OSError):
                return socket.create_connection((address, self.port), CONNECT)
        return socket.create_connection((self.addresses[-1], self.port), CONNECT)

    def cut(self):
        """Ends what is under way, from another thread."""
        self.is_cut = True
        if self.sock:
            with contextlib.suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)


def addresses_of(parts) -> list[str]:
    """The addresses to speak to. Raises ``OutboundError`` where the URL may not be asked for."""
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise OutboundError("A port that is none") from None
    if parts.scheme not in {"https", "http"} or not host or parts.username is not None:
        raise OutboundError(f"Not an address to ask: {parts.scheme}://{host}")
    try:
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise OutboundError(f"{host}: {type(error).__name__}") from error
    addresses = [ipaddress.ip_address(address) for address in found]
    is_named = host in settings.OUTBOUND_INTERNAL_HOSTS
    if not is_named and not all(is_public(address) for address in addresses):
        raise OutboundError(f"{host} is in an internal network")
    if parts.scheme == "http" and not (is_named and all(address.is_loopback for address in addresses)):
        raise OutboundError(f"{host} may be asked by https only")
    return found


def is_public(address) -> bool:
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_global and not address.is_multicast
