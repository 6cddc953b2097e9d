"""The till of a day: who took how much, in which currency, under which numbers."""

import datetime as dt

import pytest

from subscriptions import office, vouchers
from subscriptions.till_report import movements, totals
from tests.factories import make_agent, make_plan, make_user
from tests.subscriptions.office_books import paid_by, paid_cash
from tests.tables import read_table

TILL, EXPORT = "/admin/till/", "/admin/till/export/"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture
def books(cast, time_machine):
    """Of one day: two sales, one given back in part, an agent's money, a sale in euros; and a telephone's."""
    clerk, other = cast.subscriptions_desk, make_user(name="Oumar Guichet", is_staff=True)
    time_machine.move_to(NOON - dt.timedelta(days=1), tick=False)
    paid_cash(clerk, number="A-0")
    time_machine.move_to(NOON, tick=False)
    paid_cash(clerk, user=make_user(name="=HYPERLINK(1)"), number="A-1")
    time_machine.move_to(NOON + dt.timedelta(hours=1), tick=False)
    payment = paid_cash(other, price=make_plan(price=1000).prices.get(), number="A-2")
    office.refund(payment, amount=400, reason="Too much", by=clerk)
    vouchers.bring(make_agent(name="Kiosque"), amount=9000, currency="XOF", receipt_number="A-3", by=clerk)
    paid_cash(clerk, price=make_plan(price=500, currency="EUR").prices.get(), number="A-4")
    paid_by("wave", number="W1")
    return NOON.date()


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def test_the_day_holds_its_own_cash_and_no_other_money(books):
    rows = movements(books)
    assert sorted((row.number, row.amount, row.currency) for row in rows) == [
        ("A-1", 2500, "XOF"),
        ("A-2", -400, "XOF"),
        ("A-2", 1000, "XOF"),
        ("A-3", 9000, "XOF"),
        ("A-4", 500, "EUR"),
    ]
    assert rows[0].number == "A-1"


def test_sums_are_by_person_and_currency(books):
    found = [(one.currency, one.person, one.received, one.refunded) for one in totals(movements(books))]
    assert found == [
        ("EUR", "Lassana Abonnements", 500, 0),
        ("EUR", "", 500, 0),
        ("XOF", "Lassana Abonnements", 11500, 400),
        ("XOF", "Oumar Guichet", 1000, 0),
        ("XOF", "", 12500, 400),
    ]


def test_a_day_is_the_newspaper_s(cast, settings, time_machine):
    settings.TIME_ZONE = "Asia/Tokyo"
    time_machine.move_to(dt.datetime(2026, 11, 23, 20, tzinfo=dt.UTC), tick=False)
    paid_cash(cast.subscriptions_desk)
    assert not movements(dt.date(2026, 11, 23))
    assert len(movements(dt.date(2026, 11, 24))) == 1


def test_the_page_shows_the_day_that_is_chosen(desk, books):
    page = desk.get(TILL, {"day": "2026-11-23"}).text
    assert "12\u202f100" in page
    assert "A-0" not in page
    assert "A-0" in desk.get(TILL, {"day": "2026-11-22"}).text
    assert "list-empty" in desk.get(TILL, {"day": "2026-11-01"}).text


@pytest.mark.parametrize("day", ["x", "2026-02-30", "0001-01-01", "9999-12-31", "\x00"])
def test_a_day_that_is_none_leads_nowhere(desk, day):
    assert desk.get(TILL, {"day": day}).status_code == 404


def test_the_table_opens_without_a_formula(desk, books):
    """E12"""
    answer = desk.post(f"{EXPORT}?day=2026-11-23")
    rows = read_table(answer.getvalue())
    assert len(rows) == 6
    assert rows[1][2:8] == ["A-1", "2500", "", "XOF", "Lassana Abonnements", "'=HYPERLINK(1)"]
    found = {(row[2], *row[3:6]) for row in rows}
    assert {("A-2", "", "400", "XOF"), ("A-4", "5,00", "", "EUR")} <= found


@pytest.mark.parametrize("role", ["pigiste", "editor", "moderator"])
def test_others_do_not_see_the_till(client, cast, role):
    client.force_login(getattr(cast, role))
    assert client.get(TILL).status_code == 403
    assert client.post(EXPORT).status_code == 403


def test_what_the_till_costs(desk, cast, django_assert_max_num_queries):
    for number in range(12):
        paid_cash(cast.subscriptions_desk, number=f"A-{number}")
    desk.get(TILL)
    # Session, person and their rights; the newspaper; sales, refunds, agents.
    with django_assert_max_num_queries(9):
        desk.get(TILL)
