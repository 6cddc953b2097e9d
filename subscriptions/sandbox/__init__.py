"""A provider of payments to try the site with: a payment page, signed calls, questions, refunds, charges, and switches
that make it as unreliable as real ones are. It keeps everything in memory, and of the site it knows addresses only."""

from .bank import Bank
from .server import serving

__all__ = ["Bank", "serving"]
