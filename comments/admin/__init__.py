"""The back office of the room, a module each."""

from . import comment, reason, rules

__all__ = ["comment", "reason", "rules"]
