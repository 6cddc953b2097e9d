"""Numbers of paper receipts: one number however it is typed, for sales, seats and money of agents."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from subscriptions import office, vouchers
from subscriptions.models import AgentSettlement, Payment
from subscriptions.receipt_numbers import one_spelling
from subscriptions.refusals import Refused
from tests.factories import make_agent, make_plan, make_user

SPELLINGS = [
    "C-1",
    "c-1",
    "C- 1",
    " C -1 ",
    "C\u20111",
    "C\u2010\u00a01",
    "C–1",
    "C—1",
    "C\u22121",
    "Ｃ－１",
    "C-\u200b1",
]
MIGRATION = "0013_one_spelling_of_paper_receipts"


def before(migration):
    """The models as a migration finds them."""
    return MigrationLoader(connection).project_state(("subscriptions", migration), at_end=False).apps


@pytest.mark.parametrize("typed", SPELLINGS)
def test_it_has_one_spelling(typed):
    assert one_spelling(typed) == "C-1"


@pytest.mark.parametrize("typed", SPELLINGS)
def test_it_makes_one_sale(client, cast, typed):
    client.force_login(cast.subscriptions_desk)
    price = make_plan().prices.get()
    office.take_cash(make_user(), price, receipt="C-1", by=cast.subscriptions_desk)
    sale = {"reader": make_user().pk, "price": price.pk, "receipt": typed}
    assert client.post("/admin/counter/sell/", sale).status_code == 422
    assert Payment.objects.get().external_id == "C-1"
    assert client.post("/admin/counter/sell/", sale | {"receipt": "C-2"}).status_code == 302


def test_a_number_of_which_nothing_is_left_is_none(client, cast):
    client.force_login(cast.subscriptions_desk)
    sale = {"reader": make_user().pk, "price": make_plan().prices.get().pk, "receipt": "\u200b"}
    assert client.post("/admin/counter/sell/", sale).status_code == 422
    assert client.post("/admin/counter/sell/", sale | {"receipt": "\ufdfa" * 30}).status_code == 422
    assert not Payment.objects.exists()


def test_sales_and_money_of_agents_share_the_book(cast):
    clerk, agent, price = cast.subscriptions_desk, make_agent(), make_plan().prices.get()
    office.take_cash(make_user(), price, receipt="C – 1", by=clerk)
    with pytest.raises(Refused):
        vouchers.bring(agent, amount=500, currency="XOF", receipt_number="c\u20111", by=clerk)
    vouchers.bring(agent, amount=500, currency="XOF", receipt_number="C – 2", by=clerk)
    with pytest.raises(Refused):
        office.take_cash(make_user(), price, receipt="C\u20112", by=clerk)
    assert AgentSettlement.objects.get().receipt_number == "C-2"


def test_numbers_of_before_are_respelled_but_where_two_are_the_same(cast):
    clerk, agent = cast.subscriptions_desk, make_agent()
    paid = {"amount": 500, "currency": "XOF"}
    for number in ("C- 1", "C -1", "D 2", "D2", "E-3"):
        Payment.objects.create(provider="office", external_id=number, receipt=number, **paid)
    elsewhere = Payment.objects.create(provider="wave", external_id="w 1", receipt="w", **paid)
    agent.settlements.create(amount=5, receipt_number="K – 1", recorded_by=clerk)
    migration = import_module(f"subscriptions.migrations.{MIGRATION}")
    migration.respell(before(MIGRATION), SimpleNamespace(connection=connection))
    old = Payment.objects.filter(provider="office").order_by("pk")
    assert list(old.values_list("external_id", flat=True)) == ["C-1", "C -1", "D 2", "D2", "E-3"]
    assert Payment.objects.get(pk=elsewhere.pk).external_id == "w 1"
    assert agent.settlements.get().receipt_number == "K-1"
    for table in ("payment", "agentsettlement"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE subscriptions_{table} SET amount = 1")  # noqa: S608
