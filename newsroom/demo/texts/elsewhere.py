"""Along the road, on the pitch and beyond the border."""

from newsroom.demo.text import Text

ELSEWHERE = [
    Text(
        key="route",
        section="politique",
        kicker="Infrastructures",
        headline="De Ségou à San, 205 kilomètres de route refaite et un péage qui divise",
        standfirst=(
            "Le trajet passe de cinq heures à trois. Les conseils locaux doivent maintenant décider qui paiera "
            "l’entretien, et combien."
        ),
        bylines=("hawoye-cissoumba",),
        tags=("Transport", "Vie locale", "Prix"),
        related=("coton",),
        picture="road",
        picture_caption="Le tronçon refait, en rouge, relie Ségou à San par Bla.",
        days=6,
        hour="06:30",
        body="""
<p>Le gardien du poste de Bla a repeint sa barrière, mais il ne l’a pas encore baissée. Depuis que le bitume est posé
de Ségou à San, soit 205 kilomètres, les véhicules passent devant lui sans ralentir. Le péage devait ouvrir ce
mois-ci ; il attendra que l’on s’accorde sur son prix.</p>
<p>Personne ne conteste les travaux. Le trajet prenait cinq heures, il en demande trois. Les autocars arrivent avant
la nuit, les ambulances ne contournent plus, et les vendeuses de Bla, qui vivaient des pannes, ont déplacé leurs
étals vers la station-service.</p>
<h2>500 ou 1 000 francs ?</h2>
<p>Le désaccord porte sur l’entretien. Un comité d’usagers propose 500 francs par voiture et la gratuité pour les
motos ; les services techniques estiment qu’il en faut le double si l’on veut reboucher les nids-de-poule dans
l’année. Les transporteurs, eux, demandent à payer au poids, et à être pesés honnêtement.</p>
<blockquote><p>Une route neuve, c’est comme une dent neuve : si tu ne la brosses pas, tu la repaies.</p><cite>Un
chauffeur d’autocar, à Bla</cite></blockquote>
<p>Trois réunions publiques ont eu lieu. La dernière a réuni plus de quatre cents personnes, et s’est terminée sur
une question restée sans réponse : où ira l’argent ? Les délégués des villages veulent un compte séparé, affiché
chaque trimestre à la barrière.</p>
<p>Un vote des conseils est prévu à la fin du mois. D’ici là, le gardien surveille sa peinture.</p>
""",
    ),
    Text(
        key="finale",
        section="sport",
        kicker="Football amateur",
        headline="Tournoi des quartiers : un arrêt à la dernière minute, et la coupe change de rive",
        standfirst=(
            "Réduits à dix, les joueurs de l’Étoile de Sirabougou ont tenu jusqu’aux tirs au but. Leur gardien, "
            "apprenti menuisier, en a détourné trois."
        ),
        bylines=("birama-foulanta",),
        tags=("Football", "Sport amateur", "Bamako"),
        related=("demifinale", "regate"),
        picture="headlights",
        days=5,
        hour="20:40",
        body="""
<p>Il n’y avait plus de lumière, ou presque. L’arbitre avait demandé aux motos d’allumer leurs phares derrière les
buts. C’est dans cette lueur poussiéreuse qu’Adama Kôtiga, vingt ans, apprenti menuisier et gardien de l’Étoile de
Sirabougou, a plongé sur sa gauche pour la troisième fois, et que la coupe des quartiers a traversé le fleuve.</p>
<p>Le match (1-1, 4 tirs au but à 2) avait commencé deux heures plus tôt devant environ trois mille personnes, dont
beaucoup sur les toits. L’Avenir de Kourabanda avait ouvert la marque dès la neuvième minute, sur un coup franc dévié
par une touffe d’herbe, la seule du terrain.</p>
<h2>À dix pendant une heure</h2>
<p>Réduite à dix à la demi-heure, l’Étoile a reculé sans rompre. Elle a égalisé à la soixante-huitième minute, par
son plus petit joueur, de la tête. « Tout le monde surveillait les grands », a expliqué le buteur, un mètre soixante
et un, élève en terminale.</p>
<blockquote><p>Dans l’atelier, j’ai appris à attendre que la planche bouge avant de bouger. Pour les penaltys, c’est
pareil.</p><cite>Adama Kôtiga, gardien de l’Étoile de Sirabougou</cite></blockquote>
<p>Le trophée, une coupe soudée dans un garage, restera un an dans la vitrine d’un salon de coiffure. Les vainqueurs
ont reçu deux ballons, un jeu de maillots et un mouton, qui a suivi la remise des prix avec une certaine
inquiétude.</p>
<p>Les inscriptions pour la prochaine édition sont ouvertes. Les organisateurs espèrent installer deux projecteurs
d’ici là ; à défaut, ils commenceront plus tôt.</p>
""",
    ),
    Text(
        key="niamey",
        section="international",
        kicker="Niger",
        headline="À Niamey, des bibliothèques à roulettes attendent les enfants à la sortie de l’école",
        standfirst=(
            "Neuf triporteurs chargés de livres stationnent devant les écoles. On emprunte sans carte, contre une "
            "promesse, et huit livres sur dix reviennent."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("École", "Livre", "Sahel"),
        related=("rentree", "archives"),
        days=5,
        hour="09:00",
        body="""
<p>À midi pile, le triporteur déplie ses deux volets, et le trottoir devient une salle de lecture. Une natte, une
ombrelle, cent quatre-vingts livres. Devant cette école de Niamey, une trentaine d’enfants se sont déjà assis quand
la bibliothécaire, Ramatou Hamissou-Zadi, finit d’attacher son enseigne.</p>
<p>Neuf triporteurs circulent dans la ville depuis la rentrée. Pas de carte, pas de caution : pour emprunter, il faut
promettre à voix haute de rapporter le livre, devant les autres. « C’est beaucoup plus efficace qu’une amende »,
assure-t-elle. Huit livres sur dix reviennent, souvent recouverts de papier journal.</p>
<p>Les plus demandés sont les contes en deux langues, les manuels de bricolage et une bande dessinée en noir et blanc
dont les pages ont été recollées douze fois. Les romans d’amour, eux, sortent sans être inscrits, et rentrent de la
même manière.</p>
<p>L’idée intéresse au-delà des frontières. Une délégation d’enseignants de Gao et de Ouagadougou a passé une semaine
à pédaler avec les bibliothécaires. Elle est repartie avec un plan de triporteur et un conseil : graver le nom de
l’école sur la sonnette.</p>
""",
    ),
]
