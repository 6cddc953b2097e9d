"""Culture in its other forms: a portrait, the radio, a record, a dictionary, a column."""

from newsroom.demo.text import Text

ARTS = [
    Text(
        key="dictionnaire",
        section="culture",
        kicker="Langues",
        headline="Onze mille mots et une seule orthographe : un dictionnaire du bozo écrit à quarante mains",
        standfirst=(
            "Pêcheurs, institutrices et étudiants ont passé six ans à s’accorder sur l’écriture d’une langue que l’on"
            " parle surtout sur l’eau."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Langues", "Livre", "Fleuve"),
        related=("archives",),
        days=7,
        hour="10:05",
        body="""
<p>Comment écrire le bruit que fait une pirogue en quittant la vase ? La langue bozo a un verbe pour cela. Restait à
savoir s’il prenait un ou deux « o ». La commission en a débattu un après-midi entier, dans une salle de classe de
Mopti, avant de faire venir un pêcheur qui l’a prononcé onze fois, patiemment, jusqu’à ce que tout le monde entende
la même chose.</p>
<p>Le dictionnaire qui paraît cette semaine compte un peu plus de onze mille entrées. Il a été écrit par vingt
personnes : douze locuteurs, cinq enseignants, deux linguistes et une dessinatrice, qui a réglé à elle seule le
problème des poissons. « Les traduire ne servait à rien, dit Kadia Nassiré-Tao. En français, c’étaient tous des
carpes. »</p>
<h2>Quatre-vingts façons de nommer un filet</h2>
<p>Le vocabulaire de l’eau occupe près d’un tiers des pages. On y trouve quatre-vingts noms de filets et de nasses,
vingt-deux verbes pour les mouvements du courant, et aucun mot pour « rivière » : il y a des bras, des chenaux, des
bords, mais le fleuve, lui, n’a pas besoin d’être nommé.</p>
<p>La querelle la plus vive a porté sur les emprunts. Fallait-il inscrire « moteur » ? Les anciens proposaient une
périphrase, « le bœuf qui tousse ». Les jeunes ont souri, puis voté. Le dictionnaire donne les deux.</p>
<p>Tiré à mille cinq cents exemplaires, l’ouvrage est vendu 4 500 francs. Les écoles du bord de l’eau en recevront
trois cents. Une version pour téléphone est prévue, avec la voix du pêcheur.</p>
""",
    ),
    Text(
        key="animatrice",
        section="culture",
        kicker="Entretien",
        headline="« À la radio, le silence dure une seconde de trop et tout le monde appelle »",
        standfirst=(
            "Depuis vingt-deux ans, Néné Fatogoma anime à l’aube une émission d’annonces, de disparus retrouvés et de"
            " météo. Elle n’a jamais montré son visage."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Radio", "Musique", "Langues"),
        related=("archives",),
        picture="radio",
        days=6,
        hour="09:10",
        body="""
<p>Le studio fait deux mètres sur trois. Aux murs, des boîtes à œufs ; sur la table, un micro, un thermos et une
poule en bois qui sert de presse-papiers. Néné Fatogoma parle bas, même quand elle n’est pas à l’antenne. On la
reconnaît pourtant au marché : il lui suffit de demander un prix.</p>
<p><strong>À quoi ressemble votre journée ?</strong></p>
<p>À une nuit. J’arrive à 3 heures 40, je lis les papiers glissés sous la porte, je les trie : les décès d’abord, les
naissances ensuite, les bœufs perdus à la fin. À 5 heures, j’ouvre. À 7 heures, j’ai dit deux cents noms propres et
je n’ai plus le droit d’en écorcher un seul.</p>
<p><strong>Que retrouve-t-on, par votre émission ?</strong></p>
<p>Tout. Un dentier, une fois. Des enfants qui s’étaient trompés de minibus. Des bêtes, énormément. Un monsieur a
retrouvé un ami d’enfance parce que l’ami avait perdu un vélo et qu’il avait donné son nom complet. Le vélo, lui,
court toujours.</p>
<p><strong>Vous passez de la musique. Comment choisissez-vous ?</strong></p>
<p>Selon le temps. Quand il pleut, du balafon, parce que l’on entend mal et que c’est franc. Par grand vent, des
voix. Le lundi, je mets un disque que personne ne demande, pour l’honneur.</p>
<p><strong>Pourquoi n’avoir jamais montré votre visage ?</strong></p>
<p>Une auditrice m’avait décrite dans une lettre : grande, avec un foulard vert et un grain de beauté. C’était très
beau. Je ne voulais pas la décevoir, alors je suis restée grande.</p>
<p><strong>Le téléphone et internet vous prennent-ils vos auditeurs ?</strong></p>
<p>Ils me les rendent. On m’appelle de chantiers au bout du monde, des gens qui écoutent par le téléphone d’un cousin
posé contre un poste. Ce qu’ils veulent entendre, ce n’est pas moi, c’est la liste. Leur village, dit à voix haute, à
l’heure habituelle.</p>
<p><strong>Et le silence ?</strong></p>
<p>J’ai éternué un jour, micro coupé. Une seconde de trop. Trente et un appels. Depuis, je sais que l’on écoute.</p>
""",
    ),
    Text(
        key="kora",
        section="culture",
        kicker="Portrait",
        headline="Vingt et une cordes et une calebasse : le luthier qui n’a jamais joué en public",
        standfirst=(
            "Ses instruments voyagent sur des scènes où il ne mettra pas les pieds. À Bamako, Sékouba Tounkarélé "
            "fabrique des koras depuis quarante ans, et apprend à deux jeunes filles l’art de les rater."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Musique", "Artisanat", "Patrimoine"),
        related=("archives", "animatrice"),
        picture="kora",
        picture_caption="La peau sur la calebasse, le manche dans la peau : une kora « assise ».",
        for_subscribers=True,
        days=3,
        hour="06:05",
        body="""
<p>Il ne dit pas fabriquer, il dit « faire asseoir ». Faire asseoir la peau sur la calebasse, le manche dans la peau,
le chevalet sur le manche. Quand tout est assis, l’instrument se lève tout seul. Sékouba Tounkarélé, soixante-quatre
ans, a ainsi levé un peu plus de sept cents koras. Il n’a jamais joué d’aucune devant plus de trois personnes.</p>
<p>L’atelier donne sur une ruelle de la rive gauche où l’on vend des pièces de moto. Le matin, les coups de marteau
des mécaniciens lui servent de métronome. L’après-midi, il ferme le volet, parce que la peau sèche trop vite et que
les visiteurs parlent trop. Nous avons été admis après trois visites, à condition de tenir une corde.</p>
<h2>Choisir une calebasse, et attendre</h2>
<p>Tout commence par un fruit. Il faut une calebasse ronde, grande comme les deux bras d’un enfant en cercle,
cueillie mûre et séchée à l’ombre une saison entière. Il en achète trente par an, au bord de la route de Ségou ; il
en garde dix. Les autres deviennent des plats, des seaux, et l’une d’elles un chapeau, porté par son voisin les jours
de fête.</p>
<p>Il les frappe de l’index, à l’oreille, comme on toque chez quelqu’un. « Celle-ci est bavarde, celle-là boude. »
Une calebasse trop épaisse étouffe les graves, une trop fine s’ouvre à la première saison chaude. Entre les deux, il
y a un millimètre, et ce millimètre ne se mesure pas : il s’entend.</p>
<p>Vient la peau de vache, tendue mouillée, clouée de trois cents semences de tapissier. Puis le manche, en bois dur,
taillé à l’herminette. Puis les anneaux de cuir tressé, qui accordent l’instrument quand on les pousse et qui, par
temps humide, le désaccordent sans qu’on les touche. Beaucoup de luthiers les remplacent par des mécaniques de
guitare. Lui fait les deux, selon la commande. Il ne dit pas ce qu’il préfère, mais il facture les mécaniques plus
cher.</p>
<h2>Le fils du forgeron</h2>
<p>Rien ne le destinait à cela. Son père forgeait des houes, près de Kita. À quatorze ans, envoyé chez un oncle à
Bamako pour apprendre la soudure, il passe chaque soir devant la cour d’un vieux facteur d’instruments, s’arrête,
regarde. Au bout d’un mois, le vieux lui tend un tison pour brûler un trou dans un manche. Il brûle de travers. Le
vieux garde le manche, le finit et le vend. « Il m’a expliqué que celui qui l’achèterait penserait que c’était
exprès. »</p>
<p>Il est resté onze ans. Il a appris à raboter, à coudre, à se taire. Quand le maître est mort, la famille a partagé
les outils entre les fils. On lui a laissé le tison. Il l’a toujours, pendu au-dessus de l’établi, et ne s’en sert
pas.</p>
<blockquote><p>Un instrument raté, on ne le jette pas. On l’accroche, et on l’écoute vieillir. Au bout de deux ans,
il t’explique ce que tu avais mal fait.</p><cite>Sékouba Tounkarélé, luthier</cite></blockquote>
<p>Au mur, en effet, pendent dix-sept koras que personne n’achètera. La quatrième en partant de la fenêtre se plaint
dès que l’on ferme la porte. Il les appelle « le conseil ». Avant de tendre les cordes d’un nouvel instrument, il
pince une note et attend de savoir qui, dans le conseil, répond.</p>
<h2>Deux apprenties et un cahier d’erreurs</h2>
<p>Depuis trois ans, Niélé et Sitan, dix-neuf et vingt et un ans, viennent chaque jour sauf le dimanche. L’une était
coiffeuse, l’autre préparait un concours. Elles ont frappé à la porte séparément, la même semaine. Il a dit non à la
première, puis à la seconde, puis il a constaté qu’elles étaient toujours assises dehors.</p>
<p>Son enseignement tient dans un cahier où les jeunes femmes notent leurs fautes, et seulement leurs fautes. Peau
percée. Clou de trop. Corde montée à l’envers, la nuit de la panne. Il y en a cent quarante-six. Quand le cahier sera
plein, elles seront maîtres. « Avec les réussites, on n’irait pas loin, dit Sitan. Il y en a quatre. »</p>
<p>Que des filles percent, clouent et tendent a fait parler. Un musicien a refusé une kora en apprenant qui l’avait
montée. Le luthier la lui a reprise, a attendu un an et la lui a revendue sans rien dire, plus cher. L’homme l’a
trouvée « enfin mûre ».</p>
<aside data-article="{articles[animatrice]}"></aside>
<h2>Ceux qui partent</h2>
<p>Une kora lui demande trois semaines. Il la vend entre 150 000 et 400 000 francs, la moitié à la commande. Les deux
tiers quittent le pays, dans des caisses qu’il cloue lui-même et sur lesquelles il écrit, au feutre, « haut »,
« bas » et le nom de la mère de l’acheteur. Il ne sait pas ce qu’elles deviennent. Parfois, une cassette, une carte,
une vidéo sur le téléphone d’un neveu. Il regarde les mains, jamais la scène.</p>
<p>On lui a proposé trois fois de voyager. Une fois pour une exposition, deux fois pour un festival. Il a décliné
avec la même phrase : « L’instrument sait le chemin. » La vérité, nous a soufflé sa femme, Mah, c’est qu’il a peur de
l’avion, et plus encore d’entendre, au troisième rang, une corde qu’il aurait mal assise.</p>
<p>Joue-t-il, au moins ? Il secoue la tête. Puis, comme le jour baisse et que les mécaniciens ont rangé leurs
marteaux, il décroche celle de la fenêtre, la plaintive. Il la cale contre son ventre. Ce qui suit dure moins d’une
minute, une phrase descendante, reprise, laissée en l’air. Dans la cour, les deux apprenties ont cessé de balayer. Il
repose l’instrument.</p>
<p>« Voilà, dit-il. Trois personnes. »</p>
""",
    ),
    Text(
        key="cine",
        section="culture",
        kicker="En bref",
        headline="Cinéma : un drap, deux vélos et cinq films gratuits au bord du fleuve",
        bylines=("lalla-attaher-maiguel",),
        tags=("Jeunesse", "Énergie"),
        picture="cinema",
        picture_caption="Dix minutes de pédale valent une place au premier rang.",
        days=2,
        hour="17:20",
        body="""
<p>Cinq soirées de cinéma en plein air commencent vendredi sur la berge de la rive droite. Le projecteur est alimenté
par deux vélos fixes : les spectateurs se relaient pour pédaler, dix minutes chacun, et reçoivent en échange une
place au premier rang.</p>
<p>Au programme, des films d’ici et d’ailleurs, dont deux documentaires tournés par des lycéens. Séance à 19 h 30,
report au lendemain en cas de vent. On apporte sa natte.</p>
""",
    ),
    Text(
        key="disque",
        section="culture",
        kicker="Disque",
        headline="Quatre cousins, un moteur de pirogue et le plus beau vacarme de la saison",
        standfirst=(
            "Le premier album du groupe Hors-Bord a été enregistré sur l’eau, moteur allumé. Contre toute attente, on"
            " en redemande."
        ),
        bylines=("lalla-attaher-maiguel",),
        tags=("Musique", "Fleuve", "Jeunesse"),
        related=("kora",),
        days=1,
        hour="10:30",
        body="""
<p>On croit d’abord à un défaut. Sous la guitare, quelque chose tousse, ronfle, repart. C’est un moteur de huit
chevaux, celui de la pirogue sur laquelle Hors-Bord a enregistré les neuf titres de son premier album. Les quatre
cousins, fils et neveux de passeurs, n’avaient pas de studio ; ils ont fait du moteur leur cinquième musicien.</p>
<p>Il a ses qualités. Au ralenti, il tient un rythme boiteux, un peu en avance sur le troisième temps, que le batteur
Solo Kanambaye suit avec une calebasse retournée. Lancé à plein régime, il couvre tout, et le groupe a la sagesse de
ne s’en servir qu’une fois, à la fin de « Barrage », où il remplace avantageusement un solo.</p>
<p>Le reste est plus doux qu’on ne l’attend. « La Natte de ma tante » raconte une attente de minibus avec une
précision d’horloger. « Vanne bleue », ballade sur une coupure d’eau, possède le refrain le plus têtu de l’année.
Seul « Capitaine » s’étire : six minutes sur un poisson, même chantées à trois voix, c’est long pour qui n’a pas
faim.</p>
<aside data-article="{articles[kora]}"></aside>
<p>La prise de son, signée par un réparateur de téléphones, est rugueuse et honnête. On entend l’eau, un
martin-pêcheur, quelqu’un qui crie qu’il faut payer la traversée. À la fin, le moteur cale. Personne ne l’avait
prévu, dit la pochette. C’est la plus belle fin de disque que l’on ait entendue depuis longtemps.</p>
<p>L’album s’achète sur carte mémoire, 1 500 francs, aux deux débarcadères. Le groupe jouera samedi soir sur la
barge, si le fleuve le permet.</p>
""",
    ),
    Text(
        key="chronique",
        section="culture",
        kicker="Chronique",
        headline="Éloge de la panne d’électricité, par quelqu’un qui a fini son livre",
        standfirst=(
            "On maudit les coupures, et l’on a raison. Mais il arrive qu’elles nous rendent le ciel, la voisine et le"
            " chapitre douze."
        ),
        bylines=("hawoye-cissoumba",),
        tags=("Livre", "Énergie", "Mopti"),
        picture="baobab",
        picture_caption="Sans lampadaire, le baobab du carrefour retrouve ses étoiles.",
        days=4,
        hour="17:00",
        body="""
<p>À Mopti, la nuit tombe deux fois. La première est celle de tout le monde. La seconde survient vers 21 heures, sans
prévenir, avec ce petit claquement que font les ventilateurs quand ils renoncent. Un cri monte des cours, toujours le
même, mi-colère, mi-habitude. Puis plus rien. Puis les criquets.</p>
<p>Je ne vais pas défendre les coupures. Demandez à la couturière du rez-de-chaussée, dont la machine s’arrête au
milieu d’un ourlet ; au boucher, qui vend sa viande moitié prix à minuit ; à la sage-femme, surtout, qui travaille la
lampe entre les dents. Une ville a besoin de courant comme d’eau, et l’on ne devrait pas avoir à l’écrire.</p>
<p>Mais puisqu’elles sont là, autant dire ce qu’elles font. Lundi, la panne a duré deux heures et dix minutes.
Pendant les cinq premières, j’ai cherché une bougie. Pendant les dix suivantes, j’ai attendu que cela revienne.
Ensuite, j’ai sorti ma chaise.</p>
<p>La rue entière était dehors. La voisine d’en face, que je salue depuis quatre ans, m’a raconté qu’elle avait été
championne d’échecs. Un enfant a demandé pourquoi les étoiles ne tombaient pas, et il s’est trouvé trois adultes pour
fournir trois explications, dont une exacte. Quelqu’un a chanté. Ce n’était pas très juste.</p>
<p>Plus tard, à la lueur d’une lampe à pile, j’ai terminé un roman que je promenais depuis la saison des pluies. Il
me restait le chapitre douze. C’était le meilleur. Avec la lumière, je crois que je n’y serais jamais arrivée : il y
aurait eu autre chose.</p>
<p>Le courant est revenu à 23 h 14. Tout le monde a applaudi, puis tout le monde est rentré, et les écrans se sont
rallumés derrière les rideaux. J’ai laissé ma chaise dehors. On ne sait jamais.</p>
""",
    ),
]
