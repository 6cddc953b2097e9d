"""The texts, oldest first, so that each can point to those before it; then those that are not published."""

from .arts import ARTS
from .city import CITY
from .commune import COMMUNE
from .culture import CULTURE
from .desk import CHANGED, DRAFTS, SCHEDULED, TO_REVIEW, WITHDRAWN, WITHDRAWN_BECAUSE
from .economy import ECONOMY
from .elsewhere import ELSEWHERE
from .everyday import EVERYDAY
from .flood import FLOOD
from .land import LAND
from .prices import PRICES
from .river import RIVER
from .sport import SPORT
from .world import WORLD

PUBLISHED = sorted(
    [
        *ARTS,
        *CITY,
        *COMMUNE,
        *CULTURE,
        *ECONOMY,
        *ELSEWHERE,
        *EVERYDAY,
        *FLOOD,
        *LAND,
        *PRICES,
        *RIVER,
        *SPORT,
        *WORLD,
    ],
    key=lambda text: (-text.days, text.hour, -text.minutes),
)
# The common tag of each dossier.
DOSSIERS = ("La crue", "Budget participatif", "Vie chère")

__all__ = ["CHANGED", "DOSSIERS", "DRAFTS", "PUBLISHED", "SCHEDULED", "TO_REVIEW", "WITHDRAWN", "WITHDRAWN_BECAUSE"]
