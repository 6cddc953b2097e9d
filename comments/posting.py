"""Posts a contribution, once for each form that was filled in."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Comment

# How long the same words of the same person in the same place are one contribution.
SAME_WORDS = dt.timedelta(minutes=10)


def post(*, article, author, text, key, reply_to=None) -> Comment:
    """The contribution, or the one that the same form posted before: the unique key decides between requests that
    arrive together. The same words sent again from a page of the browser's history, whose key is another, are that
    contribution too. ValidationError when the form was used for another text."""
    lately = timezone.now() - SAME_WORDS
    twin = author.comments.filter(article=article, text=text, reply_to=reply_to, posted_at__gte=lately).first()
    if twin:
        return twin
    try:
        with transaction.atomic():
            return Comment.objects.create(article=article, author=author, text=text, key=key, reply_to=reply_to)
    except IntegrityError:
        same = Comment.objects.filter(article=article, author=author, text=text, key=key, reply_to=reply_to).first()
        if same is None:
            sentence = _("This form has been sent already. To post this text as well, send it again.")
            raise ValidationError(sentence) from None
        return same
