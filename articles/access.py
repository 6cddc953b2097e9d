"""May this person read all of an article, or take part in its contributions: one answer, « no » by default.

Whether an article is there at all is the door's question (``Article.objects.published()``).
"""

from subscriptions.access import is_subscriber

from .models import Article
from .rights import may_see


def may_read_whole(user, article) -> bool:
    """Articles for everyone: everybody. Articles for subscribers: current subscribers. What readers cannot see, and
    what they would have to pay for: staff who may open the article in the back office."""
    if article.is_published and (article.access == Article.Access.EVERYONE or is_subscriber(user)):
        return True
    return user.is_authenticated and user.is_active and may_see(user, article)


def may_comment(user, article) -> bool:
    """Whether the contributions of the article are open to this person: current subscribers, of a published article.

    Closed contributions, an unconfirmed address and moderators are matters of ``comments.rules``."""
    return article.is_published and is_subscriber(user)
