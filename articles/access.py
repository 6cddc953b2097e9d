"""May this person read all of an article, or take part in its contributions: one answer, « no » by default.

Whether an article is there at all is the door's question (``Article.objects.published()``).
"""

from dataclasses import dataclass
from enum import StrEnum

from subscriptions.access import is_subscriber
from subscriptions.reading_rooms import institution_at
from web.limits import peer

from .free_readings import has_opened
from .guests import came_by_offer
from .models import Article
from .rights import may_see


class By(StrEnum):
    EVERYONE = "everyone"
    SUBSCRIPTION = "subscription"
    FREE = "free"
    DESK = "desk"
    OFFER = "offer"
    READING_ROOM = "reading_room"


@dataclass(frozen=True)
class Way:
    """Why somebody reads all of an article; ``host`` is the institution whose reading room it is."""

    by: By
    host: str = ""


def way_to_whole(request, article) -> Way | None:
    """By what the visitor may read all of the article: by what the person is, by an article that a subscriber offered,
    or from a reading room. Three queries at most, and those of a colleague's rights."""
    if way := way_of_person(request.user, article):
        return way
    if not article.is_published:
        return None
    if came_by_offer(request, article):
        return Way(By.OFFER)
    host = institution_at(peer(request))
    return Way(By.READING_ROOM, host) if host else None


def way_of_person(user, article) -> Way | None:
    """Articles for everyone: everybody. Articles for subscribers: current subscribers, and readers who have opened it
    as one of their free ones. What readers cannot see, and what they would have to pay for: staff who may open the
    article in the back office."""
    if article.is_published:
        if article.access == Article.Access.EVERYONE:
            return Way(By.EVERYONE)
        if is_subscriber(user):
            return Way(By.SUBSCRIPTION)
    if not (user.is_authenticated and user.is_active):
        return None
    if may_see(user, article):
        return Way(By.DESK)
    return Way(By.FREE) if article.is_published and has_opened(user, article) else None


def may_read_whole(user, article) -> bool:
    return way_of_person(user, article) is not None


def may_comment(user, article) -> bool:
    """Whether the contributions of the article are open to this person: current subscribers, of a published article.

    Closed contributions, an unconfirmed address and moderators are matters of ``comments.rules``."""
    return article.is_published and is_subscriber(user)


def takes_contributions(article) -> bool:
    """Whether anybody may add to the contributions. Nobody comments on a right of reply, whatever its form says.

    ``articles.select_related("answered_request")`` saves the query."""
    return article.comments_open and not is_answer(article)


def is_answer(article) -> bool:
    """Whether the article is somebody's right of reply to another."""
    return getattr(article, "answered_request", None) is not None
