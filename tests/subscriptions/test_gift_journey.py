"""A gift as people live it, over HTTP: ordered, paid at the test provider, mailed on its day, redeemed by another."""

import datetime as dt
import re
import urllib.parse

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from subscriptions.access import is_subscriber
from subscriptions.models import Order
from tests.factories import make_newspaper, make_plan, make_user
from web.outbound import request

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 5, 10, 9, tzinfo=dt.UTC)
ITS_DAY = "2026-05-12"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def plan():
    make_newspaper(name="Le Quotidien")
    return make_plan(name="Mois", price=2500)


def signed_in(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def give(client, plan, **fields):
    words = {"giver": "Awa", "message": "Bonne lecture", "deliver_on": ITS_DAY, "provider": "sandbox"} | fields
    answer = client.post(reverse("place_gift", args=[plan.slug, plan.prices.get().zone.slug]), words, follow=True)
    return answer.text, Order.objects.get()


def payment_page(page):
    return re.search(r'href="([^"]+)"[^>]*data-order-pay', page)[1]


def pay(client, page, order):
    act = request("POST", payment_page(page), body=urllib.parse.urlencode({"act": "pay"}).encode())
    assert act.status == 303
    return client.post(reverse("check_order", args=[order.key]), follow=True).text


def test_a_gift_is_ordered_paid_sent_on_its_day_and_redeemed(plan, sandbox, mailoutbox):
    giver, reader = make_user(name="Awa"), make_user(email="fanta@example.org")
    client = signed_in(giver)
    page, order = give(client, plan, recipient="fanta@example.org")
    assert "Le temps pour payer est écoulé" not in page
    gift_page = client.get(reverse("gift", args=[order.key])).text
    assert f'href="{reverse("order", args=[order.key])}"' in gift_page
    assert "Votre paiement est arrivé" in pay(client, page, order)
    assert not [mail for mail in mailoutbox if mail.to == ["fanta@example.org"]]
    with time_machine.travel(NOW + dt.timedelta(days=2), tick=False):
        call_command("send_gifts")
        (mail,) = [mail for mail in mailoutbox if mail.to == ["fanta@example.org"]]
        code = next(word for word in mail.body.split() if word.count("-") == 3)
        theirs = signed_in(reader)
        assert "Le cadeau est à vous" in theirs.post(reverse("use_gift"), {"code": code}, follow=True).text
        assert is_subscriber(reader)
        assert not is_subscriber(giver)
        assert "Utilisé" in signed_in(giver).get(reverse("gift", args=[order.key])).text


def test_without_an_address_its_buyer_gets_the_code_once_it_is_paid(plan, sandbox, mailoutbox):
    client = signed_in(make_user())
    page, order = give(client, plan, recipient="")
    show_code = reverse("gift_code", args=[order.key])
    assert show_code not in client.get(reverse("gift", args=[order.key])).text
    pay(client, page, order)
    assert show_code in client.get(reverse("gift", args=[order.key])).text
    code = re.search(r"\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b", client.post(show_code).text)[0]
    reader = make_user()
    signed_in(reader).post(reverse("use_gift"), {"code": code})
    assert is_subscriber(reader)


def test_a_gift_that_is_given_up_can_be_ordered_again(plan, sandbox):
    client = signed_in(make_user())
    _page, order = give(client, plan)
    page = client.post(reverse("give_up_order", args=[order.key]), follow=True).text
    assert reverse("describe_gift", args=[plan.slug, order.zone.slug]) in page
    assert reverse("order", args=[order.key]) not in client.get(reverse("gift", args=[order.key])).text


def test_the_only_means_of_payment_is_chosen_already(plan, sandbox):
    page = signed_in(make_user()).get(reverse("describe_gift", args=[plan.slug, plan.prices.get().zone.slug])).text
    assert 'value="sandbox" checked' in page
