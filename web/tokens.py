"""The one place that signs what leaves the site in links: a value, bound to a purpose, readable and not forgeable."""

import logging

from django.core import signing

logger = logging.getLogger(__name__)


class BadToken(Exception):
    """Forged, cut, made for another purpose, or too old."""


def signer(purpose: str) -> signing.TimestampSigner:
    """Its separator is a full stop: a colon becomes %3A in an address, and not every chat sends that on as it is."""
    return signing.TimestampSigner(salt=f"newsroom.{purpose}", sep=".")


def make(purpose: str, value) -> str:
    """A token fit for an address. ``value`` is plain JSON; whoever holds the token can read it."""
    return signer(purpose).sign_object(value)


def read(purpose: str, token: str, *, seconds: int | None = None):
    """The value; ``seconds`` is how long a token lives, None for ever. Raises ``BadToken``."""
    try:
        return signer(purpose).unsign_object(token, max_age=seconds)
    except signing.SignatureExpired:
        raise BadToken from None
    except (signing.BadSignature, ValueError, TypeError):
        logger.warning("A forged or misused link was refused (%s)", purpose)
        raise BadToken from None
