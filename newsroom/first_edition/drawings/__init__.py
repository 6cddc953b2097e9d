"""The pictures of the first edition, drawn by the program: no rights of others, no files to carry along."""

from .canvas import Canvas
from .football import draw_football
from .market import draw_market
from .prices import draw_prices
from .river import draw_river
from .road import draw_road
from .solar import draw_solar

__all__ = ["Canvas", "draw_football", "draw_market", "draw_prices", "draw_river", "draw_road", "draw_solar"]
