"""By which rules an article's room is kept: the article's answers, else its section's, else the site's."""

import datetime as dt
from dataclasses import dataclass, fields, replace

from django.db.models import Q
from django.utils import timezone

from .models import RuleSet


@dataclass(frozen=True)
class Rules:
    """``first_held``, ``most_by_person`` and ``most_by_address`` count contributions; the latter two in ten minutes.
    ``close_after_days`` is 0 where the room does not close by itself. The defaults hold where the site has no row."""

    is_closed: bool = False
    moderation: str = RuleSet.Moderation.AFTER
    first_held: int = 0
    holds_links: bool = True
    close_after_days: int = 0
    quiet_from: dt.time | None = None
    quiet_to: dt.time | None = None
    most_by_person: int = 10
    most_by_address: int = 60

    def is_quiet(self, at=None) -> bool:
        """Whether the instant is in the quiet hours, which may go past midnight, by the site's clock."""
        if self.quiet_from is None or self.quiet_from == self.quiet_to:
            return False
        now = timezone.localtime(at).time()
        if self.quiet_from < self.quiet_to:
            return self.quiet_from <= now < self.quiet_to
        return now >= self.quiet_from or now < self.quiet_to

    def has_ended(self, article, at=None) -> bool:
        """Whether the days after the publication of the article are over."""
        if not (self.close_after_days and article.published_at):
            return False
        return article.published_at + dt.timedelta(days=self.close_after_days) <= (at or timezone.now())


NAMES = [field.name for field in fields(Rules)]


def rules_for(article) -> Rules:
    """One query."""
    scope = Q(article=article) | Q(section=article.section_id) | Q(article=None, section=None)
    return _merged(RuleSet.objects.filter(scope))


def wider_than(row) -> Rules | None:
    """What holds where the row answers nothing; None for the site's row, which answers everything."""
    if row.article_id is None and row.section_id is None:
        return None
    site = Q(article=None, section=None)
    return _merged(RuleSet.objects.filter(site | Q(section=row.article.section_id) if row.article_id else site))


def held_by(row) -> Rules:
    """What holds in the room, or the rooms, of the row."""
    return replace(wider_than(row) or Rules(), **answers(row))


def held_by_each(rows) -> dict:
    """The same for many rows, by their key, in one query: sections are few."""
    wide = list(RuleSet.objects.filter(article=None))
    held = {}
    for row in rows:
        section = row.article.section_id if row.article_id else row.section_id
        above = [other for other in wide if other.section_id in {None, section} and other.pk != row.pk]
        held[row.pk] = _merged([*above, row])
    return held


def _merged(rows) -> Rules:
    rules = Rules()
    for row in sorted(rows, key=lambda row: (row.article_id is not None, row.section_id is not None)):
        rules = replace(rules, **answers(row))
    return rules


def answers(row) -> dict:
    """By name, the questions that the row answers."""
    return {name: getattr(row, name) for name in NAMES if getattr(row, name) not in (None, "")}
