"""What a slip of an agent's money can take back: no more than was brought, in its currency."""

import pytest

from subscriptions import vouchers
from subscriptions.models import AgentSettlement
from subscriptions.refusals import Refused
from tests.factories import make_agent
from tests.racing import race


@pytest.fixture
def agent(db):
    return make_agent(name="Kiosque")


def bring(agent, clerk, amount, number, currency="XOF"):
    return vouchers.bring(agent, amount=amount, currency=currency, receipt_number=number, by=clerk)


def test_a_minus_takes_back_what_was_brought_and_no_more(client, cast, agent):
    clerk = cast.subscriptions_desk
    clerk.language = "en"
    clerk.save()
    client.force_login(clerk)
    bring(agent, clerk, 11_800, "A-1")
    bring(agent, clerk, 500, "A-2", currency="EUR")
    bring(make_agent(), clerk, 90_000, "A-3")
    address = f"/admin/subscriptions/agent/{agent.pk}/do/bring/"
    slip = {"amount": "-11801", "currency": "XOF", "receipt": "A-4"}
    answer = client.post(address, slip)
    assert answer.status_code == 422
    assert "Kiosque has brought 11,800\u00a0F\u00a0CFA" in answer.text
    assert client.post(address, slip | {"amount": "−11 800"}).status_code == 302
    assert client.post(address, slip | {"amount": "−1", "receipt": "A-5"}).status_code == 422
    assert sum(row.amount for row in agent.settlements.filter(currency="XOF")) == 0


def test_a_correction_sent_twice_is_one(cast, agent):
    bring(agent, cast.subscriptions_desk, 500, "A-1")
    twice = [bring(agent, cast.subscriptions_desk, -500, "A-2") for _time in range(2)]
    assert twice[0] == twice[1]
    assert AgentSettlement.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_several_corrections_at_once_those_that_are_too_many_are_refused(cast):
    agent, clerk = make_agent(), cast.subscriptions_desk
    bring(agent, clerk, 1000, "A-1")
    results = race([lambda number=number: bring(agent, clerk, -400, f"B-{number}") for number in range(5)])
    assert sum(isinstance(result, Refused) for result in results) == 3
    assert sum(row.amount for row in agent.settlements.all()) == 200
