"""How providers write: JSON both ways, amounts as texts, and signatures over the raw body with a timestamp."""

import datetime as dt
import hashlib
import hmac
import json
from decimal import Decimal, InvalidOperation

from subscriptions.money import DECIMALS
from web import outbound

from .base import NotSigned, ProviderError, ProviderRefused

# How old, or how far ahead, a signature may be.
TOLERANCE = dt.timedelta(minutes=5)
# Answers that asking again does not change.
REFUSALS = {400, 402, 404, 410, 422}


def exchange(
    method: str, url: str, *, headers: dict[str, str], payload: dict | None = None, body: bytes = b""
) -> dict:
    """Asks and returns the object that comes back. Raises ``ProviderError``; its text names no secret."""
    if payload is not None:
        headers = {"Content-Type": "application/json", **headers}
        body = json.dumps(payload).encode()
    try:
        answer = outbound.request(method, url, headers={"Accept": "application/json", **headers}, body=body)
        content = answer.json() if answer.body.strip() else {}
    except (outbound.OutboundError, ValueError) as error:
        raise ProviderError(str(error)) from error
    if answer.status in REFUSALS:
        raise ProviderRefused(f"{answer.status}: {reason_in(content)}")
    if not 200 <= answer.status < 300:
        raise ProviderError(f"{answer.status}: {reason_in(content)}")
    return content


def reason_in(content: dict) -> str:
    """What the provider gives as its reason, however it calls that."""
    for name in ("message", "description", "error", "error_message", "code"):
        if isinstance(content.get(name), str | int):
            return str(content[name])[:200]
    return "no reason given"


def amount_in_text(amount: int, currency: str) -> str:
    """2500 in XOF is « 2500 », 500 in EUR « 5.00 »."""
    return str(Decimal(amount).scaleb(-DECIMALS[currency]))


def amount_from(value, currency: str) -> int:
    """The minor units of an amount that a provider writes in the currency's own unit. Raises ``ProviderError`` for
    what is no amount, or finer than the currency."""
    try:
        minor = Decimal(str(value)).scaleb(DECIMALS[currency])
        exact = int(minor)
    except (InvalidOperation, KeyError, ValueError, OverflowError) as error:
        raise ProviderError(f"Not an amount in {currency}: {value}") from error
    if exact != minor or exact < 0:
        raise ProviderError(f"Not an amount in {currency}: {value}")
    return exact


def signature(secret: str, body: bytes) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def check_signature(header: str, body: bytes, *, secret: str, now: dt.datetime, joint: bytes = b""):
    """A header « t=…,v1=… » signs the timestamp, the joint and the raw body; several ``v1`` are old and new secrets.
    Raises ``NotSigned``, always so without a secret."""
    parts = [part.strip().partition("=") for part in header.split(",")]
    stamps = [value for name, _, value in parts if name == "t"]
    given = [value for name, _, value in parts if name == "v1"]
    if not secret or len(stamps) != 1 or not (stamps[0].isascii() and stamps[0].isdecimal()) or len(stamps[0]) > 11:
        raise NotSigned
    age = abs(now.timestamp() - int(stamps[0]))
    right = signature(secret, stamps[0].encode() + joint + body)
    if age > TOLERANCE.total_seconds() or not any(hmac.compare_digest(right.encode(), one.encode()) for one in given):
        raise NotSigned


def instant(text) -> dt.datetime | None:
    """An instant in ISO 8601, with its zone; None for anything else."""
    try:
        read = dt.datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return read if read.tzinfo else read.replace(tzinfo=dt.UTC)


def need(content: dict, *names: str) -> list[str]:
    """The texts of these names. Raises ``ProviderError`` where one is missing."""
    values = [content.get(name) for name in names]
    if not all(isinstance(value, str) and value for value in values):
        raise ProviderError(f"An answer without {', '.join(names)}")
    return values
