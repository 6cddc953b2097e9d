"""What anybody may send to the address of callbacks: what the provider has signed is kept, and nobody is asked."""

import json
import threading
import time

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from outbox.models import Message
from subscriptions import billing, paying, providers, reconciling
from subscriptions.models import Discrepancy, Order, Payment, ProviderEvent, Subscription
from subscriptions.providers.base import Truth, TruthState
from subscriptions.providers.wire import signature
from tests.factories import make_plan, make_user
from tests.subscriptions.doubles import Double
from web import outbound

SECRET = "what sandbox and site know"
URL = "/paiements/sandbox/rappel/"


@pytest.fixture
def site(settings, monkeypatch):
    """Set up for the sandbox, which is not to be asked."""
    settings.DEMO, settings.SANDBOX_URL, settings.SANDBOX_SECRET = True, "http://127.0.0.1:1", SECRET

    def asked(*args, **kwargs):
        raise AssertionError("Somebody was asked")

    monkeypatch.setattr(outbound, "request", asked)


def event(number="evt_1", reference="sbx_1", **more):
    return json.dumps({"id": number, "checkout": reference, **more}).encode()


def signed(body, *, secret=SECRET, age=0):
    stamp = str(int(timezone.now().timestamp()) - age)
    return {"Sandbox-Signature": f"t={stamp},v1={signature(secret, stamp.encode() + b'.' + body)}"}


def send(body, headers=None, *, client=None, url=URL):
    headers = signed(body) if headers is None else headers
    return (client or Client()).post(url, body, content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_a_signed_call_is_kept_and_answered_without_asking_anyone(site, django_assert_num_queries):
    with django_assert_num_queries(3):  # the call, in a savepoint; the hint follows on commit
        assert send(event()).status_code == 200
    kept = ProviderEvent.objects.get()
    assert (kept.provider, kept.event_id, kept.reference, kept.handled_at) == ("sandbox", "evt_1", "sbx_1", None)
    assert kept.body == event().decode()


@pytest.mark.django_db
def test_a_call_that_comes_again_is_answered_again_and_kept_once(site):
    """I03"""
    assert [send(event()).status_code for _time in range(2)] == [200, 200]
    assert ProviderEvent.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sandbox-Signature": ""},
        {"Sandbox-Signature": "t=1,v1="},
        {"Sandbox-Signature": "v1=abc"},
        {"Sandbox-Signature": "t=²,v1=é"},
        {"Sandbox-Signature": "t=" + "9" * 400 + ",v1=00"},
        lambda: {"Wave-Signature": signed(event())["Sandbox-Signature"]},
        lambda: signed(event(), secret="another endpoint's"),
        lambda: signed(event(), secret=""),
        lambda: signed(event() + b" "),
        lambda: signed(event(), age=6 * 60),
        lambda: signed(event(), age=-6 * 60),
    ],
)
def test_what_is_not_rightly_signed_changes_nothing(site, headers):
    """I01"""
    assert send(event(), headers() if callable(headers) else headers).status_code == 401
    assert not ProviderEvent.objects.exists()


@pytest.mark.django_db
def test_without_a_secret_nothing_is_believed(site, settings):
    """I01: the empty secret signs nothing."""
    settings.SANDBOX_SECRET = ""
    assert send(event(), signed(event(), secret="")).status_code == 401


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * 10_000_000, 413),
        (b"[" * 100_000, 413),
        (b"[" * 60_000, 400),
        (b'{"a":' * 10_000, 400),
        (b'{"id": "\xff"}', 400),
        (b"", 400),
        (b"null", 400),
        (b"[]", 400),
        (b"{}", 400),
        (event(number=7), 400),
        (event(number=""), 400),
        (event(number="\0"), 400),
        (event(number="\ud800"), 400),
        (event(number="x" * 256), 400),
        (event(reference=None), 400),
        (event(reference={"a": 1}), 400),
    ],
)
def test_nonsense_is_refused_without_dwelling_on_it(site, body, status):
    """I23: even where it is signed. The bound is loose, so that a slow machine passes: what reads nonsense again and
    again would take far longer."""
    headers = signed(body)
    began = time.process_time()
    assert send(body, headers).status_code == status
    assert time.process_time() - began < 2
    assert not ProviderEvent.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "options"])
def test_only_post_is_taken(site, client, method):
    """I23"""
    assert getattr(client, method)(URL).status_code == 405


@pytest.mark.django_db
def test_unknown_providers_have_no_address(client):
    assert client.post("/paiements/nobody/rappel/").status_code == 404


@pytest.mark.django_db
def test_no_session_and_no_token_are_needed(site):
    answer = send(event(), client=Client(enforce_csrf_checks=True))
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer.headers["Cache-Control"].startswith("max-age=0, no-cache, no-store")


class Fake(Double):
    """Answers from memory; to stand in for a provider whose HTTP is not the subject."""

    slug, label, currencies = "sandbox", "Fake", frozenset({"XOF"})
    verify = providers.ALL["sandbox"].verify

    def __init__(self):
        self.truths, self.asked = {}, 0

    def ask(self, order):
        return self.find(order.reference)

    def find(self, reference):
        self.asked += 1
        return self.truths.get(reference)


@pytest.fixture
def fake(site, monkeypatch):
    provider = Fake()
    monkeypatch.setitem(providers.ALL, "sandbox", provider)
    return provider


def ordered(reference="sbx_1"):
    order = billing.open_order(make_user(), make_plan().prices.get(), "sandbox")
    Order.objects.filter(pk=order.pk).update(reference=reference)
    return Order.objects.get(pk=order.pk)


def paid(order, **changes):
    facts = {"external_id": "P1", "amount": order.amount, "currency": order.currency, "order_key": order.key}
    return Truth(TruthState.PAID, **facts | changes)


@pytest.mark.django_db(transaction=True)
def test_twelve_calls_at_once_buy_once(fake):
    """I03: the same call and different ones, by threads, and as many that look into them."""
    order = ordered()
    fake.truths["sbx_1"] = paid(order)
    bodies = [event(f"evt_{number % 4}") for number in range(12)]
    answers, barrier = [], threading.Barrier(12)

    def call(body):
        try:
            headers = signed(body)
            barrier.wait(10)
            answers.append(send(body, headers).status_code)
            reconciling.work()
            paying.inquire(Order.objects.get(pk=order.pk))
        finally:
            connection.close()

    threads = [threading.Thread(target=call, args=[body]) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reconciling.work()
    assert answers == [200] * 12
    assert (ProviderEvent.objects.count(), ProviderEvent.objects.filter(handled_at=None).count()) == (4, 0)
    assert (Payment.objects.count(), Subscription.objects.count(), Discrepancy.objects.count()) == (1, 1, 0)
    assert Payment.objects.get().receipt.endswith("-000001")
    assert Message.objects.filter(recipient=order.user.email).count() <= 1


@pytest.mark.django_db
def test_money_without_an_order_is_booked_and_shown(fake):
    order = ordered("sbx_known")
    fake.truths["sbx_1"] = paid(order, order_key="NOBODYS")
    send(event())
    reconciling.work()
    assert Discrepancy.objects.get().kind == "no_order"
    assert ProviderEvent.objects.get().handled_at


@pytest.mark.django_db
def test_a_call_that_is_faster_than_the_reference_finds_its_order(fake):
    order = ordered("")
    fake.truths["sbx_1"] = paid(order)
    send(event())
    reconciling.work()
    order.refresh_from_db()
    assert order.state == "paid"
    assert not Discrepancy.objects.exists()


@pytest.mark.django_db
def test_a_reference_that_nobody_knows_is_tried_for_three_days(fake, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    send(event())
    tries = []
    while waiting := ProviderEvent.objects.filter(handled_at=None).first():
        time_machine.move_to(waiting.next_try_at, tick=False)
        assert reconciling.look_into_calls() == 1
        assert reconciling.look_into_calls() == 0
        tries.append(round((timezone.now() - now).total_seconds()))
    assert tries[:5] == [0, 10, 70, 370, 1270]
    assert tries[-1] <= 3 * 24 * 3600 < tries[-1] + 3600
    assert ProviderEvent.objects.get().error == "Aucune commande n’a cette référence."


def test_the_address_is_what_providers_are_told(settings):
    assert reverse("payment_callback", args=["sandbox"]) == URL
