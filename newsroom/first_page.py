"""What the first page of the back office shows: the person's work, the desk's, and where everything else is.

Every list is cut out of the person's own list of articles, so that it can tell nothing that the list does not.
"""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles import lateness, rights, state
from articles.dates import day_begins, near_words
from articles.models import Article

SHOWN = 5
COUNTED = 99

GROUPS = {
    "desk": gettext_lazy("Newsroom"),
    "readers": gettext_lazy("Readership"),
    "paper": gettext_lazy("The newspaper"),
    "workings": gettext_lazy("Workings"),
}
# Where each list stands, and in which order; one that is not named here is about the workings of the site.
PLACES = {
    "desk": ["Article", "FrontPage", "Picture", "Section", "Author", "Tag"],
    "readers": ["Comment", "Subscription", "Plan", "User"],
    "paper": ["Newspaper", "Page", "MenuItem"],
}


@dataclass
class Pile:
    """Articles that wait for the same thing. ``count`` is capped, since nobody reads « 1 283 drafts » as a task."""

    name: str
    title: str
    empty: str
    more: str
    keys: list
    note: str = ""
    rows: list = field(default_factory=list)

    @property
    def count(self) -> str:
        return f"{COUNTED}+" if len(self.keys) > COUNTED else str(len(self.keys))

    @property
    def has_more(self):
        return len(self.keys) > SHOWN


@dataclass
class Line:
    """One article in a pile: what it is, where, whose, and what is to be known of it now."""

    article: Article
    url: str
    authors: str
    words: str
    late: str
    changes: str


def first_page(user, entries) -> dict:
    """``entries`` are the stock admin's apps with the lists that the person may open."""
    may_list = user.has_perm("articles.change_article") or user.has_perm("articles.view_article")
    return {
        "greeting": _("Hello {name}").format(name=name) if (name := user.name) else _("Hello"),
        "may_write": rights.may_write(user),
        "piles": piles(user) if may_list else [],
        "groups": groups(entries),
    }


def piles(user) -> list[Pile]:
    now = timezone.now()
    articles = Article.objects.on_desk_of(user)
    own = Article.objects.written_by(user).filter(pk__in=articles).in_state("draft").order_by("-changed_at", "-pk")
    late = articles.late(now).order_by("published_at", "changed_at", "pk")
    review = articles.in_state("to_review").order_by("changed_at", "pk")
    scheduled = articles.in_state("scheduled").order_by("published_at", "pk")
    today = articles.published(now).filter(published_at__gte=day_begins(now)).newest_first()
    found = [
        _late(late),
        _pile("review", _review_title(user), _("Nothing waits for a review."), {"state": "to_review"}, review),
        _pile("mine", _("My drafts"), _("You have no draft."), {"state": "draft"}, own),
        _pile(
            "scheduled",
            pgettext("articles", "Scheduled"),
            _("Nothing is scheduled."),
            {"state": "scheduled"},
            scheduled,
        ),
        _pile("today", _("Published today"), _("Nothing has appeared yet today."), {"period": "today"}, today),
    ]
    _fill(found, now)
    return [pile for pile in found if pile.keys or pile.name != "late"]


def _review_title(user):
    return _("To review") if rights.may_publish(user) else _("Handed in, waiting for the desk")


def _late(articles):
    pile = _pile("late", _("Late"), "", {"state": "late"}, articles)
    pile.note = _("The date set has passed without an approval, or the text has waited for a review for over a day.")
    return pile


def _pile(name, title, empty, query, articles):
    more = reverse("admin:articles_article_changelist", query=query)
    return Pile(name, title, empty, more, list(articles.values_list("pk", flat=True)[: COUNTED + 1]))


def _fill(piles_, now):
    """The rows of all piles in one go: three queries, however many piles there are."""
    keys = {key for pile in piles_ for key in pile.keys[:SHOWN]}
    rows = state.with_changes(lateness.with_handed_in_at(Article.objects.filter(pk__in=keys))).for_cards()
    known = {row.pk: _line(row, now) for row in rows}
    for pile in piles_:
        pile.rows = [known[key] for key in pile.keys[:SHOWN] if key in known]


def _line(article, now):
    return Line(
        article,
        reverse("admin:articles_article_change", args=[article.pk]),
        ", ".join(byline.author.name for byline in article.bylines.all()),
        _words(article, now),
        lateness.reason(article, now),
        state.changes_mark(article),
    )


def _words(article, now):
    name = state.name(article, now)
    if name in {"scheduled", "published"}:
        return near_words(article.goes_live_at, now)
    if name == "to_review" and article.handed_in_at:
        return _("handed in {when}").format(when=near_words(article.handed_in_at, now))
    return _("saved {when}").format(when=near_words(article.changed_at, now))


def groups(entries) -> list[dict]:
    """The lists that the person may open, by what they are about."""
    models = {model["object_name"]: model for app in entries for model in app["models"] if model.get("admin_url")}
    named = {name for names in PLACES.values() for name in names}
    places = PLACES | {"workings": sorted(set(models) - named)}
    found = [
        {"name": name, "title": title, "models": [models[one] for one in places[name] if one in models]}
        for name, title in GROUPS.items()
    ]
    return [group for group in found if group["models"]]
