"""The office's pages of terms, institutions, seats and gifts."""

import pytest
from django.test import override_settings

from journal.models import Entry
from subscriptions.models import Institution, Seat, Subscription, Terms
from tests.factories import make_plan, make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/subscriptions/institution/"
TERMS = "/admin/subscriptions/terms/"


@pytest.fixture
def desk(client, cast):
    client.force_login(cast.subscriptions_desk)
    return client


def filled(**changes):
    fields = {"name": "Lycée", "seats_bought": 10, "domains": "", "address_ranges": "", "note": "", "period": ""}
    return fields | changes


def test_the_office_sets_how_far_one_reads_for_free(desk):
    assert desk.get(TERMS).url == f"{TERMS}1/change/"
    assert 'name="free_articles" value="3"' in desk.get(f"{TERMS}1/change/").text
    assert not Terms.objects.exists()
    assert desk.post(f"{TERMS}1/change/", {"free_articles": 5, "offered_articles": 2}).status_code == 302
    assert (Terms.objects.get().pk, Terms.current().free_articles) == (1, 5)
    assert desk.get(TERMS).url == f"{TERMS}1/change/"
    assert desk.get(f"{TERMS}2/change/").status_code == 302
    assert desk.get(f"{TERMS}add/").status_code == 403
    assert desk.post(f"{TERMS}1/delete/", {"post": "yes"}).status_code == 403
    for wrong in (-1, 32, "many"):
        answer = desk.post(f"{TERMS}1/change/", {"free_articles": wrong, "offered_articles": 2})
        assert answer.status_code == 200
    assert Terms.current().free_articles == 5


def test_an_institution_has_managers_and_is_given_periods(desk, cast):
    plan, manager = make_plan(is_for_institutions=True), make_user()
    desk.post(
        f"{LIST}add/",
        filled(
            manager_emails=f" {manager.email.upper()}\n",
            period=plan.pk,
            domains="Lycee.Example.org\n@annexe.example.org",
        ),
    )
    school = Institution.objects.get()
    assert list(school.managers.all()) == [manager]
    assert school.domains == "lycee.example.org\nannexe.example.org"
    given = Subscription.objects.get()
    assert (given.institution, given.given_by) == (school, cast.subscriptions_desk)
    assert Entry.objects.filter(action="Subscription given", by_key=cast.subscriptions_desk.pk).exists()
    desk.post(f"{LIST}{school.pk}/change/", filled(manager_emails=f" {manager.email.upper()}\n", period=plan.pk))
    first, second = Subscription.objects.order_by("starts_at")
    assert first.ends_at == second.starts_at
    desk.post(f"{LIST}{school.pk}/change/", filled(manager_emails=f" {manager.email.upper()}\n"))
    assert Subscription.objects.count() == 2
    desk.post(f"{LIST}{school.pk}/change/", filled())
    assert not school.managers.exists()
    assert str(plan) in desk.get(f"{LIST}{school.pk}/change/").content.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"domains": "gmail.com"},
        {"domains": "not a domain"},
        {"domains": "*.example.org"},
        {"address_ranges": "10.0.0.0/24"},
        {"address_ranges": "41.0.0.0/8"},
        {"address_ranges": "library"},
        {"seats_bought": -1},
        {"seats_bought": 100_001},
        {"seats_bought": 2**63},
        {"manager_emails": "nobody@example.org"},
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(desk, changes):
    answer = desk.post(f"{LIST}add/", filled(**changes))
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Institution.objects.exists()


def test_the_most_seats_are_named(desk):
    answer = desk.post(f"{LIST}add/", filled(seats_bought=2**63 - 1))
    assert "Une institution a 100\u202f000 places au plus." in answer.text
    assert desk.post(f"{LIST}add/", filled(seats_bought=100_000)).status_code == 302


def test_private_ranges_are_for_trying_things_out(desk):
    with override_settings(DEBUG=True):
        desk.post(f"{LIST}add/", filled(address_ranges="10.0.0.0/24"))
    assert Institution.objects.get().address_ranges == "10.0.0.0/24"


def test_seats_are_not_taken_from_under_somebody(desk):
    school = Institution.objects.create(name="Lycée", seats_bought=10)
    Seat.objects.create(institution=school, number=7, email="a@example.org")
    answer = desk.post(f"{LIST}{school.pk}/change/", filled(seats_bought=6))
    assert "7" in answer.context["adminform"].form.errors["seats_bought"][0]
    assert desk.post(f"{LIST}{school.pk}/change/", filled(seats_bought=7)).status_code == 302
    page = desk.get(LIST).content.decode()
    assert "1 prises sur 7" in page


def test_lists_cost_the_same_whatever_their_length(desk, django_assert_max_num_queries):
    for n in range(9):
        school = Institution.objects.create(name=f"Lycée {n}", seats_bought=10)
        Seat.objects.create(institution=school, number=1, email=f"{n}@example.org", user=make_user())
    for address in (LIST, "/admin/subscriptions/seat/", "/admin/subscriptions/gift/"):
        desk.get(address)
        # Session, person, rights; the count and the rows; the institutions of the filter.
        with django_assert_max_num_queries(9):
            desk.get(address)


@pytest.mark.parametrize("model", ["institution", "seat", "gift", "terms"])
def test_nobody_else_opens_them(client, cast, model):
    client.force_login(cast.editor)
    assert client.get(f"/admin/subscriptions/{model}/").status_code == 403


def test_seats_are_given_by_the_managers_alone(desk):
    assert desk.get("/admin/subscriptions/seat/add/").status_code == 403
