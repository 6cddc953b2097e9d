"""Digests of secrets that are looked up but never shown again: whoever reads the database cannot make one."""

from django.conf import settings
from django.utils.crypto import salted_hmac


def digest(purpose: str, value: str, *, secret: str | None = None) -> str:
    """64 hexadecimal characters, keyed with the site's secret (or another one) and bound to a purpose."""
    return salted_hmac(f"newsroom.{purpose}", value, secret=secret, algorithm="sha256").hexdigest()


def known_digests(purpose: str, value: str) -> list[str]:
    """Under the secret of today and those of before, by which older rows may have been written."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [digest(purpose, value, secret=secret) for secret in secrets]
