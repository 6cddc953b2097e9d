"""Orange Money Web Payment as its documentation describes it: https://developer.orange.com/apis/om-webpay."""

import base64
import datetime as dt
import json

import pytest
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling
from subscriptions.models import Order, Payment, ProviderEvent
from subscriptions.providers.orange_money import OrangeMoney
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user

from .documented import serving

pytestmark = pytest.mark.django_db
BACK = "https://journal.example/retour/"
PAY, NOTIFY = "f5720dd906203c62033ffe64ed75614786c8e6f5ad0d4d2ac8", "dd497bda3b250e536186fc0663f32f40"


class Account:
    def __init__(self):
        self.status, self.order_id, self.tokens = "INITIATED", "", 0
        self.country, self.currency = "ml", "XOF"

    def act(self, asked):
        if asked.path == "/oauth/v3/token":
            assert asked.body == b"grant_type=client_credentials"
            assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"id:secret").decode()
            self.tokens += 1
            return 200, {"token_type": "Bearer", "access_token": f"token{self.tokens}", "expires_in": 7776000}
        if asked.headers.get("authorization") != f"Bearer token{self.tokens}":
            return 401, {"code": 42, "message": "Expired credentials"}
        given = asked.json
        if asked.path == f"/orange-money-webpay/{self.country}/v1/webpayment":
            assert (given["merchant_key"], given["currency"]) == ("merchant", self.currency)
            assert len(given["order_id"]) <= 30
            assert all(len(given[name]) <= 120 for name in ("return_url", "cancel_url", "notif_url"))
            if given["order_id"] == self.order_id:
                return 400, {"code": 1204, "message": "OrderId already exists"}
            self.order_id, self.amount = given["order_id"], given["amount"]
            url = f"https://webpayment.orange-money.com/payment/pay_token/{PAY}"
            return 201, {"status": 201, "message": "OK", "pay_token": PAY, "payment_url": url, "notif_token": NOTIFY}
        if asked.path == f"/orange-money-webpay/{self.country}/v1/transactionstatus":
            assert given == {"order_id": self.order_id, "amount": self.amount, "pay_token": PAY}
            txnid = {"txnid": "MP150709.1341.A00073"} if self.status == "SUCCESS" else {}
            return 201, {"status": self.status, "order_id": self.order_id, **txnid}
        return 404, {"code": 60, "message": "Resource not found"}


@pytest.fixture
def account():
    return Account()


@pytest.fixture
def orange(settings, account, monkeypatch):
    with serving(account.act) as server:
        settings.ORANGE_MONEY_CLIENT_ID, settings.ORANGE_MONEY_CLIENT_SECRET = "id", "secret"
        settings.ORANGE_MONEY_MERCHANT_KEY = "merchant"
        settings.ORANGE_MONEY_API_URL = server.url
        settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
        monkeypatch.setitem(providers.ALL, "orange_money", OrangeMoney())
        yield server


def started(price=2500):
    order = billing.open_order(make_user(), make_plan(price=price).prices.get(), "orange_money")
    paying.start(order, BACK)
    return order


@pytest.mark.parametrize("amount", [100, 2500])
def test_a_payment_page_asks_for_the_exact_amount(orange, account, amount):
    """I08"""
    order = started(amount)
    assert (account.amount, account.order_id) == (amount, order.key)
    assert (order.reference, order.provider_token) == (NOTIFY, PAY)
    assert timezone.now() < order.expires_at <= timezone.now() + dt.timedelta(minutes=10)


def test_trials_are_paid_in_the_money_of_trials(orange, account, settings):
    settings.ORANGE_MONEY_COUNTRY = account.country = "dev"
    account.currency = "OUV"
    order = started()
    account.status = "SUCCESS"
    paying.inquire(order)
    assert (order.state, Payment.objects.get().currency) == ("paid", "XOF")


def test_one_token_serves_for_many_questions_and_a_withdrawn_one_is_replaced(orange, account):
    order = started()
    paying.inquire(order)
    assert account.tokens == 1
    account.tokens = 7
    assert not paying.inquire(order)
    assert paying.inquire(order)
    assert account.tokens == 8


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("INITIATED", "pending"),
        ("PENDING", "pending"),
        ("EXPIRED", "expired"),
        ("FAILED", "failed"),
        ("SUCCESS", "paid"),
    ],
)
def test_every_documented_status_is_understood(orange, account, status, state):
    order = started()
    account.status = status
    assert paying.inquire(order)
    assert order.state == state
    assert Payment.objects.count() == (state == "paid")


def test_other_statuses_are_no_answer(orange, account):
    order = started()
    account.status = "MAYBE"
    assert not paying.inquire(order)
    assert Order.objects.get().problem


def call(client, **said):
    body = json.dumps({"status": "SUCCESS", "notif_token": NOTIFY, "txnid": "MP150709.1341.A00073"} | said)
    return client.post("/paiements/orange_money/rappel/", body, content_type="application/json").status_code


def test_a_notification_with_its_token_leads_to_the_question(orange, account, client):
    order = started()
    account.status = "SUCCESS"
    questions = len(orange.asked)
    assert [call(client), call(client)] == [200, 200]
    assert len(orange.asked) == questions
    reconciling.work()
    order.refresh_from_db()
    assert (order.state, Payment.objects.get().external_id) == ("paid", "MP150709.1341.A00073")
    assert ProviderEvent.objects.count() == 1


def test_a_notification_proves_nothing_by_itself(orange, account, client):
    """I11: what it says is not believed; the provider is asked."""
    order = started()
    call(client)
    reconciling.work()
    order.refresh_from_db()
    assert order.state == "pending"


@pytest.mark.parametrize("token", ["another", "", PAY])
def test_other_tokens_are_refused(orange, client, token):
    """I01"""
    started()
    assert call(client, notif_token=token) == 401
    assert not ProviderEvent.objects.exists()


@pytest.mark.parametrize("token", [None, 7, ["x"]])
def test_nonsense_is_refused(orange, client, token):
    started()
    assert call(client, notif_token=token) == 400


def test_not_set_up_it_believes_nobody(orange, client, settings):
    """I01"""
    started()
    settings.ORANGE_MONEY_MERCHANT_KEY = ""
    assert call(client) == 401


def test_addresses_that_are_too_long_are_said(orange):
    order = billing.open_order(make_user(), make_plan().prices.get(), "orange_money")
    with pytest.raises(Refused):
        paying.start(order, BACK + "x" * 120)


def test_refunds_are_for_the_office(orange, account):
    order = started()
    account.status = "SUCCESS"
    paying.inquire(order)
    billing.ask_refund(Payment.objects.get(), amount=2500, reason="A mistake", by=None)
    assert reconciling.send_refunds() == 0
