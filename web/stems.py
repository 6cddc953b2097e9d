"""Words as the search compares them: without capitals, accents and elisions, reduced to French stems.

« l’élection », « Élections » and "election" are the same word. English words and those of the languages of Mali pass
through the same rules, which change little in them, on both sides alike. The stems are Snowball's (snowballstem.org).
"""

import functools
import re
import unicodedata

import snowballstemmer

LONGEST = 40
ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=\w)", re.IGNORECASE)
APOSTROPHES = str.maketrans("’ʼ", "''")
WORD = re.compile(r"[^\W_]+")
STEMMER = snowballstemmer.stemmer("french")


def stems(text: str) -> list[str]:
    """The stems of a text's words in order."""
    return [stem(word) for word in WORD.findall(folded(ELISION.sub("", text)))]


def folded(text: str) -> str:
    """Lower case without accents and soft hyphens; « œ » is « oe », each apostrophe the straight one."""
    decomposed = unicodedata.normalize("NFKD", text.replace("\xad", "").translate(APOSTROPHES).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("œ", "oe").replace("æ", "ae")


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Of a folded word; accents are gone before, so that they make no difference to the stem."""
    return STEMMER.stemWord(word[:LONGEST])
