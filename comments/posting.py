"""Posts a contribution, once for each form that was filled in."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .models import Comment


def post(*, article, author, text, key, reply_to=None) -> Comment:
    """The contribution, or the one that the same form posted before: the unique key decides between requests that
    arrive together. ValidationError when the form was used for another text."""
    try:
        with transaction.atomic():
            return Comment.objects.create(article=article, author=author, text=text, key=key, reply_to=reply_to)
    except IntegrityError:
        same = Comment.objects.filter(article=article, author=author, text=text, key=key, reply_to=reply_to).first()
        if same is None:
            sentence = _("This form has been sent already. To post this text as well, send it again.")
            raise ValidationError(sentence) from None
        return same
