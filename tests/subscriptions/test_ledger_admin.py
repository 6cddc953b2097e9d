"""The office's books: found by what one knows, read only, changed by verbs with a reason, exported as text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from journal.models import Entry
from subscriptions.access import is_subscriber
from subscriptions.gift_ordering import order_gift
from subscriptions.models import Discrepancy, Institution, Order, Payment, Refund
from tests.factories import make_batch, make_plan, make_subscription, make_user
from tests.subscriptions.office_books import paid_by, paid_cash, stray
from tests.tables import read_table

BASE = "/admin/subscriptions/"
LISTS = ["order", "payment", "refund", "discrepancy", "reader", "agent", "voucherbatch", "voucher", "agentsettlement"]


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def do(desk, model, row, verb, **data):
    return desk.post(f"{BASE}{model}/{row.pk}/do/{verb}/", data)


def table(answer):
    return read_table(answer.getvalue())


@pytest.mark.parametrize("words", ["awa@example.org", "Traoré", "76 12 34 56", "W-77", "2026-", "A KEY"])
@pytest.mark.parametrize("model", ["order", "payment"])
def test_money_is_found_by_what_one_knows(desk, words, model, time_machine):
    time_machine.move_to("2026-11-23T12:00:00Z")
    payment = paid_by(user=make_user(email="awa@example.org", name="Awa Traoré", phone="+22376123456"), number="W-77")
    other = paid_by("orange_money", number="O-1")
    words = payment.order.key if words == "A KEY" else payment.receipt if words == "2026-" else words
    page = desk.get(f"{BASE}{model}/", {"q": words}).text
    mine = payment.receipt if model == "payment" else payment.order.key
    theirs = other.receipt if model == "payment" else other.order.key
    assert mine in page
    assert theirs not in page


@pytest.mark.parametrize("model", ["order", "payment", "refund", "discrepancy"])
def test_the_books_are_read_and_not_written(desk, cast, model):
    payment = paid_cash(cast.subscriptions_desk)
    do(desk, "payment", payment, "refund", amount="100", reason="x")
    row = {"order": payment.order, "payment": payment, "refund": payment.refund, "discrepancy": stray()}[model]
    assert desk.get(f"{BASE}{model}/add/").status_code == 403
    assert desk.post(f"{BASE}{model}/{row.pk}/change/", {"state": "paid"}).status_code == 403
    assert desk.post(f"{BASE}{model}/{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.get(f"{BASE}{model}/{row.pk}/change/").status_code == 200


def test_a_refund_is_made_with_a_reason_and_noted(desk, cast):
    payment = paid_cash(cast.subscriptions_desk)
    assert do(desk, "payment", payment, "refund", amount="2 500", reason="").status_code == 422
    assert do(desk, "payment", payment, "refund", amount="2501", reason="x").status_code == 422
    assert not Refund.objects.exists()
    assert do(desk, "payment", payment, "refund", amount="2\u202f500", reason="Changed their mind").status_code == 302
    assert (Refund.objects.get().amount, Refund.objects.get().state) == (2500, "done")
    assert not is_subscriber(payment.order.user)
    assert Entry.objects.filter(action="Refund asked for", by_name=str(cast.subscriptions_desk)).exists()
    answer = do(desk, "payment", payment, "refund", amount="2500", reason="Again")
    assert answer.status_code == 422


def test_cents_are_typed_with_a_comma(desk, cast):
    payment = paid_cash(cast.subscriptions_desk, price=make_plan(price=500, currency="EUR").prices.get())
    do(desk, "payment", payment, "refund", amount="4,5", reason="A part")
    assert Refund.objects.get().amount == 450
    assert is_subscriber(payment.order.user)


def test_stray_money_is_given_to_a_reader(desk):
    user, price, found = make_user(email="awa@example.org"), make_plan().prices.get(), stray()
    assert do(desk, "discrepancy", found, "attach", email="no@x.org", price=price.pk, reason="x").status_code == 422
    assert (
        do(desk, "discrepancy", found, "attach", email="Awa@example.org ", price=price.pk, reason="Phoned").status_code
        == 302
    )
    assert is_subscriber(user)
    page = desk.get(f"{BASE}discrepancy/", {"state": "open"}).text
    assert found.payment.receipt not in page


def test_what_does_not_add_up_waits_on_the_first_page_until_it_is_settled(desk):
    found = stray()
    assert f"/discrepancy/{found.pk}/change/" in desk.get("/admin/").text
    do(desk, "discrepancy", found, "settle", reason="Kept as a gift")
    assert f"/discrepancy/{found.pk}/change/" not in desk.get("/admin/").text
    assert Discrepancy.objects.get().resolution == "Kept as a gift"


def test_a_period_is_ended_early_from_the_person_s_page(desk):
    user = make_user()
    period, others = make_subscription(user), make_subscription(make_user())
    assert do(desk, "reader", user, "end", period=others.pk, reason="x").status_code == 422
    assert do(desk, "reader", user, "end", period=period.pk, reason="Abuse").status_code == 302
    assert not is_subscriber(user)
    assert "Abuse" in desk.get(f"{BASE}reader/{user.pk}/change/").text


def test_the_person_s_page_has_all_that_the_ledger_knows(desk, cast):
    user = make_user(name="Awa Traoré")
    payment = paid_cash(cast.subscriptions_desk, user=user)
    do(desk, "payment", payment, "refund", amount="500", reason="Kindness")
    do(desk, "reader", user, "note", note="Prefers to be called.")
    page = desk.get(f"{BASE}reader/{user.pk}/change/").text
    for fact in (
        payment.receipt,
        payment.order.key,
        "A-1",
        "Kindness",
        payment.refund.receipt,
        "Prefers to be called.",
    ):
        assert fact in page


@pytest.mark.parametrize(
    ("state", "who"), [("current", "here"), ("grace", "late"), ("ended", "gone"), ("never", "new")]
)
def test_readers_are_listed_by_state(desk, state, who):
    plan = make_plan(grace_days=3)
    make_subscription(make_user(email="here@x.org"), plan=plan)
    make_subscription(make_user(email="gone@x.org"), days=-9, plan=plan)
    late = make_subscription(make_user(email="base@x.org"), days=-1, plan=plan)
    make_subscription(
        make_user(email="late@x.org"),
        days=-1,
        plan=plan,
        grace_ends_at=late.ends_at + 9 * (late.ends_at - late.starts_at),
    )
    make_user(email="new@x.org")
    page = desk.get(f"{BASE}reader/", {"state": state}).text
    assert f"{who}@x.org" in page
    assert not [other for other in {"here", "gone", "late", "new"} - {who} if f"{other}@x.org" in page]


def test_verbs_are_for_those_who_may_and_only_by_post(client, cast, desk):
    payment, found, user = paid_cash(cast.subscriptions_desk), stray(), make_user()
    targets = [("payment", payment, "refund"), ("discrepancy", found, "settle"), ("reader", user, "note")]
    for model, row, verb in targets:
        assert desk.get(f"{BASE}{model}/{row.pk}/do/{verb}/").status_code == 405
        assert desk.post(f"{BASE}{model}/{row.pk}/do/nonsense/").status_code == 404
    for role in ("pigiste", "editor", "moderator"):
        client.force_login(getattr(cast, role))
        for model, row, verb in targets:
            answer = do(client, model, row, verb, amount="1", reason="x", note="x")
            assert answer.status_code in {302, 403, 404}
            assert client.get(f"{BASE}{model}/").status_code == 403
    assert not Refund.objects.exists()
    assert not Discrepancy.objects.get().resolved_at


def test_rights_to_read_are_not_rights_to_refund(client, cast):
    payment, clerk = paid_cash(cast.subscriptions_desk), cast.subscriptions_desk
    group = clerk.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__in=["add_refund", "add_payment"]))
    client.force_login(clerk)
    assert "do/refund" not in client.get(f"{BASE}payment/{payment.pk}/change/").text
    assert do(client, "payment", payment, "refund", amount="1", reason="x").status_code == 403
    assert client.get("/admin/counter/").status_code == 403


@pytest.mark.parametrize(
    "model", [*(name for name in LISTS if name != "voucher"), "subscription", "gift", "institution"]
)
def test_every_list_is_exported_without_a_formula(desk, cast, model):
    """E12"""
    user = make_user(name="=HYPERLINK(1)", email="awa@example.org", phone="+22376123456")
    payment = paid_cash(cast.subscriptions_desk, user=user)
    do(desk, "payment", payment, "refund", amount="100", reason="+223 76 12 34 56")
    stray()
    batch, _codes = make_batch(by=cast.subscriptions_desk)
    batch.agent.phone = "+223 76 12 34 56"
    batch.agent.save()
    do(desk, "agent", batch.agent, "bring", amount="500", currency="XOF", receipt="A-9")
    order_gift(user, payment.order.plan.prices.get(), "wave", recipient="=1@example.org")
    Institution.objects.create(name="=1+1", note="+1").managers.add(user)
    rows = table(desk.post(f"{BASE}{model}/export/"))
    assert len(rows) > 1
    assert len(set(rows[0])) == len(rows[0])
    assert f'action="{BASE}{model}/export/"' in desk.get(f"{BASE}{model}/").text
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@"))]
    if model in {"subscription", "gift", "institution"}:
        assert "awa@example.org" in cells
    if model in {"order", "payment", "reader"}:
        assert "'=HYPERLINK(1)" in cells
    if model == "reader":
        assert "'+22376123456" in cells
    if model == "agent":
        assert "'+223 76 12 34 56" in cells
    assert Entry.objects.filter(action="Table exported").exists()


def test_an_export_holds_what_the_list_shows(desk):
    paid_by(user=make_user(email="awa@example.org"), number="W1")
    paid_by(number="W2")
    rows = table(desk.post(f"{BASE}payment/export/?q=awa@example"))
    assert [row[7] for row in rows[1:]] == ["W1"]


@pytest.mark.parametrize("query", ["q=%00", "plan__id__exact=x", "user__password__startswith=p", "state=nonsense"])
def test_an_export_answers_whatever_it_is_asked(desk, query):
    assert desk.post(f"{BASE}order/export/?{query}").status_code in {200, 400}


@pytest.mark.parametrize("model", LISTS)
def test_a_list_costs_the_same_whatever_its_length(desk, cast, model):
    def fill(numbers):
        for number in numbers:
            payment = paid_cash(cast.subscriptions_desk, number=f"A-{number}")
            do(desk, "payment", payment, "refund", amount="100", reason="x")
            stray(number=f"S{number}")
            batch, _codes = make_batch(by=cast.subscriptions_desk, size=1)
            do(desk, "agent", batch.agent, "bring", amount="500", currency="XOF", receipt=f"B-{number}")

    def cost():
        # The first page says what was done; the second is the list.
        desk.get(f"{BASE}{model}/")
        with CaptureQueriesContext(connection) as queries:
            desk.get(f"{BASE}{model}/")
        return len(queries)

    fill(range(2))
    few = cost()
    fill(range(2, 5))
    # Session, person, rights; the newspaper; the count and the rows; what the filters offer; accounts of agents.
    assert few == cost() <= 14


def test_what_a_person_s_page_costs(desk, cast, django_assert_max_num_queries):
    user, price = make_user(), make_plan().prices.get()
    for number in range(4):
        payment = paid_cash(cast.subscriptions_desk, user=user, price=price, number=f"A-{number}")
        do(desk, "payment", payment, "refund", amount="100", reason="x")
    address = f"{BASE}reader/{user.pk}/change/"
    desk.get(address)
    # Session, person, rights; the newspaper; the reader, the state; five kinds of rows; what can be ended, twice.
    with django_assert_max_num_queries(18):
        desk.get(address)
    assert Order.objects.count() == Payment.objects.count() == 4
