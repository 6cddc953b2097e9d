"""What the first page of the back office is made of: areas of piles, each with a few lines and how many there are."""

from dataclasses import dataclass, field

SHOWN = 5
COUNTED = 99


@dataclass
class Line:
    """One row of a pile: what it is, what is to be known of it now, and what else tells it from the others."""

    title: str
    url: str
    words: str
    late: str = ""
    changes: str = ""
    writing: str = ""
    facts: list[str] = field(default_factory=list)


@dataclass
class Pile:
    """Rows that wait for the same thing. ``count`` is capped, since nobody reads « 1 283 drafts » as a task."""

    name: str
    title: str
    empty: str
    more: str
    keys: list
    note: str = ""
    rows: list[Line] = field(default_factory=list)

    @property
    def count(self) -> str:
        return f"{COUNTED}+" if len(self.keys) > COUNTED else str(len(self.keys))

    @property
    def has_more(self):
        return len(self.keys) > SHOWN


@dataclass
class Area:
    """The piles of one desk, and what it counts today: (words, number, address of the list that was counted)."""

    name: str
    title: str
    piles: list[Pile]
    figures: list[tuple[str, int, str]] = field(default_factory=list)


def first_keys(rows) -> list:
    """As many as are counted, and one more."""
    return list(rows.values_list("pk", flat=True)[: COUNTED + 1])


def fill(piles, rows, line):
    """The lines of all piles from one query for ``rows(keys)``; ``line(row)`` says each."""
    keys = {key for pile in piles for key in pile.keys[:SHOWN]}
    known = {row.pk: line(row) for row in rows(keys)}
    for pile in piles:
        pile.rows = [known[key] for key in pile.keys[:SHOWN] if key in known]
