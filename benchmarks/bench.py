from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Bench:
    """``prepare()`` gives the work and the floor that it is compared with, which ``floor`` names."""

    name: str
    floor: str
    limit: float
    prepare: Callable[[], tuple[Callable, Callable]]
