"""What a guest's browser keeps of an article that was offered: a signed proof, for this article's address alone."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from web.forgeries import note
from web.tokens import BadToken

from . import offers

COOKIE = "offered"
# Tells the script of the public page that there may be something to fetch; it proves nothing.
HINT = "guest_reader"


def came_by_offer(request, article) -> bool:
    """Two queries, where there is a proof."""
    proof = request.COOKIES.get(COOKIE)
    if proof is None:
        return False
    try:
        return offers.proves(proof, article)
    except BadToken:
        note(request, "A forged proof of an offered article")
        return False


def keep_proof(response, opening) -> None:
    """Until the end of the link, and only sent back to the article's own address."""
    offer = opening.offer
    seconds = max(1, int((offer.expires_at - timezone.now()) / dt.timedelta(seconds=1)))
    at_article = {"path": offer.article.get_absolute_url(), "samesite": "Lax"}
    shared = {**at_article, "max_age": seconds, "secure": settings.SESSION_COOKIE_SECURE}
    response.set_cookie(COOKIE, offers.proof_of(opening), httponly=True, **shared)
    response.set_cookie(HINT, "1", **shared)


def hint_at_reading_room(response):
    """For whoever reads from a reading room: the next pages of this visit take the rest in by themselves."""
    response.set_cookie(HINT, "1", secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")
    return response
