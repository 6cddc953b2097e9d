"""Beyond the border: a letter from Dakar, a caravan of books, briefs."""

from newsroom.demo.text import Text

WORLD = [
    Text(
        key="caravane",
        section="international",
        kicker="Livre",
        headline=(
            "De Bamako à Niamey, 1 410 kilomètres, deux frontières et un douanier conquis par une caravane de livres"
        ),
        standfirst=(
            "Un camion, six mille ouvrages, deux conteuses et un douanier devenu lecteur : le voyage annuel des "
            "bibliothèques sahéliennes est arrivé à bon port."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Livre", "Sahel", "École"),
        related=("dictionnaire",),
        days=4,
        hour="11:15",
        body="""
<p>Le camion est entré dans Niamey à la tombée du jour, avec une roue de secours en moins et cent douze livres en
plus. Partie de Bamako il y a dix-neuf jours, la caravane des bibliothèques a fait halte à Bobo-Dioulasso et à
Ouagadougou. À chaque étape, elle donne des ouvrages, en reçoit d’autres et repart plus lourde qu’elle n’était
arrivée.</p>
<p>Le principe a été fixé à la troisième édition : un livre contre un livre, et jamais contre de l’argent. On échange
un manuel de chimie contre un recueil de contes, un roman sentimental contre un atlas auquel il manque un continent.
« L’Océanie, précise la conteuse Habi Soumbounou. On s’en passe. »</p>
<h2>Le douanier et le chapitre trois</h2>
<p>À la frontière, il a fallu ouvrir les cartons. Le règlement exige une liste ; celle de la caravane comptait cent
quatre-vingts pages. Un agent a commencé à vérifier, un titre après l’autre. À la page quarante, il s’est assis. À la
page soixante, il lisait. On lui a laissé le livre. Il a promis de le remettre au retour.</p>
<p>Le voyage a coûté un peu moins de quatre millions de francs, carburant compris, réunis par des cotisations de
lecteurs. Les organisateurs tiennent à cette règle autant qu’à la première. « Si une grande institution payait, il
faudrait mettre son logo sur le camion, explique le chauffeur, Harouna Dillé. Or il n’y a plus de place : les enfants
ont dessiné partout. »</p>
<p>Prochain départ dans un an. D’ici là, les six mille livres resteront dans une quarantaine d’écoles, où l’on tient
un registre des lectures. Le titre le plus emprunté, toutes villes confondues, est un guide de réparation des
bicyclettes.</p>
""",
    ),
    Text(
        key="dakar",
        section="international",
        kicker="Lettre de Dakar",
        headline="Dakar, 6 h 10 : la ville entière court, et personne n’est en retard",
        standfirst=(
            "Sur la corniche, le jour se lève au pas de course. Notre envoyé a enfilé des chaussures trop neuves et "
            "tenté de suivre."
        ),
        bylines=("yaya-temelou",),
        tags=("Jeunesse", "Sahel"),
        days=2,
        hour="08:40",
        body="""
<p>Chers lecteurs des deux rives,</p>
<p>Vous m’aviez demandé de raconter Dakar. J’avais prévu le port, les prix, les conversations de taxi. C’était
compter sans mon logeur, Pape Ndongo-Sy, retraité des postes, qui m’a réveillé à 5 h 40 en frappant à la porte avec
une chaussure. « À Dakar, m’a-t-il dit, si tu veux parler aux gens, il faut courir à côté d’eux. »</p>
<p>Nous avons donc couru. Ou plutôt il a couru, et moi j’ai fait de mon mieux. Sur la corniche, à 6 h 10, il y avait
déjà du monde comme à la sortie d’un stade : des étudiants par grappes, des dames en survêtement qui marchaient en
égrenant un chapelet, un colosse qui poussait un pneu, deux avocats, reconnaissables au fait qu’ils ne s’arrêtaient
pas de plaider.</p>
<p>Au bout d’un kilomètre, j’ai compris le système. On ne court pas pour arriver. On court pour être vu en train de
ne pas renoncer. Chacun salue chacun d’un signe du menton. À celui qui ralentit, on lance un mot, toujours le même,
que je n’oserai pas transcrire et qui signifie à peu près « ton souffle est devant toi ».</p>
<p>J’ai pensé à notre pont, à cette même heure. Chez nous aussi, on se presse ; mais c’est pour gagner la rive d’en
face, l’étal, la classe. Nous avons le mouvement, il leur reste l’océan. Un peuple qui habite au bord d’une chose
aussi grande finit par aller la regarder de près, tous les matins, au cas où elle aurait bougé.</p>
<p>À 7 heures, la poussière s’est levée. Le soleil n’était plus qu’une pièce de monnaie. Pape Ndongo-Sy a acheté deux
cafés épicés à un garçon qui les versait de très haut sans en perdre une goutte. Nous nous sommes assis sur le muret,
et il m’a enfin parlé de tout ce que j’étais venu chercher : le port, les prix, son fils parti, sa fille revenue.</p>
<p>Je rentre avec une ampoule au talon gauche et un carnet plein. J’ai laissé les chaussures : quelqu’un, ici, en
fera meilleur usage.</p>
<p>Bien à vous, et à petites foulées.</p>
""",
    ),
    Text(
        key="lome",
        section="international",
        kicker="En bref",
        headline="Togo : à Lomé, les zémidjans électriques échangent leur batterie en trois minutes",
        bylines=("soumaila-kodian",),
        tags=("Transport", "Énergie"),
        days=1,
        hour="14:25",
        body="""
<p>Douze kiosques d’échange de batteries ont ouvert à Lomé pour les motos-taxis électriques. Le conducteur dépose la
sienne, en prend une pleine et repart : l’opération dure trois minutes et coûte 700 francs, pour une soixantaine de
kilomètres.</p>
<p>Près de neuf cents motos seraient déjà équipées. Les conducteurs interrogés disent économiser environ 1 200 francs
par jour par rapport à l’essence, mais redoutent les coupures de courant, qui vident les kiosques en fin
d’après-midi.</p>
""",
    ),
]
