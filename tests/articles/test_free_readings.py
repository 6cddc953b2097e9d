"""Free articles of the month: counted in rows, opened by a POST, the same one only once."""

import datetime as dt

import pytest
import time_machine

from articles import free_readings
from articles.models import FreeReading
from subscriptions.models import Terms
from subscriptions.refusals import Refused
from tests.articles.offering import BODY, CANARY, on
from tests.factories import make_article, make_newspaper, make_user
from tests.racing import race

MODEL = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def paid(db):
    make_newspaper()
    return [make_article(access="subscribers", body=BODY) for _ in range(5)]


@pytest.fixture
def reader(client, cast):
    client.force_login(cast.reader, backend=MODEL)
    return client


def test_a_press_opens_the_rest_and_says_how_many_are_left(reader, paid):
    page = reader.get(on(paid[0], "article_rest")).text
    assert CANARY not in page
    assert "Lire cet article (il vous en reste 3 ce mois-ci)" in page
    answer = reader.post(on(paid[0], "read_free"))
    assert (answer.status_code, answer.url) == (303, on(paid[0], "article_rest"))
    page = reader.get(answer.url)
    assert CANARY in page.text
    assert "no-store" in page["Cache-Control"]
    assert "il vous en reste 2" in page.text


def test_looking_and_reading_again_costs_nothing(reader, paid, cast):
    for _time in range(3):
        reader.get(on(paid[0], "article_rest"))
    assert free_readings.left(cast.reader) == 3
    for _time in range(3):
        reader.post(on(paid[0], "read_free"))
        reader.get(on(paid[0], "article_rest"))
    assert free_readings.left(cast.reader) == 2


def test_the_address_of_the_press_answers_no_get(reader, paid):
    assert reader.get(on(paid[0], "read_free")).status_code == 405
    assert not FreeReading.objects.exists()


def test_after_the_last_one_the_page_says_when_there_are_more(reader, paid):
    for article in paid[:3]:
        reader.post(on(article, "read_free"))
    reader.post(on(paid[3], "read_free"))
    page = reader.get(on(paid[3], "article_rest")).text
    assert CANARY not in page
    assert "Lire cet article" not in page
    assert "Vous avez lu les 3 articles gratuits de ce mois" in page
    assert FreeReading.objects.count() == 3
    assert CANARY in reader.get(on(paid[0], "article_rest")).text


@pytest.mark.django_db
def test_the_month_is_that_of_the_sites_zone(cast, settings):
    """Bamako has UTC, so another zone tells the two apart."""
    settings.TIME_ZONE = "Africa/Nairobi"
    article, end = make_article(access="subscribers"), dt.datetime(2026, 5, 31, 20, 59, tzinfo=dt.UTC)
    with time_machine.travel(end, tick=False):
        free_readings.open_free(cast.reader, article)
        assert free_readings.has_opened(cast.reader, article)
    with time_machine.travel(end + dt.timedelta(minutes=1), tick=False):
        assert not free_readings.has_opened(cast.reader, article)
        assert free_readings.left(cast.reader) == 3


@pytest.mark.django_db
def test_the_number_is_the_offices(cast):
    Terms.objects.create(pk=1, free_articles=1)
    free_readings.open_free(cast.reader, make_article())
    with pytest.raises(Refused):
        free_readings.open_free(cast.reader, make_article())
    Terms.objects.update(free_articles=0)
    assert free_readings.left(cast.reader) == 0


def test_without_free_articles_nobody_is_promised_any(client, reader, paid):
    Terms.objects.create(pk=1, free_articles=0)
    assert "gratuit" not in reader.get(on(paid[0], "article_rest")).text
    client.logout()
    assert "sans payer" not in client.get(paid[0].get_absolute_url()).text


def test_an_anonymous_visitor_is_told_to_sign_in(client, paid):
    page = client.get(paid[0].get_absolute_url()).text
    assert "Avec un compte, vous lisez chaque mois 3 de nos articles réservés aux abonnés sans payer." in page
    assert f"/compte/inscription/?next={on(paid[0], 'article_rest')}".replace("/2", "%2F2")[:24] in page
    answer = client.post(on(paid[0], "read_free"))
    assert "/compte/connexion/" in answer.url
    assert not FreeReading.objects.exists()


def test_a_subscriber_spends_none(client, paid, cast):
    client.force_login(cast.subscriber, backend=MODEL)
    client.post(on(paid[0], "read_free"))
    assert not FreeReading.objects.exists()


def test_hidden_articles_are_not_opened(reader):
    hidden = make_article(access="subscribers", status="withdrawn")
    assert reader.post(on(hidden, "read_free")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_twelve_presses_at_once_open_three_articles():
    user, articles = make_user(), [make_article(access="subscribers") for _ in range(12)]
    results = race([lambda one=one: free_readings.open_free(user, one) for one in articles])
    assert sum(isinstance(one, FreeReading) for one in results) == 3
    assert sum(isinstance(one, Refused) for one in results) == 9
    assert sorted(FreeReading.objects.values_list("number", flat=True)) == [1, 2, 3]


@pytest.mark.django_db(transaction=True)
def test_one_article_pressed_twelve_times_at_once_costs_one():
    user, article = make_user(), make_article(access="subscribers")
    results = race([lambda: free_readings.open_free(user, article) for _ in range(12)])
    assert {getattr(one, "pk", one) for one in results} == {FreeReading.objects.get().pk}


@pytest.mark.django_db
@pytest.mark.parametrize("opened", [0, 3])
def test_the_rest_takes_the_same_queries_whatever_was_opened(
    client, cast, paid, opened, django_assert_max_num_queries
):
    for article in paid[:opened]:
        free_readings.open_free(cast.reader, article)
    client.force_login(cast.reader, backend=MODEL)
    client.get(on(paid[4], "article_rest"))
    # Session and person; the page of nine; subscriber, opened, rights of staff, reading room; terms and count for what
    # is said, when a subscription ended, terms of what everybody is told.
    with django_assert_max_num_queries(20):
        client.get(on(paid[4], "article_rest"), headers={"X-Requested-With": "fragment"})
