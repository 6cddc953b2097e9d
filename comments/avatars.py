"""Pictures of people without a picture: the initials of the public name on one of a few colours."""

import zlib

from accounts.public_names import fold

# Those of ``static/css/tokens.css``, which hold in the dark too.
COLOURS = ("red", "ochre", "green", "teal", "blue", "purple")


def initials(name: str) -> str:
    """One of each of the first two words."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper()


def colour(name: str) -> str:
    """The same for the same name, on every page and for ever."""
    return COLOURS[zlib.crc32(fold(name).encode()) % len(COLOURS)]
