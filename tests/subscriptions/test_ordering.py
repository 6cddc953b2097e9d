"""From a plan to its payment page: the server's price, one pending order whatever is clicked, no second charge."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from subscriptions import billing, providers
from subscriptions.models import Order, Subscription
from tests.accounts.test_redirects import ELSEWHERE
from tests.factories import make_plan, make_subscription, make_user
from tests.subscriptions.buying import buy
from tests.subscriptions.pretending import Pretend

pytestmark = pytest.mark.django_db


def at(plan, name="order_plan"):
    return reverse(name, args=[plan.slug, plan.prices.get().zone.slug])


@pytest.fixture
def plan():
    return make_plan(name="Month", price=2500)


@pytest.fixture
def reader(client):
    user = make_user(language="en")
    client.force_login(user)
    return user


def confirm(client, plan, **fields):
    return client.post(at(plan, "place_order"), {"provider": "pretend"} | fields)


def test_whoever_is_not_signed_in_signs_in_and_comes_back(client, plan, pretend):
    where = f"{at(plan)}?next=/2026/05/27/slug/"
    assert client.get(where).url.startswith(reverse("account_login"))
    assert "next%3D/2026/05/27/slug/" in client.get(where).url
    assert confirm(client, plan).url == f"{reverse('account_login')}?next={at(plan)}"
    assert not Order.objects.exists()


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
@pytest.mark.parametrize("page", ["order_plan", "describe_gift"])
def test_where_one_signs_in_first_the_choice_is_named(client, plan, name, page):
    text = client.get(reverse(name), {"next": f"{at(plan, page)}?next=/"}).text
    assert "«\u00a0Month\u00a0», 2\u202f500\u00a0F\u00a0CFA" in text
    assert ("En cadeau" in text) is (page == "describe_gift")


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_where_one_signs_in_first_what_is_not_for_sale_is_not_named(client, plan, name):
    plan.is_active = False
    plan.save()
    answer = client.get(reverse(name), {"next": at(plan)})
    assert answer.status_code == 200
    assert "Month" not in answer.text


def test_the_page_says_plan_price_period_and_ways_to_pay(client, plan, reader, pretend, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 27, 12, tzinfo=dt.UTC), tick=False)
    client.force_login(reader)
    page = client.get(at(plan)).content.decode()
    for words in ("Month", "2,500\u00a0F\u00a0CFA", "from 27 May 2026 to 27 June 2026", "Pretend Money"):
        assert words in page
    assert "you lose no day" not in page


def test_a_renewal_begins_at_the_end_of_what_there_is(client, plan, reader, pretend, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 27, 12, tzinfo=dt.UTC), tick=False)
    client.force_login(reader)
    make_subscription(reader, ends_at=dt.datetime(2026, 6, 3, 12, tzinfo=dt.UTC))
    page = client.get(at(plan)).content.decode()
    assert "from 3 June 2026" in page
    assert "you lose no day" in page


def test_a_renewal_in_grace_says_that_it_begins_in_the_past(client, plan, reader, pretend, time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 27, 12, tzinfo=dt.UTC), tick=False)
    client.force_login(reader)
    end = dt.datetime(2026, 5, 25, 12, tzinfo=dt.UTC)
    make_subscription(reader, ends_at=end, grace_ends_at=end + dt.timedelta(days=3))
    page = client.get(at(plan)).content.decode()
    assert "from 25 May 2026" in page
    assert "you have gone on reading since" in page
    assert "you lose no day" not in page


def test_confirming_opens_an_order_and_its_page_leads_to_the_provider(client, plan, reader, pretend):
    answer = confirm(client, plan, next="/2026/05/27/slug/")
    order = Order.objects.get()
    page = f"{reverse('order', args=[order.key])}?next=%2F2026%2F05%2F27%2Fslug%2F"
    assert answer.url == f"{page}#pay"
    assert pretend.started == [(order.key, f"http://testserver{page}")]
    assert f'href="https://pay.example/{order.key}"' in client.get(page).content.decode()
    assert (order.amount, order.currency, order.provider, order.renews) == (2500, "XOF", "pretend", False)


def test_one_order_whatever_is_clicked(client, plan, reader, pretend):
    """I17: a double click, a second tab, the way back."""
    first = confirm(client, plan)
    assert confirm(client, plan).url == first.url
    order = Order.objects.get()
    assert client.get(at(plan)).url == reverse("order", args=[order.key])
    assert len(pretend.started) == 1


@pytest.mark.parametrize(
    "changed",
    [{"amount": "1"}, {"price": "1"}, {"quantity": "-1"}, {"seats": "0"}, {"currency": "EUR"}, {"plan_id": "999"}],
)
def test_what_a_browser_adds_changes_nothing(client, plan, reader, pretend, changed):
    """I13"""
    confirm(client, plan, **changed)
    order = Order.objects.get()
    assert (order.plan, order.amount, order.currency, order.seats) == (plan, 2500, "XOF", 1)


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_for_institutions": True}])
def test_what_is_not_for_sale_has_no_page(client, reader, pretend, fields):
    """I13"""
    plan = make_plan(**fields)
    assert client.get(at(plan)).status_code == 404
    assert confirm(client, plan).status_code == 404
    assert client.get(reverse("order_plan", args=[plan.slug, "nowhere"])).status_code == 404


@pytest.mark.parametrize("provider", ["", "sandbox", "office", "voucher", "x" * 300])
def test_a_way_to_pay_that_is_not_offered_is_refused(client, plan, reader, pretend, provider):
    """I13"""
    answer = confirm(client, plan, provider=provider)
    assert answer.status_code == 400
    assert 'id="id_provider_error"' in answer.content.decode()
    assert not Order.objects.exists()


@pytest.mark.parametrize("address", ELSEWHERE)
def test_no_way_leads_out_of_the_site(client, plan, reader, pretend, address):
    """G07"""
    assert 'name="next"' not in client.get(at(plan), {"next": address}).content.decode()
    answer = confirm(client, plan, next=address)
    assert answer.url == f"{reverse('order', args=[Order.objects.get().key])}#pay"


def test_where_the_provider_is_silent_another_can_be_chosen_at_once(client, plan, reader, pretend):
    providers.ALL["other"] = Pretend("other")
    pretend.is_down = True
    answer = confirm(client, plan)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert Order.objects.get().state == "cancelled"
    confirm(client, plan, provider="other")
    assert Order.objects.get(state="pending").provider == "other"


def test_without_any_provider_the_other_ways_are_named(client, plan, reader, monkeypatch):
    monkeypatch.setattr(providers, "ALL", {})
    page = client.get(at(plan)).content.decode()
    assert "/abonnement/code/" in page
    assert 'method="post" action="/abonnement/' not in page


def test_the_last_way_to_pay_is_chosen_already(client, plan, reader, pretend):
    providers.ALL["other"] = Pretend("other")
    order, _payment = buy(reader, plan)
    Order.objects.filter(pk=order.pk).update(provider="other", reference="r")
    page = client.get(at(plan)).content.decode()
    chosen = [tag for tag in re.findall("<input[^>]*>", page) if "checked" in tag]
    assert len(chosen) == 1
    assert 'value="other"' in chosen[0]


def test_the_only_way_to_pay_is_chosen_already(client, plan, reader, pretend):
    assert client.get(at(plan)).content.decode().count("checked") == 1
    providers.ALL["other"] = Pretend("other")
    assert "checked" not in client.get(at(plan)).content.decode()


@pytest.mark.parametrize("can_renew", [True, False])
def test_only_who_can_charge_again_renews_by_itself(client, plan, reader, pretend, can_renew):
    pretend.can_renew = can_renew
    assert ('name="renews"' in client.get(at(plan)).content.decode()) == can_renew
    confirm(client, plan, renews="on")
    assert Order.objects.get().renews == can_renew


def test_a_free_trial_begins_at_once_and_once(client, reader, pretend):
    trial = make_plan(name="First week", period="week", price=0, is_trial=True)
    page = client.get(at(trial)).content.decode()
    assert 'name="provider"' not in page
    answer = client.post(at(trial, "place_order"))
    order = Order.objects.get()
    assert answer.url.startswith(reverse("order", args=[order.key]))
    assert (order.state, Subscription.objects.get().source) == ("paid", "trial")
    assert "You have had your trial already." in client.get(at(trial)).content.decode()
    assert client.post(at(trial, "place_order")).status_code == 400
    assert Subscription.objects.count() == 1


def test_only_what_costs_nothing_is_handed_over_without_money(reader, plan):
    order = billing.open_order(reader, plan.prices.get(), "pretend")
    assert not billing.take_free(order)
    assert not Subscription.objects.exists()


def test_an_order_whose_time_is_over_makes_way(client, plan, reader, pretend, time_machine):
    confirm(client, plan)
    time_machine.move_to(timezone.now() + dt.timedelta(minutes=31))
    assert client.get(at(plan)).status_code == 200
    confirm(client, plan)
    assert sorted(Order.objects.values_list("state", flat=True)) == ["expired", "pending"]


def test_the_page_is_private_and_cheap(client, plan, reader, pretend, django_assert_num_queries):
    address = at(plan)
    client.get(address)
    # Session, user, newspaper, menu; price, pending order, last way to pay, period that it follows (twice).
    with django_assert_num_queries(9):
        answer = client.get(address)
    assert "no-store" in answer["Cache-Control"]
    assert client.post(address).status_code == 405
    assert client.get(at(plan, "place_order")).status_code == 405
