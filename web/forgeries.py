"""What was made up to get further than one may: one line of the log each, with who asked and for what."""

import logging

from django.conf import settings

from .limits import peer

logger = logging.getLogger("newsroom.forgeries")

# Names by which people try whether a site believes a cookie. This site sets none of them.
CLAIMS = {"subscriber", "is_subscriber", "premium", "paid", "member", "admin", "is_admin"}


def note(request, what: str) -> None:
    """``what`` is a few words of the program's own; nothing that was sent stands in the line but the path, quoted."""
    logger.warning("%s: %r from %s", what, request.path, peer(request))


def note_claims(request) -> None:
    """For a visitor to whom something was just refused: cookies by which one seems to have wanted it."""
    if claims := sorted(CLAIMS & request.COOKIES.keys()):
        note(request, f"A cookie that claims a right ({', '.join(claims)})")
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.session.session_key is None:
        note(request, "A session that is not known")
