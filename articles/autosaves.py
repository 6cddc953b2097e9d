"""What a person has typed and not saved yet: one revision a person and article, marked as an autosave.

It changes nothing else: not the row that readers see, not the status or the dates, not the working copies that others
build upon; of an article that has none of these, the desk's lists take the headline. Each writing replaces the one
before, if the person's form knew of that one; another form of the same person, on a second device or after a crash,
must first look at what it would replace.
"""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from . import search_index, working_copy
from .models import Article, Presence, Revision
from .presence import OpenForm


class Unseen(Exception):
    """The person has another unsaved text of this article, which this form has not shown; ``kept`` is that one."""

    def __init__(self, kept: Revision):
        super().__init__(kept)
        self.kept = kept


def of(article, person) -> Revision | None:
    """The person's unsaved text."""
    return article.revisions.filter(author=person, is_autosave=True).select_related("base").first()


def differs(kept: Revision, content: dict) -> bool:
    return working_copy.read(kept) != working_copy.empty_content() | content


def start(*, by, key, language: str) -> Article:
    """The article of a form that has none yet, with nothing in it. The form's key starts one, however often it is
    sent."""
    try:
        with transaction.atomic():
            article = Article.objects.create(
                created_by=by, creation_key=key, language=language, headline="", slug="", working_title=""
            )
            search_index.keep(article, desk="")
            return article
    except IntegrityError:
        return Article.objects.get(creation_key=key, created_by=by)


def keep(article, content: dict, *, base: int | None, by, form: OpenForm) -> Revision | None:
    """Writes the text of a form down, in the place of what the form knows of; None comes back for a form whose text
    was saved meanwhile.

    Raises ``Unseen`` instead of replacing what the form does not know."""
    values = {
        "schema": working_copy.SCHEMA,
        "content": working_copy.empty_content() | content,
        "base": article.revisions.filter(pk=base, is_autosave=False).first(),
        "form_key": form.key,
        "created_at": timezone.now(),
    }
    with transaction.atomic():
        # Locked, where the database knows locks: a save of the same form comes before or after, not in between.
        opened = Presence.objects.select_for_update().filter(key=form.key).first()
        if opened and opened.saved_at:
            return None
        if values["base"] is None:
            _call(article, content)
        own = Revision.objects.filter(article=article, author=by, is_autosave=True)
        # By its key the form may replace what it wrote itself, though the answer never reached it.
        if own.filter(Q(created_at=form.known) | Q(form_key=form.key)).update(**values):
            return own.get()
        try:
            with transaction.atomic():
                return Revision.objects.create(article=article, author=by, is_autosave=True, **values)
        except IntegrityError:
            raise Unseen(own.get()) from None


def _call(article, content):
    """What was never saved is found again by the headline that was typed."""
    bare = Article.objects.filter(pk=article.pk, status=Article.Status.DRAFT, headline="")
    bare.exclude(revisions__is_autosave=False).update(working_title=working_copy.title_of(content))


def discard(article, *, by, at: dt.datetime):
    """Throws the person's text of that instant away, and with it an article that never held anything else."""
    with transaction.atomic():
        if not article.revisions.filter(author=by, is_autosave=True, created_at=at).delete()[0]:
            return
        bare = Article.objects.filter(pk=article.pk, created_by=by, status=Article.Status.DRAFT, headline="")
        bare.filter(revisions=None, steps=None, notes=None, published_at=None).delete()
