"""The dossier of what life costs; its inquiry on millet is in ``economy``, the schoolbag in ``city``."""

from newsroom.demo.text import Text

PRICES = [
    Text(
        key="panier",
        section="economie",
        kicker="Le chiffre",
        headline="525 francs le kilo d’oignons : six mois de courses dans le même panier",
        standfirst=(
            "De janvier à juin, nous avons acheté chaque mois les six mêmes produits. Trois ont augmenté sans bruit, "
            "un s’est envolé, et deux nous ont consolés."
        ),
        bylines=("soumaila-kodian",),
        tags=("Vie chère", "Prix", "Marchés"),
        related=("rentree",),
        picture="chart-small",
        days=5,
        hour="07:15",
        body="""
<p>L’oignon ne fait pas de discours, mais il fait pleurer deux fois. En janvier, le kilo valait 300 francs à l’étal
où nous nous servons. En juin, il en valait 525. Aucun des six produits de notre panier n’a autant augmenté, et aucun
n’est plus difficile à remplacer.</p>
<p>La règle de l’exercice est simple : même marché, même vendeuse, même jour du mois, et pas de marchandage, afin de
ne pas mesurer notre talent à la place des prix.</p>
<h2>Ce qui monte</h2>
<ul><li>L’oignon : de 300 à 525 francs le kilo.</li><li>Le poisson fumé : de 2 400 à 2 650 francs.</li><li>Le riz :
de 425 à 450 francs.</li><li>Le sucre : de 600 à 625 francs.</li></ul>
<h2>Ce qui descend</h2>
<p>La mangue, évidemment, qui passe de 350 à 150 francs quand la saison donne. La tomate aussi, de 400 à 350 francs,
mais avec des sautes d’humeur : une semaine de chaleur suffit à la renchérir d’un tiers.</p>
<aside data-article="{articles[rentree]}"></aside>
<p>Pour une famille qui cuisine chaque jour un kilo de riz, un demi-kilo d’oignons et cent grammes de poisson fumé,
la dépense est passée de 815 à 978 francs, soit une hausse de 20 %. L’oignon en explique à lui seul plus des deux
tiers.</p>
<p>Pourquoi lui ? Parce qu’il se conserve mal. Les greniers ventilés, que l’on commence à voir autour de Ségou,
permettent de tenir quatre mois sans trop de pertes. Il en existe une trentaine ; il en faudrait, selon les
maraîchers, dix fois plus. Nous continuerons de remplir le panier.</p>
""",
    ),
    Text(
        key="groupement",
        section="economie",
        kicker="Reportage",
        headline="Trente-deux femmes, un cahier et une balance : l’achat en commun fait baisser la tasse",
        standfirst=(
            "Sur la rive droite, un groupement commande son mil par sacs entiers et le repartage au gramme près. La "
            "confiance s’y pèse chaque vendredi."
        ),
        bylines=("nana-tambadou",),
        tags=("Vie chère", "Femmes", "Marchés"),
        related=("mil", "panier"),
        picture="wax",
        picture_caption="Chaque sociétaire vient avec son pagne : il sert de nappe, de mesure et de signature.",
        days=1,
        hour="07:05",
        body="""
<p>La balance arrive la première, portée à deux comme une invitée de marque. On la pose sur une natte, on vérifie le
zéro avec un litre d’eau, puis on étale les pagnes. Il est 16 heures, c’est vendredi, et les trente-deux femmes du
groupement Bolo-Kelen se répartissent six sacs de mil.</p>
<p>Chacune verse 1 000 francs par semaine. Le total, 32 000 francs, ne permet d’acheter qu’un sac et un peu plus ;
alors on attend que la caisse se remplisse, et l’on commande toutes les quatre ou cinq semaines, directement à un
grossiste. Leur dernier achat leur est revenu à 231 francs le kilo, quand la tasse, au coin de la rue, le met à
275.</p>
<aside data-article="{articles[mil]}"></aside>
<h2>Ce que l’on gagne, ce que l’on risque</h2>
<p>Pour une famille qui consomme quatre-vingts kilos par mois, l’économie dépasse 3 500 francs. Nahawa Dembafing, la
trésorière, l’a fait calculer par les enfants, afin qu’ils le répètent à la maison. « Un mari qui entend son fils
dire 3 520 francs, il ne demande plus où l’on va le vendredi. »</p>
<p>Le risque, c’est le retard. Qu’une seule ne paie pas, et la commande glisse d’une semaine ; que trois manquent, et
le grossiste sert quelqu’un d’autre. Le règlement, écrit à la main, ne prévoit pas d’amende. Il prévoit que l’on
aille, à plusieurs, prendre des nouvelles de l’absente.</p>
<p>Deux fois en un an, la visite a révélé une maladie. La caisse a prêté. Elle a été remboursée, en grains.</p>
<h2>« On a déjà le cahier »</h2>
<p>Une institution de crédit a proposé de financer un stock plus important. Le groupement a écouté, servi le thé et
demandé un délai. Trois semaines plus tard, la réponse est venue, unanime : non. « Avec leur argent, il faudrait leur
balance et leur cahier, résume la trésorière. On a déjà le cahier. »</p>
<p>Elles préfèrent essaimer. Deux autres groupements se forment dans les rues voisines. Celui-ci leur a donné un
modèle de règlement, l’adresse du grossiste et un conseil : choisir une trésorière qui parle fort.</p>
""",
    ),
    Text(
        key="economiste",
        section="economie",
        kicker="Entretien",
        headline="« Quand on achète à crédit chez l’épicier, on paie deux fois : en francs et en silence »",
        standfirst=(
            "L’économiste Oumarou Télimé a suivi pendant un an les dépenses de soixante familles. Il raconte ce que "
            "l’inflation ne mesure pas."
        ),
        bylines=("soumaila-kodian",),
        tags=("Vie chère", "Prix"),
        related=("mil", "groupement", "panier"),
        for_subscribers=True,
        minutes=330,
        body="""
<p>Dans son bureau, ni ordinateur ni tableau, mais soixante cahiers à spirale. Oumarou Télimé, enseignant-chercheur,
les a confiés pendant un an à soixante familles de Bamako et de Ségou. Elles y ont noté chaque dépense, y compris
celles dont on ne parle pas.</p>
<p><strong>Qu’avez-vous trouvé que les statistiques ne montrent pas ?</strong></p>
<p>La taille des achats. Un indice des prix suppose que tout le monde achète au kilo. Or, dans nos cahiers, deux
achats sur trois portent sur moins de 200 francs. À cette échelle, le prix n’est plus celui de l’étiquette : c’est
celui de la pièce que l’on a dans la main.</p>
<p><strong>Les plus pauvres paient donc plus cher le même grain ?</strong></p>
<p>Oui, de 10 à 15 % pour les céréales, parfois le double pour l’huile ou le savon. Votre enquête sur le mil arrive
au même ordre de grandeur. Ce n’est pas de la malhonnêteté : vendre par petites tasses, c’est du travail. Mais c’est
un travail que paient ceux qui ont le moins.</p>
<aside data-article="{articles[mil]}"></aside>
<p><strong>Et le crédit de l’épicier ?</strong></p>
<p>Il est dans quarante-sept cahiers sur soixante. Sans intérêt, en apparence. En réalité, celui qui doit ne discute
plus le prix. J’ai comparé : les familles endettées paient le sucre 25 francs de plus, chez le même épicier, le même
jour. Elles paient en francs et en silence.</p>
<p><strong>Comment en sort-on ?</strong></p>
<p>Pas en faisant la morale à l’épicier, qui est souvent le seul banquier de la rue. Ce qui marche, dans nos cahiers,
ce sont trois choses modestes : l’achat en commun, un revenu qui tombe à date fixe, même petit, et un endroit sec où
garder cinquante kilos.</p>
<p><strong>Un endroit sec ?</strong></p>
<p>Les gens n’achètent pas au sac parce qu’ils manquent d’argent, mais aussi parce qu’ils manquent de place. Une
chambre à quatre, un toit qui fuit, des souris : à quoi bon stocker ? Le logement est une dépense alimentaire, et
personne ne le compte ainsi.</p>
<p><strong>Que sont devenus les cahiers ?</strong></p>
<p>J’en ai demandé soixante, on m’en a rendu cinquante-quatre. Six familles ont souhaité garder le leur. Elles
continuent d’écrire. L’une d’elles a découvert qu’elle dépensait davantage en crédit téléphonique qu’en tomates. Elle
n’a rien changé, mais elle le sait.</p>
""",
    ),
    Text(
        key="argent",
        section="economie",
        kicker="Pratique",
        headline="Argent mobile : cinq réflexes pour ne pas perdre 10 000 francs d’un coup de pouce",
        standfirst=(
            "Un chiffre de travers, un faux agent, un code prêté : les erreurs se ressemblent. Voici celles que "
            "racontent les guichetières, et comment les éviter."
        ),
        bylines=("soumaila-kodian",),
        tags=("Vie chère", "Numérique", "Prix"),
        related=("rentree",),
        days=7,
        hour="07:20",
        body="""
<p>Derrière sa vitre large comme un cahier, Mariétou Sangalé voit passer deux cents personnes par jour. « Une sur
vingt s’est trompée ou s’est fait tromper », estime-t-elle. Avec trois de ses collègues, nous avons dressé la liste
de ce qui aurait suffi.</p>
<ol><li>Lire le nom avant de valider. Après le numéro, l’écran affiche le nom du destinataire. C’est la seule seconde
où l’erreur ne coûte rien.</li><li>Enregistrer les numéros habituels. Neuf envois perdus sur dix viennent d’un
chiffre recopié à la main.</li><li>Ne jamais dire son code, même à l’agent, même « pour vérifier ». Un agent n’en a
pas besoin.</li><li>Se méfier du message qui annonce un trop-perçu à renvoyer. On consulte d’abord son solde,
soi-même.</li><li>Garder le message de confirmation. Sans la référence, une réclamation s’arrête au
guichet.</li></ol>
<aside data-article="{articles[rentree]}"></aside>
<h2>Et si l’argent est parti ?</h2>
<p>Appeler tout de suite, sans attendre le lendemain. Tant que le destinataire n’a pas retiré la somme, elle peut
être bloquée. Passé ce moment, il faut son accord. Dans les cas que nous avons suivis, une personne sur deux a
accepté de rendre l’argent, le plus souvent après un appel courtois.</p>
<p>Reste une précaution qui ne figure dans aucune brochure. « Quand on est fatigué, on n’envoie pas, dit Mariétou
Sangalé. Le soir, je vois arriver les erreurs de toute la journée. »</p>
<p>Elle-même a perdu 5 000 francs, il y a trois ans, au profit d’un inconnu qui portait le même prénom que son frère.
Il ne les a jamais rendus. Il lui souhaite, depuis, de bonnes fêtes.</p>
""",
    ),
    Text(
        key="poisson",
        section="economie",
        kicker="En bref",
        headline="Poisson fumé : les fours améliorés divisent par deux le bois brûlé à Mopti",
        bylines=("hawoye-cissoumba",),
        tags=("Énergie", "Marchés", "Mopti"),
        days=2,
        hour="15:10",
        body="""
<p>Quarante-cinq fours à clapet ont remplacé les fûts ouverts dans la cour des fumeuses de Mopti. Selon les relevés
du groupement, il faut désormais deux fagots pour vingt kilos de poisson, contre quatre auparavant.</p>
<p>La fumée, mieux conduite, donne une couleur plus égale ; le kilo se négocie une centaine de francs de plus. Un
four revient à 38 000 francs. La moitié est prêtée par une caisse commune, remboursable en deux saisons.</p>
""",
    ),
    Text(
        key="nuit",
        section="economie",
        kicker="Ville",
        headline="Quand le marché de jour se couche, celui des lampes s’éveille",
        standfirst=(
            "De 19 heures à minuit, quatre-vingts étals s’allument le long du goudron. On y dîne, on y répare, on y "
            "emprunte, et l’on n’y dort jamais."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Marchés", "Bamako", "Énergie"),
        related=("panier",),
        days=3,
        hour="18:20",
        body="""
<p>On entend d’abord le cliquetis des interrupteurs. À 19 heures, quatre-vingts lampes s’allument presque ensemble le
long du goudron, et le bas-côté devient une rue. Le marché de nuit n’a pas de nom officiel. Les habitués disent « les
lampes ».</p>
<p>Sous la première, Fily Makandjé vend du riz au gras dans des bassines émaillées. Sous la troisième, un homme
répare des écrans de téléphone avec une loupe de bijoutier. Sous la onzième, on loue à l’heure des batteries chargées
dans la journée sur un toit, 150 francs la soirée.</p>
<p>C’est ce loueur, un électricien nommé Douba Sankoura, qui a tout changé. Avant lui, chaque étal brûlait un litre
de pétrole par nuit et demi. Ses soixante batteries circulent maintenant d’un étal à l’autre ; un enfant les
distribue à 18 heures, dans une brouette, et les ramasse à minuit.</p>
<h2>La dernière heure</h2>
<p>Vers 23 heures, les prix fondent. Les gardiens, les infirmières et les chauffeurs passent pour la fin des
bassines. On sert double, on discute, on s’assoit. « Le jour, les gens achètent, remarque Fily Makandjé. La nuit, ils
racontent. »</p>
<p>À minuit, les lampes s’éteignent dans l’ordre où elles se sont allumées. Il reste un peu de fumée, une odeur
d’oignon, et le bruit d’une brouette qui s’éloigne.</p>
""",
    ),
]
