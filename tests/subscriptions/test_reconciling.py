"""What providers never say by themselves is asked for: after 1, 5 and 15 minutes, then hourly for three days."""

import datetime as dt
import threading

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from subscriptions import billing, paying, providers, reconciling, schedule
from subscriptions.access import is_subscriber
from subscriptions.models import Discrepancy, Order, Payment, ProviderEvent, Refund, Subscription
from subscriptions.providers.base import ProviderError, ProviderRefused, Truth, TruthState
from subscriptions.refusals import Refused
from tests.factories import make_plan, make_user

from .fakes import FakeProvider, paid

pytestmark = pytest.mark.django_db
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
BACK = "https://journal.example/retour/"


@pytest.fixture
def fake(monkeypatch):
    provider = FakeProvider()
    monkeypatch.setitem(providers.ALL, "sandbox", provider)
    return provider


@pytest.fixture
def clock(time_machine):
    """Stands still; called, it moves on."""
    now = timezone.now()
    time_machine.move_to(now, tick=False)

    def move(**later):
        time_machine.move_to(now + dt.timedelta(**later), tick=False)

    return move


def started(user=None, plan=None, **fields):
    order = billing.open_order(user or make_user(), (plan or make_plan()).prices.get(), "sandbox", **fields)
    paying.start(order, BACK)
    return order


def state_of(order):
    return Order.objects.get(pk=order.pk).state


def test_the_times_of_asking(fake, clock, time_machine):
    order, began = started(), timezone.now()
    times = []
    while (order := Order.objects.get(pk=order.pk)).next_check_at:
        time_machine.move_to(order.next_check_at, tick=False)
        assert reconciling.ask_about_orders() == 1
        assert reconciling.ask_about_orders() == 0
        times.append(timezone.now() - began)
    assert times[:5] == [MINUTE, 5 * MINUTE, 15 * MINUTE, 75 * MINUTE, 135 * MINUTE]
    assert 3 * 24 * HOUR - HOUR < times[-1] <= 3 * 24 * HOUR
    assert (order.checks, order.state) == (len(times), "expired")


def test_money_is_found_within_fifteen_minutes(fake, clock):
    """I09: nothing was called; meanwhile the order is pending, and no second one is opened."""
    user, plan = make_user(), make_plan()
    order = started(user, plan)
    clock(minutes=2)
    reconciling.work()
    fake.pay(order)
    assert started(user, plan) == order
    assert state_of(order) == "pending"
    clock(minutes=15)
    reconciling.work()
    assert state_of(order) == "paid"
    assert is_subscriber(user)
    assert Order.objects.get().next_check_at is None


def test_a_call_three_days_late_after_another_payment(fake, clock):
    """I10: recorded, one subscription, the second amount on the list of what goes back."""
    user, plan = make_user(), make_plan()
    first = started(user, plan)
    clock(minutes=31)
    second = started(user, plan)
    fake.pay(second)
    fake.call(second)
    reconciling.work()
    assert state_of(second) == "paid"
    clock(days=3, hours=1)
    fake.pay(first)
    fake.call(first)
    reconciling.work()
    assert (state_of(first), state_of(second)) == ("surplus", "paid")
    assert (Payment.objects.count(), Subscription.objects.count()) == (2, 1)
    assert Discrepancy.objects.get().payment.order == first


def test_of_two_payments_one_buys_whichever_is_heard_of_first(fake, clock):
    user, plan = make_user(), make_plan()
    first = started(user, plan)
    fake.pay(first)
    clock(minutes=31)
    second = started(user, plan)
    fake.pay(second)
    clock(minutes=32)
    paying.inquire(first)
    paying.inquire(second)
    assert (state_of(first), state_of(second)) == ("paid", "surplus")
    assert (Subscription.objects.count(), Discrepancy.objects.get().kind) == (1, "duplicate")


@pytest.mark.parametrize("closed", ["failed", "expired", "cancelled"])
def test_orders_that_were_closed_unpaid_are_still_asked_about(fake, clock, closed):
    order = started()
    if closed == "cancelled":
        billing.give_up(order)
    else:
        fake.say(order, Truth(TruthState(closed)))
        paying.inquire(order)
    assert state_of(order) == closed
    fake.pay(order)
    clock(hours=2)
    reconciling.work()
    assert state_of(order) == "paid"


def test_coming_back_grants_nothing(fake):
    """I11: the address of the return says success; the provider does not."""
    order = started()
    assert paying.ask(order).state == "pending"
    assert not is_subscriber(order.user)


def test_silence_is_written_down_and_asked_again(fake, clock):
    order = started()
    fake.pay(order)
    fake.silence = ProviderError("no answer")
    clock(minutes=1)
    reconciling.work()
    assert Order.objects.get().problem == "no answer"
    assert reconciling.waiting()["orders"] == [order]
    fake.silence = None
    clock(minutes=5)
    reconciling.work()
    assert (state_of(order), Order.objects.get().problem) == ("paid", "")


def test_an_order_that_nobody_ever_answered_stays_on_the_list(fake, clock):
    order = started()
    fake.silence = ProviderError("no answer")
    clock(days=2, hours=23, minutes=30)
    reconciling.work()
    order.refresh_from_db()
    assert (order.state, order.next_check_at) == ("pending", None)
    assert reconciling.waiting()["orders"] == [order]


def test_a_refund_that_is_refused_is_said_and_not_sent_again(fake, clock):
    order = started()
    fake.pay(order)
    paying.inquire(order)
    refund = billing.ask_refund(Payment.objects.get(), amount=2500, reason="A mistake", by=None)
    fake.silence = ProviderError("no answer")
    assert reconciling.send_refunds() == 1
    assert reconciling.send_refunds() == 0
    fake.silence = ProviderRefused("too old")
    clock(minutes=3)
    assert reconciling.send_refunds() == 1
    refund.refresh_from_db()
    assert (refund.state, refund.error) == ("failed", "too old")
    clock(minutes=6)
    assert reconciling.send_refunds() == 0


def test_an_idle_beat_is_three_cheap_queries(fake, django_assert_num_queries):
    with django_assert_num_queries(3):  # calls, orders, refunds
        assert reconciling.work() == 0


def test_the_command_finishes_and_lists(fake, clock, capsys):
    order, other = started(), started()
    fake.pay(order)
    fake.pay(other, amount=100)
    fake.call_for("nobody", Truth(TruthState.PAID, external_id="S1", amount=700, currency="XOF"))
    clock(minutes=1)
    call_command("reconcile_payments")
    said = capsys.readouterr().out
    assert "Looked into: 3." in said
    assert "Money that bought nothing: 2" in said
    assert "S1" in said
    assert "Orders without an answer: 0" in said
    assert state_of(order) == "paid"


def test_what_cannot_be_asked_is_no_error(fake, clock):
    """An order of a means of payment that was taken away."""
    order = started()
    Order.objects.update(provider="gone")
    clock(minutes=1)
    reconciling.work()
    assert Order.objects.get().problem
    with pytest.raises(Refused):
        paying.start(billing.open_order(make_user(), make_plan().prices.get(), "gone"), BACK)
    assert state_of(order) == "pending"


@pytest.mark.django_db(transaction=True)
def test_nobody_is_asked_within_a_transaction_and_by_one_only(fake):
    """Four processes at once: each row is looked into by one, with no transaction open."""
    called, due = started(), started()
    fake.pay(called)
    fake.pay(due)
    fake.call(called)
    Order.objects.filter(pk=due.pk).update(next_check_at=timezone.now() - MINUTE)
    fake.on_question = lambda: fake.in_transaction.append(connection.in_atomic_block)

    def work():
        try:
            reconciling.work()
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fake.in_transaction == [False, False]
    assert (Payment.objects.count(), ProviderEvent.objects.filter(handled_at=None).count()) == (2, 0)


def test_refunds_at_the_provider_are_written_down(fake):
    order = started()
    fake.pay(order)
    paying.inquire(order)
    fake.say(order, paid(order, fake, state=TruthState.REFUNDED, refunded=500))
    paying.inquire(order)
    assert (Refund.objects.get().amount, state_of(order)) == (500, "paid")
    fake.say(order, paid(order, fake, state=TruthState.REFUNDED, refunded=2500))
    paying.inquire(order)
    assert (Refund.objects.get().amount, state_of(order)) == (2500, "refunded")
    assert not is_subscriber(order.user)


def test_the_schedule_has_an_end():
    now = timezone.now()
    assert schedule.next_check(now, now + schedule.LONGEST) is None
    assert schedule.next_try(now, 99, now + schedule.LONGEST) is None
