"""How apps say what they hold of a person: each in its own ``personal_data.py``, composed by ``newsroom``."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import capfirst


def concerns_everybody(user) -> bool:
    return True


@dataclass(frozen=True)
class Holding:
    """``columns``: where rows name a person or an address, « comments.Comment.author ».

    ``export(user)``: the person's own rows as plain values, of nobody else's. ``erase(user, addresses)``: takes out
    what goes when the account is deleted; called in one transaction, once the row of the user is empty; ``addresses``
    are those that the account had. ``goes`` and ``stays`` say it to the person, where ``has(user)``.
    """

    title: str
    columns: tuple[str, ...]
    export: Callable | None = None
    erase: Callable | None = None
    goes: str = ""
    stays: str = ""
    has: Callable = concerns_everybody


def described(row, *names) -> dict:
    """The fields of a row under the names that people read; choices in words, instants as ISO 8601."""
    found = {}
    for name in names:
        field = row._meta.get_field(name)
        value = getattr(row, f"get_{name}_display")() if field.choices else getattr(row, name)
        found[capfirst(str(field.verbose_name))] = plain(value)
    return found


def plain(value):
    """What JSON holds as it is; everything else as text."""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)
