"""Notes of colleagues on an article, and the mentions in them."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from . import colleagues, desk_mail, rights
from .models import Mention, Note

LONGEST = Note._meta.get_field("text").max_length
# The same words of the same person again within it are a button pressed twice.
TWICE = dt.timedelta(minutes=1)


@transaction.atomic
def write(article, text: str, *, by) -> tuple[Note, list[str]]:
    """Adds a note, tells those whom it mentions, and takes what its author was mentioned in here as read. Returns the
    names after an « @ » that nobody has who may see the article, besides."""
    if not rights.may_see(by, article):
        raise PermissionDenied
    text = text.strip()[:LONGEST]
    named, unknown = colleagues.named_in(text, list(colleagues.who_may_see(article))) if "@" in text else ([], [])
    again = article.notes.filter(author=by, text=text, at__gt=timezone.now() - TWICE).first()
    if again:
        return again, unknown
    note = Note.objects.create(article=article, author=by, text=text)
    mentioned = [person for person in named if person != by]
    Mention.objects.bulk_create(Mention(note=note, user=person) for person in mentioned)
    for person in mentioned:
        desk_mail.tell_mentioned(person, article, by=by)
    take_as_read(article, by=by)
    return note, unknown


def take_as_read(article, *, by) -> int:
    """All that the person is mentioned in on the article; returns how many were unread."""
    return Mention.objects.filter(user=by, note__article=article, read_at=None).update(read_at=timezone.now())
