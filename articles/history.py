"""The history of an article: its saved versions with the steps that were taken with them, and who is typing."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from . import rights, state, versions
from .dates import day_words, hour_words, instant_words, local, near_words
from .models import Article, Revision


@dataclass(frozen=True)
class Line:
    """``standing``: what readers get of it, in words; empty for most. ``steps`` newest first. ``shares_minute``: with
    another one of the list."""

    revision: Revision
    steps: list
    is_newest: bool
    standing: str
    shares_minute: bool = False

    @property
    def day(self) -> str:
        return day_words(self.revision.created_at)

    @property
    def hour(self) -> str:
        return hour_words(self.revision.created_at, to_the_second=self.shares_minute)

    @property
    def title(self) -> str:
        return versions.title(self.revision, to_the_second=self.shares_minute)


def visible_to(user, article):
    """The article's revisions without their texts: saved ones, and what others are typing for whoever may edit it."""
    revisions = article.revisions.select_related("author").defer("content")
    return revisions if rights.may_edit(user, article) else revisions.filter(Q(is_autosave=False) | Q(author=user))


def lines_of(article, revisions, newest) -> list[Line]:
    """Of saved revisions, in two queries."""
    steps, standing, shared = _steps(article, revisions), _standing(article), sharing_a_minute(revisions)
    return [
        Line(
            revision,
            steps.get(revision.pk, []),
            is_newest=revision == newest,
            standing=standing.get(revision.pk, "") or _to_come(revision),
            shares_minute=revision.pk in shared,
        )
        for revision in revisions
    ]


def sharing_a_minute(revisions) -> set[int]:
    """Keys of those that another one of the list would have the hour of, without seconds."""
    minutes = {revision.pk: revision.created_at.replace(second=0, microsecond=0) for revision in revisions}
    number = Counter(minutes.values())
    return {key for key, minute in minutes.items() if number[minute] > 1}


def said_of_autosave(revision) -> str:
    """« Awa 12:03 », with the day where it is not today."""
    when = revision.created_at
    is_today = local(when).date() == local(timezone.now()).date()
    return f"{revision.author or '—'} {f'{local(when):%H:%M}' if is_today else near_words(when)}"


def _steps(article, revisions) -> dict[int, list]:
    """By revision. A withdrawal names none: it stands at the version that was newest then."""
    saved = Revision.objects.filter(article=OuterRef("article"), is_autosave=False)
    before = saved.filter(created_at__lte=OuterRef("at")).order_by("-pk").values("pk")[:1]
    first = saved.order_by("pk").values("pk")[:1]
    shown_at = Coalesce("revision_id", Subquery(before), Subquery(first))
    steps = article.steps.select_related("by").annotate(shown_at=shown_at)
    found = {}
    for step in steps.filter(shown_at__in=[revision.pk for revision in revisions]):
        found.setdefault(step.shown_at, []).append(step)
    return found


def _standing(article) -> dict[int, str]:
    """Which version readers get, or will get; none of an article that is not approved."""
    if article.status != Article.Status.APPROVED:
        return {}
    words = {"published": _("Online"), "scheduled": _("Will go online")}.get(state.name(article), "")
    applied = article.revisions.filter(applied_at__isnull=False).order_by("-applied_at", "-pk")
    return dict.fromkeys(applied.values_list("pk", flat=True)[:1], words)


def _to_come(revision):
    if revision.go_live_at is None or revision.applied_at:
        return ""
    return _("Goes online {when}").format(when=instant_words(revision.go_live_at))


def typed(article, user) -> list[Revision]:
    """Autosaves that the person may see, newest first."""
    return list(visible_to(user, article).filter(is_autosave=True).order_by("-created_at"))
