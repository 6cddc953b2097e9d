"""Keeps the words of articles for the search (``search.py`` asks them). Written with the working copy and with the
publication whose words they are, in the same transaction; the words themselves are made before it begins."""

from authors.models import Author
from web.html import text_of
from web.stems import LONGEST, stems

from .excerpts import excerpt
from .models import Article, SearchText, Section

# PostgreSQL refuses a text whose words take a megabyte.
LIMIT = 400_000
# Between two texts, so that no phrase is found across them; too long to be a word that somebody asks for.
BREAK = "z" * (LONGEST + 1)


def public_words(content: dict) -> str:
    """Of a content (``articles.working_copy``): all that anybody may read of it."""
    whole = content["access"] == Article.Access.EVERYONE
    return _words(content, content["body"] if whole else excerpt(content["body"]))


def desk_words(content: dict) -> str:
    """Everything in a content."""
    return _words(content, content["body"])


def keep(article, **words):
    """Writes ``public`` or ``desk`` of the article's row."""
    SearchText.objects.update_or_create(article=article, defaults=words)


def _words(content, body) -> str:
    keys = [row["author"] for row in content["bylines"]]
    names = Author.objects.filter(pk__in=keys).values_list("name", flat=True)
    section = Section.objects.filter(pk=content["section"]).values_list("name", flat=True)
    fields = [content[field] for field in ("kicker", "headline", "standfirst", "picture_caption")]
    texts = [*fields, text_of(body), *names, *section, *content["tags"]]
    return f" {BREAK} ".join(" ".join(stems(text)) for text in texts if text)[:LIMIT]
