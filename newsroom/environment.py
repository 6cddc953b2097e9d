"""Reads the settings' values from the environment and refuses nonsense with a sentence that names the variable."""

import os
import zoneinfo
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


def text(name: str, default: str | None = None, *, why: str = "") -> str:
    """The variable's value; without one, the default; without that, the start stops and says why it is needed."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}: {why}")
    return default


def flag(name: str, *, default: bool = False) -> bool:
    """A switch: 1/true/yes/on or 0/false/no/off; anything else stops the start."""
    value = os.environ.get(name, str(int(default))).strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")
    return value in TRUE


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number not below ``least``."""
    value = os.environ.get(name, "").strip() or str(default)
    if not value.isdecimal() or int(value) < least:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number of at least {least}.")
    return int(value)


def names(name: str) -> list[str]:
    """A list separated by commas; blanks fall away."""
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


def together(*needed: str) -> list[str]:
    """Values that make sense only together: all of them, or as many empty texts. Some of them stop the start."""
    values = [os.environ.get(name, "").strip() for name in needed]
    missing = [name for name, value in zip(needed, values, strict=True) if not value]
    if missing and len(missing) < len(needed):
        set_ones = [name for name in needed if name not in missing]
        raise ImproperlyConfigured(
            f"{' and '.join(set_ones)} is set and {' and '.join(missing)} is not: set all or none."
        )
    return values


def with_prefix(prefix: str) -> dict[str, str]:
    """{the rest of the name: value} of all variables whose name begins so; the empty ones are left out."""
    found = {name.removeprefix(prefix): os.environ[name].strip() for name in os.environ if name.startswith(prefix)}
    return {name: value for name, value in found.items() if name and value}


def database(name: str) -> str:
    """The address of a database of one of the two kinds that the site runs on."""
    example = "sqlite:////srv/newsroom/newsroom.sqlite3 or postgres://user@host/name"
    address = text(name, why=f"such as {example}.")
    if urlsplit(address).scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} names neither SQLite nor PostgreSQL; write {example}.")
    return address


def time_zone(name: str, default: str) -> str:
    """A zone of the tz database, such as Africa/Bamako."""
    value = text(name, default)
    try:
        zoneinfo.ZoneInfo(value)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a zone such as Africa/Bamako.") from error
    return value


def site_address(name: str) -> tuple[str, str, str]:
    """(address, scheme, host[:port]) of the public site, from one address such as https://journal.example."""
    address = text(name, why="the public address of the site, such as https://journal.example").rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(
            f"{name} is {address!r}; write a scheme and a host, such as https://journal.example."
        )
    return address, parts.scheme, parts.netloc
