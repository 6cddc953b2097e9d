"""What will happen to an article, in words; the form and the lists say nothing else about its state."""

from django.db.models import Exists, OuterRef, Prefetch, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from .dates import instant_words, near_words, zone_words
from .models import Article, Newspaper, Presence, Revision

Status = Article.Status


LABELS = {
    "draft": gettext_lazy("Draft"),
    "to_review": gettext_lazy("To review"),
    "scheduled": gettext_lazy("Scheduled"),
    "published": gettext_lazy("Published"),
    "withdrawn": gettext_lazy("Withdrawn"),
}

# Of lists; « late » is asked of ``ArticleQuerySet.late()``.
PLURALS = {
    "draft": pgettext_lazy("articles", "Drafts"),
    "to_review": gettext_lazy("To review"),
    "late": gettext_lazy("Late"),
    "scheduled": pgettext_lazy("articles", "Scheduled"),
    "published": pgettext_lazy("articles", "Published"),
    "withdrawn": pgettext_lazy("articles", "Withdrawn"),
}


def label(article, at=None) -> str:
    """The state in one or two words."""
    return str(LABELS[name(article, at)])


def name(article, at=None) -> str:
    """The state as a key of ``LABELS``; ``ArticleQuerySet.in_state`` finds by it."""
    at = at or timezone.now()
    if article.status != Status.APPROVED:
        return article.status
    if article.is_published_at(at):
        return "published"
    return "scheduled" if article.goes_live_at > at else "withdrawn"


def waits_for_review(article) -> bool:
    """Of the whole text, or of changes to what is approved; ``in_state("to_review")`` finds these."""
    return article.status == Status.TO_REVIEW or article.changes_to_review


def sentence(article, at=None, *, waiting=None, zone="") -> str:
    """What readers see, or when they will: « Paraîtra jeudi 26 novembre 2026 à 06:00 (heure de Bamako). » ``zone``
    are the words for whose hour it is, where they are known; ``waiting`` is the version of it that waits for its hour,
    if there is one."""
    at = at or timezone.now()
    zone = zone or zone_words(Newspaper.current().place)
    if article.status != Status.APPROVED:
        return _unapproved(article, zone)
    if article.goes_live_at > at:
        words = _("Will appear {instant} ({zone}).").format(instant=instant_words(article.goes_live_at), zone=zone)
        if article.embargo_until and article.embargo_until > article.published_at:
            words = " ".join([words, _("Until then an embargo holds it back.")])
    elif article.is_published_at(at) and waiting and waiting.go_live_at > at:
        words = _("Online. A new version will appear {instant}.").format(instant=instant_words(waiting.go_live_at))
    elif article.is_published_at(at):
        words = _("Published {instant} ({zone}).").format(instant=instant_words(article.published_at), zone=zone)
    else:
        return _("Withdrawn since {instant} ({zone}).").format(instant=instant_words(article.unpublish_at), zone=zone)
    if article.unpublish_at:
        until = _("Will be withdrawn {instant}.").format(instant=instant_words(article.unpublish_at))
        words = " ".join([words, until])
    return words


def _unapproved(article, zone):
    if article.status == Status.WITHDRAWN:
        return _("Withdrawn: readers are told that the article is gone.")
    if article.status == Status.TO_REVIEW:
        words = _("To review: nothing will appear until an editor approves it.")
    else:
        words = _("Draft: nothing will appear.")
    if article.published_at:
        planned = _("The date noted, {instant} ({zone}), holds only once it is scheduled.")
        words = " ".join([words, planned.format(instant=instant_words(article.published_at), zone=zone)])
    return words


def unpublished_changes(article, revision, waiting=None) -> str:
    """A sentence when the newest working copy is neither what readers get nor what waits for its hour."""
    if article.changes_to_review:
        return _changes_wait(article)
    if revision is None or revision.applied_at or article.status != Status.APPROVED or revision == waiting:
        return ""
    if waiting:
        return _("This text is newer than the version that will appear: schedule it too, or it stays a draft.")
    return _("Changes not published: readers get the earlier version until you publish this one.")


def _changes_wait(article) -> str:
    if article.is_published:
        return _("Online. Changes wait for a review: readers get the earlier version until an editor publishes them.")
    return _("Changes wait for a review: what was approved holds until an editor approves them.")


def with_changes(articles):
    """With whether the newest working copy is a draft upon what was published, and with what waits for its hour; the
    marks ask for it."""
    copies = Revision.objects.filter(article=OuterRef(OuterRef("pk")), is_autosave=False).order_by("-pk")
    newest = Revision.objects.filter(pk=Subquery(copies.values("pk")[:1]), applied_at=None, go_live_at=None)
    waiting = Revision.objects.scheduled().filter(article=OuterRef("pk"))
    return articles.annotate(
        has_changes=Exists(newest),
        changes_at=Subquery(waiting.values("go_live_at")[:1]),
        changes_problem=Subquery(waiting.values("problem")[:1]),
    )


def changes_mark(article) -> str:
    """For lists, what is amiss with changes: a version that could not appear, or what ``unpublished_changes`` says."""
    if article.changes_problem:
        return _("Could not appear")
    if article.changes_to_review:
        return _("Changes to review")
    return _("Changes not published") if article.has_changes and article.status == Status.APPROVED else ""


def coming_mark(article, at=None) -> str:
    """For lists: « Nouvelle version demain à 06:00 »."""
    if not article.changes_at or article.changes_problem:
        return ""
    return _("New version {when}").format(when=near_words(article.changes_at, at))


def stuck(waiting) -> str:
    """A sentence when the version could not appear at its hour; ``waiting`` has the instant and the problem."""
    if not (waiting and waiting.problem):
        return ""
    words = _("The version of {instant} could not appear: readers get the earlier one. {problem}")
    return words.format(instant=instant_words(waiting.go_live_at), problem=waiting.problem)


def writers(viewer) -> Prefetch:
    """Who else writes in each article now; ``writers_mark`` asks for it."""
    others = Presence.objects.writing().exclude(user=viewer).select_related("user")
    return Prefetch("presences", others, to_attr="writing")


def writers_mark(article) -> str:
    """For lists: « Awa écrit »."""
    return ", ".join(_("{name} is writing").format(name=presence.user) for presence in article.writing)
