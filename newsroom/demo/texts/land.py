"""The land: cotton, the village with the solar field."""

from newsroom.demo.text import Text

LAND = [
    Text(
        key="coton",
        section="agriculture",
        kicker="Coton",
        headline="Dans le cercle de Koutiala, les premiers camions partent avec dix jours d’avance",
        standfirst=(
            "Des pluies bien réparties et un semis précoce ont avancé la récolte. Les producteurs espèrent que "
            "l’égrenage suivra, car les magasins de village sont déjà pleins."
        ),
        bylines=("soumaila-kodian",),
        tags=("Agriculture", "Prix"),
        days=11,
        hour="06:40",
        body="""
<p>Au bord de la piste, le coton forme un mur blanc que des enfants essaient d’escalader. Le peseur, debout sur une
caisse, crie les chiffres ; le secrétaire de la coopérative les répète en les écrivant. À Sanzana-Kôrô, village d’un
peu plus de deux mille habitants, la campagne a commencé dix jours plus tôt que l’an dernier.</p>
<p>« La pluie est venue quand on l’attendait, ce qui n’arrive pas si souvent », constate Daouda Kônadji, qui cultive
sept hectares avec ses deux fils. Il a semé dans la première semaine de juin. Sur sa meilleure parcelle, il compte
1 350 kilos à l’hectare, contre 1 100 la saison passée.</p>
<h2>Des magasins déjà pleins</h2>
<p>L’avance a son revers. Les magasins de village, prévus pour une collecte étalée, débordent. Une partie du coton
attend dehors, sur des claies, sous des bâches que l’on retend chaque soir. Un orage tardif suffirait à faire baisser
le classement, donc le prix payé au producteur.</p>
<p>La coopérative a demandé cinq camions supplémentaires par semaine ; elle en a obtenu deux. « Nous tournons jour et
nuit, assure un chauffeur, qui fait la navette avec l’usine d’égrenage. Le plus long, ce n’est pas la route, c’est la
file devant le pont-bascule. »</p>
<h2>Compter avant de dépenser</h2>
<p>Le paiement est attendu six à huit semaines après l’enlèvement. En attendant, les femmes du village ont repris une
vieille habitude : un carnet commun où chaque famille inscrit ce qu’elle doit et ce qu’on lui doit. « Celui qui
achète une moto avant d’avoir payé l’engrais, tout le monde le sait », rit la trésorière.</p>
<p>Daouda Kônadji, lui, a déjà choisi : la moitié de sa récolte ira au remboursement des intrants, un quart à la
scolarité, le reste à un forage partagé avec son voisin. « Le coton, ça s’en va par camion, dit-il. L’eau, ça
reste. »</p>
""",
    ),
    Text(
        key="solaire",
        section="economie",
        kicker="Énergie",
        headline="Quand le moulin tourne au soleil, le village se met à l’heure de midi",
        standfirst=(
            "Un champ de cent vingt panneaux alimente depuis un an la pompe, le moulin et l’atelier de soudure de "
            "Tènèkoro. Tout le monde a dû changer d’horaires, et personne ne veut revenir en arrière."
        ),
        bylines=("soumaila-kodian",),
        tags=("Énergie", "Eau", "Agriculture"),
        related=("coton",),
        picture="solar",
        days=4,
        hour="07:05",
        body="""
<p>Autrefois, on portait le mil au moulin avant l’aube. Aujourd’hui, à Tènèkoro, la file se forme vers onze heures,
quand le soleil est assez haut pour faire tourner les meules sans entamer les batteries. Le meunier a installé un
banc, puis un auvent, puis un vendeur de thé.</p>
<p>Le petit champ solaire, à la sortie du village, compte cent vingt panneaux et un local de briques où clignotent
des onduleurs. Il remplace un groupe électrogène qui buvait trente litres de gasoil par jour, quand il y en avait. La
pompe, le moulin, l’atelier de soudure, la chambre froide du centre de santé et quatre-vingts maisons y sont
raccordés.</p>
<h2>Le courant se paie à la semaine</h2>
<p>Le comité de gestion, élu pour deux ans, a écarté l’abonnement mensuel : trop lourd entre deux récoltes. On achète
un crédit de 500 francs la semaine, par téléphone ou chez l’épicière, et le compteur s’arrête quand il est épuisé.
Les plus gros consommateurs paient davantage, mais seulement le soir.</p>
<ul><li>De 9 heures à 16 heures : tarif normal, machines autorisées.</li><li>De 16 heures à 22 heures : éclairage et
téléphones seulement.</li><li>La nuit : le centre de santé et la pompe, rien d’autre.</li></ul>
<p>Le règlement a fait grincer des dents, surtout chez les couturiers, qui travaillaient le soir. Ils ont fini par
déplacer leurs machines dans une salle commune, ouverte aux heures de plein soleil. « On cousait seuls, on coud
ensemble, observe Oumou Sérébara. Le travail n’a pas changé, la conversation si. »</p>
<h2>Qui changera les batteries ?</h2>
<p>Reste la question que tout le monde pose : que se passera-t-il quand il faudra remplacer les batteries, dans sept
ou huit ans ? Le comité met de côté un cinquième des recettes, soit un peu moins de 900 000 francs à ce jour. Il en
faudrait six millions.</p>
<blockquote><p>Le soleil est gratuit, le reste non. Nous préférons le dire aujourd’hui plutôt que de pleurer dans
huit ans.</p><cite>Yacouba Ténintio, président du comité</cite></blockquote>
<p>Deux villages voisins sont venus visiter l’installation le mois dernier. Ils ont photographié les panneaux, puis,
longuement, le cahier de comptes.</p>
""",
    ),
]
