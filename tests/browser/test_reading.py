"""How one reads an article for subscribers without being one, on the screen of a telephone: free articles, one that is
offered, a gift, a seat. With scripts and without."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.models import OfferedOpening
from subscriptions import gifts, seats
from subscriptions.access import is_subscriber
from subscriptions.granting import extend
from subscriptions.models import Gift, Institution, Order
from tests.articles.offering import BODY, CANARY, at, offer
from tests.browser.test_accessibility import OPTIONS, VIEWS
from tests.browser.test_layout import CLIPPED, OVERFLOW
from tests.factories import make_article, make_newspaper, make_plan, make_subscriber, make_user

PHONE = 360


@pytest.fixture
def paid(site):
    make_newspaper(name="Le Quotidien du Fleuve", place="Bamako")
    return [make_article(headline=f"Le fleuve monte ({n})", access="subscribers", body=BODY) for n in range(5)]


@pytest.fixture
def look():
    """``look(page)``: what axe and the small screen say of the page as it stands."""

    def look(page):
        found = []
        for width, scheme in VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for violation in Axe().run(page, options=OPTIONS).response["violations"]:
                found += [f"{violation['id']} ({width} {scheme}): {node['html'][:160]}" for node in violation["nodes"]]
            found += [f"too wide at {width}"] * (page.evaluate(OVERFLOW) > 0)
            found += [f"cut off at {width}: {html}" for html in page.evaluate(CLIPPED)]
        page.set_viewport_size({"width": PHONE, "height": 900})
        page.emulate_media(color_scheme="light")
        assert not found, found

    return look


def the_canary(page):
    return page.get_by_text(re.compile(CANARY))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_opens_free_articles_until_none_is_left(visit, sign_in, paid, look, javascript):
    page = visit(width=PHONE, javascript=javascript)
    page.goto(paid[0].get_absolute_url())
    expect(page.get_by_text("Avec un compte, vous lisez chaque mois 3")).to_be_visible()
    sign_in(page, make_user())
    for number, article in enumerate(paid[:3]):
        page.goto(article.get_absolute_url())
        if not javascript:
            page.get_by_role("link", name="Lire la suite").click()
        page.get_by_role("button", name=f"il vous en reste {3 - number} ce mois-ci").click()
        expect(the_canary(page)).to_be_visible()
    expect(page.get_by_text("dernier de vos articles gratuits")).to_be_visible()
    page.goto(f"{paid[3].get_absolute_url()}suite/")
    expect(page.get_by_text("Vous avez lu les 3 articles gratuits de ce mois")).to_be_visible()
    expect(page.get_by_role("button", name="Lire cet article")).to_have_count(0)
    page.goto(paid[0].get_absolute_url())
    expect(the_canary(page)).to_have_count(1 if javascript else 0)
    if javascript:
        look(page)
        page.goto(f"{paid[3].get_absolute_url()}suite/")
        look(page)


def test_a_subscriber_offers_an_article_and_a_guest_reads_it_again(visit, sign_in, paid, look):
    page = visit(width=PHONE)
    sign_in(page, make_subscriber())
    page.goto(paid[0].get_absolute_url())
    page.get_by_role("button", name="Offrir cet article").click()
    link = page.get_by_label("Lien à envoyer").input_value()
    expect(page.get_by_role("link", name="WhatsApp")).to_have_attribute("href", re.compile(r"^https://wa\.me/"))
    look(page)
    guest = visit(width=PHONE)
    guest.goto(link)
    look(guest)
    guest.get_by_role("button", name="Lire l’article").click()
    expect(the_canary(guest)).to_be_visible()
    guest.goto(paid[0].get_absolute_url())
    expect(the_canary(guest)).to_be_visible()
    guest.goto(paid[1].get_absolute_url())
    expect(guest.get_by_role("link", name="S’abonner").first).to_be_visible()
    assert OfferedOpening.objects.count() == 1
    page.reload()
    expect(page.get_by_text("Ouvert 1 fois sur 5.")).to_be_visible()


def test_the_sixth_guest_is_told_why(visit, paid, look, troubles):
    troubles.expect("410")
    made = offer(paid[0], by=make_subscriber())
    OfferedOpening.objects.bulk_create(OfferedOpening(offer=made, number=number) for number in range(1, 6))
    page = visit(width=PHONE, javascript=False)
    page.goto(at(made))
    expect(page.get_by_text("Ce lien a ouvert l’article cinq fois")).to_be_visible()
    page.get_by_role("link", name="Voir ce que chacun peut en lire").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Le fleuve monte")


def test_a_gift_is_shown_to_its_buyer_and_redeemed_by_somebody_else(visit, sign_in, paid, look):
    plan, buyer, person = make_plan(name="Un mois"), make_user(name="Awa"), make_user()
    price = plan.prices.get()
    order = Order.objects.create(
        user=buyer, buyer_email=buyer.email, purpose="gift", plan=plan, zone=price.zone, plan_name=plan.name,
        period="month", amount=2500, currency="XOF", provider="office", expires_at="2030-01-01T00:00Z",
    )  # fmt: skip
    gifts.pay(gifts.describe(order, giver="Awa", message="Pour tes matins au bord du fleuve."))
    page = visit(width=PHONE)
    sign_in(page, buyer)
    page.goto("/compte/")
    page.get_by_role("link", name="Vos cadeaux").click()
    look(page)
    page.get_by_role("link", name="Un mois").click()
    look(page)
    page.get_by_role("button", name="Montrer le code").click()
    look(page)
    code = page.locator(".gift-card__code").inner_text()
    other = visit(width=PHONE)
    other.goto("/cadeau/")
    look(other)
    sign_in(other, person)
    other.reload()
    other.get_by_label("Code").fill(code.lower().replace("-", " "))
    look(other)
    other.get_by_role("button", name="Utiliser").click()
    expect(other.get_by_text("Le cadeau est à vous")).to_be_visible()
    assert is_subscriber(person)
    page.goto(f"/compte/cadeaux/{order.key}/")
    expect(page.locator(".account__state")).to_have_text("Utilisé")
    assert Gift.objects.get().redeemed_by == person


def test_a_seat_is_invited_and_taken(visit, sign_in, paid, look):
    manager, pupil = make_user(email="proviseure@example.org"), make_user(email="eleve@example.org")
    school = Institution.objects.create(name="Lycée du Fleuve", seats_bought=2, domains="lycee.example.org")
    school.managers.add(manager)
    extend({"institution": school}, make_plan(is_for_institutions=True))
    page = visit(width=PHONE)
    sign_in(page, manager)
    page.goto("/compte/")
    page.get_by_role("link", name="Gérer les places de Lycée du Fleuve").click()
    page.get_by_label("Adresse e-mail").fill("eleve@example.org")
    page.get_by_role("button", name="Envoyer l’invitation").click()
    expect(page.get_by_text("Nous avons écrit à eleve@example.org.")).to_be_visible()
    look(page)
    invitation = f"/compte/siege/{seats.token_of(school.seats.get())}/"
    guest = visit(width=PHONE)
    guest.goto(invitation)
    look(guest)
    sign_in(guest, pupil)
    guest.reload()
    guest.get_by_role("button", name="Prendre la place").click()
    expect(guest.get_by_text("Vous avez une place de Lycée du Fleuve.")).to_be_visible()
    guest.goto(paid[0].get_absolute_url())
    expect(the_canary(guest)).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Libérer la place").click()
    expect(page.get_by_text("La place est de nouveau libre.")).to_be_visible()
    assert not is_subscriber(pupil)


def test_what_is_for_sale_as_a_gift_fits_and_is_said_plainly(visit, sign_in, paid, look):
    make_plan(name="Un mois", description="Lire chaque article jusqu’au bout.")
    page = visit(width=PHONE)
    page.goto("/abonnement/offrir/")
    look(page)
    sign_in(page, make_user())
    page.get_by_role("link", name="Offrir – Un mois").click()
    expect(page.get_by_role("heading", name="Offrir un abonnement")).to_be_visible()
    look(page)
