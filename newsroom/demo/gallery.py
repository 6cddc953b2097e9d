"""The pictures of the demo edition in the picture library."""

import functools
from collections.abc import Callable
from typing import NamedTuple

from django.core.files.base import ContentFile

from pictures import library
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
    "bridge": Drawing(
        drawings.draw_bridge,
        "Un long pont sur le fleuve à l’aube, des minibus phares allumés ; une pirogue passe devant ses piles.",
        "Le pont, à l’heure des premiers minibus.",
        focal_x=42,
        focal_y=58,
    ),
    "radio": Drawing(
        drawings.draw_radio,
        "Un gros microphone métallique sur une table de mixage, dans la lueur rouge du panneau « À l’antenne ».",
        "Dans le studio, une minute avant le direct.",
        focal_x=45,
        focal_y=44,
    ),
    "baobab": Drawing(
        drawings.draw_baobab,
        "Un baobab sous la Voie lactée ; à son pied, quatre personnes assises autour d’un petit feu.",
        "La veillée, sous le baobab.",
        focal_x=50,
        focal_y=60,
    ),
    "studio": Drawing(
        drawings.draw_studio,
        "Un studio de portrait : rideau rayé, tabouret, poste de radio et chambre photographique à soufflet.",
        "Le rideau rayé, le tabouret et la chambre à soufflet attendent le prochain portrait.",
        focal_x=45,
        focal_y=55,
    ),
    "pottery": Drawing(
        drawings.draw_pottery,
        "Cinq poteries peintes de zigzags, jarres et bols, dans une lumière rasante ; devant, un rang de perles.",
        "Jarres et bols, à la sortie du four.",
        focal_x=45,
        focal_y=60,
    ),
    "taps": Drawing(
        drawings.draw_taps,
        "Six bidons jaunes, rouge et bleu font la queue sur une ligne devant le robinet d’une borne-fontaine.",
        "À la borne-fontaine, les bidons gardent la place.",
        focal_x=45,
        focal_y=60,
    ),
    "indigo": Drawing(
        drawings.draw_indigo,
        "Neuf cuves d’indigo vues d’en haut, du bleu pâle au bleu nuit ; à droite, deux tissus teints qui sèchent.",
        "La cour des teinturières, vue d’en haut.",
        focal_x=50,
        focal_y=52,
    ),
    "wax": Drawing(
        drawings.draw_wax,
        "Une pile de six pagnes imprimés aux motifs vifs, avec des ciseaux et une bobine de fil rouge.",
        "Six pagnes, une bobine : la commande de la semaine.",
        focal_x=50,
        focal_y=60,
    ),
    "rain": Drawing(
        drawings.draw_rain,
        "Sous la pluie du soir, trois parapluies colorés attendent ; un minibus vert arrive, phares allumés.",
        "Un soir de pluie, à l’arrêt des minibus.",
        focal_x=58,
        focal_y=60,
    ),
    "pirogue-race": Drawing(
        drawings.draw_race,
        "Vues du ciel, deux longues pirogues de course et leurs vingt rameurs ; l’équipage en jaune a une "
        "demi-longueur d’avance.",
        "Deux équipages, une demi-longueur d’écart.",
        focal_x=54,
        focal_y=46,
    ),
    "kora": Drawing(
        drawings.draw_kora,
        "Une kora en gros plan dans une lumière chaude : la peau cloutée, le chevalet, les cordes et le manche "
        "cerclé d’anneaux.",
        "Vingt et une cordes, du chevalet aux anneaux du manche.",
        focal_x=58,
        focal_y=55,
    ),
    "cinema": Drawing(
        drawings.draw_cinema,
        "La nuit, au bord du fleuve, un film est projeté sur un drap tendu entre deux perches ; deux cyclistes "
        "pédalent de chaque côté du public.",
        "Le drap, les deux vélos et le public, un soir de projection.",
        focal_x=50,
        focal_y=50,
    ),
    "headlights": Drawing(
        drawings.draw_headlights,
        "À la nuit tombée, six motos alignées derrière le but éclairent un gardien qui plonge et touche le ballon.",
        "Le dernier tir au but, à la lueur des phares.",
        focal_x=58,
        focal_y=48,
    ),
    "watch": Drawing(
        drawings.draw_watch,
        "La nuit, au bord du fleuve, un veilleur tend une lanterne vers une échelle de crue ; deux autres attendent "
        "assis.",
        "À chaque quart d’heure, un coup de lampe sur l’échelle.",
        focal_x=55,
        focal_y=60,
    ),
    "map-quarter": Drawing(
        drawings.draw_quarter,
        "Plan de Sokoura-Fleuve : d’un réservoir sur la butte, au nord-est, les conduites rejoignent douze "
        "bornes-fontaines numérotées, jusqu’aux rues proches du fleuve.",
        "Le réseau d’eau de Sokoura-Fleuve : un réservoir, 4,6 kilomètres de conduites, douze bornes.",
        focal_y=58,
    ),
    "map-delta": Drawing(
        drawings.draw_delta,
        "Carte du delta intérieur du Niger et hauteurs du 14 octobre : 542 cm à Ké-Macina, 668 à Mopti, "
        "431 à Akka, 452 à Niafunké et 447 à Diré.",
        "Cinq échelles de crue du delta intérieur, de l’amont vers l’aval.",
        focal_x=42,
        focal_y=58,
    ),
    "chart-level": Drawing(
        drawings.draw_level,
        "Courbe : le Niger à Mopti monte de 96 cm en juin à 668 cm le 14 octobre ; la moyenne de dix ans culmine "
        "à 610 cm.",
        "Hauteur du fleuve à l’échelle de Mopti, cette année et en moyenne sur dix ans.",
        focal_y=45,
    ),
    "chart-breakaway": Drawing(
        drawings.draw_breakaway,
        "Courbe : l’avance de l’échappée monte de zéro au kilomètre 32 à 4 minutes 10 au kilomètre 96, puis fond "
        "jusqu’au kilomètre 208, où elle est reprise.",
        "Cent soixante-seize kilomètres en tête : l’avance de l’échappée entre Bamako et Ségou.",
        focal_x=45,
        focal_y=50,
    ),
    "chart-bars": Drawing(
        drawings.draw_crossing,
        "Diagramme : traverser la ville prend 18 minutes à 6 h, 52 à 8 h, 24 à 12 h, 55 à 18 h et 27 à 20 h.",
        "Durée moyenne d’un trajet en minibus d’une rive à l’autre, selon l’heure du départ.",
    ),
    "chart-slope": Drawing(
        drawings.draw_girls,
        "Diagramme : en deux ans, la part des filles en première passe de 45 à 51 % à Bamako, de 38 à 47 % "
        "à Sikasso, de 36 à 44 % à Ségou, de 29 à 41 % à Kayes et de 24 à 33 % à Mopti.",
        "La part des filles parmi les élèves de première, il y a deux ans et cette année.",
    ),
    "chart-waffle": Drawing(
        drawings.draw_households,
        "Diagramme : sur cent ménages, 46 ont un robinet chez eux, 31 vont à la borne-fontaine, 17 au puits, "
        "et 6 achètent l’eau à un vendeur.",
        "D’où vient l’eau de cent ménages de la commune.",
    ),
    "chart-small": Drawing(
        drawings.draw_basket,
        "Six courbes de janvier à juin : riz de 425 à 450 francs le kilo, oignon de 300 à 525, tomate de 400 à 350, "
        "mangue de 350 à 150, poisson fumé de 2 400 à 2 650, sucre de 600 à 625.",
        "Six prix du marché, de janvier à juin.",
    ),
}
# slug of the author, name, what one sees
PORTRAITS = [
    (
        "nana-tambadou",
        "Nana Tambadou",
        "une femme au foulard rouge noué haut, boucles d’oreilles et boubou vert brodé",
    ),
    ("soumaila-kodian", "Soumaïla Kodian", "un homme aux lunettes rondes et aux cheveux courts, en bazin clair brodé"),
    ("hawoye-cissoumba", "Hawoye Cissoumba", "une femme au foulard bleu rayé d’or, en boubou bleu nuit brodé"),
    ("birama-foulanta", "Birama Foulanta", "un homme à la barbe noire, en chemise claire à col vert"),
    (
        "lalla-attaher-maiguel",
        "Lalla Attaher Maïguel",
        "une jeune femme au chignon haut, en chemise orange à col violet",
    ),
    (
        "kadidia-nomokou",
        "Kadidia Nomokou",
        "une femme au foulard clair et aux lunettes rondes, en boubou bleu nuit brodé",
    ),
    ("yaya-temelou", "Yaya Témélou", "un homme à la barbe grise, coiffé d’un bonnet rouge brodé, en bazin bleu"),
    (
        "aicha-barkena",
        "Aïcha Barkéna",
        "une femme aux longues tresses et aux lunettes rondes, en chemise blanche à col bleu",
    ),
]
DRAWINGS |= {
    f"portrait-{slug}": Drawing(
        functools.partial(drawings.draw_portrait, slug), f"Portrait dessiné\u00a0: {seen}.", name, focal_y=47
    )
    for slug, name, seen in PORTRAITS
}


def add_pictures(report) -> dict[str, Picture]:
    """Every picture by key, with the JPEG that pages can show at once; the worker makes the other renditions, which
    take five times as long. Those of a run that was cut off are not made twice.

    Not inside a transaction: it draws and writes files. ``report(number, total)`` is told of each.
    """
    found = {}
    for number, (key, drawing) in enumerate(DRAWINGS.items(), start=1):
        report(number, len(DRAWINGS))
        found[key] = Picture.objects.filter(credit=CREDIT, alt=drawing.alt).first() or _add(drawing)
    return found


def _add(drawing):
    words = {field: value for field, value in drawing._asdict().items() if field != "draw"}
    return library.add(ContentFile(drawing.draw().as_jpeg(), name="drawing.jpg"), credit=CREDIT, **words)
