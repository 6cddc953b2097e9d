"""The river: the flood that rises today, and the race of pirogues."""

from newsroom.demo.text import Text

RIVER = [
    Text(
        key="crue",
        section="societe",
        kicker="Fleuve",
        headline="Crue du Niger : les piroguiers passent aux horaires de hautes eaux",
        standfirst=(
            "Le fleuve a gagné quarante centimètres en cinq jours à l’échelle du vieux pont. Les traversées "
            "s’arrêtent désormais à la tombée de la nuit, et les maraîchers de la berge rentrent leurs semis."
        ),
        bylines=("nana-tambadou",),
        tags=("La crue", "Fleuve", "Eau", "Bamako", "Transport"),
        related=("digue", "hydrologue", "echelle", "sotrama"),
        picture="river",
        minutes=80,
        body="""
<p>À six heures, la marque était encore sèche. À neuf heures, l’eau la léchait. Sur l’échelle de bois clouée au
ponton, les piroguiers du vieux pont ont relevé ce matin 4,12 mètres, quarante centimètres de plus qu’il y a cinq
jours. Le comité des passeurs a aussitôt adopté les horaires de hautes eaux.</p>
<p>Concrètement, la dernière traversée part à 18 h 30, et non plus à 22 heures. Les pirogues chargent douze personnes
au lieu de seize, et les motos attendent la barge. « Le courant pousse de côté, explique Lassine Niaboré, qui
traverse depuis trente-deux ans. Le soir, on ne voit pas les troncs. »</p>
<h2>Ce qui change pour les passagers</h2>
<ul><li>Première traversée à 6 heures, dernière à 18 h 30.</li><li>Douze passagers par pirogue, gilets pour les
enfants.</li><li>Motos et charges de plus de cinquante kilos sur la barge, toutes les quarante minutes.</li><li>Tarif
inchangé : 100 francs, 50 francs pour les élèves.</li></ul>
<p>Sur la berge, les maraîchers déménagent. Les planches d’oignons et de salades les plus basses seront sous l’eau
avant la fin de la semaine, estime Mariam Sogoba-Diè, qui a déjà rentré ses pépinières sur des charrettes. Elle n’y
voit pas un drame : « Le fleuve nous prend un mois et nous rend la terre plus noire. »</p>
<h2>Une montée attendue</h2>
<p>La hausse est rapide, mais conforme à la saison. En amont, les pluies ont été abondantes sur les hauts plateaux,
et l’onde met une dizaine de jours à descendre. Les relevés restent inférieurs de vingt-cinq centimètres à la cote à
partir de laquelle les quartiers bas organisent des veilles de nuit.</p>
<blockquote><p>L’eau qui monte doucement, on la salue. C’est celle qui monte la nuit qu’il faut
surveiller.</p><cite>Lassine Niaboré, passeur</cite></blockquote>
<aside data-article="{articles[digue]}"></aside>
<aside data-article="{articles[sotrama]}"></aside>
<p>Les passeurs publieront désormais la cote chaque matin, à la craie, sur le mur du débarcadère. Notre journal la
reprendra dans son édition de midi.</p>
""",
    ),
    Text(
        key="regate",
        section="sport",
        kicker="Pirogue",
        headline="Course des deux rives : vingt rameurs, un tambour et une poignée de secondes",
        standfirst=(
            "L’équipage de Farako-Dji s’impose pour une demi-longueur devant les tenants du titre. L’arrivée s’est "
            "jouée au tambour."
        ),
        bylines=("birama-foulanta",),
        tags=("Fleuve", "Sport amateur"),
        picture="pirogue-race",
        picture_caption="À l’approche de l’arrivée, Farako-Dji, en jaune, garde une demi-longueur d’avance.",
        days=10,
        hour="18:10",
        body="""
<p>Ils étaient vingt par pirogue, et un seul commandait : le tambour. Devant une berge noire de monde, l’équipage de
Farako-Dji a remporté la course des deux rives en 6 minutes et 41 secondes, une demi-longueur devant Dougouba,
vainqueur des trois dernières éditions.</p>
<p>Le départ avait pourtant souri aux champions, mieux placés dans le courant. À mi-parcours, ils menaient de deux
longueurs. C’est là que Farako-Dji a changé de rythme : le batteur est passé de quarante à quarante-six coups par
minute, et les vingt pagaies ont suivi. « Je voyais leurs dos se rapprocher, raconte-t-il. J’ai cessé de regarder,
j’ai écouté. »</p>
<figure data-picture="{pictures[river]}"><figcaption>Le bras du fleuve où se dispute la course, une fois les
équipages rentrés.</figcaption></figure>
<p>Dans le camp d’en face, on ne cherche pas d’excuse. « Nous sommes partis trop vite, reconnaît le barreur. Le
fleuve ne pardonne pas l’orgueil. » Les deux équipages ont partagé le même plat de capitaine braisé, comme le veut
l’usage.</p>
<p>La course des femmes, disputée pour la deuxième fois, est revenue à l’équipage des maraîchères, en 7 minutes et
58 secondes. Elles avaient répété trois semaines durant, entre l’arrosage et le marché.</p>
""",
    ),
]
