"""What the demo edition corrects, and who asked to answer it: one request is near its end, one is answered."""

import datetime as dt

from articles import corrections, replies
from articles.models import Correction, ReplyRequest, ReplyRule

from .text import at_hour

CORRECTED, CORRECTED_AFTER = "bornes", dt.timedelta(hours=8)
CORRECTION = (
    "Une première version de cet article donnait au réservoir soixante mètres cubes. Il en contient quatre-vingts. "
    "L’erreur était la nôtre, non celle du comité de l’eau."
)
ANSWERED, ANSWER = "bornes", "reponse"
ASKED_ABOUT = "digue"
# requester, capacity, contact, text to publish
ANSWERED_REQUEST = (
    "Sidi Kolado",
    "charretier, pour six anciens vendeurs d’eau",
    "Borne 9, Sokoura-Fleuve",
    "Votre article range les anciens vendeurs d’eau parmi « les perdants »…",
)
OPEN_REQUEST = (
    "Dramane Foulaba",
    "propriétaire des deux fours à briques",
    "Rue des Fours, Kônô-Fara, après 17 heures",
    (
        "Vous écrivez que mes fours sont « installés dans le talus » de la digue et que mon autorisation est signée "
        "d’un mort. Elle a été signée par un vivant, il y a neuf ans, et je la paie chaque année à la commune : "
        "12 000 francs, reçus à l’appui.\n\n"
        "Je n’ai jamais refusé de partir. J’ai demandé un terrain où la terre est bonne. On m’en a montré un, sous "
        "l’eau cinq mois sur douze.\n\n"
        "Je demande que ces lignes paraissent à la même place que votre enquête."
    ),
)


def fill_register(articles, by, now):
    """``articles`` by key; ``by`` a chief editor."""
    correct(articles[CORRECTED], by)
    answered = _receive(articles[ANSWERED], ANSWERED_REQUEST, at_hour(now, -4, "10:15"), by)
    replies.link(answered, articles[ANSWER], by=by)
    _receive(articles[ASKED_ABOUT], OPEN_REQUEST, at_hour(now, -2, "16:20"), by)


def correct(article, by):
    correction = corrections.publish(Correction(article=article, text=CORRECTION), by=by)
    Correction.objects.filter(pk=correction.pk).update(at=article.published_at + CORRECTED_AFTER)


def _receive(article, request, received_at, by):
    requester, capacity, contact, text = request
    row = ReplyRequest(article=article, requester=requester, capacity=capacity, contact=contact, text=text)
    row.means, row.rule = ReplyRequest.Means.LETTER, ReplyRule.objects.get(is_default=True)
    row.received_at = received_at
    replies.receive(row, by=by)
    return row
