"""What the forms of plans and zones refuse, in words; and that a price of nothing is not sold all the same."""

import pytest
from django.urls import reverse

from subscriptions import billing
from subscriptions.gift_ordering import prices_to_give
from subscriptions.models import Order, Price, Zone
from subscriptions.refusals import Refused
from subscriptions.standing import price_to_renew
from tests.factories import make_plan, make_user
from tests.subscriptions.buying import buy, ordered
from tests.subscriptions.test_voucher_admin import ADD, asked

pytestmark = pytest.mark.django_db
BASE = "/admin/subscriptions/"
NOT_FREE = "Only a trial is free"
STAYS = "its currency stays"


@pytest.fixture
def desk(client, cast):
    cast.subscriptions_desk.language = "en"
    cast.subscriptions_desk.save()
    client.force_login(cast.subscriptions_desk)
    return client


def save_plan(desk, plan, price, **changes):
    zone = Zone.objects.first()
    sent = {"name": plan.name, "slug": plan.slug, "period": "month", "grace_days": 0, "position": 0, "is_active": "on"}
    return desk.post(f"{BASE}plan/{plan.pk}/change/", sent | {f"price_{zone.pk}": price} | changes)


def save_zone(desk, zone, **changes):
    sent = {"name": zone.name, "slug": zone.slug, "currency": zone.currency, "position": zone.position}
    return desk.post(f"{BASE}zone/{zone.pk}/change/", sent | changes)


def test_only_a_trial_is_free(desk):
    plan = make_plan(price=2500)
    assert NOT_FREE in save_plan(desk, plan, "0").text
    assert plan.prices.get().amount == 2500
    assert save_plan(desk, plan, "0", is_trial="on").status_code == 302
    assert plan.prices.get().amount == 0
    assert NOT_FREE in save_plan(desk, plan, "0").text


def test_a_price_of_nothing_that_is_no_trial_is_not_sold(client, pretend):
    user, slip, institutions = make_user(), make_plan(name="Slip"), make_plan(is_for_institutions=True)
    order, _payment = buy(user, slip)
    Price.objects.update(amount=0)
    client.force_login(user)
    assert "Slip" not in client.get(reverse("plans")).text
    for page in ("order_plan", "place_order"):
        address = reverse(page, args=[slip.slug, slip.prices.get().zone.slug])
        assert (client.get if page == "order_plan" else client.post)(address).status_code == 404
    for plan in (slip, institutions):
        with pytest.raises(Refused):
            ordered(user, plan)
    assert billing.open_renewal(order) is None
    assert price_to_renew(order.subscription) is None
    assert not prices_to_give().exists()
    assert Order.objects.count() == 1


@pytest.mark.parametrize("price", ["12,5", "12.50", "12,0"])
def test_decimals_where_there_are_none_are_refused_in_a_sentence(desk, price):
    answer = save_plan(desk, make_plan(), price)
    assert "This currency has no decimals: write a whole number." in answer.text
    assert "decimal place" not in answer.text


def test_an_address_that_is_taken_is_said_in_a_sentence(desk):
    plan, other = make_plan(), make_plan()
    assert "Another plan has this address already." in save_plan(desk, plan, "2500", slug=other.slug).text
    one, two = Zone.objects.all()
    assert "Another price zone has this address already." in save_zone(desk, one, slug=two.slug).text


@pytest.mark.parametrize("size", ["-1", "0"])
def test_a_batch_has_at_least_one_code(desk, size):
    answer = desk.post(ADD, asked(desk, size=size))
    assert "Ensure this value is greater than or equal to 1." in answer.text
    assert "equal to 0" not in answer.text


def test_the_currency_of_a_zone_that_is_in_use_stays(desk):
    plan = make_plan()
    zone = plan.prices.get().zone
    assert STAYS in desk.get(f"{BASE}zone/{zone.pk}/change/").text
    answer = save_zone(desk, zone, currency="EUR")
    assert answer.context["adminform"].form.errors["currency"]
    assert STAYS in answer.text
    assert Zone.objects.get(pk=zone.pk).currency == "XOF"
    assert save_zone(desk, zone, name="Mali").status_code == 302


def test_orders_hold_the_currency_without_a_price(desk):
    order = ordered()
    order.plan.prices.all().delete()
    save_zone(desk, order.zone, currency="EUR")
    assert Zone.objects.get(pk=order.zone_id).currency == "XOF"


def test_a_zone_that_nobody_uses_takes_another_currency(desk):
    zone = Zone.objects.first()
    assert STAYS not in desk.get(f"{BASE}zone/{zone.pk}/change/").text
    assert save_zone(desk, zone, currency="EUR").status_code == 302
    assert Zone.objects.get(pk=zone.pk).currency == "EUR"
