"""Addresses on the web that people type: only http and https ever become links."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

web_address = URLValidator(schemes=["http", "https"])


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
