"""Numbers of the paper receipt book: however one is typed, it is one number."""

import unicodedata

# Signs that look like a hyphen and are no dashes to Unicode: the minus, the bullet, the modifier letter.
LIKE_DASHES = "\u2212\u2043\u02d7"


def one_spelling(typed: str) -> str:
    """« C-1 » for « c – 1 », with whatever dash and spaces. Signs that nobody sees are left out."""
    return "".join(_plain(sign) for sign in unicodedata.normalize("NFKC", typed)).upper()


def _plain(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Pd" or sign in LIKE_DASHES:
        return "-"
    return "" if sign.isspace() or category in {"Cf", "Cc"} else sign
