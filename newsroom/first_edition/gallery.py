"""The pictures of the first edition in the picture library."""

from collections.abc import Callable
from typing import NamedTuple

from django.core.files.base import ContentFile

from pictures import library, renditions
from pictures.models import Picture

from . import drawings

CREDIT = "Illustration Newsroom"


class Drawing(NamedTuple):
    draw: Callable
    alt: str
    caption: str
    focal_x: int = 50
    focal_y: int = 50


DRAWINGS = {
    "river": Drawing(
        drawings.draw_river,
        "Trois pirogues sur un large fleuve, au coucher du soleil ; un piroguier debout pousse sur sa perche.",
        "Le fleuve à l’heure des dernières traversées.",
        focal_x=48,
        focal_y=58,
    ),
    "market": Drawing(
        drawings.draw_market,
        "Un marché vu du ciel : parasols et bâches rayées, étals de légumes, passants et une charrette de sacs.",
        "Un marché vu d’en haut, un matin d’affluence.",
    ),
    "prices": Drawing(
        drawings.draw_prices,
        "Diagramme : le kilo de mil coûte 205 francs à Sikasso, 210 à Ségou, 235 à Koulikoro, 275 à Bamako "
        "et 290 à Kayes, plus qu’un an auparavant partout.",
        "Prix du kilo de mil sur cinq marchés, en francs CFA, il y a un an et aujourd’hui.",
        focal_y=55,
    ),
    "solar": Drawing(
        drawings.draw_solar,
        "Des rangées de panneaux solaires sous un grand soleil, devant un village et un château d’eau.",
        "Un champ solaire à la sortie du village.",
        focal_y=60,
    ),
    "football": Drawing(
        drawings.draw_football,
        "Sur un terrain de terre, au couchant, un joueur vient de tirer et le gardien plonge vers le ballon.",
        "Le terrain du quartier, à l’heure où l’on ne voit presque plus le ballon.",
        focal_x=55,
        focal_y=52,
    ),
    "road": Drawing(
        drawings.draw_road,
        "Carte simplifiée : la route de Bamako à Mopti le long du Niger, refaite de Ségou à San en passant par Bla.",
        "La route de Bamako à Mopti ; en rouge, les 205 kilomètres refaits.",
        focal_y=45,
    ),
}


def add_pictures(report) -> dict[str, Picture]:
    """Every picture by key, with its renditions; those of a run that was cut off are finished, not made twice.

    Not inside a transaction: it draws and writes files. ``report(number, total)`` is told of each.
    """
    found = {}
    for number, (key, drawing) in enumerate(DRAWINGS.items(), start=1):
        report(number, len(DRAWINGS))
        picture = Picture.objects.filter(credit=CREDIT, alt=drawing.alt).first() or _add(drawing)
        renditions.make_all(picture)
        found[key] = picture
    return found


def _add(drawing):
    words = {field: value for field, value in drawing._asdict().items() if field != "draw"}
    return library.add(ContentFile(drawing.draw().as_jpeg(), name="drawing.jpg"), credit=CREDIT, **words)
