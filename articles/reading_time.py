"""How long an article takes to read."""

from web.html import text_of

WORDS_A_MINUTE = 200


def minutes(html: str) -> int:
    """Whole minutes, at least one, for the text of a body."""
    words = sum(any(map(str.isalnum, word)) for word in text_of(html).split())
    return max(1, round(words / WORDS_A_MINUTE))
