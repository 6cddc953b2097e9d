"""Where the lines and bars of a chart lie, for inline SVG: numbers only. Words and tables stand beside it in HTML."""

from dataclasses import dataclass

WIDTH, HEIGHT = 600, 200
# Of a line that has but one point.
STUB = 12
# Ways to draw a line or fill a bar; more series share the last one.
SERIES = 6


@dataclass(frozen=True)
class Line:
    name: str
    number: int
    points: str
    last: int


@dataclass(frozen=True)
class Bar:
    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Key:
    name: str
    number: int


def nice_top(highest: int) -> int:
    """The least of 1, 2, 5, 10, 20, 50 … that is no lower."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if step * times >= highest:
                return step * times
        step *= 10


def series_number(place: int) -> int:
    return min(place, SERIES - 1) + 1


def lines(series: dict[str, list[int | None]]) -> tuple[list[Line], int]:
    """One line a series, and what the upper edge stands for. The line ends where None says that nothing is known
    yet; of one number it is a short dash."""
    top = nice_top(max((value for values in series.values() for value in values if value is not None), default=1))
    found = []
    for place, (name, values) in enumerate(series.items()):
        step = WIDTH / max(len(values) - 1, 1)
        known = [(number, value) for number, value in enumerate(values) if value is not None]
        points = [(number * step, HEIGHT - HEIGHT * value / top) for number, value in known]
        if len(points) == 1:
            points.append((points[0][0] + STUB, points[0][1]))
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        found.append(Line(name, series_number(place), drawn, known[-1][1] if known else 0))
    return found, top


def bars(series: dict[str, list[int]]) -> tuple[list[Bar], int]:
    """Bars that stand on one another, one pile a step; what is below nothing is left to the table."""
    piles = list(zip(*series.values(), strict=True))
    top = nice_top(max((sum(max(value, 0) for value in pile) for pile in piles), default=1))
    slot = WIDTH / max(len(piles), 1)
    found = []
    for step, pile in enumerate(piles):
        base = HEIGHT
        for place, value in enumerate(pile):
            if value <= 0:
                continue
            height = HEIGHT * value / top
            base -= height
            found.append(
                Bar(
                    series_number(place),
                    round(step * slot + slot * 0.1, 1),
                    round(base, 1),
                    round(slot * 0.8, 1),
                    round(height, 1),
                )
            )
    return found, top


def keys(series) -> list[Key]:
    return [Key(name, series_number(place)) for place, name in enumerate(series)]
