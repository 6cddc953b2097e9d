"""The static pages of the demo edition: what every newspaper says of itself, here of an invented one."""

from articles.models import Page

# purpose, slug, title, text: as the editor saves it, read by ``html_of``
PAGES = [
    (
        "about",
        "qui-sommes-nous",
        "Qui sommes-nous\u202f?",
        """
<p>«&nbsp;Les Deux Rives&nbsp;» est un quotidien imaginaire de Bamako. Il a été écrit pour montrer ce que peut
faire ce logiciel&nbsp;: ses lieux et ses habitants ressemblent à ceux que l’on connaît, mais aucun des faits
rapportés ici n’est arrivé, et aucune des personnes citées n’existe.</p>

<h2>La rédaction</h2>

<p>Huit journalistes, deux rives, un pont. Nous partons le matin par le minibus et nous revenons avec des
carnets. La rédactrice en chef relit tout ; le lecteur aussi.</p>

<h2>Nos règles</h2>

<ul>

<li>Vérifier avant de publier, auprès de deux personnes au moins.</li>

<li>Donner la parole à ceux que l’on met en cause.</li>

<li>Corriger nos erreurs à l’endroit où elles ont été lues, et le dire.</li>

<li>Ne rien accepter d’autre, en reportage, qu’un verre de thé.</li>

</ul>

<h2>Qui nous fait vivre</h2>

<p>Nos abonnés, pour l’essentiel. Une journée coûte 100&nbsp;francs, une année 25 000. Les enquêtes leur sont
réservées ; l’actualité, l’alerte et le service restent ouverts à tous.</p>
""",
    ),
    (
        "contact",
        "contact",
        "Contact",
        """
<h2>Écrire à la rédaction</h2>

<p>Par e-mail&nbsp;: <a href="mailto:redaction@example.org">redaction@example.org</a>. Sur place&nbsp;: 12,
rue du Débarcadère, Bamako, du lundi au samedi, de 9&nbsp;heures à 17&nbsp;heures.</p>

<h2>Signaler une erreur</h2>

<p>Indiquez le titre de l’article, la phrase en cause et ce que vous savez. Nous répondons dans la journée et,
s’il y a lieu, nous corrigeons.</p>

<h2>Abonnements</h2>

<p>Une question sur votre abonnement ? <a href="mailto:abonnements@example.org">abonnements@example.org</a>. On
peut aussi régler au kiosque du vieux pont, en espèces.</p>

<h2>Confier une information</h2>

<p>Venez nous voir, ou laissez une enveloppe au nom du journaliste. Nous ne révélons jamais le nom d’une
source.</p>
""",
    ),
    (
        "legal",
        "mentions-legales",
        "Mentions légales",
        """
<h2>Éditeur</h2>

<p>«&nbsp;Les Deux Rives&nbsp;», édition de démonstration. 12, rue du Débarcadère, Bamako. E-mail&nbsp;: <a
href="mailto:redaction@example.org">redaction@example.org</a>.</p>

<p>Directrice de la publication&nbsp;: Kadidia Nomokou, personnage de fiction.</p>

<h2>Propriété des textes et des images</h2>

<p>Les textes et les illustrations de cette édition ont été faits pour elle et se diffusent sous la même licence
que le logiciel. Les illustrations sont dessinées par le programme.</p>

<h2>Données personnelles</h2>

<p>La lecture ne demande ni compte ni témoin de connexion. Un compte conserve l’adresse e-mail, le nom
public que vous avez choisi, les abonnements et les contributions. Pour les consulter, les corriger ou les
effacer, écrivez-nous.</p>

<h2>Mesure d’audience</h2>

<p>Aucune. Nous savons que vous êtes là quand vous nous écrivez.</p>
""",
    ),
    (
        "charter",
        "charte-des-contributions",
        "Charte des contributions",
        """
<p>Les contributions sont réservées aux abonnés et lues par des modérateurs. On vient y compléter un article, le
contredire ou raconter ce que l’on a vu. Cinq règles suffisent.</p>

<ol><li>On parle du sujet, et l’on s’adresse à quelqu’un.</li>

<li>On critique une idée, jamais une personne pour ce qu’elle est.</li>

<li>On n’affirme pas comme un fait ce que l’on a seulement entendu.</li>

<li>On ne vend rien.</li>

<li>On ne publie ni adresse, ni téléphone, ni photo d’autrui.</li>

</ol>

<h2>Ce que fait la modération</h2>

<p>Une contribution contraire à ces règles est masquée. Son auteur peut demander pourquoi et obtient une
réponse. Les réponses déjà données restent en place, pour que la conversation se comprenne.</p>

<h2>Signer</h2>

<p>On signe du nom public que l’on a choisi. Il n’est pas nécessaire que ce soit le vrai ; il est nécessaire que
ce ne soit pas celui d’un autre.</p>
""",
    ),
    (
        "accessibility",
        "accessibilite",
        "Accessibilité",
        """
<p>Ce site doit pouvoir être lu par tous&nbsp;: au clavier, avec un lecteur d’écran, sur un petit téléphone, par
une connexion lente, et quand le soleil tape sur l’écran.</p>

<ul>

<li>Chaque page se lit sans programme dans le navigateur.</li>

<li>Les images portent une description ; les graphiques répètent leurs chiffres en mots.</li>

<li>Les couleurs respectent un contraste d’au moins 4,5 pour 1, en clair comme en sombre.</li>

<li>Le texte peut être agrandi deux fois sans rien perdre.</li>

</ul>

<p>Si quelque chose vous arrête, écrivez à <a href="mailto:redaction@example.org">redaction@example.org</a> en
nous disant où. C’est une panne comme une autre, et nous la réparons.</p>
""",
    ),
]


def html_of(text: str) -> str:
    """The text as it is stored: an empty line ends a block, a line end is a space."""
    return "".join(block.replace("\n", " ") for block in text.strip("\n").split("\n\n"))


def make_pages(by=None) -> dict[str, Page]:
    """By purpose."""
    return {
        purpose: Page.objects.create(
            purpose=purpose, slug=slug, title=title, body=html_of(text), is_published=True, changed_by=by
        )
        for purpose, slug, title, text in PAGES
    }
