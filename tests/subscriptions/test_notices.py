"""Letters about what somebody bought: one a cause, in the transaction of the cause, in the person's language."""

import datetime as dt

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from outbox.models import Message
from subscriptions import billing, notices
from subscriptions.models import Notice, Payment, Subscription
from subscriptions.providers.base import Truth, TruthState
from tests.factories import make_newspaper, make_plan, make_user
from tests.subscriptions.buying import buy, ordered, paid

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def subjects():
    return [message.subject for message in mail.outbox]


def both(message):
    """Its text and its HTML."""
    return message.body, message.alternatives[0].content


def test_a_first_payment_brings_a_welcome_and_a_receipt():
    make_newspaper(name="L’Écho")
    _order, payment = buy(make_user(language="en", email="awa@example.org", name="Awa"), make_plan(name="Month"))
    assert subjects() == ["Welcome among our subscribers – L’Écho", f"Receipt {payment.receipt} – L’Écho"]
    assert [message.to for message in mail.outbox] == [["awa@example.org"]] * 2
    for text in both(mail.outbox[1]):
        for fact in (
            payment.receipt,
            "Month",
            "2,500\u00a0F\u00a0CFA",
            "P1",
            SITE + reverse("receipt", args=[payment.receipt]),
        ):
            assert fact in text


def test_said_again_nothing_is_written_again():
    order = ordered()
    for _time in range(3):
        billing.settle(order, paid(order))
    assert len(mail.outbox) == 2
    assert not notices.tell_paid(Payment.objects.get())


def test_whoever_renews_gets_a_receipt_and_no_second_welcome():
    user, plan = make_user(language="en"), make_plan()
    buy(user, plan, "P1")
    mail.outbox.clear()
    buy(user, plan, "P2")
    assert [subject.split()[0] for subject in subjects()] == ["Receipt"]


def test_a_letter_comes_and_goes_with_its_cause(settings):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    order = ordered()
    with transaction.atomic():
        billing.settle(order, paid(order))
        assert Message.objects.count() == 2
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    assert not Notice.objects.exists()


def test_the_second_payment_is_told(settings):
    """I10: the reader is told that the second amount goes back."""
    user, plan = make_user(language="en"), make_plan()
    late = ordered(user, plan)
    billing.settle(late, Truth(TruthState.EXPIRED))
    buy(user, plan, "P2")
    mail.outbox.clear()
    for _time in range(2):
        billing.settle(late, paid(late, "P1"))
    assert len(mail.outbox) == 1
    assert mail.outbox[0].subject.startswith("You have paid twice")
    for text in both(mail.outbox[0]):
        assert "2,500\u00a0F\u00a0CFA" in text


def test_the_refund_is_told_once_it_is_made():
    user = make_user(language="en")
    _order, payment = buy(user)
    mail.outbox.clear()
    refund = billing.ask_refund(payment, amount=500, reason="Kindness", by=None)
    assert mail.outbox == []
    for _time in range(2):
        billing.refund_done(refund, "R1")
    assert subjects() == ["Your refund of 500\u00a0F\u00a0CFA – Newsroom"]
    assert refund.receipt in mail.outbox[0].body


def test_a_refund_that_the_provider_refuses_is_not_told():
    _order, payment = buy()
    mail.outbox.clear()
    billing.refund_failed(billing.ask_refund(payment, amount=500, reason="Kindness", by=None), "no")
    assert mail.outbox == []


def test_a_renewal_that_failed_is_told_once():
    order, _payment = buy(make_user(language="en"), renews=True)
    renewal = billing.open_renewal(order)
    mail.outbox.clear()
    for _time in range(2):
        billing.settle(renewal, Truth(TruthState.FAILED))
    assert subjects() == ["Your subscription could not be renewed – Newsroom"]
    assert SITE + reverse("order_plan", args=[order.plan.slug, order.zone.slug]) in mail.outbox[0].body


def test_an_order_that_failed_before_its_buyer_s_eyes_needs_no_letter():
    billing.settle(ordered(), Truth(TruthState.FAILED))
    assert mail.outbox == []


def test_the_newspaper_s_language_is_spoken_where_none_was_chosen():
    buy(make_user())
    assert "Bienvenue" in mail.outbox[0].subject
    assert '<html lang="fr">' in mail.outbox[0].alternatives[0].content
    assert "2\u202f500\u00a0F\u00a0CFA" in mail.outbox[1].body


def test_a_closed_account_is_written_nothing():
    user = make_user()
    order = ordered(user)
    user.is_active = False
    user.save()
    billing.settle(order, paid(order))
    assert mail.outbox == []
    assert Subscription.objects.filter(order=order).exists()


def test_names_with_signs_and_line_breaks_stay_what_they_are():
    """E11: one recipient, one header, and HTML only where it is ours."""
    make_newspaper(name="Faso & <b>")
    buy(make_user(name="Awa\r\nBcc: x@example.org <script>", language="en"), make_plan(name="Month\n& more"))
    for message in mail.outbox:
        assert "\n" not in message.subject
        assert len(message.recipients()) == 1
        assert {name.lower() for name, _value in message.message().items()}.isdisjoint({"bcc", "cc"})
        assert "<script>" not in message.alternatives[0].content


def test_links_only_open_pages(client):
    """A mail program that opens every link changes nothing: what acts is a button on a page."""
    user = make_user(language="en")
    order, payment = buy(user)
    client.force_login(user)
    for address in (
        reverse("receipt", args=[payment.receipt]),
        reverse("order_plan", args=[order.plan.slug, order.zone.slug]),
        reverse("account"),
    ):
        before = (Notice.objects.count(), Subscription.objects.count(), order.state)
        assert client.get(address).status_code == 200
        assert (Notice.objects.count(), Subscription.objects.count(), order.state) == before


def test_until_when_is_the_last_day_that_was_promised(time_machine):
    time_machine.move_to(dt.datetime(2026, 5, 31, 12, tzinfo=dt.UTC), tick=False)
    assert timezone.localdate() == dt.date(2026, 5, 31)
    buy(make_user(language="en"))
    assert "30 June 2026" in mail.outbox[0].body
    assert "from 31 May 2026 to 30 June 2026" in mail.outbox[1].body
