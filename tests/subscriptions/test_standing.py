"""Where somebody stands, in words: until when, in grace, by a seat, as a gift, on trial; and the price to go on."""

import datetime as dt

import pytest
from django.utils import translation

from subscriptions import granting
from subscriptions.access import is_subscriber
from subscriptions.dates import end_in_words, span_in_words
from subscriptions.models import Institution, Price, Seat, Subscription, Zone
from subscriptions.standing import price_to_renew, standing_of
from tests.factories import make_plan, make_subscription, make_user
from tests.subscriptions.buying import buy

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 26, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def span(start, end, **fields):
    dates = {"starts_at": NOW + start * DAY, "ends_at": NOW + end * DAY}
    if "grace" in fields:
        dates["grace_ends_at"] = NOW + fields.pop("grace") * DAY
    return dates | fields


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([], "You have no subscription."),
        ([span(-3, 27)], "Subscriber until 23 December 2026."),
        ([span(-3, 27), span(27, 57)], "Subscriber until 22 January 2027."),
        ([span(-3, 27), span(28, 58)], "Subscriber until 23 December 2026."),
        ([span(-60, -1), span(-3, 27), span(-3, 2)], "Subscriber until 23 December 2026."),
        ([span(-60, -1)], "Your subscription ended on 25 November 2026."),
        ([span(-60, -1), span(4, 34)], "Your subscription begins on 30 November 2026."),
        (
            [span(-31, -1, grace=2)],
            "Your subscription ended on 25 November 2026. You can still read until 28 November 2026.",
        ),
        ([span(-31, -1, grace=2), span(-1, 29)], "Subscriber until 25 December 2026."),
        ([span(-3, 27, source="trial")], "Trial subscription until 23 December 2026."),
        ([span(-3, 27, source="gift")], "Subscriber until 23 December 2026, by a gift."),
        ([span(-0.5, 0.5)], "Subscriber until 27 November 2026 at 00:00."),
    ],
)
def test_the_standing_in_words(spans, words):
    user = make_user()
    for dates in spans:
        make_subscription(user, **dates)
    assert standing_of(user, NOW).words == words


@pytest.mark.parametrize("hours", range(-60, 60, 7))
def test_the_words_agree_with_what_one_may_read(hours):
    """They are read by another way than ``is_subscriber``: nobody is told a thing and refused."""
    at = NOW + dt.timedelta(hours=hours)
    user = make_user()
    make_subscription(user, **span(-1.5, 0, grace=1))
    ended = make_subscription(user, **span(1, 30, grace=32))
    granting.revoke(ended, reason="x", at=NOW + 2 * DAY)
    assert standing_of(user, at).is_reading == is_subscriber(user, at)


def test_a_period_that_was_ended_early_ends_the_chain_there():
    user = make_user()
    first = make_subscription(user, **span(-3, 27))
    make_subscription(user, **span(27, 57))
    granting.revoke(first, reason="Refunded", at=NOW - DAY)
    standing = standing_of(user, NOW)
    assert (standing.kind, standing.is_reading) == ("upcoming", False)


def test_a_seat_is_named_beside_one_s_own_subscription():
    user = make_user()
    school = Institution.objects.create(name="Lycée Askia", seats_bought=1)
    Seat.objects.create(institution=school, number=1, email=user.email, user=user)
    Subscription.objects.create(
        institution=school, plan=make_plan(), anchor_day=1, **span(-3, 27, grace=27), source="purchase"
    )
    standing = standing_of(user, NOW)
    assert standing.sentences == standing.seats
    assert standing.seats == ["You read with a seat of Lycée Askia, until 23 December 2026."]
    assert standing.is_reading
    make_subscription(user, starts_at=NOW - DAY, ends_at=NOW + 9 * DAY)
    own, by_seat = standing_of(user, NOW).sentences
    assert own.startswith("Subscriber until")
    assert by_seat == standing.seats[0]


def test_it_takes_one_query_whatever_the_past(django_assert_num_queries):
    user = make_user()
    for days in range(5):
        make_subscription(user, **span(-60 - days, -30 - days))
    with django_assert_num_queries(1):
        standing_of(user, NOW)


def test_the_price_to_renew_is_that_of_the_zone_in_which_one_bought():
    plan, user = make_plan(price=500, currency="EUR"), make_user()
    buy(user, plan)
    here = Price.objects.create(plan=plan, zone=Zone.objects.get(currency="XOF"), amount=2500)
    assert price_to_renew(standing_of(user).period).zone.currency == "EUR"
    given = make_subscription(make_user(), plan=plan)
    assert price_to_renew(given) == here


def test_a_day_of_a_scratch_card_does_not_change_what_is_renewed():
    """What was bought last goes on, not what was given last."""
    month, user = make_plan(price=2500), make_user()
    buy(user, month)
    day = granting.extend({"user": user}, make_plan(period="day", price=100), source="voucher")
    assert standing_of(user).period == day
    assert price_to_renew(day).plan == month


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_trial": True}, {"is_for_institutions": True}])
def test_what_is_not_sold_again_has_no_price_to_renew(fields):
    assert price_to_renew(make_subscription(make_user(), plan=make_plan(**fields))) is None


@pytest.mark.parametrize(
    ("start", "period", "words"),
    [
        ("2026-01-31T10:00+00:00", "month", "from 31 January 2026 to 28 February 2026"),
        ("2028-02-29T10:00+00:00", "month", "from 29 February 2028 to 29 March 2028"),
        ("2028-02-29T10:00+00:00", "year", "from 29 February 2028 to 28 February 2029"),
        ("2026-03-28T23:59+00:00", "day", "from 28 March 2026 at 23:59 to 29 March 2026 at 23:59"),
        ("2026-03-25T00:00+00:00", "week", "from 25 March 2026 to 31 March 2026"),
    ],
)
def test_periods_in_words_are_never_shorter_than_promised(start, period, words):
    """I19"""
    dates = granting.next_dates({"user": make_user()}, period, at=dt.datetime.fromisoformat(start))
    assert span_in_words(dates["starts_at"], dates["ends_at"]) == words


@pytest.mark.parametrize(("language", "words"), [("fr", "1er juin 2026"), ("en", "1 June 2026")])
def test_the_first_of_a_month_is_read_as_one_says_it(language, words):
    with translation.override(language):
        assert end_in_words(dt.datetime(2026, 5, 2, tzinfo=dt.UTC), dt.datetime(2026, 6, 2, tzinfo=dt.UTC)) == words
