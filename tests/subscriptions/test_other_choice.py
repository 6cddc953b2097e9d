"""With an order that awaits its payment, the same plan at another price: the page says so, and leads on."""

import pytest
from django.urls import reverse

from subscriptions import billing
from subscriptions.models import Order, Price, Zone
from tests.accounts.test_redirects import ELSEWHERE
from tests.factories import make_plan, make_user
from tests.subscriptions.buying import paid

pytestmark = pytest.mark.django_db
BACK = "/2026/05/27/slug/"
SAID = "You have chosen 5.00\u00a0€ (Diaspora), but this order of 2,500\u00a0F\u00a0CFA still awaits its payment."


@pytest.fixture
def plan():
    plan = make_plan(name="Month", price=2500)
    Zone.objects.filter(currency="EUR").update(name="Diaspora")
    Price.objects.create(plan=plan, zone=Zone.objects.get(currency="EUR"), amount=500)
    return plan


@pytest.fixture
def order(client, plan, pretend):
    """A pending one in francs."""
    client.force_login(make_user(language="en"))
    client.post(address(plan, "XOF", "place_order"), {"provider": "pretend"})
    return Order.objects.get()


def address(plan, currency, page="order_plan"):
    return reverse(page, args=[plan.slug, Zone.objects.filter(currency=currency).first().slug])


def test_the_choice_of_another_zone_is_not_dropped_without_a_word(client, plan, order):
    page = client.get(f"{address(plan, 'EUR')}?next={BACK}", follow=True)
    assert page.request["PATH_INFO"] == reverse("order", args=[order.key])
    assert SAID in page.text
    assert "Give it up and choose 5.00\u00a0€" in page.text
    assert page.text.count(reverse("give_up_order", args=[order.key])) == 1
    zone = Zone.objects.get(currency="EUR").slug
    answer = client.post(reverse("give_up_order", args=[order.key]), {"zone": zone, "next": BACK})
    assert answer.url == f"{address(plan, 'EUR')}?next=%2F2026%2F05%2F27%2Fslug%2F"
    assert client.get(answer.url).status_code == 200
    client.post(address(plan, "EUR", "place_order"), {"provider": "pretend"})
    assert list(Order.objects.order_by("pk").values_list("state", "currency")) == [
        ("cancelled", "XOF"),
        ("pending", "EUR"),
    ]


def test_a_form_that_was_open_before_says_so_too_and_does_not_lead_to_pay(client, plan, order):
    answer = client.post(address(plan, "EUR", "place_order"), {"provider": "pretend"})
    assert "#pay" not in answer.url
    assert SAID in client.get(answer.url).text
    assert Order.objects.get().currency == "XOF"


def test_a_price_that_has_changed_since_is_another_choice(client, plan, order):
    plan.prices.filter(zone__currency="XOF").update(amount=3000)
    assert "You have chosen 3,000\u00a0F\u00a0CFA" in client.get(address(plan, "XOF"), follow=True).text


def test_the_same_choice_is_no_other(client, plan, order):
    page = client.get(address(plan, "XOF"), follow=True)
    assert page.redirect_chain[-1][0] == reverse("order", args=[order.key])
    assert "You have chosen" not in page.text


def test_it_is_said_while_the_page_asks_and_not_once_it_is_paid(client, plan, order):
    zone = Zone.objects.get(currency="EUR").slug
    check, fragment = reverse("check_order", args=[order.key]), {"x-requested-with": "fragment"}
    assert SAID in client.post(check, {"zone": zone}, headers=fragment).text
    assert SAID in client.post(check, {"zone": zone}, follow=True).text
    billing.settle(order, paid(order))
    assert "You have chosen" not in client.post(check, {"zone": zone}, headers=fragment).text
    answer = client.post(reverse("give_up_order", args=[order.key]), {"zone": zone})
    assert answer.url == reverse("order", args=[order.key])
    assert Order.objects.get().state == "paid"


@pytest.mark.parametrize("zone", ["nowhere", "\x00", "x" * 300, *ELSEWHERE])
def test_a_zone_that_is_none_says_nothing(client, plan, order, zone):
    page = client.get(reverse("order", args=[order.key]), {"zone": zone})
    assert page.status_code == 200
    assert "You have chosen" not in page.text
    assert client.post(reverse("give_up_order", args=[order.key]), {"zone": zone}).url == reverse(
        "order", args=[order.key]
    )
