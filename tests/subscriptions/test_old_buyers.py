"""Names and addresses of buyers go once the law on accounts no longer asks for them; the money stays."""

import datetime as dt

import pytest
from django.core.management import call_command

from newsroom.daily import Daily
from subscriptions.models import Order, Payment, ProviderEvent
from subscriptions.personal_data import forget_old_buyers
from tests.factories import make_user
from tests.newsroom.test_personal_data import buy

pytestmark = pytest.mark.django_db


def at(year, month=6, day=15):
    return dt.datetime(year, month, day, 12, tzinfo=dt.UTC)


@pytest.fixture
def orders(time_machine):
    """Of 2026 and of 2027."""
    made = []
    for year in (2026, 2027):
        time_machine.move_to(at(year), tick=False)
        made.append(buy(make_user(name="Awa")))
        ProviderEvent.objects.create(provider="wave", event_id=str(year), body="+223 76 00 00 00")
    return made


def names():
    return list(Order.objects.order_by("pk").values_list("buyer_name", flat=True))


def test_ten_years_after_the_year_of_the_payment_the_buyer_goes(orders, time_machine):
    time_machine.move_to(at(2036, 12, 31), tick=False)
    assert forget_old_buyers() == 0
    time_machine.move_to(at(2037, 1, 1), tick=False)
    assert forget_old_buyers() == 1
    assert names() == ["", "Awa"]
    assert Order.objects.filter(buyer_email="").count() == 1
    assert Payment.objects.count() == 2
    assert list(ProviderEvent.objects.order_by("pk").values_list("body", flat=True)) == ["", "+223 76 00 00 00"]
    assert forget_old_buyers() == 0


def test_the_years_are_a_setting(orders, time_machine, settings, capsys):
    settings.BUYER_DATA_YEARS = 1
    time_machine.move_to(at(2028, 1, 1), tick=False)
    call_command("erase_old_buyers")
    assert capsys.readouterr().out == "1 orders emptied\n"
    assert names() == ["", "Awa"]


def test_money_that_came_later_keeps_the_name(orders, time_machine):
    time_machine.move_to(at(2030), tick=False)
    Payment.objects.create(
        order=orders[0], provider="office", external_id="late", amount=1, currency="XOF", receipt="2030-000001"
    )
    time_machine.move_to(at(2037, 1, 1), tick=False)
    assert forget_old_buyers() == 0


def test_the_tick_does_it_once_a_day(orders, time_machine, django_assert_num_queries):
    daily = Daily()
    daily()
    with django_assert_num_queries(0):
        daily()
    time_machine.move_to(at(2037, 1, 1), tick=False)
    daily()
    assert names() == ["", "Awa"]
