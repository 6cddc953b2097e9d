"""The page of plans is the same for everybody and offers only what can be had."""

import pytest
from django.urls import resolve, reverse

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
    """The newspaper, its menu, and the plans: nothing about the visitor."""
    for _ in range(5):
        make_plan()
    assert resolve(PLANS).func.public_page.query == ()
    with django_assert_max_num_queries(4):
        answer = client.get(PLANS)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert 'method="post"' not in answer.content.decode()
