"""What stands on the desk's calendar in a period: each kind of entry comes from one query, whatever their number.

Nothing is shown that the person's own list of articles does not show. A new kind of entry is one more collector.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from web.instants import LocalDateTimeInput

from . import lateness, state
from .dates import local, near_words
from .models import Article, DayNote, Revision
from .periods import Period, today, week_of

Status = Article.Status
UNAPPROVED = [Status.DRAFT, Status.TO_REVIEW]
IN_A_CELL = 4
# A version that is due is tried within seconds where anything ticks.
NOTICED = dt.timedelta(minutes=1)
# What is shown of an article; its text stays in the database.
COLUMNS = (
    "working_title",
    "headline",
    "status",
    "published_at",
    "embargo_until",
    "unpublish_at",
    "breaking_until",
    "changes_to_review",
    "due_at",
    "section__name",
)
NEW_VERSION, WITHDRAWAL, DUE = gettext_lazy("New version"), gettext_lazy("Withdrawal"), gettext_lazy("Due")


@dataclass
class Entry:
    """``key`` names what is moved: « article-42 », « due-42 », « version-7 » (of a revision).
    ``seen`` is the state that whoever moves it was shown. ``name`` is for the style sheet, ``label`` for people;
    ``late`` says what is amiss."""

    key: str
    name: str
    label: str
    at: dt.datetime
    article: Article
    late: str = ""
    is_movable: bool = False
    revision: Revision | None = None

    @property
    def seen(self) -> str:
        return f"{self.article.status} {self.at.isoformat()}"

    @property
    def hour(self) -> str:
        return f"{local(self.at):%H:%M}"

    @property
    def typed(self) -> str:
        """As the browser's date field holds it."""
        return LocalDateTimeInput().format_value(local(self.at))


@dataclass
class Day:
    date: dt.date
    is_today: bool
    is_past: bool
    is_outside: bool
    entries: list[Entry] = field(default_factory=list)
    notes: list[DayNote] = field(default_factory=list)

    @property
    def first(self) -> list[Entry]:
        """What fits into a cell of the month: what is late, then what is to come, then what is published."""
        ranked = sorted(self.entries, key=lambda entry: (not entry.late, entry.name == "published"))
        chosen = {entry.key for entry in ranked[:IN_A_CELL]}
        return [entry for entry in self.entries if entry.key in chosen]

    @property
    def week(self) -> str:
        return week_of(self.date).name

    @property
    def left_out(self) -> int:
        return max(0, len(self.entries) - IN_A_CELL)


def days_of(period: Period, *, user, now) -> list[Day]:
    """The days of the period with all that stands on them, in the order of the hours."""
    articles = Article.objects.on_desk_of(user)
    entries = defaultdict(list)
    for collect in COLLECTORS:
        for entry in collect(articles, *period.instants, now):
            entries[local(entry.at).date()].append(entry)
    notes = defaultdict(list)
    for note in DayNote.objects.filter(day__range=(period.days[0], period.days[-1])).select_related("author"):
        notes[note.day].append(note)
    this_day = today(now)
    return [
        Day(
            day,
            is_today=day == this_day,
            is_past=day < this_day,
            is_outside=not period.holds(day),
            entries=sorted(entries[day], key=lambda entry: (entry.at, entry.key)),
            notes=notes[day],
        )
        for day in period.days
    ]


def entry_named(key: str, *, user, now) -> Entry | None:
    """The entry as it stands now, of what the person's list shows; None for what is not there or not on a date."""
    kind, _dash, number = key.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    articles = Article.objects.on_desk_of(user)
    if kind == "article":
        row = _rows(articles.filter(pk=number, published_at__isnull=False)).first()
        return row and _of_article(row, now)
    if kind == "due":
        row = _rows(articles.filter(pk=number, due_at__isnull=False)).first()
        return row and _of_due(row, now)
    if kind == "version":
        revision = _versions(articles).filter(pk=number).first()
        return revision and _of_version(revision, now)
    return None


def _rows(articles):
    return lateness.with_handed_in_at(articles).select_related("section").only(*COLUMNS)


def _versions(articles):
    versions = Revision.objects.scheduled().filter(article__in=articles)
    shown = [f"article__{name}" for name in COLUMNS]
    return versions.select_related("article__section").only("go_live_at", "retry_at", "applied_at", "problem", *shown)


def _planned(articles, start, end, now) -> Iterator[Entry]:
    """Drafts and texts to review with a date."""
    found = articles.filter(status__in=UNAPPROVED, published_at__gte=start, published_at__lt=end)
    return (_of_article(row, now) for row in _rows(found))


def _approved(articles, start, end, now) -> Iterator[Entry]:
    """Scheduled, published, and past their end; what an embargo holds back stands on its end."""
    found = articles.filter(status=Status.APPROVED, published_at__gte=start, published_at__lt=end)
    rows = _rows(found)
    return (_of_article(row, now) for row in rows if row.goes_live_at == row.published_at)


def _embargoed(articles, start, end, now) -> Iterator[Entry]:
    found = articles.filter(status=Status.APPROVED, embargo_until__gte=start, embargo_until__lt=end)
    rows = _rows(found)
    return (_of_article(row, now) for row in rows if row.goes_live_at != row.published_at)


def _withdrawals(articles, start, end, now) -> Iterator[Entry]:
    found = articles.filter(status=Status.APPROVED, unpublish_at__gte=start, unpublish_at__lt=end)
    for row in _rows(found):
        yield Entry(f"withdrawal-{row.pk}", "withdrawal", str(WITHDRAWAL), row.unpublish_at, row)


def _new_versions(articles, start, end, now) -> Iterator[Entry]:
    found = _versions(articles).filter(go_live_at__gte=start, go_live_at__lt=end)
    return (_of_version(revision, now) for revision in found)


def _due(articles, start, end, now) -> Iterator[Entry]:
    """When the desk expects a text of whoever has it in hand."""
    return (_of_due(row, now) for row in _rows(articles.filter(due_at__gte=start, due_at__lt=end)))


COLLECTORS = (_planned, _approved, _embargoed, _withdrawals, _new_versions, _due)


def _of_due(row, now):
    late = lateness.reason(row, now) if row.due_at <= now else ""
    return Entry(f"due-{row.pk}", "due", str(DUE), row.due_at, row, late=late, is_movable=True)


def _of_article(row, now):
    name = state.name(row, now)
    is_planned = row.status in UNAPPROVED
    return Entry(
        f"article-{row.pk}",
        name,
        state.label(row, now),
        row.published_at if is_planned else row.goes_live_at,
        row,
        late=lateness.reason(row, now),
        is_movable=is_planned or name == "scheduled",
    )


def _of_version(revision, now):
    late = ""
    if revision.problem:
        late = _("Could not appear: {problem}").format(problem=revision.problem)
    elif not revision.article.is_published_at(now):
        late = _("Readers do not have this article now.")
    elif revision.go_live_at <= now - NOTICED:
        late = _("Should have appeared {when}").format(when=near_words(revision.go_live_at, now))
    return Entry(
        f"version-{revision.pk}",
        "version",
        str(NEW_VERSION),
        revision.go_live_at,
        revision.article,
        late=late,
        is_movable=True,
        revision=revision,
    )
