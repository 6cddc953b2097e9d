"""What subscribers say under some articles, and what the moderator hid."""

import datetime as dt
import uuid
from typing import NamedTuple

from comments import moderation, posting
from comments.models import Comment


class Said(NamedTuple):
    """``author`` is the key of an account, ``after`` the minutes since publication, ``answers`` the place of the head
    that it answers in the same list."""

    author: str
    after: int
    text: str
    answers: int | None = None
    hidden: bool = False


# By the key of the article.
CONTRIBUTIONS = {
    "sotrama": [
        Said(
            "abonne",
            120,
            (
                "Je prends le 14 tous les matins et je confirme : dix minutes, rarement plus. Le plus étonnant, c’est"
                " le calme. Plus personne ne court derrière un véhicule en marche."
            ),
        ),
        Said(
            "usager",
            180,
            (
                "D’accord pour le matin, mais le soir l’ardoise est vide après 20 heures et chacun annonce son prix. "
                "Affichez aussi les tarifs de nuit !"
            ),
            answers=0,
        ),
        Said(
            "ancien",
            540,
            (
                "Le comptage des étudiants est-il disponible quelque part ? J’aimerais le refaire à mon arrêt, où "
                "l’on attend une demi-heure sous le soleil."
            ),
        ),
        Said(
            "enseignante",
            1560,
            (
                "Mes élèves arrivent à l’heure depuis la rentrée. Je ne sais pas si c’est l’ardoise, mais j’ai décidé"
                " de le croire."
            ),
        ),
        Said(
            "abonne",
            1620,
            "Chez nous aussi, les retards ont changé de raison : maintenant, c’est le réveil.",
            answers=3,
        ),
        Said(
            "vendeuse",
            1700,
            "Motos d’occasion, état neuf, prix d’ami. Appelez vite avant la hausse !",
            hidden=True,
        ),
    ],
    "traversee": [
        Said(
            "coureur",
            65,
            (
                "Quarante et une minutes à pied, c’est le temps d’un marcheur prudent. Venez le mardi avec nous : "
                "nous le faisons en trente-trois, et l’on bavarde."
            ),
        ),
        Said(
            "infirmier",
            140,
            (
                "Je rentre à 20 heures depuis dix ans. Vingt-sept minutes, c’est exact à deux près. Merci d’avoir "
                "compté, je croyais que j’étais chanceux."
            ),
        ),
        Said(
            "usager",
            200,
            "Il manque le samedi. Le samedi, le pont n’a pas d’heure.",
            answers=1,
        ),
        Said(
            "ancien",
            900,
            "A-t-on mesuré dans l’autre sens ? De la rive gauche vers la droite, à 8 heures, c’est une promenade.",
        ),
    ],
    "rentree": [
        Said(
            "enseignante",
            90,
            (
                "Un détail utile : le compas en métal à 500 francs tient une année, celui à 1 500 aussi. Achetez le "
                "premier."
            ),
        ),
        Said(
            "vendeuse",
            170,
            (
                "Je vends des cahiers au marché et je ne gagne que 15 francs sur chacun. Ce n’est pas nous qui "
                "faisons l’addition."
            ),
            answers=0,
        ),
        Said(
            "retraite",
            400,
            "De mon temps, on avait une ardoise et une éponge. Cela dit, on avait aussi froid aux doigts.",
        ),
    ],
    "idees": [
        Said(
            "etudiante",
            75,
            "« Je ne veux pas un lampadaire, je veux deux cents pas. » Voilà une phrase que je garde.",
        ),
        Said(
            "retraite",
            150,
            (
                "La banque de chaises est l’idée la plus sérieuse des vingt. J’ai loué des chaises pour trois "
                "baptêmes cette année : 21 000 francs."
            ),
            answers=0,
        ),
        Said(
            "pecheur",
            310,
            (
                "Nous étions quarante-trois à signer les onze pages. Le plan est de mon fils. Il est en terminale, si"
                " quelqu’un cherche un dessinateur."
            ),
        ),
        Said(
            "usager",
            420,
            "Tous des voleurs, tous ! Vous verrez où ira l’argent, et je connais les noms.",
            hidden=True,
        ),
        Said(
            "abonne",
            480,
            "On peut se méfier sans accuser. Les factures seront publiques : allons les lire.",
            answers=3,
        ),
        Said(
            "diaspora",
            1300,
            (
                "Depuis Montreuil, je vous lis au petit-déjeuner. « Que mon fils revienne travailler ici » : j’ai "
                "pensé à ma mère."
            ),
        ),
    ],
    "digue": [
        Said(
            "pecheur",
            55,
            (
                "La brèche près des pirogues, c’est nous qui l’avons faite il y a quinze ans, pour sortir les "
                "bateaux. On la bouchera nous-mêmes samedi."
            ),
        ),
        Said(
            "infirmier",
            130,
            (
                "Et pensez aux compteurs électriques. À la dernière crue, on a soigné plus de gens électrisés que de "
                "gens mouillés."
            ),
        ),
        Said(
            "abonne",
            220,
            (
                "Le conseil de la directrice d’en face devrait être affiché partout : faire, un jour par an, comme si"
                " la digue n’existait pas."
            ),
            answers=1,
        ),
        Said(
            "diaspora",
            700,
            "Où peut-on envoyer de quoi acheter des sacs ? Nous sommes une dizaine ici, originaires du quartier.",
        ),
        Said(
            "pecheur",
            760,
            "Chez la comptable, Assitou. Elle note tout. C’est un peu le sujet de l’article.",
            answers=3,
        ),
    ],
    "budget": [
        Said(
            "usager",
            40,
            (
                "J’ai voté pour les caniveaux et j’ai perdu d’une voix. La mienne comptait donc : c’est presque une "
                "consolation."
            ),
        ),
        Said(
            "etudiante",
            95,
            (
                "Premier vote de ma vie, à dix-sept ans, à côté de ma grand-mère. Nous n’avons pas levé la main pour "
                "le même projet."
            ),
            answers=0,
        ),
        Said(
            "retraite",
            240,
            "Quinze millions pour quarante lampadaires, est-ce cher ? Un électricien parmi les lecteurs ?",
        ),
        Said(
            "coureur",
            300,
            "Cela fait 375 000 francs pièce, mât et batterie compris. C’est correct, s’ils tiennent cinq ans.",
            answers=2,
        ),
    ],
    "edito": [
        Said(
            "infirmier",
            25,
            "« Sans politesse excessive » : je l’écris sur la première page de mon cahier.",
        ),
        Said(
            "etudiante",
            50,
            "Celui qui n’est pas venu, c’est mon oncle. Il fait le tour de la flaque depuis ce matin.",
            answers=0,
        ),
        Said(
            "retraite",
            70,
            "Bien dit. Mais publiez aussi ce qui n’aura pas été fait : c’est toujours la plus longue liste.",
        ),
    ],
}


def post_contributions(articles, users) -> list[Comment]:
    """Posts them and gives each the instant at which it is said to have come. ``articles`` and ``users`` by key."""
    return [comment for key, said in CONTRIBUTIONS.items() for comment in _post_under(articles[key], said, users)]


def _post_under(article, contributions, users):
    posted = []
    for said in contributions:
        comment = posting.post(
            article=article,
            author=users[said.author],
            text=said.text,
            key=uuid.uuid4(),
            reply_to=None if said.answers is None else posted[said.answers],
        )
        posted_at = article.published_at + dt.timedelta(minutes=said.after)
        Comment.objects.filter(pk=comment.pk).update(posted_at=posted_at)
        if said.hidden:
            moderation.hide(comment, by=users["moderation"])
        posted.append(comment)
    return posted
