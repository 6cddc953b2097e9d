"""The page that the product exists for, read from ../shared/data/seed: what is typed, and what must be on the page."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "seed" / "lessor-article.txt"
PUBLISHED = re.compile(r"^Publié \w+ \d+ \w+ \d{4} à \d\d:\d\d$")
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


@dataclass
class Piece:
    """One of the other articles: its title, its teaser as the page has it, its date in words where there is one."""

    title: str
    teaser: str
    published: str = ""


@dataclass
class Seed:
    kicker: str
    headline: str
    standfirst: str
    published: str
    caption: str
    body: list[str]
    author: str
    related: list[Piece]
    by_author: list[Piece]
    gate: list[str]


def local_instant(words: str) -> str:
    """« Publié lundi 27 mai 2024 à 06:58 » as the browser's date field wants it: 2024-05-27T06:58."""
    _published, _weekday, day, month, year, _at, hour = words.split()
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}T{hour}"


def read_seed() -> Seed:
    if not FILE.exists():
        pytest.skip("the page to publish is not beside the repository")
    lines = [" ".join(line.split()) for line in FILE.read_text().splitlines()]
    blocks = [line for line in lines if line]
    first_related = next(place for place, line in enumerate(blocks) if line.startswith("Lire aussi"))
    heading = blocks.index("Les articles de l'auteur")
    gate = next(place for place, line in enumerate(blocks) if line.startswith("L’espace des contributions"))
    kicker, headline = blocks[0].split(" : ", 1)
    related = blocks[first_related:heading]
    theirs = blocks[heading + 1 : gate]
    return Seed(
        kicker=f"{kicker} :",
        headline=headline,
        standfirst=blocks[1],
        published=blocks[2],
        caption=blocks[4],
        body=blocks[5 : first_related - 1],
        author=blocks[first_related - 1],
        related=[
            Piece(*pair)
            for pair in zip((t.removeprefix("Lire aussi : ") for t in related[::2]), related[1::2], strict=True)
        ],
        by_author=[Piece(*theirs[place : place + 2], theirs[place + 3]) for place in range(0, len(theirs), 4)],
        gate=blocks[gate:],
    )
