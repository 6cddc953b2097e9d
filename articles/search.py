"""Full-text search: filters a queryset of articles by words.

``search(queryset, words)`` returns an ordinary queryset, so the door, filters and keyset pages stay as they are. Both
databases compare the same stems (``web.stems``). What only subscribers read is not in the public words: finding an
article by a word of its paid part would tell that the word is there. ``search_index.py`` writes what is asked here.
"""

import re

from django.db import connections
from django.db.models.expressions import RawSQL

from web.stems import stems

LONGEST_QUERY = 200
MOST_WORDS = 12
# Words that are left out of a question which has others.
SMALL_WORDS = """
au aux avec ce ces dans de des du elle en et il ils la le les leur mais ne on ou par pas pour qu que qui sa se ses son
sur un une a and in is of on the to
"""
SMALL = frozenset(stems(SMALL_WORDS))
PHRASE = re.compile(r'["«“”]([^"«»“”]*)["»“”]')
SQLITE = "SELECT rowid FROM articles_searchtext_index WHERE articles_searchtext_index MATCH %s"
POSTGRESQL = (
    "SELECT article_id FROM articles_searchtext "
    "WHERE to_tsvector('simple'::regconfig, {column}) @@ to_tsquery('simple'::regconfig, %s)"
)


def search(queryset, words: str, *, desk=False):
    """Those of the articles that have every word, and every phrase in quotation marks; none when nothing is asked.

    ``desk`` looks at working copies instead of what readers may see: for the back office only."""
    terms = terms_of(words)
    if not terms:
        return queryset.none()
    column = "desk" if desk else "public"
    if connections[queryset.db].vendor == "postgresql":
        question = " & ".join("(" + " <-> ".join(f"'{word}'" for word in term) + ")" for term in terms)
        return queryset.filter(pk__in=RawSQL(POSTGRESQL.format(column=column), [question]))  # noqa: S611 - a constant
    question = " AND ".join('"' + " ".join(term) + '"' for term in terms)
    return queryset.filter(pk__in=RawSQL(SQLITE, [f"{column} : ({question})"]))  # noqa: S611 - a constant


def terms_of(words: str) -> list[list[str]]:
    """Lists of stems that must follow each other: one stem a word, several a phrase. Stems hold letters and digits
    only, so nothing in them can be syntax."""
    asked = words[:LONGEST_QUERY]
    phrases = [found for phrase in PHRASE.findall(asked) if (found := stems(phrase))]
    single = [[stem] for stem in dict.fromkeys(stems(PHRASE.sub(" ", asked)))]
    large = [term for term in single if term[0] not in SMALL]
    return [*phrases, *(large or ([] if phrases else single))][:MOST_WORDS]
