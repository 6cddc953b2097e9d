"""Seats that are paid for: by a manager online, or at the counter; the money is in the ledger."""

import pytest
from django.urls import reverse

from subscriptions import billing
from subscriptions.access import is_subscriber
from subscriptions.models import Institution, Order, Payment, Seat, Subscription
from tests.factories import make_newspaper, make_plan, make_user
from tests.subscriptions.buying import paid

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return make_user(email="manager@example.org")


@pytest.fixture
def school(manager):
    school = Institution.objects.create(name="Lycée", seats_bought=2)
    school.managers.add(manager)
    return school


@pytest.fixture
def price():
    return make_plan(is_for_institutions=True, price=1500).prices.get()


@pytest.fixture
def signed_in(client, manager):
    make_newspaper()
    client.force_login(manager)
    return client


def page_of(school):
    return reverse("buy_seats", args=[school.pk])


def order(client, school, **fields):
    return client.post(reverse("order_seats", args=[school.pk]), {"provider": "pretend", "seats": "5", **fields})


def test_a_manager_orders_seats_pays_and_has_them(signed_in, school, price, pretend):
    assert f'value="{price.pk}"' in signed_in.get(page_of(school)).text
    answer = order(signed_in, school, price=price.pk)
    made = Order.objects.get()
    assert answer.url == f"{reverse('order', args=[made.key])}#pay"
    assert (made.purpose, made.seats, made.amount, made.institution) == ("seats", 5, 7500, school)
    pretend.will_say_paid(made)
    signed_in.post(reverse("check_order", args=[made.key]))
    school.refresh_from_db()
    assert school.seats_bought == 5
    assert Payment.objects.get().amount == 7500
    pupil = make_user()
    Seat.objects.create(institution=school, number=5, email=pupil.email, user=pupil)
    assert is_subscriber(pupil)
    page = signed_in.get(reverse("order", args=[made.key])).text
    assert reverse("institution", args=[school.pk]) in page
    assert "<dd>5</dd>" in page


def test_a_second_press_is_the_same_order(signed_in, school, price, pretend):
    """I17"""
    for _press in range(2):
        order(signed_in, school, price=price.pk)
    assert Order.objects.count() == 1


@pytest.mark.parametrize("seats", ["1", "0", "-3", "100001", "x", "9" * 30])
def test_numbers_of_seats_that_make_no_sense_are_refused_in_words(signed_in, school, price, pretend, seats):
    answer = order(signed_in, school, price=price.pk, seats=seats)
    assert answer.status_code == 422
    assert 'id="id_seats_error"' in answer.text
    assert not Order.objects.exists()


def test_an_order_that_no_column_holds_is_refused(signed_in, school, pretend):
    dear = make_plan(is_for_institutions=True, price=30_000).prices.get()
    assert order(signed_in, school, price=dear.pk, seats="100000").status_code == 422
    assert not Order.objects.exists()


def test_what_readers_buy_is_not_sold_by_the_seat(signed_in, school, pretend):
    """I13"""
    for_readers = make_plan().prices.get()
    assert order(signed_in, school, price=for_readers.pk).status_code == 422
    assert not Order.objects.exists()


def test_euros_are_not_paid_by_what_takes_francs(signed_in, school, price, pretend):
    pretend.currencies = frozenset({"XOF"})
    euros = make_plan(is_for_institutions=True, price=300, currency="EUR").prices.get()
    assert order(signed_in, school, price=euros.pk).status_code == 422
    assert not Order.objects.exists()


def test_seats_are_bought_by_managers_alone(client, school, price, pretend):
    client.force_login(make_user())
    assert client.get(page_of(school)).status_code == 404
    assert order(client, school, price=price.pk).status_code == 404
    assert not Order.objects.exists()


def test_without_a_means_of_payment_the_page_names_the_office(signed_in, school, price):
    assert "<form" not in signed_in.get(page_of(school)).text.split("<main")[1].split("</main")[0]


def test_the_page_costs_the_same_whatever_there_is(signed_in, school, price, pretend, django_assert_num_queries):
    for _number in range(5):
        make_plan(is_for_institutions=True)
    signed_in.get(page_of(school))
    # Session, user, newspaper, menu; the institution; the currencies; whether there are prices, and the prices.
    with django_assert_num_queries(8):
        signed_in.get(page_of(school))


def test_a_refund_ends_the_period_and_lowers_the_seats(signed_in, school, price, manager):
    first = billing.open_order(manager, price, "sandbox", purpose="seats", institution=school, seats=3)
    billing.settle(first, paid(first, "P1"))
    second = billing.open_order(manager, price, "sandbox", purpose="seats", institution=school, seats=8)
    billing.settle(second, paid(second, "P2"))
    payment = Payment.objects.get(external_id="P2")
    billing.ask_refund(payment, amount=payment.amount, reason="Too many", by=None)
    school.refresh_from_db()
    assert school.seats_bought == 3
    assert Subscription.objects.standing().count() == 1


def sale(school, **fields):
    return {"buyer": "", "price": "", "seats": "4", "receipt": "A-7", **fields}


def test_the_counter_sells_seats_once_by_receipt(client, cast, school, price, manager):
    client.force_login(cast.subscriptions_desk)
    page = reverse("admin:subscriptions_institution_change", args=[school.pk])
    assert "sell-receipt" in client.get(page).text
    address = reverse("admin:subscriptions_institution_do", args=[school.pk, "sell"])
    for _press in range(2):
        assert client.post(address, sale(school, buyer=manager.pk, price=price.pk)).status_code == 302
    payment = Payment.objects.get()
    assert (payment.amount, payment.external_id, payment.order.seats) == (6000, "A-7", 4)
    school.refresh_from_db()
    assert school.seats_bought == 4
    assert Subscription.objects.get().institution == school
    other = client.post(address, sale(school, buyer=manager.pk, price=price.pk, seats="9"))
    assert other.status_code == 422
    assert Payment.objects.count() == 1


@pytest.mark.parametrize("fields", [{"buyer": ""}, {"receipt": ""}, {"seats": "1"}, {"buyer": "9" * 19}])
def test_a_sale_that_lacks_something_is_refused_beside_its_field(  # noqa: PLR0917 (fixtures)
    client, cast, school, price, manager, fields
):
    client.force_login(cast.subscriptions_desk)
    address = reverse("admin:subscriptions_institution_do", args=[school.pk, "sell"])
    answer = client.post(address, sale(school, **{"buyer": manager.pk, "price": price.pk} | fields))
    assert answer.status_code == 422
    assert not Payment.objects.exists()
