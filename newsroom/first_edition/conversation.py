"""What subscribers say under one article."""

import datetime as dt
import uuid

from comments import posting
from comments.models import Comment

UNDER = "sotrama"
# author (key of the account), hours after publication, number of the contribution that it answers or None, text
CONTRIBUTIONS = [
    (
        "abonne",
        2,
        None,
        (
            "Je prends le 14 tous les matins et je confirme : dix minutes, rarement plus. Le plus étonnant, c’est "
            "le calme. Plus personne ne court derrière un véhicule en marche."
        ),
    ),
    (
        "usager",
        3,
        0,
        (
            "D’accord pour le matin, mais le soir l’ardoise est vide après 20 heures et chacun annonce son prix. "
            "Affichez aussi les tarifs de nuit !"
        ),
    ),
    (
        "ancien",
        9,
        None,
        (
            "Le comptage des étudiants est-il disponible quelque part ? J’aimerais le refaire à mon arrêt, où "
            "l’on attend une demi-heure sous le soleil."
        ),
    ),
    (
        "enseignante",
        26,
        None,
        (
            "Mes élèves arrivent à l’heure depuis la rentrée. Je ne sais pas si c’est l’ardoise, mais j’ai décidé "
            "de le croire."
        ),
    ),
    (
        "abonne",
        27,
        3,
        "Chez nous aussi, les retards ont changé de raison : maintenant, c’est le réveil.",
    ),
]


def post_contributions(article, users) -> list[Comment]:
    """Posts them and gives each the hour at which it is said to have come."""
    posted = []
    for author, hours, answers, text in CONTRIBUTIONS:
        comment = posting.post(
            article=article,
            author=users[author],
            text=text,
            key=uuid.uuid4(),
            reply_to=None if answers is None else posted[answers],
        )
        posted_at = article.published_at + dt.timedelta(hours=hours)
        Comment.objects.filter(pk=comment.pk).update(posted_at=posted_at)
        posted.append(comment)
    return posted
