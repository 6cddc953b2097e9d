"""Subscriptions given by hand."""

import datetime as dt

import pytest
import time_machine

from subscriptions import billing, granting
from subscriptions.models import Plan, Subscription, Zone
from tests.factories import make_plan, make_subscription, make_user
from tests.subscriptions.buying import buy
from tests.tables import read_table

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/subscriptions/subscription/", "/admin/subscriptions/subscription/add/"
NOW = dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def given(user, plan, **changes):
    form = {"user": user.pk, "plan": plan.pk, "starts_at": "2026-01-31 12:00:00", "note": "No. 7"}
    return form | {"ends_at": ""} | changes


@pytest.mark.parametrize(("period", "end"), [("week", (2, 7)), ("month", (2, 28)), ("quarter", (4, 30))])
def test_without_an_end_it_lasts_one_period_of_the_plan(desk, cast, period, end):
    user, plan = make_user(), make_plan(period=period)
    assert desk.post(ADD, given(user, plan)).status_code == 302
    subscription = Subscription.objects.get()
    assert subscription.ends_at == dt.datetime(2026, *end, 12, tzinfo=dt.UTC)
    assert subscription.given_by == cast.subscriptions_desk
    assert subscription.note == "No. 7"


def test_a_given_end_is_kept(desk):
    desk.post(ADD, given(make_user(), make_plan(), ends_at="2026-06-01 00:00:00"))
    assert Subscription.objects.get().ends_at == dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


def test_an_end_before_the_beginning_is_refused_in_words(desk):
    answer = desk.post(ADD, given(make_user(), make_plan(), ends_at="2026-01-01 00:00:00"))
    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()
    assert not Subscription.objects.exists()


def test_without_a_plan_or_with_a_beginning_that_is_none_the_form_comes_back(desk):
    for missing in ({"plan": ""}, {"user": ""}, {"starts_at": "yesterday"}):
        assert desk.post(ADD, given(make_user(), make_plan()) | missing).status_code == 200
    assert not Subscription.objects.exists()


def test_without_a_beginning_it_begins_at_the_end_of_what_the_person_has(desk):
    user = make_user()
    there = make_subscription(user, days=9)
    page = desk.get(ADD, {"user": user.pk})
    assert page.context["adminform"].form["starts_at"].value() is None
    assert page.context["adminform"].form.fields["starts_at"].help_text
    assert desk.post(ADD, given(user, make_plan(period="week"), starts_at="")).status_code == 302
    subscription = Subscription.objects.exclude(pk=there.pk).get()
    assert subscription.starts_at == there.ends_at
    assert subscription.ends_at == there.ends_at + dt.timedelta(days=7)


def test_without_a_beginning_it_begins_now_for_whom_has_nothing(desk, time_machine):
    time_machine.move_to(NOW, tick=False)
    desk.post(ADD, given(make_user(), make_plan(), starts_at=""))
    assert Subscription.objects.get().starts_at == NOW


def test_dates_that_the_person_has_already_are_refused_with_the_day_until_which(desk, cast):
    cast.subscriptions_desk.language = "en"
    cast.subscriptions_desk.save()
    user, plan = make_user(), make_plan()
    with time_machine.travel(NOW, tick=False):
        make_subscription(user, days=10)
        make_subscription(user, starts_at=NOW + dt.timedelta(days=10), ends_at=NOW + dt.timedelta(days=20))
        for begins in ("2026-01-31 12:00:00", "2026-02-19 12:00:00", "2025-11-15 12:00:00"):
            answer = desk.post(ADD, given(user, plan, starts_at=begins))
            assert "until 20 February 2026 already" in answer.text
        answer = desk.post(ADD, given(user, plan, starts_at="", ends_at="2026-02-05 12:00:00"))
        assert "which is on 20 February 2026" in answer.text
        assert Subscription.objects.count() == 2
        assert desk.post(ADD, given(user, plan, starts_at="2026-02-20 12:00:00")).status_code == 302


def test_what_ended_early_stands_in_no_way(desk):
    user = make_user()
    granting.revoke(make_subscription(user), reason="x")
    assert desk.post(ADD, given(user, make_plan(), starts_at="2026-11-30 12:00:00")).status_code == 302


def test_what_was_given_is_not_changed(desk):
    subscription = make_subscription(make_user())
    forged = given(subscription.user, subscription.plan, ends_at="2027-01-01 00:00:00")
    assert desk.post(f"{LIST}{subscription.pk}/change/", forged).status_code == 403
    assert desk.post(f"{LIST}{subscription.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.get(f"{LIST}{subscription.pk}/change/").status_code == 200
    assert Subscription.objects.get().ends_at == subscription.ends_at


def test_states_are_shown_and_filtered(desk):
    with time_machine.travel(NOW, tick=False):
        for name, (start, end) in {"gone": (-9, -1), "here": (-1, 9), "coming": (1, 9)}.items():
            starts_at, ends_at = NOW + dt.timedelta(days=start), NOW + dt.timedelta(days=end)
            make_subscription(make_user(email=f"{name}@x.org"), starts_at=starts_at, ends_at=ends_at)
        for state, name in {"ended": "gone", "active": "here", "upcoming": "coming"}.items():
            page = desk.get(LIST, {"state": state}).content.decode()
            assert f"{name}@x.org" in page
            assert page.count("@x.org") == page.count(f"{name}@x.org")
        assert desk.get(LIST, {"state": "nonsense"}).status_code == 200


def test_subscriptions_are_found_by_address(desk):
    make_subscription(make_user(email="awa@example.org"))
    make_subscription(make_user(email="other@x.org"))
    page = desk.get(LIST, {"q": "awa@example"}).content.decode()
    assert "awa@example.org" in page
    assert "other@x.org" not in page


def test_the_table_has_the_names_and_states_of_the_list(desk):
    """A plan that was renamed keeps what it was sold as; what moved up after a refund says so."""
    user, plan = make_user(), make_plan(name="Month")
    payments = [buy(user, plan, number)[1] for number in ("P1", "P2")]
    Plan.objects.update(name="Renamed")
    billing.ask_refund(payments[0], amount=payments[0].amount, reason="x", by=None)
    header, *rows = read_table(desk.post(f"{LIST}export/").getvalue())
    assert {row[header.index("Formule")] for row in rows} == {"Month"}
    assert sum(row[header.index("État")] == "Avancée" for row in rows) == 1
    assert len(rows) == 3


def test_the_list_costs_the_same_whatever_its_length(desk, django_assert_max_num_queries):
    for _ in range(12):
        make_subscription(make_user())
    desk.get(LIST)
    # Session, person, rights; the count and the rows; the plans and the users of the filters.
    with django_assert_max_num_queries(10):
        desk.get(LIST)


def test_a_plan_with_subscriptions_is_not_deleted_and_the_page_says_why(desk):
    subscription = make_subscription(make_user())
    address = f"/admin/subscriptions/plan/{subscription.plan.pk}/delete/"
    assert str(subscription) in desk.get(address).content.decode()
    desk.post(address, {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [subscription.plan.pk]}
    desk.post("/admin/subscriptions/plan/", chosen | {"post": "yes"})
    assert Plan.objects.filter(pk=subscription.plan.pk).exists()


def test_prices_are_shown_in_words(desk):
    make_plan(price=2500)
    assert "2\u202f500\u00a0F\u00a0CFA" in desk.get("/admin/subscriptions/plan/").content.decode()


def test_an_editor_gives_no_subscriptions(client, cast):
    client.force_login(cast.editor)
    assert client.get(ADD).status_code == 403
    assert client.get(LIST).status_code == 403


def test_a_plan_is_priced_by_zone_in_the_usual_unit(desk):
    plan = make_plan(price=2500)
    francs, euros = Zone.objects.all()
    address = f"/admin/subscriptions/plan/{plan.pk}/change/"
    page = desk.get(address).content.decode()
    assert f'name="price_{francs.pk}" value="2500"' in page
    sent = {"name": plan.name, "slug": plan.slug, "period": "month", "grace_days": 0, "position": 0, "is_active": "on"}
    sent |= {f"price_{francs.pk}": "3000", f"price_{euros.pk}": "4,50"}
    assert desk.post(address, sent).status_code == 302
    assert list(plan.prices.values_list("amount", flat=True)) == [3000, 450]
    assert desk.post(address, sent | {f"price_{euros.pk}": ""}).status_code == 302
    assert list(plan.prices.values_list("amount", flat=True)) == [3000]


@pytest.mark.parametrize("price", ["-1", "2500,5", "99999999", "mille"])
def test_a_price_that_is_none_is_refused_beside_its_field(desk, price):
    plan = make_plan(price=2500)
    zone = Zone.objects.first()
    sent = {"name": plan.name, "slug": plan.slug, "period": "month", "grace_days": 0, "position": 0}
    answer = desk.post(f"/admin/subscriptions/plan/{plan.pk}/change/", sent | {f"price_{zone.pk}": price})
    assert answer.status_code == 200
    assert f'id="id_price_{zone.pk}_error"' in answer.content.decode()
    assert plan.prices.get().amount == 2500
