"""Stories of the subscriptions office on a phone: cash, a code from a kiosk, money that goes back."""

import re
import zipfile

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from subscriptions.access import is_subscriber
from subscriptions.models import Payment, Plan, Price, Zone
from tests.factories import make_agent, make_newspaper, make_user
from tests.tables import read_table

PHONE = 360


@pytest.fixture
def price(site):
    make_newspaper()
    plan = Plan.objects.create(name="Mois", slug="mois", period="month")
    return Price.objects.create(plan=plan, zone=Zone.objects.get(currency="XOF"), amount=2500)


@pytest.fixture
def clerk(visit, sign_in, cast, price):
    page = visit(width=PHONE)
    sign_in(page, cast.subscriptions_desk)
    return page


@pytest.fixture
def reader(visit, sign_in, price):
    user = make_user(email="awa@example.org", name="Awa Traoré")
    page = visit(width=PHONE)
    sign_in(page, user)
    page.user = user
    return page


def state_of(reader):
    reader.goto("/compte/")
    return reader.locator(".account__state")


def sell(clerk, receipt="a-118"):
    clerk.goto("/admin/")
    clerk.get_by_role("link", name="Encaisser").click()
    clerk.get_by_role("searchbox").fill("Traoré")
    clerk.get_by_role("button", name="Chercher").click()
    clerk.get_by_role("link", name="Awa Traoré").click()
    clerk.get_by_label("Formule et tarif").select_option(index=1)
    clerk.get_by_label("Numéro du reçu papier").fill(receipt)
    clerk.get_by_role("button", name="Enregistrer le paiement").click()


def test_cash_at_the_counter_makes_a_subscriber(clerk, reader):
    expect(state_of(reader)).to_contain_text("Vous n’avez pas d’abonnement")
    sell(clerk)
    expect(clerk.locator(".messagelist")).to_contain_text("reçu A-118")
    expect(state_of(reader)).to_contain_text("Abonné jusqu’au")
    clerk.get_by_role("link", name="Caisse du jour").click()
    expect(clerk.get_by_role("row", name="A-118")).to_contain_text("Awa Traoré")


def test_a_code_from_a_kiosk_makes_a_subscriber(clerk, reader, troubles):
    troubles.expect("400")
    make_agent(name="Kiosque du marché")
    clerk.goto("/admin/subscriptions/voucherbatch/add/")
    clerk.get_by_label("Agent").select_option(label="Kiosque du marché")
    clerk.get_by_label("Formule et tarif").select_option(index=1)
    clerk.get_by_label("Nombre de codes").fill("3")
    with clerk.expect_download() as download:
        clerk.get_by_role("button", name="Faire les codes").click()
    with zipfile.ZipFile(download.value.path()) as files:
        table = next(name for name in files.namelist() if name.endswith(".csv"))
        code = read_table(files.read(table))[1][1]
    reader.goto("/abonnement/code/")
    reader.get_by_label("Code").fill("ABCD EFGH")
    reader.get_by_role("button", name="Utiliser ce code").click()
    expect(reader.get_by_role("alert")).to_be_visible()
    reader.get_by_label("Code").fill(code.lower().replace("-", " "))
    reader.get_by_role("button", name="Utiliser ce code").click()
    expect(reader.locator("main")).to_contain_text("Abonné jusqu’au")
    assert is_subscriber(reader.user)


def test_a_visitor_signs_in_before_the_code_is_typed(visit, price):
    make_user(email="awa@example.org")
    page = visit(width=PHONE)
    page.goto("/abonnement/code/")
    page.locator("main").get_by_role("link", name="Se connecter", exact=True).click()
    page.get_by_label("Adresse e-mail").fill("awa@example.org")
    page.get_by_label("Mot de passe").fill("a long enough password")
    page.locator("main").get_by_role("button", name="Se connecter", exact=True).click()
    expect(page).to_have_url(re.compile("/abonnement/code/$"))
    expect(page.get_by_label("Code")).to_be_visible()


def test_a_refund_ends_access(clerk, reader):
    sell(clerk)
    expect(state_of(reader)).to_contain_text("Abonné jusqu’au")
    payment = Payment.objects.get()
    clerk.goto(f"/admin/subscriptions/payment/{payment.pk}/change/")
    clerk.get_by_label("Motif").fill("Erreur de lecteur")
    clerk.get_by_role("button", name="Rembourser ce montant").click()
    expect(clerk.locator(".messagelist")).to_contain_text("avoir A-")
    expect(state_of(reader)).not_to_contain_text("Abonné jusqu’au")
    assert not is_subscriber(reader.user)


def test_the_till_shows_each_amount_and_who_recorded_it_on_a_phone(clerk, reader):
    sell(clerk)
    clerk.goto(reverse("admin:till"))
    table = clerk.get_by_role("region", name="Reçus du jour")
    assert table.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    for label in ("Montant", "Enregistré par"):
        cell = table.locator(f'td[data-label="{label}"]')
        cell.scroll_into_view_if_needed()
        box = cell.bounding_box()
        assert cell.inner_text().strip()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE
