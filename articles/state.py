"""What will happen to an article, in words; the form and the lists say nothing else about its state."""

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from .dates import instant_words, zone_words
from .models import Article, Newspaper, Revision

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


def sentence(article, at=None) -> str:
    """What readers see, or when they will: « Paraîtra jeudi 26 novembre 2026 à 06:00 (heure de Bamako). »"""
    at = at or timezone.now()
    zone = zone_words(Newspaper.current().place)
    if article.status != Status.APPROVED:
        return _unapproved(article, zone)
    if article.goes_live_at > at:
        words = _("Will appear {instant} ({zone}).").format(instant=instant_words(article.goes_live_at), zone=zone)
        if article.embargo_until and article.embargo_until > article.published_at:
            words = " ".join([words, _("Until then an embargo holds it back.")])
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


def unpublished_changes(article, revision) -> str:
    """A sentence when the newest working copy is not what readers get; empty otherwise."""
    if revision is None or revision.applied_at or article.status != Status.APPROVED:
        return ""
    return _("Changes not published: readers get the earlier version until you publish this one.")


def with_changes(articles):
    """With whether the newest working copy differs from what was published; ``changes_mark`` asks for it."""
    copies = Revision.objects.filter(article=OuterRef(OuterRef("pk")), is_autosave=False).order_by("-pk")
    newest = Revision.objects.filter(pk=Subquery(copies.values("pk")[:1]), applied_at=None)
    return articles.annotate(has_changes=Exists(newest))


def changes_mark(article) -> str:
    """For lists, what ``unpublished_changes`` says in the form."""
    return _("Changes not published") if article.has_changes and article.status == Status.APPROVED else ""
