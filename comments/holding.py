"""Which contributions wait for a moderator, and why."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .links import has_link
from .models import Comment, Contributor, RuleSet
from .repeats import is_repeat
from .rules import is_moderator
from .words import checker

Cause = Comment.Cause
LONGEST_WORD = Comment._meta.get_field("held_word").max_length


class Held(NamedTuple):
    """``cause`` is empty where the contribution appears at once; ``word`` is the suspect word, as it was typed."""

    cause: str = ""
    word: str = ""


def look(*, article, author, text, rules, comment=None) -> Held:
    """What becomes of a new text, or of another one for ``comment``. ValidationError, which names the word, for one
    that has a banned word. What moderators write does not wait for themselves. Of several causes the one is told that
    helps most to decide. At most seven queries."""
    banned, suspect = checker().check(text)
    if banned:
        sentence = _("We do not publish “%(word)s”. Say it otherwise: nothing of your text is lost.")
        raise ValidationError(sentence, code="banned", params={"word": banned})
    if is_moderator(author):
        return Held()
    if suspect:
        return Held(Cause.WORD, suspect[:LONGEST_WORD])
    causes = (cause for cause, holds in CAUSES if holds(author=author, text=text, rules=rules, comment=comment))
    return Held(next(causes, ""))


def is_watched(author) -> bool:
    return Contributor.objects.filter(person=author, is_watched=True).exists()


def is_newcomer(author, rules, comment=None) -> bool:
    """Whether fewer contributions of the person than the rules ask for were let through; the one at hand is none."""
    if not rules.first_held:
        return False
    others = author.comments.visible().exclude(pk=comment.pk if comment else None)
    return others.order_by()[: rules.first_held].count() < rules.first_held


CAUSES = (
    (Cause.WATCHED, lambda author, **_: is_watched(author)),
    (Cause.LINK, lambda text, rules, **_: rules.holds_links and has_link(text)),
    (Cause.REPEAT, lambda author, text, comment, **_: is_repeat(author=author, text=text, comment=comment)),
    (Cause.NEWCOMER, lambda author, rules, comment, **_: is_newcomer(author, rules, comment)),
    (Cause.QUIET, lambda rules, **_: rules.is_quiet()),
    (Cause.BEFORE, lambda rules, **_: rules.moderation == RuleSet.Moderation.BEFORE),
)
