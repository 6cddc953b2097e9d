"""Working copies: saving writes a revision, never the row that readers see.

The content of a revision is a dict of plain values: ``kicker``, ``headline``, ``slug`` (made from the headline when
empty), ``standfirst``, ``body`` (clean HTML), ``picture`` (id or None), ``picture_caption``, ``section`` (id or None),
``bylines`` ([{"author": id, "role": str}] in order), ``tags`` (names), ``related`` (ids in order), ``language``,
``access``, ``comments_open``, ``minor`` (do not show « Mis à jour » for this change). Status and instants are not in
it: a publication must not reset them.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import search_index, tag_names
from .models import Article, Revision, full_headline

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


def start(content: dict, *, by, key=None) -> tuple[Article, Revision]:
    """A new article with its first working copy. Its row stays bare until something is published. ``key`` is that of
    the form: IntegrityError when it has started an article already."""
    words = search_index.desk_words(content)
    with transaction.atomic():
        article = Article.objects.create(
            working_title=_title(content),
            created_by=by,
            creation_key=key,
            language=content["language"],
            headline="",
            slug="",
        )
        search_index.keep(article, desk=words)
        return article, _write(article, content, base=None, by=by)


def save(article: Article, content: dict, *, base: int | None, by, note: str = "") -> Revision:
    """Saves on top of ``base``, the revision that the person was shown (None where there was none).

    Raises ``Conflict`` when somebody saved since; the database decides races, since a base serves once. Content equal
    to the base's is not saved again: the base comes back.
    """
    words = search_index.desk_words(content)
    try:
        with transaction.atomic():
            current = newest(article)
            if current and current.pk != base:
                raise Conflict(current)
            if current is None:
                # Without it, what readers see now could not be taken back.
                current = _write(article, content_of(article), base=None, by=None, note=_("As published"))
            if read(current) == empty_content() | content:
                return current
            revision = _write(article, content, base=current, by=by, note=note)
            Article.objects.filter(pk=article.pk).update(working_title=_title(content), changed_at=timezone.now())
            search_index.keep(article, desk=words)
            return revision
    except IntegrityError:
        raise Conflict(newest(article)) from None


def _write(article, content, *, base, by, note="") -> Revision:
    return Revision.objects.create(
        article=article, base=base, schema=SCHEMA, content=empty_content() | content, author=by, note=note
    )


def _title(content) -> str:
    return full_headline(content["kicker"], content["headline"])[:250]
