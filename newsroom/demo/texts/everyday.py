"""Society beyond the flood: water taps, girls at school, crossing the bridge, health, gardens, a guest’s opinion."""

from newsroom.demo.text import Text

EVERYDAY = [
    Text(
        key="maraichage",
        section="agriculture",
        kicker="Maraîchage",
        headline="Autour de Niono, le carré de salades se loue plus cher que la rizière voisine",
        standfirst=(
            "Deux récoltes de légumes entre deux campagnes de riz : de jeunes exploitants réveillent des parcelles "
            "que l’on croyait condamnées au repos."
        ),
        bylines=("soumaila-kodian",),
        tags=("Agriculture", "Eau", "Jeunesse"),
        related=("coton",),
        days=8,
        hour="09:40",
        body="""
<p>Vu du château d’eau, le paysage a changé de tissu. Là où s’étendait un grand drap jaune, après la moisson, on voit
désormais un patchwork : le vert pâle des laitues, le vert sombre des oignons, le brun des planches que l’on vient
d’arroser. Autour de Niono, la contre-saison a gagné quelque trois cents hectares en quatre ans.</p>
<p>Ce sont surtout des jeunes. Alou Somaré-Bina, vingt-six ans, loue un quart d’hectare à un oncle, de la fin de la
récolte jusqu’aux premières semences. Il paie 60 000 francs pour cinq mois. L’oncle, qui tire de la même parcelle
45 000 francs nets en riz, fait mine de s’en étonner.</p>
<h2>L’eau, au tour d’horloge</h2>
<p>Tout dépend du canal. En contre-saison, il coule à moitié, et l’on se partage l’eau par tours de six heures. Le
planning, affiché sur la porte de la coopérative, n’oublie personne, sauf peut-être le sommeil : les tours de nuit
sont tirés au sort. « J’ai arrosé des tomates à trois heures du matin avec une lampe sur le front, raconte Alou.
Elles n’ont pas mûri plus vite, mais on se connaît mieux. »</p>
<p>Le risque est connu. À trop pomper, on fatigue la terre et l’on fait remonter le sel. La coopérative impose une
jachère un an sur quatre et mesure la salinité deux fois par saison. L’an dernier, onze parcelles ont été mises au
repos. Il y a eu des protestations, puis des excuses.</p>
<p>La prochaine bataille est commerciale. Quand tout le monde récolte la salade la même semaine, le carton tombe à
800 francs. Un calendrier commun a été adopté : chacun sème avec dix jours de décalage sur son voisin. Il faudra que
tout le monde le respecte. « Pour les oignons, oui, dit la présidente. Pour les salades, nous prierons. »</p>
""",
    ),
    Text(
        key="traversee",
        section="societe",
        kicker="Le chiffre",
        headline="52 minutes pour franchir le pont à 8 heures du matin : partez plus tôt, ou beaucoup plus tard",
        standfirst=(
            "Nous avons chronométré quatre-vingts traversées en minibus, d’une rive à l’autre, à toutes les heures. "
            "Entre l’aube et la pointe, le trajet triple presque."
        ),
        bylines=("nana-tambadou",),
        tags=("Transport", "Bamako"),
        related=("sotrama",),
        picture="chart-bars",
        days=6,
        hour="07:10",
        body="""
<p>Dix-huit minutes à 6 heures, cinquante-deux à 8 heures. Il suffit de se tromper de deux heures pour passer
trente-quatre minutes de plus sur un pont dont on connaît déjà chaque joint. Pendant deux semaines, quatre lecteurs
volontaires et notre reporter ont chronométré quatre-vingts traversées, toujours du même arrêt de la rive droite au
même arrêt de la rive gauche.</p>
<p>Le résultat surprend surtout à midi. On croyait le pont fluide : il l’est, avec vingt-quatre minutes. Le soir, en
revanche, le retour s’étire : quarante-neuf minutes à 17 heures, cinquante-cinq à 18 heures, encore vingt-sept à
20 heures.</p>
<figure data-picture="{pictures[bridge]}"><figcaption>À 6 heures, dans la brume, le pont appartient encore à ceux qui
le traversent.</figcaption></figure>
<h2>Ce que l’on perd, ce que l’on gagne</h2>
<p>Celui qui passe à 8 heures et revient à 18 heures reste 107 minutes par jour sur le trajet. Celui qui peut partir
à 6 heures et rentrer à 20 heures n’y reste que 45 minutes : plus d’une heure de différence. Encore faut-il avoir
quelque chose à faire entre-temps.</p>
<p>Plusieurs ateliers de la zone industrielle l’ont compris. Ils ouvrent à 7 heures, ferment à 16 heures, et assurent
que les retards ont diminué de moitié. Les écoles, elles, ne peuvent guère bouger : les petits ne se lèvent pas avant
le soleil.</p>
<aside data-article="{articles[sotrama]}"></aside>
<p>Et à pied ? Notre reporter a essayé : quarante et une minutes, d’un arrêt à l’autre, sans courir. À 8 heures, le
piéton bat donc le minibus de onze minutes. Il arrive, il est vrai, dans un autre état.</p>
""",
    ),
    Text(
        key="bornes",
        section="societe",
        kicker="Grand format",
        headline="À Sokoura-Fleuve, douze robinets ont redessiné la carte des amitiés",
        standfirst=(
            "On a posé 4,6 kilomètres de tuyaux et douze bornes-fontaines. Un an après, l’eau est là, les files ont "
            "disparu, et le quartier se demande où l’on va bavarder."
        ),
        bylines=("nana-tambadou", "aicha-barkena"),
        tags=("Eau", "Vie locale", "Femmes", "Santé"),
        related=("sante",),
        picture="taps",
        days=5,
        hour="06:00",
        body="""
<p>Avant, tout se savait au puits. Qui se mariait, qui ne payait plus, qui avait rêvé d’un cheval. Il fallait compter
une heure d’attente le matin, une autre le soir, et l’on n’avait rien d’autre à faire que de parler. « On détestait
cette file, dit Awa Ginorou, quarante-deux ans, en rinçant son bidon jaune. Maintenant, je mets six minutes. Je
rentre, et je ne sais rien. »</p>
<p>À Sokoura-Fleuve, quartier de neuf mille habitants, l’eau courante est arrivée il y a un an. Pas dans les
maisons : à douze bornes-fontaines, réparties de façon que personne ne marche plus de cent cinquante mètres. Un
réservoir de quatre-vingts mètres cubes a été bâti sur la butte. De là partent 4,6 kilomètres de tuyaux, enterrés à
la main par les habitants, à raison de quatre mètres par famille.</p>
<figure data-picture="{pictures[map-quarter]}"><figcaption>De la butte au fleuve, le réseau et ses douze bornes,
numérotées comme dans les comptes du comité de l’eau.</figcaption></figure>
<h2>Vingt litres, dix francs</h2>
<p>Chaque borne a sa fontainière, choisie par les riveraines. Elle ouvre à 5 heures 30, ferme à 20 heures, balaie la
dalle et encaisse 10 francs par bidon de vingt litres. C’est trois fois moins que le prix des vendeurs à la
charrette, et un peu plus que le puits, qui était gratuit et rendait malade.</p>
<p>La fontainière garde un cinquième de la recette. Le reste se partage entre l’électricité de la pompe, une réserve
pour les réparations et le remboursement d’un prêt qui court sur neuf ans. Les comptes sont lus à voix haute le
premier dimanche du mois, sous l’arbre de la borne numéro 4, la plus fréquentée. Le mois dernier, on a vendu un peu
plus de deux mille mètres cubes, soit autour d’un million de francs.</p>
<p>Le centre de santé tient un autre registre. Durant les douze mois qui ont précédé les bornes, il avait soigné 611
diarrhées d’enfants de moins de cinq ans. Au cours des douze suivants, 287. L’infirmier-chef, Bakoroba Diéssana, se
garde d’en tirer une loi : une campagne de lavage des mains a eu lieu en même temps. « Mais on ne se lave pas les
mains sans eau, remarque-t-il. Alors j’additionne. »</p>
<h2>Les perdants</h2>
<p>Tout le monde n’a pas gagné. Une quinzaine de vendeurs d’eau vivaient de leur charrette. La moitié a trouvé à
transporter autre chose : du sable, des briques, des fauteuils. Trois sont devenus réparateurs du réseau, dont ils
connaissaient le terrain mieux que les ingénieurs. Les autres sont partis vers des quartiers plus hauts, où la soif
paie encore.</p>
<p>Le vieux Nouhoun Sayon, soixante et onze ans, est resté. Il vendait de l’eau depuis l’époque des outres. Il passe
désormais ses journées assis près de la borne 9, où il rend un service que personne n’avait prévu : il goûte. Au
premier verre, le matin, il annonce si l’eau a dormi dans le tuyau. Les riveraines attendent son hochement de tête.
La fontainière lui verse, de sa poche, 100 francs par jour.</p>
<blockquote><p>L’eau du puits avait le goût de la terre, celle du tuyau a le goût du tuyau. On s’habitue. C’est le
bruit qui me manque.</p><cite>Nouhoun Sayon, ancien vendeur d’eau</cite></blockquote>
<h2>Ce que font les filles de leur matinée</h2>
<p>L’effet le plus net n’est pas dans les registres de santé, mais dans ceux de l’école. Les retards du matin ont
chuté de deux tiers chez les filles. On ne l’avait pas annoncé, on ne l’avait même pas espéré par écrit. Le directeur
s’en est aperçu en cherchant pourquoi il n’utilisait plus son carnet de billets.</p>
<p>« Une heure, pour une élève de quatrième, c’est une leçon apprise ou pas », dit-il. Il a calculé que chaque fille
du quartier avait regagné, en un an, l’équivalent de trois cents heures. Toutes ne sont pas allées aux devoirs. Une
partie a été rendue au sommeil, une autre à la tresse, et une autre encore, sous un hangar, à une équipe de football
qui n’a pas encore de nom.</p>
<h2>Réapprendre à se voir</h2>
<p>Restait la question d’Awa Ginorou : où bavarder ? Durant les premiers mois, les femmes de la rue basse se sont
croisées sans s’arrêter, bidon sur la tête, pressées par une hâte dont elles n’avaient plus besoin. Des brouilles
sont nées, faute de se réconcilier chaque matin. Un mariage a même été annoncé trop tard pour que l’on eût le temps
de coudre.</p>
<p>La solution est venue de la fontainière de la borne 7, Coumba Yirissé. Elle a demandé à son neveu maçon de
prolonger la dalle d’un mètre cinquante et d’y sceller un banc. Le coût : 18 000 francs et deux poulets. Le banc est
toujours occupé. Depuis, six autres bornes ont réclamé le leur, et le comité de l’eau a voté une ligne nouvelle, qui
figure désormais dans les comptes, entre la pompe et les joints : « Bavardage, 40 000 francs. »</p>
<figure data-picture="{pictures[chart-waffle]}"><figcaption>Sur cent ménages interrogés dans la commune, près d’un
sur trois s’approvisionne à une borne-fontaine.</figcaption></figure>
<p>Nul ne propose de revenir au puits. On l’a couvert d’une dalle, avec une trappe, au cas où. Les enfants s’en
servent de scène. Mais le matin, vers 6 heures, on voit encore une vieille dame s’y arrêter, poser la main sur le
ciment et attendre un peu, comme on attend quelqu’un.</p>
<h2>Et dans les maisons ?</h2>
<p>La suite est déjà en discussion. Un branchement privé coûterait 85 000 francs, plus la consommation. Une centaine
de familles se disent prêtes à payer en douze fois. Les fontainières s’inquiètent : si les mieux lotis quittent la
borne, qui paiera la pompe pour les autres ? Le comité penche pour une règle de solidarité, un franc prélevé sur
chaque bidon vendu à domicile.</p>
<p>Le débat aura lieu le premier dimanche du mois prochain, sous l’arbre, à la borne 4. On promet d’apporter des
chaises.</p>
""",
    ),
    Text(
        key="filles",
        section="societe",
        kicker="École",
        headline="Filles au lycée : cinq villes progressent, Kayes rattrape son retard",
        standfirst=(
            "En deux ans, leur part en classe de première a augmenté partout. À Bamako, elles sont désormais "
            "majoritaires ; à Mopti, il reste du chemin."
        ),
        bylines=("aicha-barkena",),
        tags=("École", "Femmes", "Jeunesse", "Kayes"),
        related=("rentree",),
        picture="chart-slope",
        picture_caption=(
            "Part des filles parmi les élèves de première dans cinq villes, il y a deux ans et aujourd’hui."
        ),
        days=4,
        hour="08:10",
        body="""
<p>La ligne la plus raide part de Kayes. Il y a deux ans, 29 élèves de première sur 100 y étaient des filles ; elles
sont 41 aujourd’hui. C’est la plus forte hausse des cinq villes dont nous avons consulté les registres, établissement
par établissement, avec l’aide d’une association de professeurs.</p>
<p>Sikasso passe de 38 à 47 %, Ségou de 36 à 44 %. À Bamako, le seuil symbolique est franchi : 51 %, contre 45.
Mopti, enfin, progresse de neuf points, mais de plus bas : de 24 à 33 %.</p>
<h2>Ce qui a changé à Kayes</h2>
<p>Rien de spectaculaire. Un foyer de quarante lits a ouvert à deux rues du lycée, tenu par d’anciennes élèves. Une
ligne de minibus part à 16 h 30, après les cours, et non plus à 18 heures. Et les frais d’examen peuvent être payés
en six fois. « Chaque année, on perdait des filles pour 12 500 francs exigés un mardi », se souvient la proviseure,
Sira Makalou-Dé.</p>
<p>À Mopti, notre consœur Hawoye Cissoumba observe la même chose à l’envers : les villages sont plus loin, les foyers
plus rares, et l’on inscrit d’abord les garçons quand il faut choisir. Deux internats y sont en chantier.</p>
<blockquote><p>On me demande toujours comment convaincre les pères. Je leur donne l’horaire du bus.</p><cite>Sira
Makalou-Dé, proviseure</cite></blockquote>
<p>Il faut lire ces chiffres avec prudence : ils disent qui est assis en classe, et non qui en sort avec un diplôme.
Nous y reviendrons après les examens.</p>
""",
    ),
    Text(
        key="tribune",
        section="societe",
        kicker="Tribune",
        headline="Laissons les élèves écrire mal, ils finiront par écrire juste",
        standfirst=(
            "Djénéba Waïgalo, professeure de français dans un collège de Bamako, plaide pour le brouillon, la rature "
            "et le droit de se tromper."
        ),
        bylines=("djeneba-waigalo",),
        tags=("École", "Langues"),
        related=("rentree", "dictionnaire"),
        minutes=260,
        body="""
<p>J’enseigne depuis dix-sept ans, et depuis dix-sept ans je reçois des copies parfaites. Elles sont propres,
soulignées à la règle, recopiées deux fois. Elles ne disent rien. Leurs auteurs, qui m’ont raconté la veille, dans la
cour, une histoire de serpent à faire trembler le préau, ont écrit : « Le serpent est un animal dangereux. »</p>
<p>Nos élèves ne manquent ni d’idées ni de mots : ils en ont dans trois langues. Ils manquent de brouillon. Nous leur
avons appris que la faute se paie, au stylo rouge, d’un demi-point. Ils en ont tiré la conclusion raisonnable : moins
on écrit, moins on perd.</p>
<h2>Le cahier sans note</h2>
<p>Il y a trois ans, j’ai distribué à ma classe de cinquième un second cahier. Règle unique : je le lis, je ne le
corrige pas. On peut y mêler les langues, barrer, dessiner un âne quand le mot ne vient pas. Les premières semaines
furent un désastre d’orthographe et une merveille de lecture. Un garçon qui ne dépassait jamais quatre lignes a
rempli six pages sur la panne d’un moulin.</p>
<p>Puis il s’est passé une chose que je n’avais pas prévue. Vers le mois de février, ils sont venus demander. Comment
écrit-on « étincelle » ? Pourquoi deux « l » ? Ils voulaient être lus par d’autres que moi, et ne souhaitaient pas
que l’on rie au mauvais endroit. La règle, qu’ils fuyaient, était devenue un outil.</p>
<h2>Ce que je demande</h2>
<p>Je ne propose pas d’abolir la dictée. Je demande une heure par semaine sans note, dans chaque collège, et cent
francs par élève pour un cahier. Je demande que l’on forme les maîtres à lire une copie avant de la corriger. Je
demande enfin que le brouillon soit ramassé : c’est là que l’élève pense.</p>
<p>À la fin de l’année, ma classe a obtenu à l’examen de rédaction deux points de plus que la moyenne. Je le
mentionne parce que l’on me le demandera. Ce n’est pas pour cela que je continue. Je continue pour le serpent.</p>
""",
    ),
    Text(
        key="vaccin",
        section="societe",
        kicker="En bref",
        headline="Santé : une semaine de vaccination gratuite contre la rougeole dès lundi",
        bylines=("aicha-barkena",),
        tags=("Santé", "École"),
        days=2,
        hour="12:35",
        body="""
<p>Les enfants de neuf mois à cinq ans pourront être vaccinés gratuitement contre la rougeole du lundi au samedi,
dans tous les centres de santé de la commune et dans trente écoles transformées en postes d’accueil, de 8 heures à
15 heures.</p>
<p>Le carnet de santé n’est pas exigé : une fiche sera remise sur place. Les parents dont l’enfant a de la fièvre
sont invités à attendre quelques jours. Des équipes mobiles passeront jeudi dans les marchés.</p>
""",
    ),
    Text(
        key="poussiere",
        section="societe",
        kicker="En bref",
        headline="Poussière : l’air de Bamako restera chargé jusqu’à jeudi",
        bylines=("aicha-barkena",),
        tags=("Climat", "Santé", "Bamako"),
        days=1,
        hour="07:55",
        body="""
<p>Un voile de poussière venu du nord-est couvre la ville depuis dimanche, et la visibilité est tombée hier à mille
deux cents mètres. Le vent devrait faiblir jeudi en fin de journée.</p>
<p>Les médecins conseillent aux personnes asthmatiques d’éviter l’effort aux heures les plus chargées, de 9 heures à
midi, et recommandent le masque ou le foulard à moto. Les séances de sport en plein air sont reportées dans plusieurs
écoles.</p>
""",
    ),
    Text(
        key="reponse",
        section="societe",
        kicker="Droit de réponse :",
        headline="Les anciens vendeurs d’eau de Sokoura-Fleuve nous répondent",
        bylines=(),
        tags=("Eau", "Vie locale"),
        related=("bornes",),
        comments_open=False,
        days=3,
        hour="11:30",
        body="""
<p>Votre article range les anciens vendeurs d’eau parmi « les perdants ». Je parle au nom de six d’entre eux, et nous
demandons que l’on nous lise aussi.</p>
<p>Nous ne sommes pas partis « vers des quartiers plus hauts, où la soif paie encore ». Quatre d’entre nous livrent
toujours à Sokoura-Fleuve, chaque matin, aux ateliers et aux chantiers que les bornes ne desservent pas. Le bidon y
est à 15 francs, et non au triple du prix des bornes : ce prix-là était celui de la saison sèche d’il y a deux ans.</p>
<p>Il est vrai que nous gagnons moins. Il est faux que nous n’ayons rien proposé. Au mois de mars, nous avons remis au
comité de l’eau un projet de livraison à domicile pour les malades et les personnes âgées, avec nos charrettes et nos
prix. Nous attendons la réponse ; le double de notre lettre, tamponné, est à la disposition de la rédaction.</p>
<p>Enfin, Nouhoun Sayon ne goûte pas l’eau pour 100 francs. Il la goûte parce qu’il ne s’est jamais trompé.</p>
<p>Sidi Kolado, charretier, pour six anciens vendeurs d’eau</p>
""",
    ),
]
