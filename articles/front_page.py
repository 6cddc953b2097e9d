"""Composes the front page: what the desk placed by hand, and the newest articles for the rest, none of them twice.

What is placed comes first at its place, the newest fill up behind it. A scheduled article placed ahead takes its place
on its second; where there is no room left, the last one gives way and is an article like any other again.
"""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from .models import Article, FrontPageSlot, Section

NEWEST = 400
LEAD, SECONDARY, FEATURED, LATEST, A_SECTION = 1, 4, 6, 6, 4
# What the featured row fills up to behind one by hand.
FEATURED_FILLED = 4
Place = FrontPageSlot.Place


@dataclass(frozen=True)
class Placed:
    """An article at its place. ``own_headline`` replaces the article's headline there, beside its kicker."""

    article: Article
    own_headline: str = ""
    is_by_hand: bool = False

    @property
    def headline(self) -> str:
        """The words of a link that shows no kicker."""
        return self.own_headline or self.article.title


@dataclass
class Block:
    """A section of the menu with articles that stand nowhere higher on the page, first the one that leads."""

    section: Section
    placed: list[Placed]


@dataclass
class Composition:
    """``featured`` is empty without one by hand. ``newest_on`` is the day of the newest article of all."""

    lead: Placed | None = None
    secondary: list[Placed] = field(default_factory=list)
    featured: list[Placed] = field(default_factory=list)
    latest: list[Placed] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    breaking: Article | None = None
    newest_on: dt.date | None = None


@dataclass
class Plan:
    """Keys of articles, place by place; ``blocks`` by section of the menu, in its order."""

    lead: list[int]
    secondary: list[int]
    featured: list[int]
    latest: list[int]
    blocks: dict[Section, list[int]]

    def keys(self):
        return {
            pk
            for keys in (self.lead, self.secondary, self.featured, self.latest, *self.blocks.values())
            for pk in keys
        }


def compose(at=None, slots=None) -> Composition:
    """Five queries whatever the size of the archive and of the edition: the slots of the newest edition, the newest
    rows' keys, the sections, the chosen cards at once, their bylines. ``slots`` that are not saved can be tried."""
    at = at or timezone.now()
    slots = list(FrontPageSlot.objects.in_force().standing(at)) if slots is None else _standing(slots, at)
    rows = list(
        Article.objects.published(at)
        .newest_first()
        .values("pk", "section_id", "picture_id", "breaking_until", "published_on")[:NEWEST]
    )
    by_hand, plan = _plan(rows, slots, list(Section.objects.all()))
    breaking = next((row["pk"] for row in rows if row["breaking_until"] and row["breaking_until"] > at), None)
    cards = Article.objects.published(at).for_cards().in_bulk({*plan.keys(), breaking} - {None})

    def chosen(keys):
        return [
            Placed(cards[pk], by_hand[pk].headline if pk in by_hand else "", pk in by_hand)
            for pk in keys
            if pk in cards
        ]

    return Composition(
        lead=next(iter(chosen(plan.lead)), None),
        secondary=chosen(plan.secondary),
        featured=chosen(plan.featured),
        latest=chosen(plan.latest),
        blocks=[Block(section, placed) for section, keys in plan.blocks.items() if (placed := chosen(keys))],
        breaking=cards.get(breaking),
        newest_on=rows[0]["published_on"] if rows else None,
    )


def top_section(pk, by_pk) -> Section | None:
    """The section of the menu that a section is or belongs to."""
    section = by_pk.get(pk)
    while section and section.parent_id:
        section = by_pk[section.parent_id]
    return section


def _standing(slots, at):
    """What ``standing()`` answers, for slots that are in no database."""
    public = set(
        Article.objects.published(at).filter(pk__in=[slot.article_id for slot in slots]).values_list("pk", flat=True)
    )
    return [
        slot
        for slot in sorted(slots, key=lambda slot: slot.position)
        if slot.article_id in public and (slot.pinned_until is None or slot.pinned_until > at)
    ]


def _plan(rows, slots, sections) -> tuple[dict[int, FrontPageSlot], Plan]:
    """The slots that have room, by article, and who stands where."""
    by_pk = {section.pk: section for section in sections}
    menu = [section for section in sections if section.parent_id is None]
    placed = {(Place.LEAD, None): [], (Place.SECONDARY, None): [], (Place.FEATURED, None): []}
    placed |= {(Place.SECTION, section): [] for section in menu}
    room = {Place.LEAD: LEAD, Place.SECONDARY: SECONDARY, Place.FEATURED: FEATURED, Place.SECTION: A_SECTION}
    for slot in slots:
        keys = placed.get((slot.place, top_section(slot.section_id, by_pk)))
        if keys is not None and len(keys) < room[slot.place]:
            keys.append(slot.article_id)
    standing = {pk for keys in placed.values() for pk in keys}
    free = [row for row in rows if row["pk"] not in standing]
    lead, free = _lead(placed[Place.LEAD, None], free)
    secondary, free = _filled(placed[Place.SECONDARY, None], free, SECONDARY)
    featured = placed[Place.FEATURED, None]
    if featured:
        featured, free = _filled(featured, free, FEATURED_FILLED)
    latest, free = _filled([], free, LATEST)
    by_section = {section: [] for section in menu}
    for row in free:
        by_section[top_section(row["section_id"], by_pk)].append(row)
    blocks = {section: _block(placed[Place.SECTION, section], rows) for section, rows in by_section.items()}
    plan = Plan(lead, secondary, featured, latest, blocks)
    return {slot.article_id: slot for slot in slots if slot.article_id in standing}, plan


def _lead(keys, rows):
    """Without one by hand the newest, or the newest of the first three that has a picture."""
    if keys or not rows:
        return keys, rows
    lead = next((row for row in rows[:3] if row["picture_id"]), rows[0])
    return [lead["pk"]], [row for row in rows if row is not lead]


def _block(keys, rows):
    """Without one by hand the newest of the block that has a picture leads it; the others stay newest first."""
    if keys:
        return _filled(keys, rows, A_SECTION)[0]
    rows = rows[:A_SECTION]
    lead = next((row for row in rows if row["picture_id"]), None)
    return [row["pk"] for row in sorted(rows, key=lambda row: row is not lead)]


def _filled(keys, rows, size):
    """The keys with the newest rows behind them up to the size, and the rows that remain."""
    missing = max(size - len(keys), 0)
    return keys + [row["pk"] for row in rows[:missing]], rows[missing:]
