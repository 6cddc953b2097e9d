"""Wave as its documentation describes it: https://docs.wave.com/checkout and https://docs.wave.com/webhook."""

import datetime as dt
import hashlib
import hmac
import json

import pytest
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling
from subscriptions.models import Order, Payment, ProviderEvent, Refund
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user

from .documented import serving

pytestmark = pytest.mark.django_db
KEY, SECRET = "wave_sn_prod_key", "wave_sn_WHS_secret"
BACK = "https://journal.example/retour/"
SESSION = {
    "id": "cos-18qq25rgr100a",
    "business_name": "Les Deux Rives",
    "checkout_status": "open",
    "payment_status": "processing",
    "currency": "XOF",
    "wave_launch_url": "https://pay.wave.com/c/cos-18qq25rgr100a",
    "when_created": "2026-11-25T10:13:04Z",
    "when_expires": "2026-11-25T10:43:04Z",
}


class Account:
    """One session, which changes as the buyer and the newspaper act."""

    def __init__(self):
        self.session = dict(SESSION)
        self.broken = None

    def act(self, asked):
        if self.broken:
            return self.broken
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return 401, {"code": "no-matching-api-key", "message": "The key you provided doesn't exist in our system."}
        if (asked.method, asked.path) == ("POST", "/v1/checkout/sessions"):
            terms = asked.json
            assert isinstance(terms["amount"], str)
            assert terms["amount"].isdecimal()
            self.session |= terms
            return 200, self.session
        if (asked.method, asked.path) == ("POST", f"/v1/checkout/sessions/{SESSION['id']}/refund"):
            self.session["when_refunded"] = "2026-11-26T08:00:00Z"
            return 200, b""
        if (asked.method, asked.path) == ("GET", f"/v1/checkout/sessions/{SESSION['id']}"):
            return 200, self.session
        return 404, {"code": "not-found", "message": "Not found"}

    def pay(self, **changes):
        paid = {"checkout_status": "complete", "payment_status": "succeeded", "transaction_id": "TDH5TEWTLFE"}
        self.session |= paid | {"when_completed": "2026-11-25T10:15:32Z"} | changes


@pytest.fixture
def account():
    return Account()


@pytest.fixture
def wave(settings, account):
    with serving(account.act) as server:
        settings.WAVE_API_KEY, settings.WAVE_WEBHOOK_SECRET = KEY, SECRET
        settings.WAVE_API_URL = server.url
        settings.OUTBOUND_INTERNAL_HOSTS = ["127.0.0.1"]
        yield server


def started(price=2500):
    order = billing.open_order(make_user(), make_plan(price=price).prices.get(), "wave")
    paying.start(order, BACK)
    return order


@pytest.mark.parametrize("amount", [100, 2500, 25000, 1])
def test_a_session_asks_for_the_exact_amount(wave, amount):
    """I08: a text without decimals."""
    order = started(amount)
    asked = wave.asked[0]
    assert asked.json == {
        "amount": str(amount),
        "currency": "XOF",
        "client_reference": order.key,
        "success_url": BACK,
        "error_url": BACK,
    }
    assert asked.headers["idempotency-key"] == order.key
    assert (order.reference, order.payment_url) == (SESSION["id"], SESSION["wave_launch_url"])
    assert order.expires_at == dt.datetime(2026, 11, 25, 10, 43, 4, tzinfo=dt.UTC)


def test_what_was_paid_is_known_by_asking(wave, account):
    order = started()
    paying.inquire(order)
    assert order.state == "pending"
    account.pay()
    paying.inquire(order)
    payment = Payment.objects.get()
    assert (order.state, payment.external_id, payment.amount) == ("paid", "TDH5TEWTLFE", 2500)
    assert payment.received_at == dt.datetime(2026, 11, 25, 10, 15, 32, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("changes", "kind"), [({"amount": "100"}, "amount"), ({"client_reference": "ANOTHER"}, "order")]
)
def test_other_money_buys_nothing(wave, account, changes, kind):
    """I07"""
    order = started()
    account.pay(**changes)
    paying.inquire(order)
    assert (order.state, Payment.objects.get().discrepancy.kind) == ("pending", kind)


@pytest.mark.parametrize("amount", ["25.50", "many", "-2500", "NaN", None, "1e400"])
def test_an_amount_that_is_none_is_no_answer(wave, account, amount):
    order = started()
    account.pay(amount=amount)
    assert not paying.inquire(order)
    assert not Payment.objects.exists()


def test_an_expired_session_ends_the_order(wave, account):
    order = started()
    account.session |= {"checkout_status": "expired"}
    paying.inquire(order)
    assert order.state == "expired"


@pytest.mark.parametrize(
    "broken", [(500, {"message": "x"}), (429, {}), (200, b"<html>"), (200, []), (302, b""), (404, {}), (200, {})]
)
def test_what_is_no_answer_is_said_to_the_buyer(wave, account, broken):
    account.broken = broken
    with pytest.raises(Refused):
        started()
    assert Order.objects.get().state == "pending"


def signed(body, *, secret=SECRET, at=None):
    stamp = str(int((at or timezone.now()).timestamp()))
    right = hmac.new(secret.encode(), stamp.encode() + body, hashlib.sha256).hexdigest()
    return {"Wave-Signature": f"t={stamp},v1={right}"}


def call(client, body, headers):
    return client.post("/paiements/wave/rappel/", body, content_type="application/json", headers=headers).status_code


def event(session, kind="checkout.session.completed"):
    return json.dumps({"id": "EV_QvEZuDSQbLdI", "type": kind, "data": session}).encode()


def test_a_signed_call_leads_to_the_question(wave, account, client):
    order = started()
    account.pay()
    body = event(account.session)
    questions = len(wave.asked)
    assert call(client, body, signed(body)) == 200
    assert len(wave.asked) == questions
    reconciling.work()
    order.refresh_from_db()
    assert order.state == "paid"


def test_calls_about_other_things_are_taken_and_need_nothing(wave, client):
    for kind, about in [("merchant.payment_received", {"id": "T_1"}), ("checkout.session.completed", None), ("x", 3)]:
        body = event(about, kind)
        assert call(client, body, signed(body)) == 200
    questions = len(wave.asked)
    reconciling.work()
    assert ProviderEvent.objects.exclude(handled_at=None).count() == 1
    assert len(wave.asked) == questions


@pytest.mark.parametrize("change", ["absent", "secret", "body", "old", "ahead", "unset"])
def test_other_calls_are_refused(wave, client, settings, change):
    """I01"""
    body = event(SESSION)
    now, minutes = timezone.now(), dt.timedelta(minutes=6)
    headers = {
        "absent": {},
        "secret": signed(body, secret="another"),
        "body": signed(body + b" "),
        "old": signed(body, at=now - minutes),
        "ahead": signed(body, at=now + minutes),
        "unset": signed(body, secret=""),
    }[change]
    if change == "unset":
        settings.WAVE_WEBHOOK_SECRET = ""
    assert call(client, body, headers) == 401
    assert not ProviderEvent.objects.exists()


def test_a_new_secret_beside_the_old_one_is_believed(wave, client):
    body = event(SESSION)
    right = signed(body)["Wave-Signature"]
    stamp, signature = right.split(",")
    assert call(client, body, {"Wave-Signature": f"{stamp},v1=00ff,{signature}"}) == 200


def test_a_whole_payment_goes_back(wave, account):
    """I08: what is sent back is what came."""
    order = started()
    account.pay()
    paying.inquire(order)
    billing.ask_refund(Payment.objects.get(), amount=2500, reason="A mistake", by=None)
    reconciling.send_refunds()
    assert Refund.objects.get().state == "done"
    assert wave.asked[-1].headers["idempotency-key"] == Refund.objects.get().receipt
    paying.inquire(order)
    assert (order.state, Refund.objects.count()) == ("refunded", 1)


def test_a_part_is_left_to_the_office(wave, account):
    order = started()
    account.pay()
    paying.inquire(order)
    billing.ask_refund(Payment.objects.get(), amount=500, reason="Kindness", by=None)
    reconciling.send_refunds()
    assert Refund.objects.get().state == "failed"
    assert "when_refunded" not in account.session


def test_a_refund_at_wave_ends_what_was_bought(wave, account):
    order = started()
    account.pay(when_refunded="2026-11-26T08:00:00Z")
    paying.inquire(order)
    assert (order.state, Refund.objects.get().amount) == ("refunded", 2500)


def test_money_of_a_session_without_an_order_is_booked(wave, account, client):
    account.pay(amount="700", client_reference="")
    body = event(account.session)
    call(client, body, signed(body))
    reconciling.work()
    assert Payment.objects.get().discrepancy.kind == "no_order"


def test_it_is_offered_for_francs_once_it_is_set_up(wave, settings):
    assert providers.ALL["wave"] in providers.ready("XOF")
    assert providers.ALL["wave"] not in providers.ready("EUR")
    settings.WAVE_API_KEY = ""
    assert providers.ALL["wave"] not in providers.ready("XOF")
