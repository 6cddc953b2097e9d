"""What subscribers say under some articles, what they think of it, what the moderator decided and has yet to read."""

import datetime as dt
import uuid
from typing import NamedTuple

from comments import moderation, posting, sanctions, taking_part, words
from comments.models import Comment, Notice


class Said(NamedTuple):
    """``author`` is the key of an account, ``after`` the minutes since publication, ``answers`` the place of what it
    answers in the same list, ``refused`` the title of the reason, ``liked`` the keys of those who appreciate it."""

    author: str
    after: int
    text: str
    answers: int | None = None
    refused: str = ""
    liked: tuple[str, ...] = ()
    featured: bool = False
    reported: tuple[str, str, str] | None = None


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
            liked=("etudiante",),
        ),
        Said(
            "enseignante",
            1560,
            (
                "Mes élèves arrivent à l’heure depuis la rentrée. Je ne sais pas si c’est l’ardoise, mais j’ai décidé"
                " de le croire."
            ),
            liked=("abonne", "usager", "retraite", "diaspora", "infirmier"),
            featured=True,
        ),
        Said(
            "abonne",
            1620,
            "Chez nous aussi, les retards ont changé de raison : maintenant, c’est le réveil.",
            answers=3,
            liked=("enseignante", "etudiante", "ancien"),
        ),
        Said(
            "enseignante",
            1655,
            "Alors vendez-moi le vôtre, le mien ne sonne que le dimanche.",
            answers=4,
            liked=("abonne",),
        ),
        Said(
            "vendeuse",
            1700,
            "Motos d’occasion, état neuf, prix d’ami. Appelez vite avant la hausse !",
            refused="Publicité",
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
            refused="Affirmation sans preuve",
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
            liked=("pecheur", "abonne"),
            featured=True,
        ),
        Said(
            "pecheur",
            760,
            "Chez la comptable, Assitou. Elle note tout. C’est un peu le sujet de l’article.",
            answers=3,
            liked=("diaspora",),
        ),
        Said(
            "usager",
            810,
            "J’ai photographié la brèche ce matin, de près : https://example.org/digue/photos",
        ),
        Said(
            "vendeuse",
            830,
            "On connaît les escrocs qui vendent le sac de sable au prix du sac de riz.",
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
            liked=("infirmier", "etudiante"),
        ),
        Said(
            "coureur",
            95,
            "L’oncle d’Aminta habite au 12, porte bleue. Qu’on aille lui porter une pelle.",
            reported=("etudiante", "privacy", "C’est l’adresse de ma famille."),
        ),
    ],
}


# The moderator's list of the demo.
SUSPECT = "\n".join(["voleur", "voleurs", "escroc", "escrocs", "menteur", "menteurs"])


def post_contributions(articles, users, now) -> list[Comment]:
    """Posts them and gives each the instant at which it is said to have come. ``articles`` and ``users`` by key.
    Nobody is written to about them."""
    moderator = users["moderation"]
    words.save(by=moderator, version=1, suspect=SUSPECT)
    posted = [comment for key, said in CONTRIBUTIONS.items() for comment in _post_under(articles[key], said, users)]
    sanctions.note(users["vendeuse"], text="Deuxième annonce de motos. La prochaine fois, la prévenir.", by=moderator)
    Notice.objects.update(sent_at=now)
    return posted


def _post_under(article, contributions, users):
    posted = []
    for said in contributions:
        answered = None if said.answers is None else posted[said.answers]
        comment = posting.post(
            article=article,
            author=users[said.author],
            text=said.text,
            key=uuid.uuid4(),
            reply_to=answered and (answered.reply_to or answered),
            answers=answered if answered and answered.reply_to else None,
        )
        posted_at = article.published_at + dt.timedelta(minutes=said.after)
        Comment.objects.filter(pk=comment.pk).update(posted_at=posted_at)
        _receive(comment, said, users)
        posted.append(comment)
    return posted


def _receive(comment, said, users):
    """What the others do with it, and the moderator."""
    for key in said.liked:
        taking_part.appreciate(comment, by=users[key])
    if said.reported:
        key, reason, told = said.reported
        taking_part.report(comment, by=users[key], reason=reason, words=told)
    if said.refused:
        moderation.reject(comment, by=users["moderation"], reason=said.refused)
    if said.featured:
        moderation.feature(comment, by=users["moderation"])
