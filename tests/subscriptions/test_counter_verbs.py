"""Cash at the counter, refunds, and money that is attached afterwards: what the ledger holds then."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from accounts.addresses import is_proven
from accounts.models import User
from journal.models import Entry
from subscriptions import billing, office
from subscriptions.access import is_subscriber
from subscriptions.models import Discrepancy, Order, Payment, Refund, Subscription
from subscriptions.providers.base import Truth, TruthState
from subscriptions.refusals import Refused
from tests.factories import make_agent, make_plan, make_user


@pytest.fixture
def clerk(cast):
    return cast.subscriptions_desk


def cash(user, clerk, *, price=None, receipt="A-1"):
    return office.take_cash(user, price or make_plan().prices.get(), receipt=receipt, by=clerk)


def stray(amount=2500, number="S1"):
    billing.book_stray("wave", Truth(TruthState.PAID, external_id=number, amount=amount, currency="XOF"))
    return Discrepancy.objects.get(payment__external_id=number)


def test_cash_makes_a_subscriber_at_once(clerk):
    user = make_user()
    payment = cash(user, clerk)
    assert is_subscriber(user)
    assert (payment.provider, payment.external_id, payment.recorded_by) == ("office", "A-1", clerk)
    assert (payment.order.state, payment.order.user) == ("paid", user)
    assert Entry.objects.filter(action="Cash received").count() == 1


def test_the_same_sale_sent_twice_is_one(clerk):
    user, price = make_user(), make_plan().prices.get()
    assert cash(user, clerk, price=price) == cash(user, clerk, price=price)
    assert (Payment.objects.count(), Subscription.objects.count(), Order.objects.count()) == (1, 1, 1)


def test_an_old_number_is_not_taken_for_a_second_click(clerk, time_machine):
    user, price = make_user(), make_plan().prices.get()
    first = cash(user, clerk, price=price)
    with pytest.raises(Refused):
        cash(user, make_user(is_staff=True), price=price)
    time_machine.move_to(first.recorded_at + dt.timedelta(hours=1))
    with pytest.raises(Refused):
        cash(user, clerk, price=price)


def test_a_receipt_number_of_another_sale_is_refused_and_leaves_nothing(clerk):
    cash(make_user(), clerk)
    other = make_user()
    with pytest.raises(Refused):
        cash(other, clerk)
    assert not is_subscriber(other)
    assert Order.objects.count() == 1


def test_a_receipt_number_of_an_agent_is_refused(clerk):
    make_agent().settlements.create(amount=1, receipt_number="A-1", recorded_by=clerk)
    with pytest.raises(Refused):
        cash(make_user(), clerk)


def test_what_was_begun_by_telephone_gives_way_and_its_money_is_listed_should_it_come(clerk):
    user, price = make_user(), make_plan().prices.get()
    begun = billing.open_order(user, price, "wave")
    cash(user, clerk, price=price)
    begun.refresh_from_db()
    assert begun.state == "cancelled"
    truth = Truth(TruthState.PAID, external_id="W1", amount=begun.amount, currency="XOF", order_key=begun.key)
    billing.settle(begun, truth)
    assert Subscription.objects.count() == 1
    assert Discrepancy.objects.get().kind == "duplicate"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("people", [1, 6])
def test_of_six_sales_at_once_under_one_number_one_is_recorded(cast, people):
    clerk, price = cast.subscriptions_desk, make_plan().prices.get()
    users = [make_user() for _ in range(people)]

    def once(number):
        try:
            return cash(users[number % people], clerk, price=price)
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(once, range(6)))
    assert (Payment.objects.count(), Subscription.objects.count()) == (1, 1)
    assert list(Order.objects.values_list("state", flat=True)) == ["paid"]


def test_an_account_is_opened_for_an_address_and_its_owner_is_told(clerk):
    user = office.open_account(" Awa@Example.org ", "Awa Traoré")
    assert (user.email, user.name, user.has_usable_password()) == ("awa@example.org", "Awa Traoré", False)
    assert not is_proven(user)
    assert [sent.to for sent in mail.outbox] == [["awa@example.org"]]
    assert "/code/" in mail.outbox[0].body
    assert office.open_account("AWA@example.org") == user
    assert User.objects.filter(email="awa@example.org").count() == len(mail.outbox) == 1


def test_cash_goes_back_at_once_and_ends_access(clerk):
    user = make_user()
    payment = cash(user, clerk)
    done = office.refund(payment, amount=payment.amount, reason="Changed their mind", by=clerk)
    assert (done.state, done.by) == (Refund.State.DONE, clerk)
    assert not is_subscriber(user)
    assert payment.order.__class__.objects.get(pk=payment.order_id).state == "refunded"


def test_money_of_a_provider_waits_to_be_sent(clerk):
    order = billing.open_order(make_user(), make_plan().prices.get(), "wave")
    truth = Truth(TruthState.PAID, external_id="W1", amount=order.amount, currency="XOF", order_key=order.key)
    billing.settle(order, truth)
    asked = office.refund(Payment.objects.get(), amount=order.amount, reason="x", by=clerk)
    assert asked.state == Refund.State.ASKED
    assert office.refunded_by_hand(asked, reference="Cash, R-9", by=clerk)
    assert not office.refunded_by_hand(asked, reference="Again", by=clerk)
    asked.refresh_from_db()
    assert (asked.state, asked.external_id) == (Refund.State.DONE, "Cash, R-9")


def test_stray_money_gives_a_period_once_and_the_payment_stays_as_it_was(clerk):
    user, plan = make_user(), make_plan()
    found = stray(amount=2000)
    order = office.attach(found, user, plan.prices.get(), reason="Phoned", by=clerk)
    assert is_subscriber(user)
    assert (order.amount, order.state, order.provider) == (2000, "paid", "wave")
    found.refresh_from_db()
    assert (found.order, found.resolution, found.resolved_by) == (order, "Phoned", clerk)
    assert Payment.objects.get().order is None
    with pytest.raises(Refused):
        office.attach(found, user, plan.prices.get(), reason="Again", by=clerk)
    assert Subscription.objects.count() == 1


def test_a_refund_of_attached_money_ends_what_it_gave(clerk):
    user = make_user()
    found = stray()
    office.attach(found, user, make_plan().prices.get(), reason="Phoned", by=clerk)
    office.refund(found.payment, amount=2500, reason="Wrong person", by=clerk)
    assert not is_subscriber(user)


def test_money_that_has_gone_back_gives_nothing(clerk):
    found = stray()
    office.refund(found.payment, amount=2500, reason="Sent back", by=clerk)
    with pytest.raises(Refused):
        office.attach(found, make_user(), make_plan().prices.get(), reason="x", by=clerk)
    assert not Subscription.objects.exists()


def test_what_is_settled_is_settled_once(clerk):
    found = stray()
    office.settle(found, reason="A gift to the newspaper", by=clerk)
    with pytest.raises(Refused):
        office.settle(found, reason="Again", by=clerk)
    assert Discrepancy.objects.get().resolution == "A gift to the newspaper"
