"""Working copies: saving writes a revision, never the row that readers see.

The content of a revision is a dict of plain values: ``kicker``, ``headline``, ``slug`` (made from the headline when
empty), ``standfirst``, ``body`` (clean HTML), ``picture`` (id or None), ``picture_caption``, ``section`` (id or None),
``bylines`` ([{"author": id, "role": str}] in order), ``tags`` (names), ``related`` (ids in order), ``language``,
``access``, ``comments_open``, ``minor`` (do not show « Mis à jour » for this change). Status and instants are not in
it: a publication must not reset them.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from . import presence, search_index, tag_names
from .models import Article, Revision, full_headline
from .presence import OpenForm

SCHEMA = 1
# From a schema number to the function that turns its content into that of the next.
UPGRADERS = {}

PLAIN_FIELDS = (
    "kicker",
    "headline",
    "slug",
    "standfirst",
    "body",
    "picture_caption",
    "language",
    "access",
    "comments_open",
)


class Conflict(Exception):
    """Somebody saved since the person's base; ``newest`` is what they saved."""

    def __init__(self, newest: Revision):
        super().__init__(newest)
        self.newest = newest


def empty_content() -> dict:
    """The content of an article that nobody has written yet."""
    return {
        **dict.fromkeys(("kicker", "headline", "slug", "standfirst", "body", "picture_caption"), ""),
        "language": settings.LANGUAGE_CODE,
        "access": Article.Access.EVERYONE.value,
        "comments_open": True,
        "picture": None,
        "section": None,
        "bylines": [],
        "tags": [],
        "related": [],
        "minor": False,
    }


def content_of(article: Article) -> dict:
    """What readers see now, as content: the baseline from which the first working copy departs."""
    return {
        **{field: getattr(article, field) for field in PLAIN_FIELDS},
        "picture": article.picture_id,
        "section": article.section_id,
        "bylines": [{"author": row.author_id, "role": row.role} for row in article.bylines.all()],
        "tags": [row.tag.name for row in article.tagged.select_related("tag").order_by("pk")],
        "related": [row.related_id for row in article.related_rows.all()],
        "minor": False,
    }


def newest(article: Article) -> Revision | None:
    """The newest working copy that a person saved; None for an article that came without any."""
    return article.revisions.filter(is_autosave=False).select_related("author").first()


def read(revision: Revision) -> dict:
    """The revision's content in today's shape."""
    content, schema = dict(revision.content), revision.schema
    while schema < SCHEMA:
        content, schema = UPGRADERS[schema](content), schema + 1
    return empty_content() | content


def open_copy(article: Article) -> tuple[dict, Revision | None]:
    """What the form shows: the newest working copy with its tags' names of today, or the row where there is none.
    Writes nothing."""
    revision = newest(article)
    if revision is None:
        return content_of(article), None
    content = read(revision)
    return content | {"tags": tag_names.today(content["tags"])}, revision


def start(content: dict, *, by, key=None, form: OpenForm | None = None) -> tuple[Article, Revision]:
    """A new article with its first working copy. Its row stays bare until something is published. ``key`` is that of
    the new article: IntegrityError when it was started already. ``form`` as in ``save``."""
    words = search_index.desk_words(content)
    with transaction.atomic():
        article = Article.objects.create(
            working_title=title_of(content),
            created_by=by,
            creation_key=key,
            language=content["language"],
            headline="",
            slug="",
        )
        search_index.keep(article, desk=words)
        _close(article, form, by)
        return article, _write(article, content, base=None, by=by)


def save(
    article: Article, content: dict, *, base: int | None, by, note: str = "", form: OpenForm | None = None
) -> Revision:
    """Saves on top of ``base``, the revision that the person was shown (None where there was none). ``form`` is
    the one that it was typed in: its autosave goes with the save.

    Raises ``Conflict`` when somebody saved since; the database decides races, since a base serves once. Raises
    ``presence.Held`` when another form holds the article. Content equal to the base's is not saved again: the base
    comes back.
    """
    words = search_index.desk_words(content)
    try:
        with transaction.atomic():
            presence.require(article, form and form.key)
            current = newest(article)
            if current and current.pk != base:
                raise Conflict(current)
            if current is None and article.headline:
                # Without it, what readers see now could not be taken back.
                current = _baseline(article)
            _close(article, form, by)
            if current and read(current) == empty_content() | content:
                return current
            revision = _write(article, content, base=current, by=by, note=note)
            Article.objects.filter(pk=article.pk).update(working_title=title_of(content), changed_at=timezone.now())
            search_index.keep(article, desk=words)
            return revision
    except IntegrityError:
        raise Conflict(newest(article)) from None


def _close(article, form, by):
    """What the form had autosaved is in the save, and nothing that it sent before may come after it."""
    if form is None:
        return
    # First: an autosave of the form that comes at the same moment waits for this row, and then finds it saved.
    presence.note_saved(article, by=by, key=form.key)
    typed = Q(created_at=form.known)
    if form.key:
        typed |= Q(form_key=form.key)
    article.revisions.filter(typed, author=by, is_autosave=True).delete()


def _baseline(article) -> Revision:
    """Readers have it already where the article is approved; it differs from nothing."""
    root = _write(article, content_of(article), base=None, by=None, note=_("As published"))
    if article.status == Article.Status.APPROVED:
        Revision.objects.filter(pk=root.pk).update(applied_at=root.created_at)
        root.refresh_from_db()
    return root


def _write(article, content, *, base, by, note="") -> Revision:
    return Revision.objects.create(
        article=article, base=base, schema=SCHEMA, content=empty_content() | content, author=by, note=note
    )


def title_of(content) -> str:
    return full_headline(content["kicker"], content["headline"])[:250]
