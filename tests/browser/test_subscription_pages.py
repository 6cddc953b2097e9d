"""The pages of subscriptions fit a small screen, and prices of another zone are a tap away without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from subscriptions.models import Price, Zone
from tests.browser.test_layout import OVERFLOW
from tests.factories import make_newspaper, make_plan, make_user
from tests.subscriptions.buying import buy, ordered


@pytest.fixture
def plan(db):
    make_newspaper()
    plan = make_plan(name="Mois", price=2500)
    Price.objects.create(plan=plan, zone=Zone.objects.get(currency="EUR"), amount=500)
    return plan


def test_prices_of_another_zone_are_shown_by_a_tap_or_a_key(visit, plan):
    page = visit(width=360, javascript=False)
    page.goto(reverse("plans"))
    expect(page.locator("main")).to_contain_text("2\u202f500\u00a0F\u00a0CFA")
    abroad = page.get_by_text("5,00\u00a0€")
    expect(abroad).not_to_be_visible()
    page.get_by_text("Reste du monde").click()
    expect(abroad).to_be_visible()
    expect(page.get_by_text("2\u202f500\u00a0F\u00a0CFA")).not_to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(abroad).not_to_be_visible()


def test_no_page_scrolls_sideways_at_320_pixels(visit, sign_in, plan):
    user = make_user(
        name="Aminata Sogodogo-Traoré", email="une.adresse.vraiment.tres.longue@administration.example.org"
    )
    month = make_plan(name="Un abonnement mensuel")
    bought, payment = buy(user, month, "reference-of-the-payment-without-any-space-0123456789")
    page = visit(width=320)
    sign_in(page, user)
    waiting = ordered(user, month)
    for address in (
        reverse("plans"),
        reverse("order_plan", args=[month.slug, month.prices.get().zone.slug]),
        reverse("order", args=[waiting.key]),
        reverse("order", args=[bought.key]),
        reverse("account"),
        reverse("subscription_history"),
        reverse("receipt", args=[payment.receipt]),
    ):
        assert page.goto(address).status == 200
        assert (address, page.evaluate(OVERFLOW)) == (address, 0)
