"""What readers do not see: drafts, a text that waits for the desk, two that are scheduled, one that was withdrawn, and
the working copy of a live article."""

import dataclasses

from newsroom.demo.text import Text

from .economy import ECONOMY

MUSEUM = Text(
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

WATCHERS = Text(
    key="veilleurs",
    section="societe",
    kicker="Fleuve",
    headline="Les veilleurs de crue : une nuit avec ceux qui écoutent monter l’eau",
    standfirst=(
        "Une lampe, un sifflet, un bâton gradué. Dans les quartiers bas, des volontaires se relaient jusqu’à l’aube "
        "pour prévenir leurs voisins."
    ),
    bylines=("nana-tambadou",),
    tags=("La crue", "Fleuve", "Eau", "Bamako"),
    related=("crue", "digue", "hydrologue"),
    picture="watch",
    days=-1,
    hour="06:00",
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

POTTERS = Text(
    key="potieres",
    section="culture",
    kicker="Artisanat",
    headline="Les potières de Kalabougou-Sud cuisent trois cents jarres en une nuit, sans four ni thermomètre",
    standfirst=(
        "Un tas de bois, de paille et de bouse, une étincelle, et douze heures d’attente. Récit d’une cuisson "
        "collective, du premier tesson à la dernière braise."
    ),
    bylines=("lalla-attaher-maiguel",),
    tags=("Artisanat", "Femmes", "Ségou"),
    related=("teinture", "kora"),
    picture="pottery",
    days=-3,
    hour="06:30",
    body="""
<p>À quatre heures de l’après-midi, elles commencent à bâtir. Une couche de branches, une couche de jarres, une
couche de paille, et ainsi de suite jusqu’à hauteur d’épaule. Il y a là trois cents pots, façonnés en deux semaines
par vingt-six femmes, et personne ne sait plus très bien lesquels sont à qui.</p>
<p>Ce n’est pas grave : chaque potière a laissé son signe, d’un coup d’ongle, sous le bord. Trois traits pour Nènè
Balouki, une virgule pour sa belle-fille. « La marque doit être petite, dit l’aînée. Le feu n’aime pas les
vantards. »</p>
<h2>Lire la fumée</h2>
<p>On allume au crépuscule, du côté où le vent ne souffle pas. La première heure, la fumée est blanche : l’eau s’en
va. Puis elle jaunit, puis elle disparaît, et l’on voit seulement l’air trembler. C’est le moment de couvrir de bouse
sèche, pour que la chaleur reste dedans. Si l’on se trompe d’un quart d’heure, une jarre sur trois se fend.</p>
<p>La nuit se passe à écouter. Un claquement sec, c’est une pièce perdue ; les femmes comptent à voix haute, sans
reproche. Cette fois, elles se sont arrêtées à dix-neuf.</p>
<p>Au matin, on tire les pots avec de longues perches et on les éclabousse d’une décoction d’écorce, qui les fait
siffler et brunir. Ils partiront au marché de Ségou en pirogue, couchés dans la paille, à 750 francs pièce. Il en
restera un au village, le plus laid. On y garde l’eau de la prochaine cuisson.</p>
""",
)

FIREFIGHTER = Text(
    key="pompier",
    section="societe",
    kicker="Portrait",
    headline="Pompier la nuit, boulanger le jour (titre provisoire)",
    bylines=("soumaila-kodian",),
    tags=("Bamako",),
    body="""
<p>Rendez-vous à la caserne jeudi, à 19 heures. Demander : nombre de sorties par mois, état du second camion, et
pourquoi le pain.</p>
<p>Première phrase possible : « Le feu, il le connaît des deux côtés. » À garder si le four est bien au bois.</p>
""",
)

WITHDRAWN = Text(
    key="passerelle",
    section="politique",
    kicker="En bref",
    headline="La passerelle du marigot fermée aux motos à partir de lundi",
    bylines=("nana-tambadou",),
    tags=("Transport", "Bamako"),
    days=9,
    hour="11:20",
    body="""
<p>La passerelle qui enjambe le marigot, derrière le marché, serait interdite aux deux-roues dès lundi, le temps de
remplacer quatre planches. Les piétons pourraient continuer de passer.</p>
<p>La déviation par le pont de pierre ajoute un kilomètre et demi. Les livreurs ont demandé une ouverture tôt le
matin.</p>
""",
)
WITHDRAWN_BECAUSE = "La mairie dément : les travaux sont annulés. Un nouvel article suivra."

MARKET = next(text for text in ECONOMY if text.key == "marche")
LAST_PARAGRAPH = MARKET.body.rstrip().rpartition("\n<p>")[2]
CHANGED = dataclasses.replace(
    MARKET,
    headline="Marché de Tomboulou : les allées élargies tiennent bon, l’ombre attendra la saison sèche",
    body=MARKET.body.replace(
        f"<p>{LAST_PARAGRAPH}",
        "<p>Reste l’ombre. Le tailleur a été trouvé : Bakary Ténéma, voilier à la retraite, a cousu une première "
        "toile de huit mètres. Il en faudra vingt-deux, pour 1 150 000 francs. Le groupe en a réuni la moitié.</p>",
    ),
)

DRAFTS = (MUSEUM, FIREFIGHTER)
SCHEDULED = (WATCHERS, POTTERS)
