"""The texts, oldest first, so that each can point to those before it; then those that are not published yet."""

from .city import CITY
from .culture import CULTURE
from .desk import DRAFT, SCHEDULED, TO_REVIEW
from .economy import ECONOMY
from .elsewhere import ELSEWHERE
from .land import LAND
from .river import RIVER

PUBLISHED = sorted(
    [*CITY, *CULTURE, *ECONOMY, *ELSEWHERE, *LAND, *RIVER],
    key=lambda text: (-text.days, text.hour, -text.minutes),
)

__all__ = ["DRAFT", "PUBLISHED", "SCHEDULED", "TO_REVIEW"]
