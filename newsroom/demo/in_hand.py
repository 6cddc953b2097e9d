"""What the desk says to itself about two of its texts: who has them until when, flags, notes that mention somebody."""

import datetime as dt

from articles import following, notes
from articles.dates import day_begins
from articles.models import Article, Flag

from .texts import DRAFTS, TO_REVIEW

Priority = Article.Priority
A_DAY = dt.timedelta(days=1)
EVENING, NOON = dt.timedelta(hours=18), dt.timedelta(hours=12)


def follow(articles, users):
    chief, writer, freelance = (users[key] for key in ("redaction", "journaliste", "pigiste"))
    tomorrow = day_begins() + A_DAY
    blocking, warning = (Flag.objects.filter(blocks=blocks).first() for blocks in (True, False))

    museum = articles[DRAFTS[0].key]
    following.set_due(museum, tomorrow + EVENING, by=chief)
    following.set_priority(museum, Priority.HIGH, by=chief)
    following.assign([museum], writer, by=chief)
    following.raise_flag(museum, warning, by=chief, note="Une porte, de face, en lumière du matin.")
    notes.write(museum, f"@{writer.name} Peux-tu rappeler l’atelier pour le prix d’une porte restaurée ?", by=chief)

    school = articles[TO_REVIEW.key]
    following.set_due(school, tomorrow + NOON, by=chief)
    following.set_priority(school, Priority.URGENT, by=chief)
    following.assign([school], chief, by=chief)
    following.raise_flag(school, blocking, by=chief, note="Des élèves sont cités : accord des parents ?")
    notes.write(
        school, f"@{chief.name} J’ai ôté les prénoms. L’accord écrit de la directrice est au bureau.", by=freelance
    )
