"""The front page by hand of the demo edition. What it leaves empty fills itself with the newest."""

from articles import front_page_desk
from articles.models import FrontPageSlot

Place = FrontPageSlot.Place
# place, key of the article, headline for the front page
SLOTS = [
    (Place.LEAD, "crue", "Le fleuve monte, la ville change d’horaires"),
    (Place.SECONDARY, "digue", "Une digue, vingt-trois brèches et un registre vide"),
    (Place.SECONDARY, "edito", ""),
    (Place.FEATURED, "kora", ""),
    (Place.FEATURED, "bornes", ""),
    (Place.FEATURED, "mil", "Prix du mil : où passent les 70 francs ?"),
    (Place.FEATURED, "dakar", ""),
]


def make_front_page(articles, by):
    """``articles`` by key."""
    slots = [
        FrontPageSlot(place=place, position=position, article=articles[key], headline=headline)
        for position, (place, key, headline) in enumerate(SLOTS, start=1)
    ]
    front_page_desk.save(slots, base=0, by=by)
