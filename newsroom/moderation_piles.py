"""What waits for those who moderate contributions. Only they get this area."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.dates import day_begins, near_words
from comments import queues
from comments.models import Comment
from comments.rules import is_moderator
from comments.waits import LONG, span_words

from .piles import Area, Line, Pile, fill, first_keys


def moderation(user, title, now) -> list[Area]:
    """No area for anybody else. What a moderator has taken on is told where there is some."""
    if not is_moderator(user):
        return []
    waiting = [
        _pile("held", _("Contributions that wait"), _("No contribution waits."), queues.held()),
        _pile("reported", _("Reported contributions"), _("No report is open."), queues.reported()),
    ]
    taken = _pile("mine", _("Contributions that I have taken on"), "", queues.mine(user))
    found = [*waiting, *([taken] if taken.keys else [])]
    fill(found, _rows, lambda comment: _line(comment, now))
    return [Area("moderation", title, found, _figures(day_begins(now)))]


def _pile(name, title, empty, comments):
    return Pile(name, title, empty, reverse("admin:moderation", query={"queue": name}), first_keys(comments))


def _rows(keys):
    return Comment.objects.filter(pk__in=keys).select_related("article", "author")


def _line(comment, now):
    """Its age, in red where it is long."""
    age = now - comment.posted_at
    is_held = comment.state == Comment.State.HELD
    words = _("waits {span}").format(span=span_words(age)) if is_held else near_words(comment.posted_at, now)
    return Line(
        Truncator(comment.text).words(16),
        reverse("admin:moderation_one", args=[comment.pk]),
        words,
        late=words if is_held and age > LONG else "",
        facts=[comment.article.title, comment.signature],
    )


def _figures(today):
    counted = Comment.objects.filter(posted_at__gte=today).aggregate(
        posted=Count("pk"), articles=Count("article", distinct=True), hidden=Count("pk", filter=Q(state="rejected"))
    )
    since = {"posted_at__gte": today.isoformat()}

    def listed(**more):
        return reverse("admin:comments_comment_changelist", query=since | more)

    return [
        (_("Contributions today"), counted["posted"], listed()),
        (_("Hidden among them"), counted["hidden"], listed(state__exact="rejected")),
        (_("Articles under discussion today"), counted["articles"], ""),
    ]
