"""What stands beside the name of somebody who is more than a subscriber."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext, pgettext

from articles.models import Byline


def is_by_writer() -> Exists:
    """For a query of contributions: whether the author of one signs the article it is about."""
    return Exists(Byline.objects.filter(article=OuterRef("article"), author__user=OuterRef("author")))


def badge_of(author, *, is_writer: bool) -> str:
    """« Auteur » for who signs the article, « Rédaction » for other staff, "" for everybody else and for those who
    have left or whose account is closed."""
    if author.erased_at or not author.is_active:
        return ""
    if is_writer:
        return pgettext("badge", "Author")
    return gettext("Newsroom") if author.is_staff else ""
