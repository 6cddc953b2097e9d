"""Seats of institutions: invited, taken, freed, and never more than were bought."""

import datetime as dt
import re

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from journal.models import Entry
from subscriptions import seats
from subscriptions.access import is_subscriber
from subscriptions.granting import extend
from subscriptions.models import Institution, Seat
from subscriptions.refusals import Refused
from tests.factories import make_newspaper, make_plan, make_user
from tests.racing import race

MODEL = "django.contrib.auth.backends.ModelBackend"


def make_school(*, bought=3, managers=(), **fields):
    school = Institution.objects.create(name=fields.pop("name", "Lycée"), seats_bought=bought, **fields)
    school.managers.set(managers)
    extend({"institution": school}, make_plan(is_for_institutions=True))
    return school


@pytest.fixture
def manager(db):
    make_newspaper()
    return make_user(email="proviseure@example.org", name="Proviseure")


@pytest.fixture
def school(manager):
    return make_school(managers=[manager])


def signed_in(user):
    client = Client()
    client.force_login(user, backend=MODEL)
    return client


def page_of(school):
    return reverse("institution", args=[school.pk])


def invitation(seat, route="seat_invitation"):
    return reverse(route, args=[seats.token_of(seat)])


def test_a_manager_sees_what_is_bought_taken_and_free(manager, school, django_assert_max_num_queries):
    client = signed_in(manager)
    for n in range(2):
        seats.invite(school, f"eleve{n}@example.org", by=manager)
    # Session and person; the institution; its seats with their people; the period; newspaper and menus.
    with django_assert_max_num_queries(9):
        page = client.get(page_of(school)).text
    assert "eleve0@example.org" in page
    assert "2 invitations en attente" in page
    assert "<dd>1</dd>" in page


@pytest.mark.parametrize("who", ["anonymous", "other"])
def test_for_nobody_else_there_is_such_a_page(school, who):
    client = Client() if who == "anonymous" else signed_in(make_user())
    seat = Seat.objects.create(institution=school, number=1, email="a@example.org")
    addresses = [page_of(school), f"{page_of(school)}inviter/", f"{page_of(school)}sieges/{seat.pk}/liberer/"]
    for ask, address in zip([client.get, client.post, client.post], addresses, strict=True):
        answer = ask(address, {"email": "b@example.org"})
        assert answer.status_code == (302 if who == "anonymous" else 404)
        assert who != "anonymous" or "/connexion/" in answer.url
    assert Seat.objects.get() == seat
    assert Seat.objects.get().freed_at is None


def test_an_invitation_is_looked_at_by_get_and_taken_by_post(manager, school, mailoutbox):
    """G06"""
    person = make_user(email="eleve@example.org")
    answer = signed_in(manager).post(f"{page_of(school)}inviter/", {"email": " Eleve@Example.org "})
    assert answer.status_code == 302
    (mail,), seat = mailoutbox, Seat.objects.get()
    assert (*mail.to, seat.email, seat.number) == ("eleve@example.org", "eleve@example.org", 1)
    link = re.search(r"/compte/siege/\S+/", mail.body)[0]
    assert link in mail.alternatives[0].content
    assert Client().get(link).context["seat"] == seat
    for client in (Client(), signed_in(person)):
        for ask in (client.get, client.head):
            assert ask(invitation(seat)).status_code == 200
    assert not is_subscriber(person)
    answer = signed_in(person).post(invitation(seat, "take_seat"), follow=True)
    assert "Vous avez une place de Lycée." in answer.text
    assert is_subscriber(person)
    assert signed_in(person).post(invitation(seat, "take_seat")).status_code == 410
    assert list(Entry.objects.order_by("pk").values_list("action", flat=True)[:2]) == [
        "Invited to a seat",
        "Seat taken",
    ]


def test_only_the_invited_address_takes_it_once_it_is_proven(manager, school):
    seat = seats.invite(school, "eleve@example.org", by=manager)
    other = make_user(email="autre@example.org")
    answer = signed_in(other).post(invitation(seat, "take_seat"))
    assert "eleve@example.org" in answer.text
    assert not is_subscriber(other)
    EmailAddress.objects.create(user=other, email="eleve@example.org", verified=False)
    with pytest.raises(Refused):
        seats.take(seat, user=other)
    EmailAddress.objects.filter(user=other).update(verified=True)
    seats.take(seat, user=other)
    assert is_subscriber(other)


def test_whoever_is_not_signed_in_is_led_to_it(manager, school):
    seat = seats.invite(school, "eleve@example.org", by=manager)
    assert "Se connecter" in Client().get(invitation(seat)).text
    assert "/connexion/" in Client().post(invitation(seat, "take_seat")).url


def test_an_invitation_ends_after_thirty_days_when_freed_and_when_forged(manager, school):
    seat = seats.invite(school, "eleve@example.org", by=manager)
    token = seats.token_of(seat)
    with time_machine.travel(timezone.now() + dt.timedelta(days=31), tick=False):
        assert seats.find(token) is None
    assert seats.find(f"{token}x") is None
    assert seats.find(token) == seat
    signed_in(manager).post(f"{page_of(school)}sieges/{seat.pk}/liberer/")
    assert seats.find(token) is None
    assert Client().get(invitation(seat)).status_code == 410


def test_an_address_is_invited_once(manager, school, mailoutbox):
    client = signed_in(manager)
    for status in (302, 422):
        assert client.post(f"{page_of(school)}inviter/", {"email": "eleve@example.org"}).status_code == status
    assert (Seat.objects.count(), len(mailoutbox)) == (1, 1)


@pytest.mark.parametrize("typed", ["", "nobody", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_refused(manager, school, mailoutbox, typed):
    """E11"""
    assert signed_in(manager).post(f"{page_of(school)}inviter/", {"email": typed}).status_code == 422
    assert not mailoutbox


def test_a_freed_seat_ends_reading_and_can_be_given_again(manager, school):
    Institution.objects.update(seats_bought=1)
    person = make_user()
    seats.take(seats.invite(school, person.email, by=manager), user=person)
    with pytest.raises(Refused):
        seats.invite(school, "b@example.org", by=manager)
    signed_in(manager).post(f"{page_of(school)}sieges/{Seat.objects.get().pk}/liberer/")
    assert not is_subscriber(person)
    assert seats.invite(school, "b@example.org", by=manager).number == 1


def test_an_address_of_the_domain_opens_a_seat_by_a_button(manager):
    school = make_school(domains="lycee.example.org\nannexe.example.org")
    person, other = make_user(email="awa@lycee.example.org"), make_user(email="awa@xlycee.example.org")
    assert "Prendre une place" in signed_in(person).get(reverse("account")).text
    assert "Prendre une place" not in signed_in(other).get(reverse("account")).text
    take = reverse("take_seat_by_domain", args=[school.pk])
    signed_in(other).post(take)
    assert not Seat.objects.exists()
    assert "Vous avez une place" in signed_in(person).post(take, follow=True).text
    assert is_subscriber(person)
    assert "Prendre une place" not in signed_in(person).get(reverse("account")).text
    signed_in(person).post(take)
    assert Seat.objects.count() == 1


def test_an_unproven_address_of_the_domain_opens_nothing(manager):
    school, person = make_school(domains="lycee.example.org"), make_user(email="awa@lycee.example.org")
    EmailAddress.objects.filter(user=person).update(verified=False)
    assert seats.open_to(person) == []
    with pytest.raises(Refused):
        seats.take_by_domain(school, user=person)


def test_by_domain_one_takes_the_seat_that_is_kept_for_the_address(manager):
    school, person = make_school(domains="lycee.example.org", bought=1), make_user(email="awa@lycee.example.org")
    seats.invite(school, person.email, by=manager)
    seats.take_by_domain(school, user=person)
    assert Seat.objects.get().user == person


def test_without_a_period_no_seat_is_taken_by_domain(manager):
    school = Institution.objects.create(name="Lycée", seats_bought=3, domains="lycee.example.org")
    person = make_user(email="awa@lycee.example.org")
    assert seats.open_to(person) == []
    with pytest.raises(Refused):
        seats.take_by_domain(school, user=person)


def test_so_many_invitations_a_day(manager, school, monkeypatch):
    monkeypatch.setattr(seats, "MOST_INVITATIONS", 2)
    for n in range(2):
        seats.free(seats.invite(school, f"eleve{n}@example.org", by=manager), by=manager)
    with pytest.raises(Refused):
        seats.invite(school, "c@example.org", by=manager)
    with time_machine.travel(timezone.now() + dt.timedelta(days=1, seconds=1), tick=False):
        seats.invite(school, "c@example.org", by=manager)


@pytest.mark.django_db(transaction=True)
def test_of_twelve_who_take_five_seats_at_once_five_have_one():
    school = make_school(bought=5, domains="lycee.example.org")
    people = [make_user(email=f"eleve{n}@lycee.example.org") for n in range(12)]
    results = race([lambda one=one: seats.take_by_domain(school, user=one) for one in people])
    assert sum(isinstance(one, Seat) for one in results) == 5
    assert sum(isinstance(one, Refused) for one in results) == 7
    assert sorted(Seat.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
