"""The sandbox speaks HTTP as real providers do, and the site understands: started, paid, asked, called, refunded."""

import datetime as dt
import urllib.parse

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling
from subscriptions.access import is_subscriber
from subscriptions.models import Discrepancy, Order, Payment, ProviderEvent, Refund
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user
from web.outbound import request

pytestmark = pytest.mark.django_db
BACK = "https://journal.example/abonnement/retour/"


def started(**plan):
    order = billing.open_order(make_user(), make_plan(**plan).prices.get(), "sandbox")
    paying.start(order, BACK)
    return order


def act(order, **form):
    """What the buyer does on the payment page."""
    return request("POST", order.payment_url, body=urllib.parse.urlencode({"act": "pay", **form}).encode())


def state_of(order):
    return Order.objects.get(pk=order.pk).state


def test_the_buyer_pays_and_the_site_knows_when_it_asks(sandbox):
    """I09: the callback never comes; asking grants."""
    order = started()
    page = request("GET", order.payment_url)
    assert "2\u202f500\u00a0F\u00a0CFA" in page.body.decode()
    answer = act(order)
    assert (answer.status, answer.headers["location"]) == (303, BACK)
    assert not is_subscriber(order.user)
    assert paying.ask(order).state == "paid"
    assert is_subscriber(order.user)


def test_a_second_start_is_the_same_page(sandbox):
    """I17: two tabs, one payment page."""
    order = started()
    twin = Order.objects.get(pk=order.pk)
    assert paying.start(twin, BACK) == order.payment_url
    Order.objects.update(reference="", payment_url="")
    assert paying.start(Order.objects.get(pk=order.pk), BACK) == order.payment_url
    assert len(sandbox.bank.checkouts) == 1


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ({"amount": "100"}, "amount"),
        ({"currency": "EUR"}, "currency"),
        ({"account": "another"}, "recipient"),
        ({"order_key": "ANOTHER"}, "order"),
    ],
)
def test_other_money_than_was_asked_for_buys_nothing(sandbox, form, kind):
    """I07"""
    order = started()
    act(order, **form)
    assert paying.ask(order).state == "pending"
    assert not is_subscriber(order.user)
    assert Discrepancy.objects.get().kind == kind


@pytest.mark.parametrize(("currency", "amount"), [("XOF", 2500), ("XOF", 1), ("EUR", 500), ("EUR", 1), ("EUR", 1999)])
def test_amounts_are_exact(sandbox, currency, amount):
    """I08"""
    order = started(currency=currency, price=amount)
    act(order)
    paying.ask(order)
    assert sandbox.bank.received() == amount
    assert Payment.objects.values_list("amount", "currency").get() == (amount, currency)


@pytest.mark.parametrize(("act_", "state"), [("refuse", "failed"), ("abandon", "failed")])
def test_refused_and_abandoned_orders_are_closed(sandbox, act_, state):
    order = started()
    act(order, act=act_)
    assert paying.ask(order).state == state
    assert not Payment.objects.exists()


def test_paying_after_a_refusal_counts(sandbox):
    """I05: `failed`, then `paid` by another try."""
    order = started()
    act(order, act="refuse")
    paying.inquire(order)
    act(order)
    paying.inquire(order)
    assert order.state == "paid"


def test_a_page_whose_time_is_over_takes_no_money(sandbox, time_machine):
    order = started()
    time_machine.move_to(timezone.now() + dt.timedelta(minutes=31))
    assert act(order).status == 409
    assert paying.ask(order).state == "expired"
    with pytest.raises(Refused):
        paying.start(order, BACK)


def test_reloading_the_page_does_not_ask_each_time(sandbox, monkeypatch):
    order, asked = started(), []
    monkeypatch.setattr(paying, "inquire", asked.append)
    for _time in range(5):
        paying.ask(order)
    assert len(asked) == 1


def test_a_sandbox_that_is_gone_is_said_and_loses_nothing(sandbox, settings):
    order = started()
    act(order)
    url, settings.SANDBOX_URL = settings.SANDBOX_URL, "http://127.0.0.1:1"
    other = billing.open_order(make_user(), make_plan().prices.get(), "sandbox")
    with pytest.raises(Refused, match="ne répond pas"):
        paying.start(other, BACK)
    assert not paying.inquire(order)
    assert Order.objects.get(pk=order.pk).problem
    settings.SANDBOX_URL = url
    assert paying.inquire(order)
    assert Order.objects.values_list("state", "problem").get(pk=order.pk) == ("paid", "")


@pytest.mark.parametrize("amount", [2500, 500])
def test_a_refund_is_sent_once(sandbox, amount):
    order = started()
    act(order)
    paying.ask(order)
    refund = billing.ask_refund(Payment.objects.get(), amount=amount, reason="A mistake", by=None)
    assert reconciling.send_refunds() == 1
    assert reconciling.send_refunds() == 0
    reference = providers.ALL["sandbox"].refund(refund)
    refund.refresh_from_db()
    assert (refund.state, refund.external_id) == ("done", reference)
    assert next(iter(sandbox.bank.checkouts.values())).refunded == amount
    paying.inquire(order)
    assert (Refund.objects.count(), state_of(order)) == (1, "refunded" if amount == 2500 else "paid")


def test_the_sandbox_is_for_demonstrations_only(sandbox, settings):
    assert [provider.slug for provider in providers.ready("XOF")] == ["sandbox"]
    order = billing.open_order(make_user(), make_plan().prices.get(), "sandbox")
    settings.DEMO = False
    assert providers.ready("XOF") == []
    with pytest.raises(Refused):
        paying.start(order, BACK)
    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("sandbox_provider")


def test_questions_need_the_secret(sandbox):
    order = started()
    url = f"{sandbox.url}/v1/checkouts/{order.reference}"
    assert request("GET", url).status == 401
    assert request("GET", url, headers={"Authorization": "Bearer other"}).status == 401


def calls(site):
    site.caller.drain()
    return site.caller.sent


def test_a_call_is_answered_and_then_looked_into(site):
    order = started()
    act(order)
    assert calls(site) == [200]
    assert state_of(order) == "pending"
    assert reconciling.work() == 1
    assert state_of(order) == "paid"
    assert ProviderEvent.objects.get().handled_at


def test_repeated_reordered_and_held_calls_change_nothing(site):
    """I03, I05"""
    site.caller.switches.repeat, site.caller.switches.hold = 3, True
    site.caller.switches.is_reversed = True
    order = started()
    act(order, act="refuse")
    act(order)
    assert calls(site) == []
    request("POST", f"{site.url}/", body=b"act=release")
    assert calls(site) == [200] * 6
    reconciling.work()
    assert (state_of(order), Payment.objects.count(), ProviderEvent.objects.count()) == ("paid", 1, 2)


def test_a_lost_call_is_made_up_for_within_fifteen_minutes(site, time_machine):
    """I09"""
    site.caller.switches.lose = True
    order = started()
    act(order)
    assert calls(site) == []
    time_machine.move_to(timezone.now() + dt.timedelta(minutes=1, seconds=1))
    reconciling.work()
    assert state_of(order) == "paid"


def test_switches_are_set_on_their_page(sandbox):
    body = b"lose=on&hold=on&reverse=on&repeat=4&delay=1.5"
    assert request("POST", f"{sandbox.url}/", body=body).status == 303
    switches = sandbox.caller.switches
    assert (switches.lose, switches.hold, switches.is_reversed) == (True, True, True)
    assert (switches.repeat, switches.delay) == (4, 1.5)
    page = request("GET", f"{sandbox.url}/").body.decode()
    assert page.count(" checked") == 3
    assert b".sandbox" in request("GET", f"{sandbox.url}/style.css").body
    assert request("GET", f"{sandbox.url}/nowhere").status == 404
