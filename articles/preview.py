"""The newest working copy of an article as readers would get its page. Nothing is written.

What is set around it goes through the door, as it will for readers.
"""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from authors.models import Author
from pictures.models import Picture

from . import article_page, tag_names, working_copy
from .dates import instant_words
from .models import Article, Byline, Revision, Section
from .public_rows import day_of, slug_for
from .rendering import open_body

# Who looks. Whoever signed in without a subscription gets what anybody gets.
READERS = {
    "anonymous": pgettext_lazy("reader", "Anonymous"),
    "reader": gettext_lazy("Reader"),
    "subscriber": pgettext_lazy("reader", "Subscriber"),
}


@dataclass(frozen=True)
class Preview:
    """``article`` is unsaved and filled with the working copy; ``related`` are its « Lire aussi », hidden ones
    included; ``is_public``: readers get this very version."""

    article: Article
    related: list[int]
    revision: Revision | None
    is_public: bool

    def page(self, reader: str) -> dict:
        """The context of the article's template for one of ``READERS``."""
        subscribes = reader == "subscriber"
        whole = subscribes or self.article.access == Article.Access.EVERYONE
        return {**article_page.build(self.article, whole=whole, related=self.related), "subscribes": subscribes}

    def hidden(self) -> list[int]:
        """Keys of the articles that « Lire aussi » and the boxes of the text name and that readers do not see now."""
        named = dict.fromkeys([*self.related, *sorted(open_body(self.article.body).articles)])
        named.pop(self.article.pk, None)
        seen = set(Article.objects.published().filter(pk__in=named).values_list("pk", flat=True)) if named else set()
        return [key for key in named if key not in seen]

    @property
    def sentence(self) -> str:
        """Which version this is."""
        if self.revision is None:
            return _("Preview — the version that readers get") if self.is_public else _("Preview — not published")
        words = (
            _("Preview — version of {when}, which readers get")
            if self.is_public
            else _("Preview — version of {when}, not published")
        )
        return words.format(when=instant_words(self.revision.created_at))


def of(article: Article) -> Preview:
    """The same number of queries whatever the working copy names."""
    content, revision = working_copy.open_copy(article)
    is_public = article.is_published and (revision is None or revision.applied_at is not None)
    return Preview(_filled(article, content), content["related"], revision, is_public)


def _filled(article, content) -> Article:
    """Without a date it is that of now; without a headline or a section it still is a page."""
    published_at = article.published_at or timezone.now()
    plain = {name: content[name] for name in working_copy.PLAIN_FIELDS}
    filled = Article(
        **plain
        | {
            "pk": article.pk,
            "headline": content["headline"] or _("Untitled"),
            "slug": content["slug"] or article.slug or slug_for(content),
            "section": Section.objects.select_related("parent").filter(pk=content["section"]).first() or Section(),
            "picture": Picture.objects.filter(pk=content["picture"]).first(),
            "published_at": published_at,
            "published_on": article.published_on or day_of(published_at),
            "revised_at": article.revised_at,
        }
    )
    # Where the rows that ``for_page()`` fetches beforehand lie: these exist nowhere but here.
    filled._prefetched_objects_cache = {
        "bylines": _bylines(filled, content["bylines"]),
        "tags": tag_names.tags_called(content["tags"]),
    }
    return filled


def _bylines(article, entries) -> list[Byline]:
    authors = Author.objects.select_related("portrait").in_bulk([entry["author"] for entry in entries])
    return [
        Byline(article=article, author=authors[entry["author"]], role=entry["role"], position=position)
        for position, entry in enumerate(entries)
        if entry["author"] in authors
    ]
