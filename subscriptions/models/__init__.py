"""Who pays, for what, until when. A subscription names a plan; neither names an article."""

from .plan import Plan
from .subscription import Subscription

__all__ = ["Plan", "Subscription"]
