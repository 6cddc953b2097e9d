"""Who may read the contributions of an article and who may write there, with the reason in words."""

from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from accounts.addresses import is_proven
from articles.access import may_comment


class Verdict(NamedTuple):
    allowed: bool
    reason: str = ""


def is_moderator(user) -> bool:
    return user.is_authenticated and user.is_active and user.is_staff and user.has_perm("comments.moderate_comment")


def can_read(user, article) -> bool:
    """Current subscribers and moderators, where readers see the article."""
    return article.is_published and (is_moderator(user) or may_comment(user, article))


# In this order: the first that does not hold is the reason.
RULES = (
    (lambda user, article: article.is_published, _("This article is not online.")),
    (lambda user, article: user.is_authenticated, _("Sign in to contribute.")),
    (lambda user, article: user.is_active, _("This account is closed.")),
    (can_read, _("Contributions are reserved for subscribers, and you have no current subscription.")),
    (lambda user, article: is_proven(user), _("Confirm your e-mail address before you contribute.")),
    (lambda user, article: article.comments_open, _("Contributions to this article are closed.")),
)


def can_write(user, article) -> Verdict:
    """Whether the person may contribute to the article and, if not, why. Every way to write asks here."""
    for holds, reason in RULES:
        if not holds(user, article):
            return Verdict(allowed=False, reason=gettext(reason))
    return Verdict(allowed=True)
