"""Stripe as https://docs.stripe.com/api describes it, through its own SDK and the site's way out."""

import datetime as dt
import json
import time
from urllib.parse import parse_qs

import pytest
import stripe
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling
from subscriptions.models import Order, Payment, ProviderEvent, Refund
from subscriptions.providers.base import ProviderRefused
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user

from .documented import serving

pytestmark = pytest.mark.django_db
KEY, SECRET = "sk_test_key", "whsec_secret"
BACK = "https://journal.example/retour/"


class Account:
    """A page of Checkout, payments, and refunds."""

    def __init__(self):
        self.page, self.intents, self.refunds, self.done = None, {}, [], {}
        self.broken = None

    def act(self, asked):
        if self.broken:
            return self.broken
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return 401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key provided"}}
        path, _, query = asked.path.partition("?")
        terms = {name: values[-1] for name, values in parse_qs(asked.body.decode() or query).items()}
        key = asked.headers.get("idempotency-key")
        if asked.method == "POST" and key in self.done:
            return self.done[key]
        answer = self.answer(asked.method, path, terms)
        if asked.method == "POST":
            self.done[key] = answer
        return answer

    def answer(self, method, path, terms):
        kind, _, number = path.removeprefix("/v1/").partition("/")
        if path == "/v1/checkout/sessions":
            return self.open(terms)
        if kind == "checkout" and self.page:
            return 200, self.page
        if kind == "payment_intents" and method == "POST":
            return self.charge(terms)
        if kind == "payment_intents" and number in self.intents:
            return 200, self.intents[number]
        if kind == "refunds":
            return self.send_back(terms) if method == "POST" else (200, {"object": "list", "data": self.refunds})
        return 404, {
            "error": {"type": "invalid_request_error", "code": "resource_missing", "message": "No such thing"}
        }

    def open(self, terms):
        assert 30 * 60 <= int(terms["expires_at"]) - time.time() <= 24 * 3600
        self.terms = terms
        self.page = {
            "id": "cs_test_1",
            "object": "checkout.session",
            "url": "https://checkout.stripe.com/c/pay/cs_test_1",
            "status": "open",
            "payment_status": "unpaid",
            "payment_intent": None,
            "client_reference_id": terms["client_reference_id"],
            "expires_at": int(terms["expires_at"]),
        }
        return 200, self.page

    def pay(self, **changes):
        terms = self.terms
        amount = int(terms["line_items[0][price_data][unit_amount]"])
        currency = terms["line_items[0][price_data][currency]"]
        self.intents["pi_1"] = (
            intent("pi_1", amount, currency, terms["payment_intent_data[metadata][order]"]) | changes
        )
        self.page |= {"status": "complete", "payment_status": "paid", "payment_intent": "pi_1"}

    def charge(self, terms):
        assert (terms["off_session"], terms["confirm"]) == ("true", "true")
        if terms["payment_method"] == "pm_declined":
            return 402, {
                "error": {"type": "card_error", "code": "card_declined", "message": "Your card was declined."}
            }
        made = intent("pi_2", int(terms["amount"]), terms["currency"], terms["metadata[order]"])
        self.intents["pi_2"] = made
        return 200, made

    def send_back(self, terms):
        charge = self.intents[terms["payment_intent"]]["latest_charge"]
        charge["amount_refunded"] += int(terms["amount"])
        self.refunds.append({"id": "re_1", "object": "refund", "status": "succeeded", "amount": int(terms["amount"])})
        return 200, self.refunds[-1]


def intent(number, amount, currency, order):
    charge = {"id": f"ch_{number}", "object": "charge", "amount_refunded": 0, "created": 1_795_600_000}
    return {
        "id": number,
        "object": "payment_intent",
        "status": "succeeded",
        "amount": amount,
        "amount_received": amount,
        "currency": currency,
        "customer": "cus_1",
        "payment_method": "pm_1",
        "metadata": {"order": order},
        "latest_charge": charge,
    }


@pytest.fixture
def account():
    return Account()


@pytest.fixture
def cards(settings, account):
    with serving(account.act) as server:
        settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET = KEY, SECRET
        settings.STRIPE_API_URL = server.url
        settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
        yield server


def started(price=500, currency="EUR", **fields):
    plan = make_plan(price=price, currency=currency)
    order = billing.open_order(make_user(), plan.prices.get(), "stripe", **fields)
    paying.start(order, BACK)
    return order


@pytest.mark.parametrize(
    ("currency", "amount"), [("EUR", 500), ("EUR", 1999), ("EUR", 1), ("XOF", 2500), ("XOF", 100)]
)
def test_amounts_are_in_the_smallest_unit_both_ways(cards, account, currency, amount):
    """I08: cents of the euro, and francs, which have none."""
    order = started(amount, currency)
    assert account.terms["line_items[0][price_data][unit_amount]"] == str(amount)
    assert account.terms["line_items[0][price_data][currency]"] == currency.lower()
    account.pay()
    paying.inquire(order)
    assert Payment.objects.values_list("amount", "currency", "external_id").get() == (amount, currency, "pi_1")
    assert order.state == "paid"


def test_the_page_is_for_this_order(cards, account):
    order = started()
    assert (order.reference, order.payment_url) == ("cs_test_1", "https://checkout.stripe.com/c/pay/cs_test_1")
    assert order.expires_at == dt.datetime.fromtimestamp(account.page["expires_at"], dt.UTC)
    assert cards.asked[0].headers["idempotency-key"] == order.key
    assert account.terms["mode"] == "payment"
    assert "customer_creation" not in account.terms


@pytest.mark.parametrize(
    ("page", "state"),
    [
        ({"status": "open"}, "pending"),
        ({"status": "expired"}, "expired"),
        ({"status": "complete", "payment_status": "unpaid"}, "pending"),
    ],
)
def test_a_page_that_was_not_paid(cards, account, page, state):
    order = started()
    account.page |= page
    assert paying.inquire(order)
    assert order.state == state


@pytest.mark.parametrize(
    ("changes", "kind"),
    [({"amount_received": 100}, "amount"), ({"currency": "usd"}, "currency"), ({"metadata": {"order": "X"}}, "order")],
)
def test_other_money_buys_nothing(cards, account, changes, kind):
    """I07"""
    order = started()
    account.pay(**changes)
    paying.inquire(order)
    assert (order.state, Payment.objects.get().discrepancy.kind) == ("pending", kind)


@pytest.mark.parametrize("broken", [(500, {"error": {}}), (429, {"error": {}}), (200, b"<html>"), (503, b"")])
def test_what_is_no_answer_is_said_to_the_buyer(cards, account, broken):
    account.broken = broken
    with pytest.raises(Refused):
        started()
    assert len(cards.asked) == 1


def call(client, event, *, secret=SECRET, age=0, signed=True):
    body = json.dumps(event)
    stamp = int(timezone.now().timestamp()) - age
    header = stripe.WebhookSignature.generate_signature_header(body, secret, stamp)
    headers = {"Stripe-Signature": header} if signed else {}
    return client.post("/paiements/stripe/rappel/", body, content_type="application/json", headers=headers).status_code


def event(kind, about, number="evt_1"):
    return {"id": number, "object": "event", "type": kind, "data": {"object": about}}


def test_a_signed_call_leads_to_the_question(cards, account, client):
    order = started()
    account.pay()
    questions = len(cards.asked)
    assert call(client, event("checkout.session.completed", account.page)) == 200
    assert len(cards.asked) == questions
    reconciling.work()
    order.refresh_from_db()
    assert order.state == "paid"


@pytest.mark.parametrize("changes", [{"secret": "another"}, {"age": 6 * 60}, {"signed": False}])
def test_other_calls_are_refused(cards, client, changes):
    """I01"""
    assert call(client, event("checkout.session.completed", {"id": "cs_test_1"}), **changes) == 401
    assert not ProviderEvent.objects.exists()


def test_without_a_secret_nobody_is_believed(cards, client, settings):
    """I01"""
    settings.STRIPE_WEBHOOK_SECRET = ""
    assert call(client, event("checkout.session.completed", {"id": "cs_test_1"}), secret="") == 401


def test_calls_about_other_things_need_nothing(cards, client):
    for number, kind in enumerate(["customer.created", "invoice.paid", "x"]):
        assert call(client, event(kind, {"id": "cus_1"}, f"evt_{number}")) == 200
    reconciling.work()
    assert ProviderEvent.objects.exclude(handled_at=None).count() == 3
    assert cards.asked == []


@pytest.mark.parametrize(("amount", "state"), [(500, "refunded"), (200, "paid")])
def test_money_goes_back_in_cents(cards, account, amount, state):
    """I08"""
    order = started()
    account.pay()
    paying.inquire(order)
    billing.ask_refund(Payment.objects.get(), amount=amount, reason="A mistake", by=None)
    reconciling.send_refunds()
    assert (Refund.objects.get().state, Refund.objects.get().external_id) == ("done", "re_1")
    assert account.intents["pi_1"]["latest_charge"]["amount_refunded"] == amount
    assert cards.asked[-1].headers["idempotency-key"] == Refund.objects.get().receipt
    paying.inquire(order)
    order.refresh_from_db()
    assert (order.state, Refund.objects.count()) == (state, 1)


def test_a_refund_made_at_stripe_finds_its_order(cards, account, client):
    order = started()
    account.pay()
    paying.inquire(order)
    account.intents["pi_1"]["latest_charge"]["amount_refunded"] = 500
    assert call(client, event("charge.refunded", {"id": "ch_1", "payment_intent": "pi_1"})) == 200
    reconciling.work()
    order.refresh_from_db()
    assert (order.state, Refund.objects.get().state) == ("refunded", "done")


def test_the_card_is_kept_for_renewals_and_charged_again(cards, account):
    order = started(renews=True)
    assert account.terms["payment_intent_data[setup_future_usage]"] == "off_session"
    assert account.terms["customer_creation"] == "always"
    account.pay()
    paying.inquire(order)
    renewal = billing.open_renewal(order)
    assert providers.ALL["stripe"].charge(renewal, like=order) == "pi_2"
    assert providers.ALL["stripe"].charge(renewal, like=order) == "pi_2"
    Order.objects.filter(pk=renewal.pk).update(reference="pi_2")
    renewal.refresh_from_db()
    paying.inquire(renewal)
    assert (renewal.state, Payment.objects.count()) == ("paid", 2)


@pytest.mark.parametrize("changes", [{"payment_method": "pm_declined"}, {"payment_method": None}, {"customer": None}])
def test_a_card_that_cannot_be_charged_is_said(cards, account, changes):
    order = started(renews=True)
    account.pay(**changes)
    paying.inquire(order)
    with pytest.raises(ProviderRefused):
        providers.ALL["stripe"].charge(billing.open_renewal(order), like=order)
