"""Money that was not as ordered: what its buyer reads of it, and whether the newspaper counts it."""

import dataclasses

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from subscriptions import billing, letters, office
from subscriptions.figures import figures
from subscriptions.models import Discrepancy, Payment, Refund
from subscriptions.providers.base import TruthState
from subscriptions.receipt_paper import paper
from subscriptions.refusals import Refused
from subscriptions.till_report import movements
from tests.factories import make_plan, make_user
from tests.subscriptions.buying import buy, ordered, paid
from tests.subscriptions.test_receipts import text_of
from tests.tables import read_table

pytestmark = pytest.mark.django_db
HISTORY = reverse("subscription_history")
NOTHING = "None: this amount has opened no subscription."


@pytest.fixture
def reader(client):
    user = make_user(language="en")
    client.force_login(user)
    return user


def paid_wrongly(user, **changes) -> Payment:
    order = ordered(user, make_plan(name="Semaine"))
    billing.settle(order, paid(order, **changes))
    return Payment.objects.get(order=order)


def receipts_of(client, payment):
    return [client.get(reverse(name, args=[payment.receipt])) for name in ("receipt", "receipt_pdf")]


def facts_of(payment):
    with translation.override("en"):
        return dict(letters.receipt_facts(Payment.objects.get(pk=payment.pk)))


def test_money_that_went_to_another_account_has_no_receipt(client, reader):
    payment = paid_wrongly(reader, is_for_us=False)
    assert [answer.status_code for answer in receipts_of(client, payment)] == [404, 404]
    page = client.get(HISTORY).text
    assert page.count("Paid to another account than ours · being looked into") == 2
    assert reverse("receipt", args=[payment.receipt]) not in page
    assert reverse("receipt_pdf", args=[payment.receipt]) not in page


def test_a_receipt_after_money_that_went_elsewhere_is_that_of_what_bought(client, reader):
    lost = paid_wrongly(reader, is_for_us=False)
    billing.settle(lost.order, paid(lost.order, "P2"))
    page = client.get(reverse("order", args=[lost.order.key])).text
    assert reverse("receipt", args=[Payment.objects.get(external_id="P2").receipt]) in page
    assert reverse("receipt", args=[lost.receipt]) not in page


def test_money_that_went_to_another_account_is_no_takings():
    paid_wrongly(make_user(), is_for_us=False)
    order = ordered()
    gone = paid(order, "P2", is_for_us=False)
    billing.settle(order, dataclasses.replace(gone, state=TruthState.REFUNDED))
    assert Refund.objects.get().state == "done"
    assert figures(30).takings == []
    buy(number="P3")
    assert figures(30).takings[0].net(-1) == 2500


def test_money_of_another_till_is_not_in_this_one(cast):
    payment = office.take_cash(make_user(), make_plan().prices.get(), receipt="A-1", by=cast.subscriptions_desk)
    assert len(movements(timezone.localdate())) == 1
    Discrepancy.objects.create(payment=payment, kind=Discrepancy.Kind.RECIPIENT)
    assert movements(timezone.localdate()) == []


def test_the_office_cannot_send_back_what_it_never_had(client, cast):
    payment = paid_wrongly(make_user(), is_for_us=False)
    client.force_login(cast.subscriptions_desk)
    base = f"/admin/subscriptions/payment/{payment.pk}"
    assert "do/refund" not in client.get(f"{base}/change/").text
    assert client.post(f"{base}/do/refund/", {"amount": "2500", "reason": "x"}).status_code == 422
    with pytest.raises(Refused):
        office.refund(payment, amount=payment.amount, reason="x", by=cast.subscriptions_desk)
    assert not Refund.objects.exists()
    assert client.get("/admin/subscriptions/discrepancy/", {"state": "open"}).text.count(payment.receipt) == 1


def test_a_table_of_payments_sums_what_was_received(client, cast):
    paid_wrongly(make_user(), is_for_us=False)
    buy(number="P2")
    client.force_login(cast.subscriptions_desk)
    head, *rows = read_table(client.post("/admin/subscriptions/payment/export/").getvalue())
    assert [(row[4], row[-1]) for row in rows] == [("2500", "Reçu"), ("", "Payé sur un autre compte")]
    assert len(set(head)) == len(head)


@pytest.mark.parametrize("changes", [{"amount": 50}, {"currency": "EUR"}, {"order_key": "ANOTHER"}])
def test_the_history_says_that_the_money_has_arrived_once_one_orders_again(client, reader, changes):
    payment = paid_wrongly(reader, **changes)
    ordered(reader, payment.order.plan)
    page = client.get(HISTORY).text
    assert page.count("Money received · being looked into") == 2
    assert "Expired" not in page


@pytest.mark.parametrize(
    ("decide", "words"),
    [
        (
            lambda found, by: office.attach(found, found.payment.order.user, make_plan().prices.get(), **by),
            "Money received · a subscription was given for it",
        ),
        (lambda found, by: office.refund(found.payment, amount=20, **by), "Money received · to be sent back"),
        (lambda found, by: office.settle(found, **by), "Money received · settled by our subscriptions office"),
    ],
)
def test_the_history_says_what_was_decided(client, reader, cast, decide, words):
    paid_wrongly(reader, amount=50)
    decide(Discrepancy.objects.get(), {"reason": "x", "by": cast.subscriptions_desk})
    page = client.get(HISTORY).text
    assert page.count(words) == 2
    assert "being looked into" not in page


def test_money_that_was_sent_back_is_said(client, reader):
    payment = paid_wrongly(reader, amount=50)
    billing.refund_done(billing.ask_refund(payment, amount=20, reason="x", by=None))
    assert client.get(HISTORY).text.count("Money received · sent back") == 2


@pytest.mark.parametrize("changes", [{"amount": 50}, {"currency": "EUR"}])
def test_the_receipt_says_that_nothing_was_bought(client, reader, tmp_path, changes):
    payment = paid_wrongly(reader, **changes)
    page, pdf = receipts_of(client, payment)
    assert NOTHING in page.text
    text = " ".join(text_of(pdf.content, tmp_path).split())
    assert NOTHING in text
    assert "Paid. Keep this receipt." not in text
    assert facts_of(payment)["Order"] == "Semaine"


def test_the_receipt_of_a_second_payment_says_so_too(reader):
    order, _payment = buy(reader)
    billing.settle(order, paid(order, "P2"))
    assert facts_of(Payment.objects.get(external_id="P2"))["Subscription"] == NOTHING
    assert "Period" in facts_of(Payment.objects.get(external_id="P1"))


def test_the_receipt_names_what_the_office_gave_for_the_money(client, reader, cast, tmp_path):
    payment = paid_wrongly(reader, amount=50)
    price = make_plan(name="Jour", period="day").prices.get()
    office.attach(Discrepancy.objects.get(), reader, price, reason="x", by=cast.subscriptions_desk)
    page, _pdf = receipts_of(client, payment)
    assert NOTHING not in page.text
    facts = facts_of(payment)
    assert (facts["Subscription"], "Period" in facts) == ("Jour", True)
    with translation.override("en"):
        assert "Paid. Keep this receipt." in text_of(paper(Payment.objects.get(pk=payment.pk), ["Name"]), tmp_path)
