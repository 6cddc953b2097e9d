"""The page of plans is the same for everybody and offers only what can be had."""

import pytest
from django.urls import resolve, reverse

from subscriptions import providers
from subscriptions.models import Price, Zone
from tests.accounts.test_redirects import ELSEWHERE
from tests.factories import make_newspaper, make_plan

pytestmark = pytest.mark.django_db

PLANS = reverse("plans")


def test_plans_for_sale_are_shown_in_their_order_with_price_and_period(client):
    make_newspaper()
    make_plan(name="Year", period="year", price=25000, position=2)
    make_plan(name="Month", description="All articles", price=2500, position=1)
    make_plan(name="Diaspora", price=500, currency="EUR", position=3)
    page = client.get(PLANS).content.decode()
    assert page.index("Month") < page.index("Year") < page.index("Diaspora")
    assert "2\u202f500\u00a0F\u00a0CFA" in page
    assert "25\u202f000\u00a0F\u00a0CFA" in page
    assert "5,00\u00a0€" in page
    assert "All articles" in page
    assert "Le Quotidien" in page


def test_plans_that_are_not_for_sale_are_not_shown(client):
    make_plan(name="Former offer", is_active=False)
    assert "Former offer" not in client.get(PLANS).content.decode()


def test_without_plans_the_page_says_so(client):
    page = client.get(PLANS).content.decode()
    assert "plans__list" not in page
    assert "<ol>" not in page


def test_the_page_is_public(client, django_assert_max_num_queries):
    """The newspaper, its menu, the plans and their prices: nothing about the visitor."""
    for _ in range(5):
        make_plan()
    assert resolve(PLANS).func.public_page.query == ("next",)
    with django_assert_max_num_queries(5):
        answer = client.get(PLANS)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert 'method="post"' not in answer.content.decode()


def test_each_plan_leads_to_its_own_order_in_its_zone(client):
    plan = make_plan(name="Month", price=2500)
    Price.objects.create(plan=plan, zone=Zone.objects.get(currency="EUR"), amount=500)
    page = client.get(PLANS).content.decode()
    for price in plan.prices.select_related("zone"):
        assert f'href="{reverse("order_plan", args=[plan.slug, price.zone.slug])}"' in page
        assert price.zone.name in page
    assert page.count('type="radio"') == 2


def test_with_one_zone_there_is_nothing_to_choose(client):
    make_plan()
    assert 'type="radio"' not in client.get(PLANS).content.decode()


def test_plans_for_institutions_are_not_shown_and_trials_stand_apart(client):
    make_plan(name="Sold by the seat", is_for_institutions=True)
    trial = make_plan(name="First week", is_trial=True, price=0)
    make_plan(name="Month")
    page = client.get(PLANS).content.decode()
    assert "Sold by the seat" not in page
    assert page.count('<li class="plan">') == 1
    assert reverse("order_plan", args=[trial.slug, trial.prices.get().zone.slug]) in page


def test_the_way_back_to_the_article_is_kept(client):
    make_plan()
    page = client.get(PLANS, {"next": "/2026/05/27/slug/"}).content.decode()
    assert "?next=%2F2026%2F05%2F27%2Fslug%2F" in page


@pytest.mark.parametrize("address", ELSEWHERE)
def test_no_way_leads_out_of_the_site(client, address):
    """G07"""
    make_plan()
    assert client.get(PLANS, {"next": address}).content == client.get(PLANS).content


def test_the_ways_to_pay_online_are_those_that_are_ready(client, pretend):
    plan = make_plan()
    Price.objects.create(plan=plan, zone=Zone.objects.get(currency="EUR"), amount=500)
    assert client.get(PLANS).content.decode().count("Pretend Money") == 1
    providers.ALL.clear()
    assert "Pretend Money" not in client.get(PLANS).content.decode()
