"""The newspaper itself: its identity, sections, menus, authors and plans."""

from articles.menus import corrections_line
from articles.models import MenuItem, Newspaper, Page, Section
from authors.models import Author
from subscriptions.models import Plan, Price, Zone

NAME = "Les Deux Rives"
MOTTO = "Le quotidien qui passe le pont"
SECTIONS = [
    ("politique", "Politique", "red", "La vie publique, de la commune au pays."),
    ("economie", "Économie", "ochre", "Prix, métiers, énergie et commerce."),
    ("societe", "Société", "teal", "La ville, l’école, la santé, le fleuve."),
    ("culture", "Culture", "purple", "Ceux qui font, ce que l’on voit, ce que l’on entend."),
    ("sport", "Sport", "green", "Les terrains des quartiers et le fleuve."),
    ("international", "International", "blue", "Le Sahel et le monde, vus de Bamako."),
]
SUBSECTION = ("agriculture", "Agriculture", "ochre", "Semis, récoltes et saisons.")
SUBSECTION_OF = "economie"
# slug, name, job, presentation, key of the account
AUTHORS = [
    (
        "nana-tambadou",
        "Nana Tambadou",
        "Reporter, société",
        "Elle suit la ville à pied et en minibus, de préférence avant huit heures. Elle tient la chronique du fleuve.",
        "",
    ),
    (
        "soumaila-kodian",
        "Soumaïla Kodian",
        "Journaliste, économie",
        "Ancien comptable de coopérative, il écrit sur les prix, l’énergie et l’agriculture, toujours carnet en main.",
        "journaliste",
    ),
    (
        "hawoye-cissoumba",
        "Hawoye Cissoumba",
        "Correspondante à Mopti",
        "Elle couvre le centre du pays, ses routes, ses écoles et ses centres de santé.",
        "",
    ),
    (
        "birama-foulanta",
        "Birama Foulanta",
        "Journaliste, sport",
        "Ailier jusqu’à la blessure, il raconte depuis les terrains sans tribune.",
        "",
    ),
    (
        "lalla-attaher-maiguel",
        "Lalla Attaher Maïguel",
        "Pigiste, culture",
        "Elle écrit sur la musique, la photographie et les livres, à Bamako et au-delà.",
        "pigiste",
    ),
    (
        "kadidia-nomokou",
        "Kadidia Nomokou",
        "Rédactrice en chef",
        "Elle a débuté à la radio, à l’heure où l’on balaie le studio. Elle signe l’éditorial et relit tout le reste.",
        "redaction",
    ),
    (
        "yaya-temelou",
        "Yaya Témélou",
        "Reporter, politique",
        "Il préfère les salles du conseil aux conférences de presse, et les registres aux déclarations.",
        "",
    ),
    (
        "aicha-barkena",
        "Aïcha Barkéna",
        "Journaliste, sciences et santé",
        "Géographe de formation, elle compte, mesure et vérifie. Elle explique la crue avant d’en parler.",
        "",
    ),
    (
        "djeneba-waigalo",
        "Djénéba Waïgalo",
        "Professeure de français, invitée",
        "Elle enseigne dans un collège de Bamako. Les tribunes n’engagent que leurs auteurs.",
        "",
    ),
]
# slug, name, period, prices in francs and in euro cents, days of grace, what one gets
PLANS = [
    ("jour", "Jour", "day", 100, 50, 0, "Toute l’édition du jour, jusqu’à demain à la même heure."),
    ("semaine", "Semaine", "week", 500, 200, 1, "Sept jours d’articles, d’enquêtes et de contributions."),
    ("mois", "Mois", "month", 2500, 500, 3, "Un mois entier, pour le prix de cinq cafés."),
    ("an", "An", "year", 25000, 5000, 7, "Douze mois pour le prix de dix."),
]
# The same, for institutions: a month of one seat.
SEATS = (
    "places",
    "Collectif",
    "month",
    1500,
    300,
    7,
    "Une place par personne, pour les écoles, bureaux et bibliothèques.",
)


def make_identity():
    publisher = f"{NAME}, édition de démonstration"
    Newspaper.objects.update_or_create(
        pk=1, defaults={"name": NAME, "motto": MOTTO, "publisher": publisher, "place": "Bamako"}
    )


def make_sections() -> dict[str, Section]:
    """By slug."""
    sections = {}
    for position, (slug, name, color, description) in enumerate([*SECTIONS, SUBSECTION], start=1):
        parent = sections[SUBSECTION_OF] if slug == SUBSECTION[0] else None
        sections[slug] = Section.objects.create(
            slug=slug, name=name, color=color, description=description, position=position, parent=parent
        )
    return sections


def make_menus(sections):
    """Every section above, the sub-section last; every page below, and the corrections."""
    header = [MenuItem(menu=MenuItem.Menu.HEADER, section=section) for section in sections.values()]
    footer = [MenuItem(menu=MenuItem.Menu.FOOTER, page=page) for page in Page.objects.published()]
    label, address = corrections_line()
    footer.append(MenuItem(menu=MenuItem.Menu.FOOTER, label=label, address=address))
    for lines in (header, footer):
        for position, line in enumerate(lines, start=1):
            line.position = position
    MenuItem.objects.bulk_create([*header, *footer])


def make_authors(users, pictures) -> dict[str, Author]:
    """By slug; ``users`` by the key of their account. The guest has no portrait."""
    return {
        slug: Author.objects.create(
            slug=slug,
            name=name,
            job=job,
            bio=bio,
            portrait=pictures.get(f"portrait-{slug}"),
            user=users.get(account),
        )
        for slug, name, job, bio, account in AUTHORS
    }


def make_plans() -> dict[str, Plan]:
    """By slug, each with a price in every zone; that of institutions comes last."""
    zones = {zone.currency: zone for zone in Zone.objects.all()}
    plans = {}
    for position, row in enumerate([*PLANS, SEATS], start=1):
        slug, name, period, francs, cents, grace_days, description = row
        plans[slug] = Plan.objects.create(
            slug=slug,
            name=name,
            period=period,
            grace_days=grace_days,
            description=description,
            is_for_institutions=row is SEATS,
            position=position,
        )
        for currency, amount in (("XOF", francs), ("EUR", cents)):
            Price.objects.create(plan=plans[slug], zone=zones[currency], amount=amount)
    return plans
