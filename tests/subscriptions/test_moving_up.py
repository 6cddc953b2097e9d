"""After a refund, what follows moves up: nothing paid stands behind a hole, no day is lost, none counts twice."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from journal.models import Entry
from subscriptions import billing, gifts, granting, office, vouchers
from subscriptions.access import is_subscriber
from subscriptions.gift_ordering import order_gift
from subscriptions.models import Institution, Payment, Price, Refund, Revocation, Subscription
from subscriptions.models.append_only import AppendOnly
from subscriptions.ordering import offered
from subscriptions.providers.base import Truth, TruthState
from subscriptions.renewing import due
from subscriptions.standing import standing_of
from tests.factories import make_batch, make_plan, make_user
from tests.racing import race
from tests.subscriptions.buying import buy, ordered, paid

NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)


@pytest.fixture
def now(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def reader(now):
    return make_user(language="en")


def buy_all(user, *periods, **fields):
    """One after the other: the payments."""
    return [
        buy(user, make_plan(name=name.title(), period=name, grace_days=3), f"P{number}", **fields)[1]
        for number, name in enumerate(periods)
    ]


def refund(payment):
    return billing.ask_refund(payment, amount=payment.amount, reason="Mistake", by=None)


def spans(**holder):
    """(from, until) of what stands, by the beginning."""
    standing = Subscription.objects.filter(**holder).standing().order_by("starts_at")
    return [(each.starts_at, each.ends_at) for each in standing]


def lengths(found):
    return [end - start for start, end in found]


def assert_without_a_gap(found, start):
    for begins, ends in found:
        assert begins == start
        start = ends


def test_the_year_behind_two_refunds_begins_at_once(reader):
    """A day, a month, a year, a week; the day and the month go back."""
    day, month, _year, _week = buy_all(reader, "day", "month", "year", "week")
    before = spans(user=reader)
    refund(day)
    refund(month)
    after = spans(user=reader)
    assert is_subscriber(reader)
    assert lengths(after) == lengths(before[2:])
    assert_without_a_gap(after, NOW)
    buy(reader, make_plan(period="day"), "P9")
    assert spans(user=reader)[-1][0] == after[-1][1]


def test_the_order_of_the_refunds_does_not_matter(reader):
    day, month, _year, _week = buy_all(reader, "day", "month", "year", "week")
    refund(month)
    refund(day)
    assert_without_a_gap(spans(user=reader), NOW)
    assert lengths(spans(user=reader)) == [365 * DAY, 7 * DAY]


def test_what_is_left_of_a_period_that_has_begun_is_closed(reader, now):
    week, _month = buy_all(reader, "week", "month")
    now.move_to(NOW + 3 * DAY, tick=False)
    refund(week)
    assert_without_a_gap(spans(user=reader), NOW + 3 * DAY)


def test_what_has_begun_stays_where_it_is(reader, now):
    week, month = buy_all(reader, "week", "month")
    now.move_to(NOW + 8 * DAY, tick=False)
    before = spans(user=reader)
    refund(week)
    assert spans(user=reader) == before[1:]
    refund(month)
    assert spans(user=reader) == []


def test_the_refund_of_the_last_one_moves_nothing(reader):
    *_others, last = buy_all(reader, "day", "month", "week")
    before = spans(user=reader)
    refund(last)
    assert spans(user=reader) == before[:-1]
    assert not Subscription.objects.filter(moved_from__isnull=False).exists()


def test_a_part_that_goes_back_moves_nothing(reader):
    day, _month = buy_all(reader, "day", "month")
    before = spans(user=reader)
    billing.ask_refund(day, amount=1, reason="x", by=None)
    assert spans(user=reader) == before


def test_what_has_moved_is_refunded_where_it_is_now(reader):
    day, month, _week = buy_all(reader, "day", "month", "week")
    refund(day)
    order = month.order
    assert (order.subscription.starts_at, order.subscription.moved_from.order) == (NOW, order)
    refund(month)
    assert order.subscription.revocation.at == NOW
    assert_without_a_gap(spans(user=reader), NOW)
    assert lengths(spans(user=reader)) == [7 * DAY]


def test_a_refund_that_is_told_again_moves_nothing_again(reader):
    day, _month, _week = buy_all(reader, "day", "month", "week")
    facts = {"external_id": "P0", "amount": day.amount, "currency": "XOF", "order_key": day.order.key}
    for _time in range(3):
        billing.settle(day.order, Truth(TruthState.REFUNDED, **facts, refund_id="R"))
    assert (Refund.objects.count(), Subscription.objects.count()) == (1, 5)
    assert_without_a_gap(spans(user=reader), NOW)


def test_a_part_that_becomes_all_moves_what_follows_once(reader):
    day, _month = buy_all(reader, "day", "month")
    facts = {"external_id": "P0", "amount": day.amount, "currency": "XOF", "order_key": day.order.key}
    for back in (1, day.amount, day.amount):
        billing.settle(day.order, Truth(TruthState.REFUNDED, **facts, refunded=back, refund_id="R"))
    assert_without_a_gap(spans(user=reader), NOW)
    assert Subscription.objects.count() == 3


def test_a_gap_that_the_office_has_left_is_not_closed(reader, cast):
    """Nor is what was taken away without money back: that would give the access back."""
    month, week = buy_all(reader, "month", "week")
    june = dt.datetime(2027, 6, 1, tzinfo=dt.UTC)
    granting.give(reader, make_plan(), starts_at=june, by=cast.subscriptions_desk)
    refund(month)
    assert [start for start, _end in spans(user=reader)] == [NOW, june]
    granting.revoke(week.order.subscription, reason="Abuse", at=NOW)
    assert [start for start, _end in spans(user=reader)] == [june]


def test_refunding_what_was_ended_before_closes_the_hole_too(reader):
    month, _week = buy_all(reader, "month", "week")
    granting.revoke(month.order.subscription, reason="Wrong plan", at=NOW)
    assert not is_subscriber(reader)
    refund(month)
    assert_without_a_gap(spans(user=reader), NOW)


def test_what_covers_the_hole_already_is_not_overlapped(reader, cast):
    month, _week = buy_all(reader, "month", "week")
    granting.give(reader, make_plan(), starts_at=NOW, ends_at=NOW + 10 * DAY, by=cast.subscriptions_desk)
    refund(month)
    assert_without_a_gap(spans(user=reader), NOW)
    assert lengths(spans(user=reader)) == [10 * DAY, 7 * DAY]


def test_codes_trials_gifts_and_presents_move_with_what_they_are(reader, cast, now):
    (day,) = buy_all(reader, "day")
    price = make_plan(name="Card", period="week").prices.get()
    _batch, (code, *_rest) = make_batch(by=cast.subscriptions_desk, price=price)
    vouchers.redeem(reader, code)
    trial = ordered(reader, make_plan(period="week", is_trial=True, price=0))
    billing.take_free(trial)
    giver = make_user()
    given = order_gift(giver, make_plan(period="week").prices.get(), "sandbox")
    billing.settle(given, paid(given, "G1"))
    gift_code = gifts.renew_code(given.gift)
    gifts.redeem(reader, gift_code)
    granting.give(reader, make_plan(period="week"), by=cast.subscriptions_desk, note="Sorry")
    refund(day)
    assert_without_a_gap(spans(user=reader), NOW)
    stand = Subscription.objects.filter(user=reader).standing().order_by("starts_at")
    assert [(each.source, each.note[:5]) for each in stand] == [
        ("voucher", "Code "),
        ("trial", ""),
        ("gift", ""),
        ("staff", "Sorry"),
    ]
    assert (stand[0].voucher.redeemed_by, stand[1].order, stand[2].order) == (reader, trial, given)
    assert vouchers.used_by(reader, code) == stand[0]
    assert gifts.used_by(reader, gift_code) == stand[2]
    with pytest.raises(billing.Refused):
        ordered(reader, make_plan(is_trial=True, price=0))
    refund(Payment.objects.get(external_id="G1"))
    assert_without_a_gap(spans(user=reader), NOW)
    assert lengths(spans(user=reader)) == [7 * DAY] * 3


def test_the_periods_of_an_institution_move_up(now, cast):
    school, plan = Institution.objects.create(name="Lycée"), make_plan(is_for_institutions=True)
    fields = {"purpose": "seats", "institution": school}
    manager, other = make_user(), make_user()
    _order, first = buy(manager, plan, "P1", seats=5, **fields)
    buy(other, plan, "P2", seats=8, **fields)
    refund(first)
    assert_without_a_gap(spans(institution=school), NOW)
    assert len(spans(institution=school)) == 1


def test_a_renewal_of_months_goes_on_from_where_the_last_one_ends_now(reader):
    _day, month = buy_all(reader, "day", "month")
    refund(_day)
    buy(reader, make_plan(), "P9")
    (_start, first_end), (start, end) = spans(user=reader)
    assert (start, end) == (first_end, dt.datetime(2027, 1, 26, 12, tzinfo=dt.UTC))
    assert month.order.subscription.ends_at == first_end


def test_a_card_is_charged_at_the_end_that_has_moved(reader, now, monkeypatch):
    monkeypatch.setattr("subscriptions.providers.sandbox.Sandbox.can_renew", True)
    monkeypatch.setattr("subscriptions.providers.sandbox.Sandbox.is_ready", lambda self: True)
    (week,) = buy_all(reader, "week")
    order, _payment = buy(reader, make_plan(), "P7", renews=True)
    refund(week)
    assert order.subscription.starts_at == NOW
    assert list(due(order.subscription.ends_at - HOUR)) == [order]


def test_the_ledger_is_only_appended_to_and_each_move_is_told(client, reader, cast):
    clerk = cast.subscriptions_desk
    day, month = buy_all(reader, "day", "month")
    rows = set(Subscription.objects.values_list("pk", "starts_at", "ends_at"))
    office.refund(day, amount=day.amount, reason="Mistake", by=clerk)
    assert rows < set(Subscription.objects.values_list("pk", "starts_at", "ends_at"))
    assert Revocation.objects.count() == 2
    with pytest.raises(AppendOnly):
        month.order.subscription.save()
    entry = Entry.objects.get(action="Subscription moved up")
    assert entry.by_key == clerk.pk
    assert "Month" in entry.detail
    client.force_login(reader)
    page = client.get(reverse("subscription_history")).text
    assert "An earlier period was refunded, so that this one has moved up: it runs from 26 November 2026" in page
    assert "has moved up after the refund of an earlier one" in page
    assert "26 décembre 2026" in standing_of(reader).words
    clerk.language = "en"
    clerk.save()
    client.force_login(clerk)
    page = client.get(reverse("admin:subscriptions_reader_change", args=[reader.pk])).text
    assert "An earlier period was refunded" in page
    assert "Moved up" in client.get(reverse("admin:subscriptions_subscription_changelist")).text


def test_pages_of_the_order_name_the_end_that_has_moved_and_the_receipt_what_was_sold(client, reader):
    day, month = buy_all(reader, "day", "month")
    refund(day)
    client.force_login(reader)
    assert "26 December 2026" in client.get(reverse("order", args=[month.order.key])).text
    assert "from 27 November 2026 to 27 December 2026" in client.get(reverse("receipt", args=[month.receipt])).text


def hole_before_a_year(reader):
    """As refunds left it before periods moved up."""
    month, year = buy_all(reader, "month", "year")
    granting.revoke(month.order.subscription, reason="x", at=NOW)
    return year.order.subscription


@pytest.mark.parametrize("period", ["day", "week", "month"])
def test_what_fits_into_a_hole_begins_now(reader, period):
    year, plan = hole_before_a_year(reader), make_plan(period=period)
    price = Price.objects.select_related("plan").get(plan=plan)
    assert not offered(reader, price)["goes_on"]
    order, _payment = buy(reader, plan, "P9")
    assert order.subscription.starts_at == NOW
    assert order.subscription.ends_at <= year.starts_at
    assert is_subscriber(reader)


def test_what_does_not_fit_into_a_hole_comes_last(reader):
    year = hole_before_a_year(reader)
    order, _payment = buy(reader, make_plan(period="quarter"), "P9")
    assert order.subscription.starts_at == year.ends_at


def test_what_is_bought_before_a_gap_goes_on_from_what_one_has(reader, cast):
    (week,) = buy_all(reader, "week")
    june = dt.datetime(2027, 6, 1, tzinfo=dt.UTC)
    granting.give(reader, make_plan(), starts_at=june, by=cast.subscriptions_desk)
    order, _payment = buy(reader, make_plan(), "P9")
    assert order.subscription.starts_at == week.order.subscription.ends_at


@pytest.mark.django_db(transaction=True)
def test_refunds_and_sales_at_once_leave_no_hole():
    """Five refunds, two sales and a present of the office, each in a thread of its own."""
    user, clerk = make_user(), make_user()
    payments = buy_all(user, *["week"] * 8)
    orders = [ordered(user, make_plan(period="week")) for _number in range(2)]
    deeds = [lambda one=one: refund(Payment.objects.get(pk=one.pk)) for one in payments[:5]]
    deeds += [lambda one=one: billing.settle(one, paid(one, f"S-{one.pk}")) for one in orders]
    deeds.append(lambda: granting.give(user, make_plan(period="week"), by=clerk))
    results = race(deeds)
    assert not [one for one in results if isinstance(one, Exception)]
    found = spans(user=user)
    assert lengths(found) == [7 * DAY] * 6
    assert found[0][0] <= timezone.now()
    assert_without_a_gap(found, found[0][0])
    assert not Refund.objects.filter(payment__order__periods__in=Subscription.objects.standing()).exists()
