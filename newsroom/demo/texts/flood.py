"""The dossier of the flood: the dyke, the hydrologist, the staff gauge; its report of the day is in ``river``."""

from newsroom.demo.text import Text

FLOOD = [
    Text(
        key="echelle",
        section="societe",
        kicker="Mode d’emploi",
        headline="Comment lire une échelle de crue, en six questions que l’on n’ose pas poser",
        standfirst=(
            "La cote du fleuve s’affiche partout, mais que mesure-t-elle vraiment ? Petit guide à l’usage de ceux qui"
            " habitent en bas de la pente."
        ),
        bylines=("aicha-barkena",),
        tags=("La crue", "Fleuve", "Eau"),
        picture="chart-level",
        picture_caption=(
            "Une année de hauteurs à Mopti : l’onde arrive lentement, s’étale, puis se retire plus vite qu’elle n’est"
            " venue."
        ),
        days=3,
        hour="07:40",
        body="""
<p>Une planche peinte, des traits noirs, des chiffres rouges. À l’échelle du vieux pont, on lisait hier matin
3,80 mètres. Certains y ont vu une alerte, d’autres une bonne nouvelle pour les rizières. Voici de quoi se faire une
opinion.</p>
<h2>Est-ce la profondeur du fleuve ?</h2>
<p>Non. La cote mesure une hauteur au-dessus d’un zéro choisi autrefois, à l’endroit où l’eau descendait le plus bas.
Quand l’échelle indique 3,80 mètres, il peut y en avoir neuf sous la pirogue, ou deux. Comparer la cote de deux
villes n’a donc aucun sens ; comparer deux jours au même endroit en a beaucoup.</p>
<h2>À quelle heure faut-il la lire ?</h2>
<p>Toujours à la même. Le vent et le passage des barges font varier le niveau de trois à quatre centimètres. Les
relevés sérieux se font à 7 heures, deux fois de suite, et l’on retient la plus basse des deux lectures.</p>
<h2>Quels sont les seuils à retenir ?</h2>
<ul><li>3,50 mètres : les jardins les plus bas prennent l’eau.</li><li>4,00 mètres : les traversées passent aux
horaires de hautes eaux, en général dans les deux jours.</li><li>4,37 mètres : les quartiers bas organisent des
veilles de nuit.</li><li>4,60 mètres : l’eau touche le pied des premières maisons.</li></ul>
<h2>Pourquoi l’eau met-elle dix jours à arriver ?</h2>
<p>Parce que le lit est presque plat. Entre les hauts plateaux et Bamako, l’onde s’étale dans chaque bras mort et
remplit chaque cuvette avant de repartir. Plus en aval, c’est plus lent encore : dans le delta intérieur, une même
crue se promène pendant des semaines d’une station à l’autre.</p>
<h2>Une montée rapide est-elle mauvais signe ?</h2>
<p>Pas toujours. Dix centimètres en un jour au début de la saison ne disent rien du maximum. Ce qui compte, c’est le
moment où la hausse ralentit : tant que l’écart d’un jour à l’autre ne diminue pas, personne ne peut annoncer la
décrue.</p>
<h2>Que faire de tout cela ?</h2>
<ol><li>Repérer son propre seuil : la marche de la cour, le trou de la clôture, le pied du manguier.</li><li>Noter la
cote du jour où l’eau l’atteint.</li><li>La transmettre au voisin : il habite peut-être dix centimètres plus
bas.</li></ol>
<p>Les plus anciens n’ont pas besoin d’échelle. Ils regardent les fourmis. Mais les fourmis, elles, ne publient pas
de bulletin.</p>
""",
    ),
    Text(
        key="digue",
        section="societe",
        kicker="Enquête",
        headline="Une digue, vingt-trois brèches et un registre vide : qui garde les pieds du quartier au sec ?",
        standfirst=(
            "Nous avons parcouru, un mètre à la main, les 1 900 mètres de levée de terre qui protègent Kônô-Fara. "
            "Elle a perdu près de quarante centimètres là où elle devait en gagner."
        ),
        bylines=("yaya-temelou", "aicha-barkena"),
        tags=("La crue", "Fleuve", "Vie locale", "Environnement"),
        related=("echelle",),
        picture="bridge",
        for_subscribers=True,
        days=2,
        hour="06:15",
        body="""
<p>Le premier trou se voit depuis la route. Il est large comme une charrette, et pour cause : c’est une charrette qui
l’a fait. Puis une autre est passée, puis toutes. « On prend par là depuis sept ans, explique le conducteur sans
ralentir. Faire le tour, c’est vingt minutes. » Sous ses roues, la digue de Kônô-Fara n’est plus qu’une bosse.</p>
<p>Cette levée de terre court sur 1 900 mètres entre le fleuve et un quartier de onze mille habitants. Elle a été
achevée il y a vingt-six ans, après une crue dont les anciens montrent encore la trace sur le mur de l’école. Sa
crête devait se trouver, sur toute la longueur, au niveau 4,90 mètres de l’échelle du vieux pont. Nous avons voulu
savoir ce qu’il en restait.</p>
<h2>Trois jours, un niveau et beaucoup de ficelle</h2>
<p>Avec Siriman Dabolé, topographe à la retraite, et deux de ses anciennes élèves, nous avons relevé la hauteur de la
crête tous les dix mètres. Cent quatre-vingt-onze points au total. La méthode est rustique : une lunette, une mire,
un carnet. Elle a été contrôlée en repassant deux fois par les mêmes bornes ; l’écart n’a jamais dépassé deux
centimètres.</p>
<p>Le résultat tient en trois nombres. Sur un peu plus de la moitié du parcours, la digue est encore à sa hauteur, à
cinq centimètres près. Sur un tiers, elle en a perdu de dix à trente. Sur le reste, soit environ deux cents mètres
répartis en trois endroits, elle est descendue à 4,52 mètres. Les quartiers bas commencent leurs veilles de nuit à
4,37 mètres : il reste là quinze centimètres, la longueur d’une main.</p>
<p>À quoi s’ajoutent les brèches. Nous en avons compté vingt-trois : neuf passages de charrettes, six rigoles
creusées pour évacuer l’eau des cours, quatre terriers, deux fours à briques installés dans le talus et deux trous
dont personne n’a voulu nous dire l’origine.</p>
<aside data-article="{articles[echelle]}"></aside>
<h2>La terre part, elle aussi, au marché</h2>
<p>Il suffit pourtant de se lever tôt. Un matin, à cinq heures et demie, nous avons vu trois hommes charger une
remorque au pied de la digue. La terre y est bonne, déjà tassée, sans cailloux. Elle se vend 2 500 francs la
charretée à ceux qui fabriquent des briques. L’un des chargeurs, qui habite à deux rues de là, ne s’en cache pas :
« Je sais ce que je fais. Mais la brique, on me la paie aujourd’hui. L’eau, elle viendra peut-être. »</p>
<p>Les fours, eux, ont un propriétaire. Il dispose d’un papier, signé par un délégué de quartier mort depuis quatre
ans, qui l’autorise à « occuper la bordure ». Il propose de partir si on lui trouve un autre terrain. La commune dit
l’avoir fait ; lui dit n’avoir jamais reçu la lettre. Nous avons vu la copie de cette lettre. Elle porte un numéro,
une date, et aucune adresse.</p>
<blockquote><p>Une digue, personne ne la remercie quand elle tient. Le jour où elle cède, tout le monde se souvient
de son nom.</p><cite>Siriman Dabolé, topographe</cite></blockquote>
<h2>Trente et un millions, dont douze dépensés</h2>
<p>L’entretien n’est pas sans budget. Le dernier devis complet, établi il y a deux ans, s’élevait à 86 millions de
francs : reprise de la crête, enrochement sur quatre cents mètres, quatre passages maçonnés pour les charrettes. La
commune en a inscrit 31 dans ses comptes. Elle en a dépensé douze, principalement pour un tronçon de 140 mètres situé
devant l’abattoir, le mieux conservé de tous.</p>
<p>Pourquoi là ? « Parce que l’engin pouvait y accéder », répond le service technique, qui nous a reçus deux fois et
a ouvert ses dossiers sans réticence. Les dix-neuf millions restants n’ont pas disparu : ils sont bloqués. Le marché
a été attribué à une entreprise qui a renoncé, puis à une seconde qui attend que la première rende les plans.
Celle-ci affirme les avoir rendus. Le registre où devait être notée leur remise existe. À la bonne page, il est
vide.</p>
<p>Un troisième acteur aurait pu trancher : le comité de surveillance, composé d’habitants, prévu par l’acte de
construction. Il devait se réunir chaque année avant les pluies. Sa dernière réunion remonte à onze ans. Sur les neuf
membres, trois sont décédés, deux ont déménagé et un ignorait, avant notre visite, qu’il en faisait toujours
partie.</p>
<h2>Ce que cent personnes peuvent faire en un samedi</h2>
<p>Faut-il attendre 86 millions ? Siriman Dabolé pense que non. Boucher les vingt-trois brèches avec des sacs et
rehausser les deux cents mètres les plus bas demanderait, selon ses calculs, environ quatre mille sacs de terre. À
quarante sacs par personne et par jour, cent volontaires y suffiraient en un samedi. Le coût : 600 000 francs de sacs
vides, moins que le prix d’une moto.</p>
<p>L’idée a circulé plus vite que notre carnet. Avant-hier soir, une soixantaine d’habitants se sont retrouvés sous
le hangar des pêcheurs. La réunion a commencé par une dispute sur la place des charrettes et s’est terminée par une
liste : onze rues, un responsable par brèche, une collecte de sacs auprès des boulangers et des marchands de riz. Les
charretiers ont obtenu deux passages, à condition de les empierrer eux-mêmes.</p>
<figure data-picture="{pictures[river]}"><figcaption>Vu de la crête, le fleuve paraît loin. Il ne l’est plus que
d’une centaine de mètres.</figcaption></figure>
<p>Reste à savoir qui surveillera la digue après le samedi. Une jeune comptable, Assitou Mankolé, a proposé de
reprendre le registre, là où il s’était arrêté. Elle a demandé une clé, un stylo et le droit d’écrire les noms. Elle
a obtenu les deux premiers séance tenante. Pour le troisième, on lui a répondu que l’on verrait.</p>
<h2>L’autre rive regarde</h2>
<p>En face, à la même hauteur, un quartier jumeau n’a pas de digue du tout. Il y a vingt-six ans, ses habitants
avaient préféré un marché couvert. Ils ont appris à vivre avec l’eau : les greniers sont sur pilotis, les compteurs à
hauteur d’épaule, et l’école possède un calendrier spécial, avec deux semaines de vacances que l’on déplace selon la
cote.</p>
<p>« Nous ne sommes pas plus malins, dit la directrice, Kadiatou Sébéla. Nous n’avons simplement jamais cru que
quelqu’un nous protégeait. » Elle ne conseille pas aux voisins de renoncer à leur digue. Elle leur conseille de faire
comme si elle n’existait pas, une fois par an, pendant une journée d’exercice.</p>
<p>Ce matin, l’échelle indiquait 3,97 mètres. L’onde, selon les stations d’amont, n’est pas encore passée. Nous
retournerons mesurer la crête après le samedi des sacs, avec la même lunette et la même mire. Le carnet restera
ouvert : chacun peut venir le consulter à la rédaction, et corriger nos chiffres s’ils sont faux.</p>
""",
    ),
    Text(
        key="hydrologue",
        section="societe",
        kicker="Entretien",
        headline="« La bonne question n’est pas de savoir si l’eau viendra, mais où elle aura le droit d’aller »",
        standfirst=(
            "L’hydrologue Ténimba Sarakolé étudie les crues du Niger depuis vingt ans. Elle explique pourquoi "
            "celle-ci est ordinaire, et pourquoi l’ordinaire suffit à nous surprendre."
        ),
        bylines=("aicha-barkena",),
        tags=("La crue", "Fleuve", "Environnement", "Climat"),
        related=("digue", "echelle"),
        picture="map-delta",
        picture_caption="Cinq des stations du delta, où l’hydrologue vérifie que les échelles disent la vérité.",
        days=1,
        hour="12:10",
        body="""
<p>Elle arrive à pied, bottes à la main, de retour d’une tournée de stations. Ténimba Sarakolé enseigne l’hydrologie
et passe deux mois par an sur l’eau, à vérifier que les échelles disent la vérité.</p>
<p><strong>L’échelle du vieux pont indiquait ce matin 4,05 mètres. Faut-il s’inquiéter ?</strong></p>
<p>Il faut regarder, ce qui n’est pas la même chose. Une cote de 4,05 mètres à cette date, nous l’avons connue sept
fois en vingt ans. La montée est rapide, environ huit centimètres par jour, mais régulière. Je m’inquiète quand la
courbe se redresse ; pour l’instant, elle est droite.</p>
<p><strong>Pourquoi avons-nous alors le sentiment que c’est exceptionnel ?</strong></p>
<p>Parce que la ville a changé plus vite que le fleuve. Il y a vingt ans, à 4 mètres, l’eau se promenait dans des
champs. Aujourd’hui, elle se promène dans des cours. Le Niger n’a pas débordé davantage : nous nous sommes
rapprochés.</p>
<p><strong>Vous dites souvent que le fleuve a besoin de place. Combien ?</strong></p>
<p>Sur certaines berges, deux cents mètres suffisent. Ce n’est pas du terrain perdu : on y cultive huit mois sur
douze, on y fait paître, on y joue au football. La seule chose que l’on ne peut pas y faire, c’est dormir. Or un
terrain où l’on ne peut que vivre le jour ne vaut rien sur le papier. Voilà notre problème : il est sur le
papier.</p>
<p><strong>Notre journal a mesuré la digue de Kônô-Fara. Êtes-vous surprise du résultat ?</strong></p>
<p>Par les brèches, non. Par le calme avec lequel on vous les a montrées, un peu. Une digue mal entretenue est plus
dangereuse que pas de digue, parce qu’elle rassure. Je préfère un quartier qui a peur et qui range ses affaires en
hauteur.</p>
<aside data-article="{articles[digue]}"></aside>
<p><strong>Le climat change-t-il déjà les crues du Niger ?</strong></p>
<p>Il change les pluies, c’est mesuré : moins de jours, des averses plus fortes. Pour le fleuve, c’est plus subtil.
Un grand bassin amortit les excès, comme une éponge. Ce que nous voyons bien, en revanche, ce sont les petits
marigots urbains, qui montent en deux heures. Ils font plus de dégâts que le fleuve et personne ne leur met
d’échelle.</p>
<p><strong>Que peut faire quelqu’un qui nous lit sur son téléphone, à deux rues de l’eau ?</strong></p>
<p>Trois choses. Savoir à quelle cote sa cour est touchée. Connaître le numéro de celui qui veille. Et ne pas jeter
d’ordures dans le caniveau, parce qu’au moment de la décrue, c’est par là que l’eau doit ressortir.</p>
<p><strong>Et vous, où habitez-vous ?</strong></p>
<p>Sur la colline. Vingt ans de métier, tout de même : cela sert à quelque chose.</p>
""",
    ),
    Text(
        key="cote",
        section="societe",
        kicker="En bref",
        headline="Fleuve : la cote gagne encore deux centimètres au vieux pont",
        bylines=("nana-tambadou",),
        tags=("La crue", "Fleuve", "Bamako"),
        related=("crue", "digue", "hydrologue"),
        minutes=35,
        body="""
<p>L’échelle du vieux pont indiquait 4,14 mètres au dernier relevé des passeurs, deux centimètres de plus qu’à la
lecture précédente. La hausse ralentit légèrement. Le seuil des veilles de nuit, fixé à 4,37 mètres, n’est pas
attendu avant trois jours.</p>
<aside data-article="{articles[crue]}"></aside>
<p>Les barges à moteur circulent normalement. Les pêcheurs sont invités à relever leurs filets amarrés aux piles du
pont, où s’accumulent les branches. Prochain relevé ce soir, avant la dernière traversée de 18 h 30.</p>
""",
    ),
]
