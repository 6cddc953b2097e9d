"""Scratch codes: made once, used once, refused with a sentence; agents bring money."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from journal.models import Entry
from subscriptions.access import is_subscriber
from subscriptions.codes import new_code, shown
from subscriptions.models import AgentSettlement, AppendOnly, Payment, Subscription, Voucher, VoucherBatch
from subscriptions.refusals import AlreadyTheirs, Refused
from subscriptions.vouchers import bring, cancel_batch, redeem
from tests.factories import make_agent, make_batch, make_plan, make_user

DAY = dt.timedelta(days=1)


@pytest.fixture
def clerk(cast):
    return cast.subscriptions_desk


def test_a_code_makes_a_subscriber_at_once(clerk):
    user = make_user()
    _batch, codes = make_batch(by=clerk)
    period = redeem(user, shown(codes[0]).lower())
    assert is_subscriber(user)
    assert period.source == Subscription.Source.VOUCHER
    used = Voucher.objects.get(subscription=period)
    assert (used.redeemed_by, used.tail) == (user, codes[0][-4:])


def test_no_code_is_kept_in_clear(clerk):
    batch, codes = make_batch(by=clerk)
    kept = [*Voucher.objects.values_list(), *VoucherBatch.objects.values_list(), *Entry.objects.values_list()]
    assert not [code for code in codes if code in str(kept) or shown(code) in str(kept)]
    assert batch.vouchers.count() == 3


def test_codes_are_found_under_a_former_secret(clerk, settings):
    _batch, codes = make_batch(by=clerk)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret of the site, long enough for the checks of Django"
    assert redeem(make_user(), codes[0])


def test_what_was_sold_keeps_its_terms(clerk):
    plan = make_plan(period="week", grace_days=2)
    _batch, codes = make_batch(by=clerk, price=plan.prices.get())
    plan.period, plan.grace_days, plan.is_active = "day", 0, False
    plan.save()
    period = redeem(make_user(), codes[0])
    assert period.ends_at - period.starts_at == 7 * DAY
    assert period.grace_ends_at - period.ends_at == 2 * DAY


def test_two_codes_of_one_person_follow_one_another(clerk):
    user = make_user()
    _batch, codes = make_batch(by=clerk)
    first, second = redeem(user, codes[0]), redeem(user, codes[1])
    assert second.starts_at == first.ends_at


def test_a_used_code_is_refused_and_takes_nothing(clerk):
    user = make_user()
    _batch, codes = make_batch(by=clerk)
    redeem(user, codes[0])
    with pytest.raises(AlreadyTheirs, match="déjà"):
        redeem(user, codes[0])
    with pytest.raises(Refused, match="déjà") as refused:
        redeem(make_user(), codes[0])
    assert not isinstance(refused.value, AlreadyTheirs)
    assert Subscription.objects.count() == 1


def test_the_code_of_a_lost_batch_is_refused_and_what_was_used_stays(clerk):
    early = make_user()
    batch, codes = make_batch(by=clerk)
    redeem(early, codes[0])
    assert cancel_batch(batch, reason="Lost on the way", by=clerk)
    assert not cancel_batch(batch, reason="Again", by=clerk)
    with pytest.raises(Refused, match="annulé"):
        redeem(make_user(), codes[1])
    assert is_subscriber(early)
    assert VoucherBatch.objects.get().cancel_reason == "Lost on the way"


def test_a_code_is_good_until_the_end_of_its_last_day(clerk, time_machine):
    batch, codes = make_batch(by=clerk, expires_in=1)
    last = dt.datetime.combine(batch.expires_on, dt.time(23, 59, 30), tzinfo=timezone.get_default_timezone())
    time_machine.move_to(last, tick=False)
    assert redeem(make_user(), codes[0])
    time_machine.move_to(last + dt.timedelta(minutes=1), tick=False)
    with pytest.raises(Refused, match="jusqu"):
        redeem(make_user(), codes[1])


@pytest.mark.django_db
def test_what_is_no_code_is_refused():
    for typed in ("", "nonsense", new_code()):
        with pytest.raises(Refused):
            redeem(make_user(), typed)
    assert not Subscription.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("people", [1, 12])
def test_of_twelve_who_use_one_code_at_once_one_has_it(cast, people):
    """I15"""
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    users = [make_user() for _ in range(people)]

    def once(number):
        try:
            return redeem(users[number % people], codes[0])
        except Refused:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        had = [period for period in pool.map(once, range(12)) if period]
    assert len(had) == Subscription.objects.count() == 1


def test_money_of_an_agent_is_counted_once(clerk):
    agent = make_agent()
    for _time in range(2):
        bring(agent, amount=9000, currency="XOF", receipt_number="R-7", by=clerk)
    assert AgentSettlement.objects.get().amount == 9000
    with pytest.raises(Refused):
        bring(agent, amount=500, currency="XOF", receipt_number="R-7", by=clerk)


def test_what_an_agent_brought_is_not_written_over(clerk):
    brought = bring(make_agent(), amount=9000, currency="XOF", receipt_number="R-7", by=clerk)
    brought.amount = 1
    for change in (brought.save, brought.delete, AgentSettlement.objects.all().delete):
        with pytest.raises(AppendOnly):
            change()


def test_a_number_of_the_receipt_book_is_used_once(clerk):
    Payment.objects.create(provider="office", external_id="R-8", amount=1, currency="XOF", receipt="2026-1")
    with pytest.raises(Refused):
        bring(make_agent(), amount=500, currency="XOF", receipt_number="R-8", by=clerk)
