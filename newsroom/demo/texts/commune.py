"""Public life: the dossier of the budget that people vote on, and what else the commune decides."""

from newsroom.demo.text import Text

COMMUNE = [
    Text(
        key="modedemploi",
        section="politique",
        kicker="Mode d’emploi",
        headline="Budget participatif : qui vote, comment, et pour quoi ? Les réponses avant le grand soir",
        standfirst=(
            "Dans six jours, les habitants de sept quartiers choisiront eux-mêmes cinq projets. Ce qu’il faut savoir "
            "avant de lever la main."
        ),
        bylines=("yaya-temelou",),
        tags=("Budget participatif", "Vie locale", "Bamako"),
        days=8,
        hour="06:45",
        body="""
<p>C’est une première dans la commune, et les affichettes collées sur les kiosques ont fait naître autant de
questions que d’espoirs. Nous avons posé les plus fréquentes aux organisateurs, règlement sous les yeux.</p>
<h2>Qui peut voter ?</h2>
<p>Toute personne de seize ans et plus qui habite l’un des sept quartiers depuis au moins six mois. Aucune carte
n’est demandée : deux voisins se portent garants, à voix haute, et leurs noms sont inscrits au registre.</p>
<h2>Sur quoi porte le vote ?</h2>
<p>Sur vingt projets, retenus par un comité de vingt et un habitants tirés au sort parmi les idées déposées depuis
six semaines. Chacun coûte quinze millions de francs au plus, et son entretien doit rester à la portée de la
commune.</p>
<h2>Comment se déroule la soirée ?</h2>
<ol><li>À 19 heures, ouverture de la cour de l’école et inscription.</li><li>À 20 heures, chaque projet est présenté
en trois minutes, sablier en main.</li><li>À 21 heures 15, vote à main levée : trois voix par personne, sur trois
projets différents.</li><li>Comptage par deux équipes qui ne se parlent pas ; en cas d’écart, on
recommence.</li></ol>
<h2>Combien de projets seront financés ?</h2>
<p>Cinq, soit une enveloppe de 75 millions de francs au maximum. Ils seront réalisés l’un après l’autre, dans l’ordre
des voix. Si l’un d’eux coûte moins que prévu, le reste va au suivant.</p>
<h2>Et si l’on ne peut pas venir ?</h2>
<p>On ne vote pas par procuration. C’est le point le plus contesté. « Nous avons préféré une règle simple et injuste
à une règle juste que personne n’aurait comprise », reconnaît Fousseyni Dalabé, secrétaire de séance. Une garderie
est prévue dans la salle des maîtres, et deux minibus feront la navette gratuitement jusqu’à 20 heures.</p>
<h2>Qui vérifiera ?</h2>
<p>Deux habitants par quartier pourront consulter les factures pendant toute la durée des travaux. Le premier compte
rendu est promis pour la fin du mois prochain, sur un panneau planté devant la mairie.</p>
""",
    ),
    Text(
        key="idees",
        section="politique",
        kicker="Grand format",
        headline="Dans les boîtes en fer, 214 idées pour une commune : voyage au pays des petits papiers",
        standfirst=(
            "Un manège, un cimetière éclairé, le silence après 23 heures, une banque de chaises… Avant le vote "
            "d’après-demain, nous avons tout lu, y compris ce que le règlement écartait."
        ),
        bylines=("yaya-temelou", "nana-tambadou"),
        tags=("Budget participatif", "Vie locale", "Jeunesse"),
        related=("modedemploi",),
        for_subscribers=True,
        days=4,
        hour="06:10",
        body="""
<p>La plus courte tient en un mot : « Ombre. » La plus longue compte onze pages, un plan et la signature de
quarante-trois pêcheurs. Entre les deux, deux cent douze autres papiers, cahiers d’école pliés en quatre, emballages
de sucre, versos d’ordonnance. Pendant six semaines, les habitants de sept quartiers les ont glissés dans des boîtes
en fer soudées par un garagiste. Nous avons passé quatre jours à les lire.</p>
<p>Il fallait, pour cela, l’accord des auteurs. Le comité d’habitants tirés au sort l’a demandé à chacun ; sept
seulement ont refusé. Ce qui suit n’est donc pas un sondage. C’est une promenade dans ce que des gens demandent quand
on leur dit, pour une fois, que la réponse pourrait être oui.</p>
<h2>L’eau d’abord, et de loin</h2>
<p>Soixante et une idées parlent d’eau : celle qui manque, celle qui déborde, celle qui stagne. On veut des
bornes-fontaines, des caniveaux couverts, un abreuvoir pour les bêtes. Une élève de sixième demande un robinet
« assez bas pour les petits et assez haut pour les grandes sœurs ». Un vieux monsieur, Badara Fomélé, propose de
repeindre en bleu toutes les vannes de la commune afin que l’on sache, la nuit, où couper.</p>
<p>Viennent ensuite la lumière, avec trente-huit idées, et l’école, avec trente et une. La lumière est presque
toujours demandée par des femmes, et presque toujours pour un trajet précis : du lycée au carrefour, de la maternité
à l’arrêt, du moulin à la maison. « Je ne veux pas un lampadaire, écrit l’une d’elles, je veux deux cents pas. »</p>
<p>L’école, elle, est demandée par tout le monde. On réclame des bancs, un toit qui ne chante pas sous la pluie, une
bibliothèque. Cette dernière revient neuf fois, sous neuf formes : dans un conteneur, dans un arbre, dans une
ancienne cabine téléphonique. C’est la version sur triporteur, inspirée de celles que l’on voit circuler à Niamey,
que le comité a gardée.</p>
<h2>Ce que le règlement écarte</h2>
<p>Pour être retenue, une idée devait tenir dans quinze millions de francs et ne rien coûter en entretien que la
commune ne puisse payer. Ces deux lignes en ont éliminé cent quarante-deux. Adieu le manège, le stade de six mille
places, le pont piéton, la piscine « avec de l’eau dedans » que réclamait tout un groupe de collégiens, instruits par
l’expérience.</p>
<p>D’autres ont été écartées parce qu’elles ne relevaient pas d’un budget. Le silence après 23 heures, par exemple,
proposé par trois personnes d’une même rue et combattu par une quatrième, qui y tient un bar. Ou la suppression des
mouches. Ou encore ce papier sans nom, que le comité a lu deux fois : « Que mon fils revienne travailler ici. »</p>
<blockquote><p>On croyait recevoir des listes de courses. On a reçu des lettres.</p><cite>Salimata Kounandi, membre
du comité tirée au sort</cite></blockquote>
<p>Salimata Kounandi est couturière. Elle a appris sa désignation par un neveu, qui avait vu son nom sur l’affiche,
et a cru à une plaisanterie. Elle a passé six soirées dans une salle de classe, assise à une table d’écolier, à
débattre du prix des buses en béton avec un vendeur de pneus, une étudiante en droit et un imam. « Le plus difficile,
dit-elle, ce n’était pas de choisir. C’était de justifier. Il fallait écrire une phrase pour chaque non. »</p>
<p>Ces phrases sont affichées à l’entrée de la mairie. Elles sont courtes et polies. À la piscine, le comité répond :
« Nous aussi, nous aimerions. »</p>
<aside data-article="{articles[modedemploi]}"></aside>
<h2>La banque de chaises</h2>
<p>Parmi les vingt projets soumis au vote, certains se défendent tout seuls. D’autres ont eu besoin d’avocats. C’est
le cas de la banque de chaises : quatre cents sièges en plastique, empilés dans un local, prêtés pour les mariages,
les baptêmes et les deuils. L’idée fait sourire. Son auteur, Lassana Bérété-Koy, l’a chiffrée : chaque famille loue
en moyenne soixante-dix chaises par an, à 100 francs l’une. Pour mille familles, cela fait sept millions qui sortent
du quartier.</p>
<p>Ou encore le cimetière. Une association demande d’en éclairer l’allée principale, où l’on enterre parfois après la
tombée du jour. Coût : quatre millions. Le projet n’a ni mascotte ni musique. Au cours de la lecture publique, il n’a
suscité qu’un commentaire, d’une dame assise au premier rang : « Là-bas, au moins, tout le monde ira. »</p>
<p>Les jeunes, qui forment plus de la moitié des auteurs, ont appris en route l’art de l’alliance. Les partisans du
terrain de basket ont retiré leur idée au profit des lampadaires du lycée, contre la promesse que deux d’entre eux
éclaireraient le panneau. Ceux de la bibliothèque ont rallié les porteurs de l’abreuvoir, au motif que l’on peut lire
en attendant que les bœufs aient fini.</p>
<h2>Compter les mains</h2>
<p>Après-demain soir, tout cela sera ramené à un geste. Trois voix par personne, bras levé, sous deux ampoules. Le
choix de la main levée a été discuté pendant une réunion entière. Contre : on votera sous le regard du voisin, du
créancier, de la belle-mère. Pour : on verra tout de suite, et l’on pourra recompter. C’est le second argument qui
l’a emporté, par un vote à bulletin secret.</p>
<p>Le favori ? Au marché, où l’on parie des bouteilles de gingembre, les caniveaux arrivent en tête devant les
lampadaires. Mais les pronostics se faussent vite. Au dernier comptage officieux, un marchand de mangues se vantait
de pouvoir faire basculer trente voix en échange d’un banc, un seul, devant son étal.</p>
<p>Quel que soit le résultat, cent quatre-vingt-quatorze idées resteront dans les boîtes. La commune avait prévu de
les archiver. Une institutrice a demandé à les garder : ses élèves les recopient, une par semaine, en guise de
dictée. Ils en sont à la quatorzième. On y fait peu de fautes, assure-t-elle, sauf au mot « caniveau », que tout le
monde prononce et que personne n’avait encore jamais écrit.</p>
""",
    ),
    Text(
        key="edito",
        section="politique",
        kicker="Éditorial",
        headline="Une voix d’écart, et c’est très bien ainsi",
        standfirst=(
            "Cent soixante-trois contre cent soixante-deux : le résultat du budget participatif a fait rire. Il "
            "devrait surtout nous instruire."
        ),
        bylines=("kadidia-nomokou",),
        tags=("Budget participatif", "Vie locale"),
        related=("budget", "idees"),
        minutes=130,
        body="""
<p>On a recompté trois fois, et l’on a bien fait. Que des lampadaires battent des caniveaux d’une seule main levée,
voilà qui prête à sourire, surtout quand on sait que les uns et les autres seront construits. Mais cette main en
trop, ou celle qui manquait en face, dit plus sur la vie publique que bien des discours.</p>
<p>Elle dit d’abord que l’on peut perdre d’une voix et rentrer chez soi sans casser de chaise. Les partisans des
caniveaux ont protesté, demandé un comptage, puis un autre. Ils l’ont obtenu. Ils ont alors applaudi. Il n’y avait ni
huissier ni cordon de policiers : il y avait deux équipes de comptage, une règle connue d’avance et trois cents
témoins.</p>
<aside data-article="{articles[budget]}"></aside>
<p>Elle dit ensuite que personne, ce soir-là, n’était de trop. Combien d’habitants étaient restés à la maison en
pensant que tout était joué ? L’un d’eux, au moins, doit y songer en contournant ce matin la flaque devant sa
porte.</p>
<p>Ne soyons pas naïfs. Soixante-quinze millions de francs ne font pas une politique, et cinq projets ne font pas une
ville. Les sommes qui comptent se décident encore ailleurs, dans des bureaux où l’on ne lève pas la main. Il faudra
juger cette expérience sur ses factures, et non sur son ambiance. Deux habitants par quartier auront le droit de les
lire : qu’ils en usent, sans politesse excessive.</p>
<p>Notre journal fera sa part. Nous publierons, chaque mois, l’état des dépenses à côté de ce qui aura été réellement
posé, creusé, planté. Si un lampadaire manque, nous dirons lequel.</p>
<p>D’une voix, on peut gagner un chemin éclairé. C’est peu, diront les habitués des grands nombres. Qu’ils essaient
donc, eux, de rentrer du lycée dans le noir.</p>
""",
    ),
    Text(
        key="panneau",
        section="politique",
        kicker="En bref",
        headline="Budget participatif : le panneau des dépenses est déjà planté devant la mairie",
        bylines=("soumaila-kodian",),
        tags=("Budget participatif", "Bamako"),
        related=("budget", "edito"),
        minutes=55,
        body="""
<p>Il est vide, mais il tient debout. Le panneau sur lequel la commune affichera chaque mois les dépenses des cinq
projets choisis par les habitants a été installé devant la mairie. Il mesure deux mètres sur trois et se lit des deux
côtés.</p>
<aside data-article="{articles[budget]}"></aside>
<p>Premier affichage à la fin du mois prochain. Les quatorze habitants autorisés à consulter les factures, deux par
quartier, seront présentés au public samedi, à 10 heures, dans la cour de l’école.</p>
""",
    ),
    Text(
        key="etatcivil",
        section="politique",
        kicker="En bref",
        headline="État civil : l’extrait de naissance pourra être retiré le samedi matin",
        bylines=("nana-tambadou",),
        tags=("Vie locale", "Numérique"),
        days=3,
        hour="16:30",
        body="""
<p>À partir de samedi, le guichet de l’état civil ouvrira de 8 heures à midi, en plus de la semaine. La mesure,
demandée par les parents d’élèves, vaut jusqu’à la fin des inscriptions aux examens.</p>
<p>On peut annoncer sa venue par message pour que l’acte soit cherché d’avance : le délai tombe alors à une vingtaine
de minutes. Le prix de l’extrait reste fixé à 250 francs, et un reçu doit être remis.</p>
""",
    ),
    Text(
        key="train",
        section="politique",
        kicker="Reportage",
        headline="À Kayes, la gare s’est remise à l’heure avant le train",
        standfirst=(
            "Horloge réparée, banc repeint, registre neuf : une douzaine de retraités du rail entretiennent la "
            "station en attendant une reprise du trafic que chacun date à sa manière."
        ),
        bylines=("yaya-temelou",),
        tags=("Transport", "Patrimoine", "Kayes"),
        days=7,
        hour="08:50",
        body="""
<p>Il est 17 heures 42 à l’horloge de la gare, et il est vraiment 17 heures 42. Cela n’était plus arrivé depuis des
années. Mambé Dioncounda-Ly, ancien mécanicien de locomotive, a démonté le mouvement sur sa table de cuisine, nettoyé
chaque roue au pétrole et taillé la pièce manquante dans un couvercle de casserole.</p>
<p>Ils sont douze à venir chaque après-midi. Le plus jeune a cinquante-neuf ans. Ils ont repeint le banc du quai,
désherbé quatre cents mètres de voie et rouvert un registre où ils notent, sous la colonne « départs », le passage
des chèvres. La plaisanterie a fait le tour de la ville ; des enfants viennent désormais s’y faire inscrire.</p>
<h2>Trois dates sur un mur</h2>
<p>Quand les trains reviendront-ils ? Sur le mur de la salle d’attente, trois dates ont été écrites à la craie par
trois visiteurs officiels. Les deux premières sont passées. La troisième tombe dans neuf mois. Les retraités n’y
croient qu’à moitié, mais ils ont acheté la peinture pour la signalisation.</p>
<p>Car tout n’est pas immobile. Sur un tronçon d’une quarantaine de kilomètres, des équipes remplacent les traverses
de bois par du béton. Nous en avons vu passer deux wagons, tirés par un engin de chantier. Les anciens se sont levés
et ont ôté leur chapeau.</p>
<blockquote><p>Une gare sans train, c’est une maison dont les gens sont en voyage. On balaie pour leur
retour.</p><cite>Mambé Dioncounda-Ly, mécanicien à la retraite</cite></blockquote>
<p>Les vendeuses, elles, sont déjà revenues. L’une propose des beignets à l’heure où arrivait autrefois l’express du
soir. Elle n’a pas connu l’express. Sa mère lui a transmis l’horaire.</p>
""",
    ),
]
