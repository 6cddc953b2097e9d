"""Sport: two races told minute by minute, briefs, a coach."""

from newsroom.demo.text import Text

SPORT = [
    Text(
        key="demifinale",
        section="sport",
        kicker="Direct",
        headline="Demi-finale des quartiers, minute par minute : l’Étoile renverse le Racing (2-1)",
        standfirst=(
            "Menés au bout d’un quart d’heure, les joueurs de Sirabougou ont retourné le match en six minutes. "
            "Revivez la soirée telle que nous l’avons suivie, au bord de la touche."
        ),
        bylines=("birama-foulanta",),
        tags=("Football", "Sport amateur", "Jeunesse"),
        picture="football",
        picture_caption="À la nuit tombante, le terrain n’a plus que deux lignes : celle de but et celle des phares.",
        days=9,
        hour="20:15",
        body="""
<p>Étoile de Sirabougou – Racing de Dabanani : 2-1 (mi-temps : 0-1). Buts de Sidy Fankélé (58e) et de Noumoutié Bala
(64e) pour l’Étoile, d’Issouf Gakourou (15e) pour le Racing. Environ mille huit cents spectateurs.</p>
<h3>17 h 02 · coup d’envoi</h3>
<p>Avec deux minutes de retard : un mouton traversait. L’arbitre l’a raccompagné lui-même jusqu’au poteau de
corner.</p>
<h3>8e minute · le gardien prévient</h3>
<p>Première frappe du Racing, du pied gauche, à vingt mètres. Adama Kôtiga se couche et garde le ballon contre lui,
comme une planche qu’il viendrait de raboter.</p>
<h3>15e minute · but pour le Racing</h3>
<p>Corner, mêlée, genou : 0-1. Gakourou ne sait pas très bien comment il a marqué. Il court quand même jusqu’au
marchand de glaces.</p>
<h3>39e minute · le tournant que personne n’a vu</h3>
<p>L’entraîneur de l’Étoile fait échauffer le plus petit de ses remplaçants, Sidy Fankélé, un mètre soixante et un.
Sur le banc d’en face, on sourit.</p>
<h3>58e minute · égalisation</h3>
<p>Centre au premier poteau. Tous les défenseurs suivent les deux grands. Fankélé passe dessous et pousse le ballon
du front. Le premier rang descend du mur.</p>
<h3>64e minute · l’Étoile passe devant</h3>
<p>Coup franc de Bala, à ras de terre, sous le mur qui saute. Les gens du Racing réclament : ils n’avaient pas fini
de sauter.</p>
<h3>83e minute · la main ferme</h3>
<p>Face-à-face. Kôtiga attend, attend encore, et sort le pied. « J’ai cru qu’il dormait », dira l’attaquant.</p>
<h3>90e minute + 4 · c’est fini</h3>
<p>L’Étoile jouera la finale dans quatre jours contre l’Avenir de Kourabanda. Le Racing rentre à pied, tambour
devant, et reçoit en chemin plus d’applaudissements que de moqueries.</p>
""",
    ),
    Text(
        key="velo",
        section="sport",
        kicker="Direct",
        headline="Bamako–Ségou à vélo : une échappée de 176 kilomètres reprise au pied du château d’eau",
        standfirst=(
            "Six heures quarante-six de course, trois crevaisons, un vent de face et un sprint à sept. Le récit de la "
            "journée, depuis la moto de notre reporter."
        ),
        bylines=("birama-foulanta",),
        tags=("Transport", "Sport amateur", "Ségou"),
        related=("route",),
        picture="chart-breakaway",
        days=3,
        hour="15:30",
        body="""
<p>Vainqueur : Tiécoura Fanlé (Roue libre de Markala), 235 kilomètres en 6 heures 46 minutes. Deuxième, dans le même
temps, Issa Porokoné (Pédale de la rive gauche). Sur soixante-quatre partants, quarante et un à l’arrivée.</p>
<h3>6 h 30 · au départ</h3>
<p>Il fait 22 degrés et tout le monde ment : personne n’est en forme, personne n’a bien dormi.</p>
<h3>7 h 25 · kilomètre 32</h3>
<p>Un inconnu attaque. Dossard 58, vélo de ville repeint en jaune, porte-bagages retiré de la veille. Il s’appelle
Moctar Bagayan, il est facteur, et le peloton décide de ne pas s’en occuper.</p>
<h3>9 h 15 · kilomètre 96</h3>
<p>Le facteur compte quatre minutes et dix secondes d’avance. Dans les villages, on lui tend de l’eau et, une fois,
une lettre. Il la met dans sa poche.</p>
<h3>10 h 40 · kilomètre 145</h3>
<p>Le vent tourne. De trois quarts, il passe franchement de face. Le peloton se met en éventail, et l’écart fond :
trois minutes, puis deux.</p>
<h3>12 h 10 · kilomètre 198</h3>
<p>Crevaison de Fanlé. Un coéquipier lui donne sa roue sans descendre de vélo ou presque. Il revient en neuf
kilomètres, seul, la bouche ouverte.</p>
<h3>12 h 28 · kilomètre 208</h3>
<p>Au pied du château d’eau, l’échappée prend fin. Bagayan laisse passer le groupe et lève une main pour saluer. Il
finira dix-neuvième.</p>
<h3>13 h 16 · l’arrivée</h3>
<p>Ils sont sept à se présenter. Porokoné lance à trois cents mètres, trop tôt. Fanlé, caché derrière lui, déboîte au
dernier moment et l’emporte d’un demi-pneu.</p>
<blockquote><p>J’ai gagné la course, mais c’est le facteur qui l’a faite.</p><cite>Tiécoura Fanlé,
vainqueur</cite></blockquote>
<p>Et la lettre ? Elle a été remise à son destinataire, à Ségou, à 15 heures. Moctar Bagayan n’avait rien d’autre à
déclarer.</p>
""",
    ),
    Text(
        key="basket",
        section="sport",
        kicker="En bref",
        headline="Basket : les Lionnes du lycée Bamba-Koura gagnent leur dixième match de suite",
        bylines=("birama-foulanta",),
        tags=("Sport amateur", "Jeunesse", "Femmes"),
        days=1,
        hour="16:50",
        body="""
<p>Dix matchs, dix victoires. Les basketteuses du lycée Bamba-Koura ont battu hier la sélection de la rive gauche, 54
à 47, sur un terrain dont l’un des deux panneaux est retenu par une corde. Meilleure marqueuse : la meneuse Tata
Sidibélo, avec 21 points.</p>
<p>L’équipe, formée il y a dix-huit mois, s’entraîne trois fois par semaine avant les cours. Prochain rendez-vous
samedi, à 16 heures, contre Kati. L’entrée est libre et les spectateurs sont priés d’apporter de l’ombre.</p>
""",
    ),
    Text(
        key="lutte",
        section="sport",
        kicker="Entretien",
        headline="« On apprend d’abord à tomber » : une lutteuse raconte son sport interdit aux pressés",
        standfirst=(
            "Championne de son cercle à vingt-trois ans, Maïmouna Kodiélé a ouvert la première salle de lutte mixte "
            "de Ségou. Elle y enseigne la patience, à 200 francs la séance."
        ),
        bylines=("birama-foulanta",),
        tags=("Sport amateur", "Femmes", "Ségou"),
        related=("demifinale",),
        days=6,
        hour="17:40",
        body="""
<p>La salle est un ancien grenier. Du sable au sol, deux fenêtres, une affiche écrite au charbon : « Ici, on se
salue. » Maïmouna Kodiélé balaie en travers, toujours dans le même sens, avant chaque séance.</p>
<p><strong>Comment devient-on lutteuse à Ségou ?</strong></p>
<p>Par le grand frère. Le mien s’entraînait dans la cour et il lui manquait un adversaire. J’avais onze ans, je
pesais moins qu’une chèvre. Il m’a jetée par terre quarante fois, la quarante et unième, il a trébuché. J’ai décidé
que c’était moi.</p>
<p><strong>Qu’enseignez-vous la première semaine ?</strong></p>
<p>À tomber. De côté, en arrière, sans poser la main. Les garçons trouvent cela humiliant, ils partent, ils
reviennent au bout d’un mois avec un poignet bandé. On apprend d’abord à tomber, ensuite on n’a plus peur, ensuite
seulement on lutte.</p>
<p><strong>Les familles ont-elles accepté que filles et garçons s’entraînent ensemble ?</strong></p>
<p>Pas tout de suite. J’ai invité les mères à venir s’asseoir. Elles ont vu que l’on se saluait avant et après, que
la porte restait ouverte, et que les filles gagnaient une fois sur deux. Maintenant, deux mères s’entraînent le
jeudi.</p>
<p><strong>Vit-on de la lutte ?</strong></p>
<p>Non. Je couds le matin. La séance coûte 200 francs, ou un service : il y en a qui réparent le toit, un autre qui
apporte du sable. Le sable, il faut le changer souvent, c’est lui qui encaisse tout.</p>
<p><strong>Votre plus beau combat ?</strong></p>
<p>Un que j’ai perdu. La fille était plus légère que moi et elle m’a portée. Vraiment portée, comme un sac. J’ai eu
le temps de penser : « Tiens, c’est donc comme cela que ça fait. » Depuis, je travaille cette prise. Elle aussi,
d’ailleurs : nous nous téléphonons.</p>
""",
    ),
]
