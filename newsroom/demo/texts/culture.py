"""Culture: the sound archives, the photographer’s studio."""

from newsroom.demo.text import Text

CULTURE = [
    Text(
        key="archives",
        section="culture",
        kicker="Archives sonores",
        headline="Trois mille bandes magnétiques sauvées de l’oubli, une cassette après l’autre",
        standfirst=(
            "Dans deux pièces climatisées de la rive gauche, une petite équipe numérise les veillées, les marchés et "
            "les mariages enregistrés depuis un demi-siècle. Elle a passé la moitié du chemin."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Patrimoine", "Musique", "Numérique", "Radio"),
        days=12,
        hour="07:15",
        body="""
<p>Le magnétophone date de 1974 et pèse autant qu’un sac de riz. Chaque matin, Fanta Ouléma en nettoie les têtes avec
un coton-tige, pose une bande sur l’axe et attend. « On n’appuie jamais tout de suite, dit-elle. Une bande qui a
dormi quarante ans, il faut d’abord la laisser respirer. »</p>
<p>L’atelier de l’association Koumakan, installé au-dessus d’une librairie, a reçu depuis deux ans un peu plus de
trois mille bobines et cassettes : veillées de griots, bruits de marché, prêches, mariages, émissions rurales,
concerts de quartier. Certaines arrivent dans des cartons de lait en poudre, d’autres dans des valises fermées par
une ficelle.</p>
<h2>Une heure de son, trois heures de travail</h2>
<p>Numériser n’est que le début. Pour une heure d’enregistrement, il en faut trois : écouter, dater, reconnaître les
voix, noter les noms de lieux, transcrire un couplet. Quand personne ne sait plus qui chante, l’équipe fait écouter
l’extrait dans la famille du donateur, puis dans le quartier.</p>
<blockquote><p>Un jour, une dame a reconnu la voix de son père au bout de quatre secondes. Elle ne l’avait plus
entendue depuis l’enfance.</p><cite>Fanta Ouléma, archiviste</cite></blockquote>
<p>La chaleur et l’humidité restent les pires ennemies. Près d’une bobine sur dix colle ou s’effrite ; il faut alors
la passer au four à basse température, pendant huit heures, avant de la lire une seule fois. « On n’a pas droit à une
seconde prise », résume le technicien, Bréhima Tangaba.</p>
<h2>Écouter sur place, bientôt au téléphone</h2>
<p>Les familles reçoivent une copie et décident de ce qui peut être rendu public. Pour l’heure, environ neuf cents
heures s’écoutent librement à l’atelier, le casque sur les oreilles, du mardi au samedi. Un serveur vocal doit ouvrir
d’ici à la fin de l’année : il suffira d’appeler un numéro pour entendre une histoire, sans connexion à internet.</p>
<p>Le budget, lui, tient dans un cahier : cinq salaires modestes, l’électricité, des bandes d’amorce que l’on ne
fabrique presque plus. L’association cherche des bénévoles qui comprennent le soninké, le tamasheq ou le bozo. « Les
machines, on finit toujours par les réparer, sourit l’archiviste. Les oreilles, c’est plus rare. »</p>
""",
    ),
    Text(
        key="studio",
        section="culture",
        kicker="Photographie",
        headline="Le studio où trois générations ont posé devant le même rideau rayé",
        standfirst=(
            "À quatre-vingt-un ans, Mamby Sidiyara rouvre son studio de portrait le dimanche. On y vient avec la "
            "photo des grands-parents, et l’on refait la pose."
        ),
        bylines=("lalla-attaher-maiguel", "hawoye-cissoumba"),
        tags=("Patrimoine", "Mopti"),
        picture="studio",
        related=("archives",),
        days=9,
        hour="08:30",
        body="""
<p>Le rideau a été lavé si souvent que ses rayures noires ont viré au gris. Mamby Sidiyara refuse d’en changer.
« C’est lui le patron, dit le photographe. Moi, je ne fais qu’appuyer. » Fermé pendant onze ans, son studio de
portrait a rouvert il y a quelques mois, le dimanche seulement, de dix heures à la prière de l’après-midi.</p>
<p>Le principe est né par hasard. Une étudiante était venue avec un tirage de 1969 : sa grand-mère, de trois quarts,
la main sur un poste de radio. Elle a demandé la même photo. Le poste était encore là, sur l’étagère, à côté d’une
bicyclette sans selle et d’un téléphone qui n’a jamais été branché.</p>
<p>Depuis, on fait la queue. Des frères se disputent la place du père ; une jeune mariée pose avec les lunettes de sa
tante. Le photographe travaille à la lumière du jour, avec un appareil à soufflet et douze plans-films par dimanche,
pas un de plus. « Douze, c’est bien. On réfléchit. »</p>
<blockquote><p>Sur une bonne photo, les gens ne sourient pas pour moi. Ils sourient pour celui qui regardera dans
cinquante ans.</p><cite>Mamby Sidiyara</cite></blockquote>
<p>À Mopti, où il avait appris le métier comme apprenti, un collectif de jeunes photographes a commencé à scanner les
négatifs de ses confrères disparus. Une première sélection de soixante portraits sera montrée dans la cour d’une
école, tirée en grand format sur de la bâche, « pour que les chèvres aussi puissent la voir », plaisante une
organisatrice.</p>
<aside data-article="{articles[archives]}"></aside>
<p>Le tirage coûte 3 000 francs, comme avant la fermeture. Ceux qui n’ont pas la photo des anciens peuvent venir
quand même : ils seront les premiers de la série.</p>
""",
    ),
]
