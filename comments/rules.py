"""Who may read the contributions of an article and who may write there, with the reason in words."""

from typing import NamedTuple

from django.db.models import F
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from accounts.addresses import is_proven
from articles.access import may_comment, takes_contributions
from articles.dates import instant_words

from .models import Sanction
from .room_rules import rules_for


class Verdict(NamedTuple):
    allowed: bool
    reason: str = ""


def is_moderator(user) -> bool:
    return user.is_authenticated and user.is_active and user.is_staff and user.has_perm("comments.moderate_comment")


def can_read(user, article) -> bool:
    """Current subscribers and moderators, where readers see the article."""
    return article.is_published and (is_moderator(user) or may_comment(user, article))


def standing_of(user):
    """The suspension or ban that bars the person from taking part, or None."""
    return Sanction.objects.filter(person=user).current().order_by(F("until").desc(nulls_first=True)).first()


# In this order: the first that does not hold is the reason.
PERSON_RULES = (
    (lambda user, article: article.is_published, _("This article is not online.")),
    (lambda user, article: user.is_authenticated, _("Sign in to contribute.")),
    (lambda user, article: user.is_active, _("This account is closed.")),
    (can_read, _("Contributions are reserved for subscribers, and you have no current subscription.")),
    (lambda user, article: is_proven(user), _("Confirm your e-mail address before you contribute.")),
    (lambda user, article: takes_contributions(article), _("Contributions to this article are closed.")),
)


def can_write(user, article, *, rules=None) -> Verdict:
    """Whether the person may take part in the room and, if not, why. To post, reply, edit, appreciate and report
    all ask here. ``rules`` are those of the article, where the caller has them already."""
    for holds, reason in PERSON_RULES:
        if not holds(user, article):
            return Verdict(allowed=False, reason=gettext(reason))
    if sanction := standing_of(user):
        return Verdict(allowed=False, reason=_barred_words(sanction))
    rules = rules or rules_for(article)
    if rules.is_closed:
        return Verdict(allowed=False, reason=gettext("Contributions to this article are closed."))
    if rules.has_ended(article):
        return Verdict(allowed=False, reason=_ended_words(rules.close_after_days))
    return Verdict(allowed=True)


def can_report(user, comment) -> Verdict:
    verdict = can_write(user, comment.article)
    if verdict.allowed and comment.author_id == user.pk:
        return Verdict(
            allowed=False, reason=gettext("This contribution is your own: delete it rather than report it.")
        )
    return verdict


def may_withdraw(user, comment) -> bool:
    """Whether the person may take the contribution out: their own always, also while barred and where the room is
    closed."""
    return user.is_authenticated and user.is_active and comment.author_id == user.pk


def _ended_words(days) -> str:
    sentence = ngettext(
        "Contributions close %(count)d day after an article is published, and this one is older.",
        "Contributions close %(count)d days after an article is published, and this one is older.",
        days,
    )
    return sentence % {"count": days}


def _barred_words(sanction) -> str:
    if sanction.until is None:
        sentence = gettext("You no longer take part in the contributions: {reason}")
        return sentence.format(reason=sanction.reason)
    sentence = gettext("You are suspended from the contributions until {end}: {reason}")
    return sentence.format(end=instant_words(sanction.until), reason=sanction.reason)
