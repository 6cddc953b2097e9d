"""Posts a contribution, once for each form that was filled in."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User

from . import floods
from .floods import Flooded
from .holding import look
from .models import Comment
from .notices import note_reply
from .room_rules import rules_for

__all__ = ["Flooded", "post"]

# How long the same words of the same person in the same place are one contribution.
SAME_WORDS = dt.timedelta(minutes=10)


def post(*, article, author, text, key, reply_to=None, answers=None, address="") -> Comment:
    """The contribution, or the one that the same form posted before. The same words sent again from a page of the
    browser's history, whose key is another, are that contribution too. Both hold between requests that arrive
    together. ``answers`` is the reply in the thread that it answers; ``address`` is the visitor's.
    ValidationError when the form was used for another text, when the text has a banned word (code « banned »), or when
    the person or the address posts too much (``Flooded``, code « flooded », to be answered with 429)."""
    rules = rules_for(article)
    held = look(article=article, author=author, text=text, rules=rules)
    state = Comment.State.HELD if held.cause else Comment.State.VISIBLE
    words = {"text": text, "reply_to": reply_to}
    values = {"key": key, "answers": answers, "state": state, "held_for": held.cause, "held_word": held.word}
    try:
        with transaction.atomic():
            _one_at_a_time(author)
            if kept := _said_lately(article, author, words):
                return kept
            floods.take(person=author, address=address, rules=rules)
            comment = Comment.objects.create(article=article, author=author, **words, **values)
            if comment.is_visible:
                note_reply(comment)
            return comment
    except (IntegrityError, Flooded) as error:
        same = Comment.objects.filter(article=article, author=author, key=key, **words).first()
        if same is None and isinstance(error, Flooded):
            raise
        if same is None:
            sentence = _("This form has been sent already. To post this text as well, send it again.")
            raise ValidationError(sentence) from None
        return same


def _one_at_a_time(author):
    """What one person posts waits, until the end of the transaction, for what the same person posts; rows that name
    the person are written meanwhile."""
    User.objects.select_for_update(no_key=True).get(pk=author.pk)


def _said_lately(article, author, words) -> Comment | None:
    lately = author.comments.filter(article=article, posted_at__gte=timezone.now() - SAME_WORDS, **words)
    return lately.exclude(state=Comment.State.DELETED).first()
