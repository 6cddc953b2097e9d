"""Addresses on the web that people type: only http and https ever become links."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

web_address = URLValidator(schemes=["http", "https"])
secure_address = URLValidator(schemes=["https"])
SITE_PATH = re.compile(r"/(?![/\\])[^\s\\]*")


class WebAddressField(models.URLField):
    """An absolute http(s) address; « javascript: » in any spelling, spaces and control characters are refused."""

    default_validators = [web_address]

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})


def is_web_address(address: str) -> bool:
    """Whether the address may stand in a link; templates ask again, since a row may come from elsewhere."""
    try:
        web_address(address)
    except ValidationError:
        return False
    return True


def link_address(address: str) -> None:
    """Validates what a menu may lead to: an https address, or a path of this site."""
    if not (SITE_PATH.fullmatch(address) or _is_plain_address(address)) or not address.isprintable():
        raise ValidationError(
            _("Write an address that begins with https:// or, for a page of this site, with /."), code="link"
        )


def _is_plain_address(address) -> bool:
    """An https address without a name or password before its host, whose port is one."""
    try:
        secure_address(address)
        parts = urlsplit(address)
        port = parts.port
    except (ValidationError, ValueError):
        return False
    return parts.username is None and port != 0


def is_link_address(address: str) -> bool:
    try:
        link_address(address)
    except ValidationError:
        return False
    return True
