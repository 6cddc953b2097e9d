"""Seats that were bought end with their refund: the number falls to what stands; who is beyond it reads no more."""

import pytest
from django.test import Client
from django.urls import reverse

from journal.models import Entry
from subscriptions import billing, office, seats
from subscriptions.access import is_subscriber
from subscriptions.granting import extend
from subscriptions.models import Institution, Payment, Seat
from subscriptions.personal_data import free_seats
from subscriptions.refusals import Refused
from tests.factories import make_newspaper, make_plan, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    make_newspaper()
    return make_user(email="proviseure@example.org", language="en")


@pytest.fixture
def school(manager):
    """Two seats and a period that the office has given."""
    school = Institution.objects.create(name="Lycée", seats_bought=2)
    school.managers.add(manager)
    extend({"institution": school}, make_plan(is_for_institutions=True))
    return school


def sell(school, seats, number, by):
    """At the counter, 1,500 F a seat."""
    price = make_plan(is_for_institutions=True, price=1500).prices.get()
    what = {"purpose": "seats", "institution": school, "seats": seats}
    payment = office.take_cash(school.managers.get(), price, receipt=number, by=by, **what)
    school.refresh_from_db()
    return payment


def refund(payment, by):
    office.refund(payment, amount=payment.amount, reason="Mistake", by=by)
    school = payment.order.institution
    school.refresh_from_db()
    return school.seats_bought


def seat_all(school, manager, count):
    people = [make_user() for _number in range(count)]
    for person in people:
        seats.take(seats.invite(school, person.email, by=manager), user=person)
    return people


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_the_number_falls_to_what_the_office_has_given(school, cast):
    clerk = cast.subscriptions_desk
    payment = sell(school, 100, "A-1", clerk)
    assert school.seats_bought == 100
    assert refund(payment, clerk) == 2


def test_the_number_falls_to_what_other_orders_have_bought(school, cast):
    clerk = cast.subscriptions_desk
    five, nine, as_many = (sell(school, seats, f"A-{number}", clerk) for number, seats in enumerate((5, 9, 9)))
    assert refund(nine, clerk) == 9
    assert refund(as_many, clerk) == 5
    assert refund(five, clerk) == 2


def test_an_order_that_is_over_explains_the_number_and_holds_it_up_no_more(school, cast, time_machine):
    clerk = cast.subscriptions_desk
    first = sell(school, 9, "A-1", clerk)
    time_machine.move_to(first.order.subscription.grace_ends_at)
    second = sell(school, 9, "A-2", clerk)
    assert refund(second, clerk) == 2


def test_what_the_office_writes_counts_as_given(school, cast):
    clerk = cast.subscriptions_desk
    payment = sell(school, 100, "A-1", clerk)
    page = reverse("admin:subscriptions_institution_change", args=[school.pk])
    form = {"name": "Lycée", "seats_bought": "30", "manager_emails": "proviseure@example.org"}
    assert signed_in(clerk).post(page, form).status_code == 302
    assert refund(payment, clerk) == 30


def test_whoever_is_beyond_the_number_reads_no_more_and_comes_back_when_there_is_a_seat(school, manager, cast):
    clerk = cast.subscriptions_desk
    payment = sell(school, 5, "A-1", clerk)
    people = seat_all(school, manager, 4)
    assert all(is_subscriber(person) for person in people)
    refund(payment, clerk)
    assert [is_subscriber(person) for person in people] == [True, True, False, False]
    seats.free(Seat.objects.get(user=people[0]), by=manager)
    assert [is_subscriber(person) for person in people] == [False, True, True, False]
    free_seats(people[1], [])
    assert [is_subscriber(person) for person in people] == [False, False, True, True]


def test_free_places_below_are_filled_before_anybody_loses_a_seat(school, manager, cast):
    clerk = cast.subscriptions_desk
    payment = sell(school, 5, "A-1", clerk)
    people = seat_all(school, manager, 4)
    for person in people[:2]:
        seats.free(Seat.objects.get(user=person), by=manager)
    refund(payment, clerk)
    assert [is_subscriber(person) for person in people] == [False, False, True, True]


def test_seats_sold_again_are_there_again(school, manager, cast):
    clerk = cast.subscriptions_desk
    payment = sell(school, 5, "A-1", clerk)
    people = seat_all(school, manager, 4)
    refund(payment, clerk)
    sell(school, 4, "A-2", clerk)
    assert all(is_subscriber(person) for person in people)


def test_nobody_is_invited_beyond_the_number_nor_takes_such_a_seat(school, manager, cast):
    clerk, invited = cast.subscriptions_desk, make_user()
    payment = sell(school, 5, "A-1", clerk)
    seat_all(school, manager, 2)
    seat = seats.invite(school, invited.email, by=manager)
    token = seats.token_of(seat)
    refund(payment, clerk)
    with pytest.raises(Refused):
        seats.invite(school, "b@example.org", by=manager)
    assert seats.find(token) is None
    with pytest.raises(Refused):
        seats.take(seat, user=invited)


def test_a_part_that_goes_back_leaves_the_seats(school, cast):
    payment = sell(school, 5, "A-1", cast.subscriptions_desk)
    billing.ask_refund(payment, amount=1500, reason="One less", by=None)
    school.refresh_from_db()
    assert school.seats_bought == 5


def test_the_manager_and_the_office_are_told(school, manager, cast, django_assert_max_num_queries):
    clerk = cast.subscriptions_desk
    payment = sell(school, 5, "A-1", clerk)
    people = seat_all(school, manager, 4)
    refund(payment, clerk)
    client = signed_in(manager)
    # Session and person; the institution; its seats with their people; the period; newspaper and menus; the order that
    # was refunded, and who is beyond the number.
    with django_assert_max_num_queries(11):
        page = client.get(reverse("institution", args=[school.pk])).text
    assert "A purchase of seats (5) was refunded on" in page
    assert "Seats now: 2." in page
    assert "2 people and invitations are beyond the number of seats" in page
    assert page.count("Beyond the number of seats: it opens nothing.") == 2
    assert "Send the invitation" not in page
    clerk.language = "en"
    clerk.save()
    change = reverse("admin:subscriptions_institution_change", args=[school.pk])
    page = signed_in(clerk).get(change).text
    assert "Seats now: 2." in page
    assert "(refunded)" in page
    for person in people[2:]:
        assert person.email in page
    assert people[3].email in Entry.objects.get(action="Seats lowered after a refund").detail
    form = {"name": "Collège", "seats_bought": "2", "manager_emails": manager.email}
    assert signed_in(clerk).post(change, form).status_code == 302, "what a refund has left does not stop the form"
    assert Payment.objects.count() == 1
