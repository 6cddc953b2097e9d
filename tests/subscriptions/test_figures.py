"""The office's figures: people once a plan and day, money never across currencies, the same queries for any number."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from subscriptions import billing, charts, office, vouchers
from subscriptions.figures import figures
from subscriptions.granting import extend, revoke
from tests.factories import make_agent, make_plan, make_subscription, make_user
from tests.subscriptions.office_books import paid_by, paid_cash

PAGE = "/admin/subscribers/"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def now(db, time_machine):
    time_machine.move_to(NOON, tick=False)
    return NOON


def period(plan, begins, days, **fields):
    fields.setdefault("user", None)
    user = fields.pop("user") or make_user()
    return make_subscription(
        user, plan=plan, starts_at=NOON + begins * DAY, ends_at=NOON + (begins + days) * DAY, **fields
    )


def test_a_day_counts_those_whose_period_holds_at_its_end(now):
    plan = make_plan(name="Mois")
    period(plan, -5, 3)
    period(plan, -200, 400)
    assert figures(30).plans["Mois"][-8:] == [1, 1, 2, 2, 2, 1, 1, 1]


def test_a_person_counts_once_a_plan_and_once_in_all(now):
    plan, user = make_plan(name="Mois"), make_user()
    period(plan, -10, 20, user=user)
    period(plan, -5, 30, user=user)
    period(make_plan(name="Jour"), -1, 5, user=user)
    found = figures(30)
    assert (found.plans["Mois"][-1], found.plans["Jour"][-1], found.now) == (1, 1, 1)


def test_what_was_ended_early_counts_until_then(now):
    plan = make_plan(name="Mois")
    revoke(period(plan, -10, 30), reason="x", at=NOON - 4 * DAY)
    found = figures(30)
    assert found.plans["Mois"][-7:] == [1, 1, 0, 0, 0, 0, 0]
    assert (sum(found.ended), found.now) == (1, 0)


def test_beginnings_renewals_ends_and_grace(now):
    plan = make_plan(period="week", grace_days=3)
    renews, leaves, late = make_user(), make_user(), make_user()
    for user, begins in ((renews, -12), (leaves, -15), (late, -8)):
        extend({"user": user}, plan, at=NOON + begins * DAY)
    extend({"user": renews}, plan, at=NOON - 4 * DAY)
    found = figures(30)
    assert (sum(found.begun), sum(found.renewed), sum(found.ended)) == (3, 1, 2)
    assert (found.now, found.in_grace) == (1, 1)


def test_a_person_begins_once_with_the_first_period_that_has_begun(client, cast, now):
    """On the first page as on the dashboard: not with what is to come, nor by coming back, nor by what went back."""
    plan, clerk = make_plan(period="week"), cast.subscriptions_desk
    buyer, back, waits, leaves = (make_user() for _person in range(4))
    for _period in range(4):
        extend({"user": buyer}, plan)
    period(plan, -300, 7, user=back)
    period(plan, 0, 7, user=back)
    period(plan, 3, 7, user=waits)
    first = extend({"user": leaves}, plan, at=NOON - DAY)
    extend({"user": leaves}, plan, at=NOON - DAY)
    revoke(first, reason="x", at=NOON - DAY)
    clerk.language = "en"
    clerk.save()
    client.force_login(clerk)
    found = figures(30)
    assert (found.begun[-1], found.renewed[-1]) == (1, 1)
    numbers = {words: (number, url) for words, number, url in area(client).figures}
    number, url = numbers["Beginnings today"]
    assert number == 1
    assert [row.user for row in client.get(url).context["cl"].result_list] == [buyer]


def area(client):
    areas = client.get(reverse("admin:index")).context["areas"]
    return next(one for one in areas if one.name == "subscriptions")


def test_what_was_taken_back_before_it_began_never_began(now):
    revoke(period(make_plan(), -3, 7), reason="x", at=NOON - 5 * DAY)
    found = figures(30)
    assert (sum(found.begun), sum(found.renewed), sum(found.ended)) == (0, 0, 0)


def test_money_by_means_and_currency_without_what_went_back(now, cast):
    clerk = cast.subscriptions_desk
    paid_by("wave", at=NOON - DAY)
    cash = paid_cash(clerk)
    office.refund(cash, amount=500, reason="x", by=clerk)
    paid_cash(clerk, price=make_plan(price=700, currency="EUR").prices.get(), number="A-2")
    vouchers.bring(make_agent(), amount=900, currency="XOF", receipt_number="A-3", by=clerk)
    waiting = paid_by("wave", number="W2", at=NOON - 400 * DAY)
    billing.ask_refund(waiting, amount=100, reason="Not sent yet", by=clerk)
    francs, euros = figures(30).takings
    assert {name: amounts[-2:] for name, amounts in francs.means.items()} == {
        "wave": [2500, 0],
        "office": [0, 2500],
        "agents": [0, 900],
    }
    assert francs.refunded[-1] == 500
    assert [francs.net(step) for step in (-2, -1)] == [2500, 2900]
    assert (euros.currency, euros.net(-1)) == ("EUR", 700)


def test_a_year_is_counted_by_month(now):
    for number, days in enumerate((3, 40, 41, 300)):
        paid_by("wave", number=f"W{number}", at=NOON - days * DAY)
    found = figures(365)
    assert found.by_month
    assert found.steps[0] == dt.date(2025, 11, 1)
    assert [amount for amount in found.takings[0].means["wave"] if amount] == [2500, 5000, 2500]


def test_the_page_costs_the_same_whatever_there_is(client, cast, now):
    client.force_login(cast.subscriptions_desk)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(PAGE, {"days": "365"}).status_code == 200
        return len(queries)

    cost()
    few = cost()
    for number in range(6):
        paid_cash(cast.subscriptions_desk, number=f"A-{number}")
    # Session, person, rights; the newspaper; periods, plans, payments, agents, refunds.
    assert few == cost() <= 10


@pytest.mark.parametrize("days", ["30", "90", "365", "31", "x", "", "\x00"])
def test_only_three_spans_are_drawn(client, cast, now, days):
    client.force_login(cast.subscriptions_desk)
    paid_cash(cast.subscriptions_desk)
    page = client.get(PAGE, {"days": days})
    assert page.status_code == 200
    assert "<svg" in page.text
    assert "style=" not in page.text
    assert "<table" in page.text


@pytest.mark.parametrize("role", ["pigiste", "editor", "moderator"])
def test_others_see_no_figures(client, cast, role):
    client.force_login(getattr(cast, role))
    assert client.get(PAGE).status_code == 403


def test_lines_and_bars_stay_in_the_drawing():
    drawn, top = charts.lines({"A": [0, 7, 12], "B": [1, 1, 1]})
    assert top == 20
    assert drawn[0].points == "0.0,200.0 300.0,130.0 600.0,80.0"
    bars, top = charts.bars({"A": [3, 0], "B": [4, -2]})
    assert (top, len(bars)) == (10, 2)
    assert bars[1].y == pytest.approx(200 - 140)
    assert charts.lines({}) == ([], 1)


@pytest.mark.parametrize(("highest", "top"), [(0, 1), (1, 1), (3, 5), (11, 20), (51, 100), (2500, 5000)])
def test_the_upper_edge_is_a_round_number(highest, top):
    assert charts.nice_top(highest) == top
