"""The city: minibuses, school, health, the budget that people vote on, a brief."""

from newsroom.demo.text import Text

CITY = [
    Text(
        key="rentree",
        section="societe",
        kicker="École",
        headline="Rentrée scolaire : ce que coûte un cartable, quartier par quartier",
        standfirst=(
            "Cahiers, ardoise, tenue, chaises parfois : nous avons rempli quatre cartables de sixième. L’addition va "
            "de 14 750 à 31 200 francs."
        ),
        bylines=("nana-tambadou",),
        tags=("Vie chère", "École", "Prix", "Bamako"),
        days=10,
        hour="06:20",
        body="""
<p>La liste tient sur une page, recopiée à la main et photographiée par les parents. Douze cahiers, deux stylos de
chaque couleur, une règle, un compas, une tenue kaki. Nous l’avons emportée dans quatre quartiers, à une semaine de
la rentrée, pour remplir le même cartable d’élève de sixième.</p>
<p>Le moins cher nous a coûté 14 750 francs, chez des vendeurs ambulants, en marchandant. Le plus cher,
31 200 francs, dans une papeterie du centre, sans marchander, mais avec un reçu. Entre les deux, tout se joue sur la
tenue et le sac : à eux seuls, ils font plus de la moitié de la différence.</p>
<h2>Les mêmes articles, quatre prix</h2>
<ul><li>Cahier de cent pages : de 200 à 350 francs.</li><li>Compas en métal : de 500 à 1 500 francs.</li><li>Tenue
sur mesure : de 6 000 à 9 500 francs.</li><li>Sac à dos : de 3 500 à 11 000 francs.</li></ul>
<p>Dans plusieurs familles, on coud les tenues de l’année dernière à l’envers pour cacher l’usure. Un tailleur du
quartier de Sirabougou en a fait sa spécialité : il ajoute deux bandes de tissu aux épaules et promet une année de
plus, « deux si l’enfant ne joue pas au football ».</p>
<p>Les bibliothèques de prêt se multiplient. Celle de l’école Nièta, ouverte par des parents, loue les manuels
1 000 francs l’année et récupère neuf livres sur dix. Le dixième, dit la responsable, « est en général celui que
l’enfant a le plus aimé ».</p>
""",
    ),
    Text(
        key="sotrama",
        section="societe",
        kicker="Transports",
        headline="Minibus : à l’arrêt de Dabanani-Nord, on attend moins, on se serre toujours autant",
        standfirst=(
            "Depuis que les départs sont affichés à la craie et réglés par deux régulatrices, l’attente du matin est "
            "tombée à onze minutes. Les usagers réclament maintenant des toits et des tarifs de nuit."
        ),
        bylines=("nana-tambadou", "hawoye-cissoumba"),
        tags=("Transport", "Bamako"),
        picture="rain",
        related=("rentree",),
        days=8,
        hour="07:30",
        body="""
<p>« Le 14 part dans quatre minutes, il reste cinq places ! » Debout sur un tabouret, sifflet au cou, Rokiatou
Dansira règle les départs de l’arrêt de Dabanani-Nord. Derrière elle, une ardoise de deux mètres annonce les lignes,
les heures et, innovation très commentée, le nombre de places encore libres.</p>
<p>L’expérience a deux mois. Elle est née d’un comptage : des étudiants avaient noté, montre en main, que l’on
attendait vingt-six minutes en moyenne entre 6 heures et 8 heures, alors que les véhicules, eux, patientaient pleins
dans l’embouteillage qu’ils formaient. Il suffisait de les faire partir un par un.</p>
<p>Aujourd’hui, l’attente est tombée à onze minutes. Les chauffeurs, d’abord méfiants, ont fait leurs comptes : un
tour de plus par matinée, soit 4 000 à 5 000 francs. « On perdait du temps à se disputer la tête de file, admet l’un
d’eux. Maintenant, c’est elle qui décide. »</p>
<h2>Ce que demandent les usagers</h2>
<p>Un cahier de doléances, attaché à l’ardoise par une ficelle, en est à son troisième volume. On y réclame un toit,
une place assise pour les femmes enceintes, des tarifs de nuit affichés, et que l’on cesse de charger les moutons
avec les passagers en période de fête.</p>
<blockquote><p>Je ne demande pas le confort. Je demande à savoir à quelle heure je serai au travail.</p><cite>Un
maçon, page 12 du cahier</cite></blockquote>
<p>Deux autres arrêts doivent adopter l’ardoise. À Mopti, où notre correspondante a trouvé le même dispositif au
débarcadère, on l’écrit en trois langues, et un enfant la lit à voix haute.</p>
""",
    ),
    Text(
        key="sante",
        section="societe",
        kicker="Santé",
        headline="La sage-femme, la moto et les quarante minutes qui changent tout",
        standfirst=(
            "Un relais de nuit conduit les femmes sur le point d’accoucher jusqu’au centre de santé. En un an, "
            "aucune n’a plus accouché sur la piste."
        ),
        bylines=("hawoye-cissoumba",),
        tags=("Santé", "Femmes", "Mopti"),
        comments_open=False,
        days=7,
        hour="06:50",
        body="""
<p>Le téléphone est posé sur la table, écran vers le haut, à côté de la lampe. Quand il sonne après minuit, Aminata
Guirouba ne demande ni le nom ni l’adresse. « Je demande : quel arbre ? Ici, tout le monde sait dire l’arbre. » Elle
est sage-femme dans un centre de santé de la région de Mopti, à quarante minutes du premier goudron.</p>
<p>Depuis un an, une moto équipée d’une remorque couverte va chercher les femmes sur le point d’accoucher. Trois
conducteurs se relaient. Ils ont appris à rouler lentement, à s’arrêter à chaque contraction et à ne jamais couper
par le lit de la rivière. Le trajet coûte 1 500 francs, payés par une caisse à laquelle cotisent onze villages.</p>
<p>Le registre du centre tient en deux colonnes. L’année précédente, neuf enfants étaient nés en chemin ; deux
n’avaient pas survécu. Cette année, la colonne est restée vide. Les accouchements au centre sont passés de 118 à
203.</p>
<p>La sage-femme se méfie des miracles. Elle montre la pharmacie, où manquent des gants, et le toit, qui fuit. « La
moto amène les femmes. Il faut maintenant que tout le reste arrive aussi. »</p>
<p>Par respect pour les familles citées dans le registre, les contributions à cet article sont fermées.</p>
""",
    ),
    Text(
        key="budget",
        section="politique",
        kicker="Vie locale",
        headline="Budget participatif : sept quartiers, 214 idées et un vote à main levée",
        standfirst=(
            "Les habitants ont choisi hier soir les cinq projets que financera la commune l’an prochain. Les "
            "lampadaires l’emportent, d’une voix, sur les caniveaux."
        ),
        bylines=("soumaila-kodian",),
        tags=("Budget participatif", "Vie locale", "Bamako"),
        related=("idees", "modedemploi"),
        days=1,
        hour="08:15",
        body="""
<p>Il a fallu recompter trois fois. À 22 h 40, dans la cour de l’école, le secrétaire de séance a fini par lire les
chiffres : 163 voix pour les lampadaires, 162 pour les caniveaux. Une rumeur, puis des applaudissements. Le premier
budget participatif de la commune venait de s’achever, sous deux ampoules et un nuage d’insectes.</p>
<p>Pendant six semaines, sept quartiers avaient déposé leurs idées dans des boîtes en fer : 214 au total, dont une
soixantaine portaient sur l’eau. Un comité d’habitants tirés au sort en avait retenu vingt. Chacune devait tenir dans
une enveloppe de quinze millions de francs et ne rien coûter en entretien que la commune ne puisse payer.</p>
<h2>Les cinq projets retenus</h2>
<ol><li>quarante lampadaires solaires sur le chemin du lycée ;</li><li>le curage et la couverture de 600 mètres de
caniveaux ;</li><li>un point d’eau au marché aux bestiaux ;</li><li>des bancs et des arbres devant le centre de
santé ;</li><li>une bibliothèque de rue, sur triporteur.</li></ol>
<aside data-article="{articles[idees]}"></aside>
<p>Les caniveaux, deuxièmes, seront donc faits eux aussi. « On a crié pour rien, mais on a bien crié », résume un
jeune homme venu avec ses voisins. L’ordre n’est pas sans conséquence : les travaux seront engagés l’un après
l’autre, et les derniers attendront la saison sèche suivante.</p>
<p>La commune publiera chaque mois l’état des dépenses sur un panneau, devant la mairie. Deux habitants par quartier
auront le droit de consulter les factures. C’est la clause qui a suscité le plus de questions, et le moins
d’opposition.</p>
""",
    ),
    Text(
        key="eau",
        section="societe",
        kicker="En bref",
        headline="Coupure d’eau lundi matin dans quatre quartiers de la rive droite",
        standfirst="",
        bylines=("nana-tambadou",),
        tags=("Eau", "Bamako"),
        days=1,
        hour="17:45",
        body="""
<p>L’eau sera coupée lundi prochain, de 6 heures à 13 heures, dans quatre quartiers de la rive droite, le temps de
remplacer une vanne sur la conduite principale. Les habitants sont invités à faire des réserves la veille.</p>
<p>Trois camions-citernes stationneront devant le dispensaire, l’école et le marché. L’eau peut être trouble à la
reprise : il est conseillé de la laisser couler quelques minutes.</p>
""",
    ),
]
