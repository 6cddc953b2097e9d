"""History and receipts: what somebody bought and was given, for them alone."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from subscriptions import billing, gifts, granting, vouchers
from subscriptions.gift_ordering import order_gift
from subscriptions.means import label_of
from subscriptions.models import Plan, Reader, Subscription
from tests.factories import make_batch, make_plan, make_subscription, make_user
from tests.subscriptions.buying import buy, ordered, paid

pytestmark = pytest.mark.django_db
HISTORY = reverse("subscription_history")
SUBSCRIPTIONS = reverse("admin:subscriptions_subscription_changelist")
READERS = reverse("admin:subscriptions_reader_changelist")


def test_it_lists_orders_periods_and_receipts_of_the_person_alone(client):
    user = make_user(language="en")
    order, payment = buy(user, make_plan(name="Month"))
    other, others_payment = buy(make_user(), make_plan(name="Secret"), "P9")
    client.force_login(user)
    page = client.get(HISTORY).content.decode()
    for fact in ("Month", order.key, reverse("receipt", args=[payment.receipt]), "2,500\u00a0F\u00a0CFA", "Bought"):
        assert fact in page
    for secret in ("Secret", other.key, others_payment.receipt):
        assert secret not in page


def test_what_was_ended_early_or_refunded_is_said(client):
    user = make_user(language="en")
    _order, payment = buy(user)
    refund = billing.ask_refund(payment, amount=payment.amount, reason="x", by=None)
    client.force_login(user)
    page = client.get(HISTORY).content.decode()
    assert "Ended early" in page
    assert refund.receipt in page


def test_a_period_that_never_began_is_listed(client):
    user = make_user(language="en")
    buy(user, number="P1")
    _order, second = buy(user, number="P2")
    granting.revoke(second.order.subscription, reason="x")
    client.force_login(user)
    assert client.get(HISTORY).content.decode().count("Ended early") == 1


def test_an_order_for_somebody_else_says_so(client):
    user, price = make_user(language="en"), make_plan(name="Month").prices.get()
    billing.open_order(user, price, "office")
    client.force_login(user)
    assert "To give" not in client.get(HISTORY).text
    order_gift(user, price, "office")
    assert "To give" in client.get(HISTORY).text


def test_without_anything_it_says_so(client):
    client.force_login(make_user(language="en"))
    page = client.get(HISTORY).content.decode()
    for words in ("No payment yet.", "No subscription yet.", "No order yet."):
        assert words in page


def test_it_is_private(client):
    assert client.get(HISTORY).url == f"{reverse('account_login')}?next={HISTORY}"
    client.force_login(make_user())
    assert "no-store" in client.get(HISTORY)["Cache-Control"]
    assert client.post(HISTORY).status_code == 405


def test_it_costs_the_same_however_much_there_is(client, django_assert_num_queries):
    user = make_user()
    for number in range(4):
        buy(user, make_plan(), f"P{number}")
        make_subscription(user)
        ordered(user)
    client.force_login(user)
    # Session, user, newspaper, menu; periods, payments, orders with theirs.
    with django_assert_num_queries(8):
        client.get(HISTORY)


def test_periods_keep_the_name_under_which_they_were_sold(client, cast):
    """By an order, a gift or a code, and as a present of the newspaper; what moves up keeps it too."""
    user, plan, clerk = make_user(language="en"), make_plan(name="Annual"), cast.subscriptions_desk
    _day, payment = buy(user, make_plan(period="day"), "P0")
    waiting = ordered(user, plan)
    _batch, (code, *_others) = make_batch(by=clerk, price=plan.prices.get())
    given = order_gift(make_user(), plan.prices.get(), "sandbox")
    granting.give(user, plan, by=clerk)
    Plan.objects.filter(pk=plan.pk).update(name="Annual +")
    billing.settle(waiting, paid(waiting, "P1"))
    billing.settle(given, paid(given, "P2"))
    gifts.redeem(user, gifts.renew_code(given.gift))
    vouchers.redeem(user, code)
    billing.ask_refund(payment, amount=payment.amount, reason="x", by=None)
    standing = Subscription.objects.filter(user=user).standing()
    assert [each.sold_as for each in standing] == ["Annual"] * 4
    client.force_login(user)
    assert "Annual +" not in client.get(HISTORY).text
    client.force_login(clerk)
    for page in (reverse("admin:subscriptions_reader_change", args=[user.pk]), SUBSCRIPTIONS, READERS):
        assert "Annual" in client.get(page).text
        assert '<td class="field-plan_now">Annual +' not in client.get(page).text
    assert Reader.objects.with_periods(timezone.now()).get(pk=user.pk).plan_now == "Annual"


def test_cash_is_named_in_the_words_of_readers():
    with translation.override("fr"):
        assert label_of("office") == "Espèces au guichet"
