"""Articles that subscribers offer by a link: made, withdrawn, opened.

A link opens its article five times within seven days, for whoever holds it, while its giver is a subscriber. Each
guest's browser keeps a signed proof of its opening, so that reading again opens nothing more.
"""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.turns import take_turn
from subscriptions.access import is_subscriber
from subscriptions.models import Terms
from subscriptions.periods import month_of
from subscriptions.refusals import Refused
from web import places, tokens

from .models import Article, OfferedArticle, OfferedOpening
from .models.reading import OPENINGS

LINK, PROOF = "offered-article", "offered-opening"
LIFETIME = dt.timedelta(days=7)


@transaction.atomic
def make(article: Article, *, by, at=None) -> OfferedArticle:
    """The subscriber's link to the article: the one that there is while it still opens, else a new one. Raises
    ``Refused``."""
    at = at or timezone.now()
    if not is_subscriber(by, at):
        raise Refused(_("Only subscribers can offer an article."))
    take_turn(by.pk)
    theirs = OfferedArticle.objects.live(at).filter(article=article, user=by).annotate(opened=Count("openings"))
    if known := theirs.filter(opened__lt=OPENINGS).first():
        return known
    among, most = {"user": by, "month": month_of(at)}, Terms.current().offered_articles
    try:
        return places.take(OfferedArticle, among, most=most, article=article, created_at=at, expires_at=at + LIFETIME)
    except places.NoneLeft:
        raise Refused(_("You have offered all the articles that you can offer this month.")) from None


def revoke(offer: OfferedArticle) -> bool:
    """At once, also for those who opened the article by it."""
    return bool(OfferedArticle.objects.filter(pk=offer.pk, revoked_at=None).update(revoked_at=timezone.now()))


def revoke_all(article: Article) -> None:
    """For an article that leaves the site: should it come back, its old links stay shut."""
    OfferedArticle.objects.filter(article=article, revoked_at=None).update(revoked_at=timezone.now())


def token_of(offer: OfferedArticle) -> str:
    return tokens.make(LINK, [offer.pk, offer.nonce])


def address_of(offer: OfferedArticle) -> str:
    """The absolute address, to be sent to guests."""
    return settings.SITE_URL + reverse("offered_article", args=[*offer.article.path.split("/"), token_of(offer)])


def find(token: str) -> OfferedArticle | None:
    """The offer of the token, None for one that is forged."""
    try:
        key, nonce = tokens.read(LINK, token)
    except tokens.BadToken:
        return None
    return OfferedArticle.objects.filter(pk=key, nonce=nonce).select_related("user").first()


def why_not(offer: OfferedArticle, at=None) -> str:
    """Why the link opens nothing, in words; empty where it does."""
    at = at or timezone.now()
    if offer.revoked_at is not None:
        return _("This link has been withdrawn.")
    if offer.expires_at <= at:
        return _("This link was good for seven days, which are over.")
    if not is_subscriber(offer.user, at):
        return _("Whoever offered you this article has no subscription any more.")
    if offer.openings.count() >= OPENINGS:
        return _("This link has opened the article five times, which is all that it can do.")
    return ""


def open_offer(offer: OfferedArticle, *, at=None) -> OfferedOpening:
    """One of the five openings. Raises ``Refused`` with the reason."""
    if reason := why_not(offer, at):
        raise Refused(reason)
    try:
        return places.take(OfferedOpening, {"offer": offer}, most=OPENINGS, at=at or timezone.now())
    except places.NoneLeft:
        raise Refused(why_not(offer, at)) from None


def proof_of(opening: OfferedOpening) -> str:
    """What the guest's browser keeps."""
    return tokens.make(PROOF, [opening.pk, opening.offer.article_id])


def proves(proof: str, article: Article, at=None) -> bool:
    """Whether the proof is of an opening of this article whose link still holds. Two queries. Raises ``BadToken``,
    also for the proof of another article: no browser would send it here."""
    key, article_key = tokens.read(PROOF, proof)
    if article_key != article.pk:
        raise tokens.BadToken
    offer = OfferedArticle.objects.live(at).filter(article=article, openings=key).select_related("user").first()
    return offer is not None and is_subscriber(offer.user, at)
