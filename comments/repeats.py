"""Whether somebody says again what was said: the same words, by the same person or passed from hand to hand."""

import datetime as dt

from django.utils import timezone

from .folding import said
from .models import Comment

LATELY = dt.timedelta(days=7)
# Of a person's newest contributions.
LOOKED_AT = 50
# Whoever says « Merci ! » twice repeats nothing; nor do two who say the same short sentence.
SHORTEST, SHORTEST_OF_OTHERS = 30, 80
# The same long text of so many others is a campaign.
OTHERS = 2


def is_repeat(*, author, text, comment=None) -> bool:
    """One query, two for a long text. What its author took back does not count; ``comment`` is the one itself."""
    words = said(text)
    if len(words) < SHORTEST:
        return False
    lately = Comment.objects.filter(posted_at__gte=timezone.now() - LATELY).exclude(state=Comment.State.DELETED)
    if comment:
        lately = lately.exclude(pk=comment.pk)
    own = lately.filter(author=author).order_by("-posted_at", "-pk").values_list("text", flat=True)[:LOOKED_AT]
    if any(said(other) == words for other in own):
        return True
    if len(words) < SHORTEST_OF_OTHERS:
        return False
    others = lately.exclude(author=author).beginning_like(text).order_by().values_list("author", "text")[:LOOKED_AT]
    return len({person for person, other in others if said(other) == words}) >= OTHERS
