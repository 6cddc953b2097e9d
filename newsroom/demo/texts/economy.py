"""The economy: the long inquiry on millet, which is for subscribers, and the dyers."""

from newsroom.demo.text import Text

ECONOMY = [
    Text(
        key="teinture",
        section="economie",
        kicker="Artisanat",
        headline="Les teinturières veulent garder la couleur et se débarrasser de ses eaux",
        standfirst=(
            "Un groupement de quarante femmes filtre désormais ses bains de teinture dans des bassins de sable et de "
            "charbon. L’indigo y gagne un client inattendu : le maraîcher d’à côté."
        ),
        bylines=("nana-tambadou",),
        tags=("Artisanat", "Eau", "Femmes", "Environnement"),
        picture="indigo",
        related=("solaire",),
        days=3,
        hour="09:20",
        body="""
<p>On repère la cour de loin, aux draps bleus qui claquent au-dessus du mur. À l’intérieur, quarante femmes nouent,
trempent, rincent et battent. Jusqu’à l’an dernier, l’eau des bains partait dans le caniveau, puis vers le marigot.
Les voisins se plaignaient ; les teinturières aussi, dont les mains gardaient les traces de la soude.</p>
<p>Le groupement Gala-Sô a creusé trois bassins en escalier, remplis de gravier, de sable et de charbon de bois.
L’eau met une journée à les traverser. Elle en sort presque claire, et assez douce pour arroser les jeunes arbres de
la pépinière voisine, où l’on tient un registre des plants pour vérifier qu’ils ne souffrent pas.</p>
<p>« Le charbon, il faut le changer tous les quarante jours, explique Assitan Niambélé, l’une des fondatrices. C’est
un coût, mais nous avons supprimé deux produits, et le tissu se vend mieux quand on peut dire où va l’eau. » Le pagne
de cinq mètres, teint à l’indigo de feuille, s’échange entre 22 500 et 40 000 francs selon les motifs.</p>
<p>Les commandes viennent surtout des mariages et, depuis peu, de deux hôtels qui veulent des rideaux. Le groupement
a refusé un troisième contrat : il aurait fallu travailler la nuit. Six apprenties commenceront après la saison
froide. Elles passeront leurs deux premières semaines non pas devant les bains, mais devant les bassins.</p>
""",
    ),
    Text(
        key="mil",
        section="economie",
        kicker="Enquête",
        headline="Prix du mil : du champ à la tasse, où passent les 70 francs de différence ?",
        standfirst=(
            "Le kilo de mil se vend 205 francs à Sikasso et 275 à Bamako. Nous avons suivi quarante sacs d’un marché "
            "à l’autre, carnet en main, pour comprendre qui gagne quoi en chemin, et pourquoi la hausse touche "
            "surtout les plus petits acheteurs."
        ),
        bylines=("soumaila-kodian",),
        tags=("Vie chère", "Prix", "Marchés", "Agriculture", "Transport"),
        related=("panier", "rentree", "route"),
        picture="prices",
        picture_caption="Le mil coûte plus cher qu’il y a un an sur les cinq marchés relevés, et d’abord à Bamako.",
        for_subscribers=True,
        days=2,
        hour="06:00",
        body="""
<p>Quatre heures du matin, au marché aux céréales. Les quarante sacs sont encore tièdes de la route quand Salia
Bagna, grossiste depuis vingt-six ans, plante sa sonde dans le premier, fait couler une poignée de grains dans sa
paume et souffle dessus. Peu de poussière, pas de charançon : il prend tout. Ces sacs, nous les suivons depuis trois
jours.</p>
<p>Ils ont été remplis dans un village à une soixantaine de kilomètres de Sikasso, par onze familles qui ont vendu
chacune entre deux et six sacs. Prix payé au bord du champ : 160 francs le kilo, mesuré à la tasse d’abord, puis à la
bascule, parce que l’une des familles l’a exigé. L’écart entre les deux mesures atteignait 4 %, au bénéfice de
l’acheteur.</p>
<h2>Premier saut : le collecteur</h2>
<p>Le collecteur circule à moto, avec une remorque. Il paie comptant et c’est sa force : au village, personne d’autre
ne le fait. Il revend à Sikasso, au marché de gros, 185 francs le kilo. Sur les 25 francs d’écart, il estime qu’il
lui en reste neuf, une fois déduits l’essence, les sacs vides, la taxe de marché et le grain perdu.</p>
<p>À Sikasso même, la ménagère trouve ce mil à 205 francs. C’est le prix le plus bas des cinq marchés que nous avons
relevés, mais il était de 180 francs il y a un an. « On dit que le grenier du pays mange bon marché, soupire une
restauratrice. Venez donc voir mon cahier. »</p>
<h2>Deuxième saut : la route</h2>
<p>De Sikasso à Bamako, un camion de trente tonnes coûte cette saison autour de 540 000 francs, soit 18 francs le
kilo. L’an dernier, on en trouvait à 420 000. Les transporteurs citent le prix des pneus et l’attente aux postes de
contrôle ; notre camion s’est arrêté neuf fois, pour un total de trois heures et dix minutes.</p>
<p>L’état de la chaussée pèse aussi, mais moins qu’on ne le croit. Sur l’axe de Ségou, où un long tronçon a été
refait, les tarifs n’ont baissé que de 6 %. Le retour à vide compte davantage : faute de marchandises à remonter, le
transporteur facture l’aller comme un aller-retour.</p>
<aside data-article="{articles[route]}"></aside>
<h2>Troisième saut : la tasse</h2>
<p>À Bamako, Salia Bagna paie ses sacs 222 francs le kilo, rendus au marché. Il les cède 236 francs aux
demi-grossistes, qui servent les boutiques à 250. La détaillante, enfin, vend à la tasse : 275 francs le kilo, si
l’on fait le calcul. Peu de clientes le font, et pour cause : elles achètent rarement un kilo.</p>
<blockquote><p>Je vends des tasses à 100 francs, parce que 100 francs, c’est ce que les gens ont dans la main à six
heures du soir.</p><cite>Kadia Wolomé, détaillante</cite></blockquote>
<p>Voici, étape par étape, comment se forme le prix du kilo que nous avons suivi :</p>
<ol><li>au bord du champ : 160 francs ;</li><li>au marché de gros de Sikasso : 185 francs ;</li><li>rendu à Bamako :
222 francs ;</li><li>chez le demi-grossiste : 236 francs ;</li><li>à la boutique : 250 francs ;</li><li>à la tasse,
chez la détaillante : 275 francs.</li></ol>
<p>La plus grosse marge en pourcentage n’est donc pas celle que l’on accuse d’ordinaire. Le grossiste gagne 14 francs
par kilo, mais immobilise des millions. La détaillante en gagne 25, mais ne vend que dix-huit kilos par jour : de
quoi dégager 450 francs, dont il faut encore ôter la place et le transport.</p>
<figure data-picture="{pictures[market]}"><figcaption>Dernière étape : l’étal, où l’on achète à la tasse plutôt qu’au
kilo.</figcaption></figure>
<h2>La pauvreté se paie à la tasse</h2>
<p>Celui qui peut acheter un sac de cent kilos le négocie à 24 000 francs, soit 240 francs le kilo. Celui qui achète
chaque soir la tasse du lendemain paie 35 francs de plus par kilo. Sur un mois, pour une famille de huit personnes
qui consomme quatre-vingts kilos, la différence atteint 2 800 francs : quatre jours de petit-déjeuner.</p>
<p>C’est cette différence que tente de supprimer un groupement d’achat de la rive droite. Trente-deux femmes y
versent 1 000 francs chaque semaine et commandent en commun. Elles ont acheté leurs derniers sacs à 231 francs le
kilo. Leur trésorière ne crie pas victoire : « Il faut que tout le monde paie le même jour. Le mil, c’est facile. La
confiance, c’est plus cher. »</p>
<aside data-article="{articles[panier]}"></aside>
<h2>Ce que disent les courbes</h2>
<p>La moyenne des cinq marchés s’établit à 243 francs. La hausse sur un an va de 11 % à Ségou à 22 % à Bamako. Elle
n’a rien d’exceptionnel en fin de soudure, mais elle survient cette fois après une récolte correcte, signe que la
demande et le transport comptent désormais autant que la pluie.</p>
<p>Les commerçants interrogés attendent une détente dans six semaines, quand les premiers sacs de la nouvelle récolte
arriveront. Tous ajoutent la même réserve : si le fleuve monte trop vite et coupe les pistes, chacun gardera son
grain. Nous referons le trajet avec eux.</p>
""",
    ),
    Text(
        key="marche",
        section="economie",
        kicker="Commerce",
        headline="Au marché de Tomboulou, des allées enfin assez larges pour deux bassines",
        standfirst=(
            "Après trois semaines de traçage à la chaux, les vendeuses ont repris leurs places. Elles ont dessiné le "
            "plan elles-mêmes, un parasol après l’autre."
        ),
        bylines=("nana-tambadou",),
        tags=("Marchés", "Femmes", "Bamako"),
        related=("mil", "budget"),
        picture="market",
        minutes=205,
        body="""
<p>La règle est peinte à l’entrée, en lettres bleues : « Deux bassines doivent pouvoir se croiser. » Au marché de
Tomboulou, les allées ont été élargies à deux mètres vingt, et les étals réalignés. Les vendeuses ont repris leurs
places hier à l’aube, après trois semaines passées sur le terrain vague voisin.</p>
<p>Le plan n’est pas venu d’un bureau. Pendant deux mois, un groupe de douze commerçantes a compté les passages,
mesuré les parasols et déplacé des cailloux sur une bâche. Elles ont supprimé quarante centimètres de profondeur à
chaque étal, mais ajouté un crochet en hauteur : on vend désormais aussi à la verticale.</p>
<p>« Avant, à dix heures, on ne passait plus, raconte Bintou Fassara, vendeuse de légumes depuis quinze ans. Les
clientes posaient leur panier et repartaient. » Les charrettes ne sont plus admises qu’avant huit heures. Un couloir
reste libre en permanence pour les secours.</p>
<p>Le tirage au sort des emplacements a duré une nuit entière. Il y a eu des cris, deux échanges et une
réconciliation. La taxe journalière ne change pas : 100 francs par étal. En contrepartie, la commune s’est engagée à
vider les bacs deux fois par jour ; les vendeuses tiendront le compte, sur un tableau, à la craie.</p>
<p>Reste l’ombre. Les parasols ne couvrent que la moitié des allées, et la saison chaude reviendra. Le groupe a déjà
un projet de toiles tendues entre les poteaux. Il lui manque un tailleur patient, et environ 1 200 000 francs.</p>
""",
    ),
]
