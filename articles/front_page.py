"""Composes the front page: it fills itself with the newest articles, none of them twice."""

from dataclasses import dataclass, field

from django.utils import timezone

from .models import Article, Section

NEWEST = 400
SECONDARY, LATEST, A_SECTION = 4, 6, 4


@dataclass
class Block:
    """A section of the menu with its newest articles that stand nowhere higher on the page."""

    section: Section
    articles: list[Article]


@dataclass
class FrontPage:
    lead: Article | None = None
    secondary: list[Article] = field(default_factory=list)
    latest: list[Article] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    breaking: Article | None = None


def compose(at=None) -> FrontPage:
    """Four queries whatever the size of the archive: the newest rows' keys, the sections, the chosen cards at once."""
    at = at or timezone.now()
    rows = list(
        Article.objects.published(at)
        .newest_first()
        .values("pk", "section_id", "picture_id", "breaking_until")[:NEWEST]
    )
    breaking = [row["pk"] for row in rows if row["breaking_until"] and row["breaking_until"] > at][:1]
    lead, secondary, latest, rest = _places(rows)
    blocks = _blocks(rest, list(Section.objects.all()))
    wanted = {*breaking, *lead, *secondary, *latest, *(pk for _section, keys in blocks for pk in keys)}
    cards = Article.objects.published(at).for_cards().in_bulk(wanted)

    def chosen(keys):
        return [cards[pk] for pk in keys if pk in cards]

    return FrontPage(
        lead=next(iter(chosen(lead)), None),
        secondary=chosen(secondary),
        latest=chosen(latest),
        blocks=[Block(section, chosen(keys)) for section, keys in blocks],
        breaking=next(iter(chosen(breaking)), None),
    )


def _places(rows):
    """Keys of lead, secondary and latest, and the rows that remain. The lead is the newest article, or the newest of
    the first three that has a picture."""
    lead = next((row for row in rows[:3] if row["picture_id"]), rows[0] if rows else None)
    others = [row for row in rows if row is not lead]
    keys = [row["pk"] for row in others]
    shown = SECONDARY + LATEST
    return [lead["pk"]] if lead else [], keys[:SECONDARY], keys[SECONDARY:shown], others[shown:]


def _blocks(rows, sections):
    """(section of the menu, keys of its newest articles) for each that has any, in the menu's order."""
    by_pk = {section.pk: section for section in sections}
    keys = {section: [] for section in sections if section.parent_id is None}
    for row in rows:
        section = by_pk[row["section_id"]]
        while section.parent_id:
            section = by_pk[section.parent_id]
        if len(keys[section]) < A_SECTION:
            keys[section].append(row["pk"])
    return [(section, pks) for section, pks in keys.items() if pks]
