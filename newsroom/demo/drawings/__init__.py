"""The pictures of the demo newspaper, drawn by the program: no rights of others, no files to carry along."""

from .baobab import draw_baobab
from .basket import draw_basket
from .breakaway import draw_breakaway
from .bridge import draw_bridge
from .canvas import Canvas
from .cinema import draw_cinema
from .crossing import draw_crossing
from .delta import draw_delta
from .football import draw_football
from .girls import draw_girls
from .headlights import draw_headlights
from .households import draw_households
from .indigo import draw_indigo
from .kora import draw_kora
from .level import draw_level
from .market import draw_market
from .portraits import draw_portrait
from .pottery import draw_pottery
from .prices import draw_prices
from .quarter import draw_quarter
from .race import draw_race
from .radio import draw_radio
from .rain import draw_rain
from .river import draw_river
from .road import draw_road
from .solar import draw_solar
from .studio import draw_studio
from .taps import draw_taps
from .watch import draw_watch
from .wax import draw_wax

__all__ = [
    "Canvas",
    "draw_baobab",
    "draw_basket",
    "draw_breakaway",
    "draw_bridge",
    "draw_cinema",
    "draw_crossing",
    "draw_delta",
    "draw_football",
    "draw_girls",
    "draw_headlights",
    "draw_households",
    "draw_indigo",
    "draw_kora",
    "draw_level",
    "draw_market",
    "draw_portrait",
    "draw_pottery",
    "draw_prices",
    "draw_quarter",
    "draw_race",
    "draw_radio",
    "draw_rain",
    "draw_river",
    "draw_road",
    "draw_solar",
    "draw_studio",
    "draw_taps",
    "draw_watch",
    "draw_wax",
]
