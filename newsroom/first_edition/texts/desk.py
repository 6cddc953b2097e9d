"""What readers do not see yet: a draft, a text that waits for the desk, one that is scheduled for tomorrow."""

from newsroom.first_edition.text import Text

DRAFT = Text(
    key="musee",
    section="culture",
    kicker="Musée",
    headline="Une cour pleine de portes : dans la réserve du menuisier-sculpteur",
    standfirst="Reportage à compléter : il manque la voix des apprentis et le prix d’une porte restaurée.",
    bylines=("soumaila-kodian",),
    tags=("Patrimoine", "Artisanat"),
    body="""
<p>Elles sont adossées au mur par ordre de taille, comme une famille pour la photo. Soixante-deux portes de grenier,
toutes sculptées, toutes réparées dans cette cour par Zoumana Péléba, menuisier. Aucune n’est à vendre.</p>
<p>« Une porte, ça se souvient de la main qui l’a poussée », dit-il. À vérifier avec lui : l’année de la plus
ancienne, et le nom du village.</p>
""",
)

TO_REVIEW = Text(
    key="meteo",
    section="agriculture",
    kicker="Climat",
    headline="Le pluviomètre de l’école est devenu le plus lu du canton",
    standfirst=(
        "Chaque matin, une classe de CM2 relève la pluie et l’annonce à la radio locale. Les cultivateurs règlent "
        "leurs semis sur elle."
    ),
    bylines=("lalla-attaher-maiguel",),
    tags=("École", "Agriculture", "Eau"),
    related=("coton",),
    body="""
<p>Sept heures moins dix. Deux élèves traversent la cour, l’un avec un cahier, l’autre avec une règle. Ils se
penchent sur un tube de plastique vissé à un poteau, lisent, discutent, relisent. « Dix-sept millimètres »,
crient-ils enfin vers la fenêtre. La maîtresse répète le chiffre au téléphone.</p>
<p>Dix minutes plus tard, il passe à l’antenne de la radio locale, entre les décès et les objets perdus. Depuis deux
saisons, une quarantaine de villages règlent leurs semis sur ce bulletin. Les relevés de l’école, comparés à ceux
d’une station automatique installée à six kilomètres, s’en écartent de moins de 5 %.</p>
<p>Les élèves ont commencé à dessiner leurs propres courbes. La maîtresse les affiche dans le couloir, et les parents
s’arrêtent devant en venant payer la cotisation. « L’an prochain, dit-elle, nous mesurerons le vent. Ils l’ont déjà
promis à tout le monde. »</p>
""",
)

SCHEDULED = Text(
    key="veilleurs",
    section="societe",
    kicker="Fleuve",
    headline="Les veilleurs de crue : une nuit avec ceux qui écoutent monter l’eau",
    standfirst=(
        "Une lampe, un sifflet, un bâton gradué. Dans les quartiers bas, des volontaires se relaient jusqu’à l’aube "
        "pour prévenir leurs voisins."
    ),
    bylines=("nana-tambadou",),
    tags=("Fleuve", "Eau", "Bamako"),
    related=("crue", "budget"),
    picture="river",
    picture_caption="La veille commence au coucher du soleil, quand s’arrêtent les pirogues.",
    body="""
<p>La nuit se divise en quatre, et chacun connaît son quart. Celui de deux heures revient à Modibo Sanankaré,
cordonnier, qui s’est assis sur un bidon retourné, le bâton gradué planté devant lui. Tous les quarts d’heure, il
allume sa lampe, se penche et note un chiffre sur son avant-bras, au stylo.</p>
<p>Ils sont vingt-quatre à se relayer dans ce quartier bas. Un coup de sifflet : l’eau a pris cinq centimètres. Deux
coups : on réveille les vieux et les enfants. Trois coups, personne ne les a jamais entendus. « On s’exerce quand
même, dit-il, une fois par an, un samedi, pour que les chiens s’habituent. »</p>
<h2>Un cahier vieux de trente ans</h2>
<p>Les chiffres des avant-bras sont recopiés le matin dans un cahier commencé il y a trente ans. On y lit les grandes
eaux, les fausses alertes, et la naissance d’une petite fille, une nuit de veille, prénommée Badji.</p>
<aside data-article="{articles[crue]}"></aside>
<p>À cinq heures, le fleuve n’a pris qu’un doigt. Le muezzin appelle, les premières bassines descendent vers le
ponton. Le cordonnier rend le sifflet à son voisin et va ouvrir sa boutique.</p>
""",
)
