"""The page of scratch codes: private, forgiving, and with a limit to guessing that no header goes round."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.urls import reverse

from subscriptions import granting, guessing
from subscriptions.access import is_subscriber
from subscriptions.codes import new_code, shown
from subscriptions.models import CodeTry, Subscription
from subscriptions.vouchers import redeem
from tests.factories import make_batch, make_user

NOON = dt.datetime(2026, 11, 23, 12, 1, tzinfo=dt.UTC)


@pytest.fixture
def reader(client, cast):
    client.force_login(cast.reader, backend="django.contrib.auth.backends.ModelBackend")
    return client


def enter(client, code, **headers):
    return client.post(reverse("redeem_voucher"), {"code": code}, **headers)


def test_a_reader_enters_a_code_and_is_a_subscriber(reader, cast):
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    answer = enter(reader, shown(codes[0]).lower().replace("-", " "))
    assert (answer.status_code, answer.url) == (302, reverse("account"))
    assert is_subscriber(cast.reader)
    assert "Votre code est" in reader.get(reverse("account")).text
    assert not CodeTry.objects.filter(count__gt=0).exists()


def test_a_second_tap_is_answered_kindly_and_is_no_guess(reader, cast):
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    answers = [enter(reader, codes[0]) for _time in range(guessing.PERSON.times + 3)]
    assert {(answer.status_code, answer.url) for answer in answers} == {(302, reverse("account"))}
    page = reader.get(reverse("account")).text
    assert "Ce code est déjà utilisé, par vous" in page
    assert Subscription.objects.count() == 1
    assert not CodeTry.objects.filter(count__gt=0).exists()


def test_who_has_guessed_too_often_may_still_repeat_their_own_code(reader, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    enter(reader, codes[0])
    for _time in range(guessing.PERSON.times):
        enter(reader, new_code())
    assert enter(reader, codes[0]).status_code == 302
    assert enter(reader, codes[1]).status_code == 429


def test_what_a_repeated_code_gave_may_be_over(reader, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    enter(reader, codes[0])
    granting.revoke(Subscription.objects.get(), reason="x")
    enter(reader, codes[0])
    assert "ce qu’il avait donné a pris fin" in reader.get(reverse("account")).text


def test_another_s_used_code_stays_a_guess(reader, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    redeem(make_user(), codes[0])
    assert [enter(reader, codes[0]).status_code for _time in range(6)] == [400] * 5 + [429]


@pytest.mark.django_db(transaction=True)
def test_twelve_taps_at_once_lock_nobody_out(cast, time_machine):
    """I15: as each process of the site answers one."""
    time_machine.move_to(NOON, tick=False)
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    clients = [Client() for _number in range(12)]
    for client in clients:
        client.force_login(cast.reader, backend="django.contrib.auth.backends.ModelBackend")

    def once(client):
        try:
            return enter(client, codes[0]).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(once, clients))
    assert 302 in answers
    assert set(answers) <= {302, 429}
    assert Subscription.objects.count() == 1
    assert not CodeTry.objects.filter(scope="person", count__gt=0).exists()
    assert enter(clients[0], codes[1]).status_code == 302


@pytest.mark.django_db
def test_a_visitor_is_told_to_sign_in_first_and_comes_back(client):
    page = client.get(reverse("voucher"))
    assert page.status_code == 200
    assert f"{reverse('account_login')}?next={reverse('voucher')}" in page.text
    answer = enter(client, new_code())
    assert (answer.status_code, answer.url) == (302, reverse("voucher"))
    assert not client.session.items()
    assert not CodeTry.objects.exists()


def test_the_page_is_kept_by_no_cache(reader):
    for page in (reader.get(reverse("voucher")), enter(reader, "x")):
        assert "no-store" in page["Cache-Control"]


def test_a_slip_of_the_finger_is_no_guess(reader):
    for _time in range(8):
        answer = enter(reader, "ABCD")
    assert answer.status_code == 400
    assert "seize lettres" in answer.text
    assert not CodeTry.objects.exists()


def test_the_sixth_wrong_code_within_a_quarter_of_an_hour_is_not_looked_at(reader, cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    for _time in range(guessing.PERSON.times):
        assert enter(reader, new_code()).status_code == 400
    answer = enter(reader, codes[0])
    assert answer.status_code == 429
    assert "12:15" in answer.text
    assert not is_subscriber(cast.reader)
    time_machine.move_to(NOON.replace(minute=15), tick=False)
    assert enter(reader, codes[0]).status_code == 302


def test_other_accounts_at_one_address_share_its_tries_whatever_headers_they_send(cast, time_machine):
    """G11"""
    time_machine.move_to(NOON, tick=False)
    for number in range(guessing.ADDRESS.times + 1):
        client = Client()
        client.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
        forged = {
            "X-Forwarded-For": f"1.2.3.{number}",
            "X-Real-IP": f"1.2.4.{number}",
            "Forwarded": f"for=1.2.5.{number}",
        }
        answer = enter(client, new_code(), headers=forged)
    assert answer.status_code == 429
    assert "13:00" in answer.text
    other = Client(REMOTE_ADDR="41.73.0.9")
    other.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
    assert enter(other, new_code()).status_code == 400


@pytest.mark.django_db
def test_all_together_may_try_so_often(time_machine, monkeypatch):
    time_machine.move_to(NOON, tick=False)
    monkeypatch.setattr(guessing, "ALL", guessing.Allowance("all", 3, 3600))
    answers = []
    for number in range(4):
        client = Client(REMOTE_ADDR=f"41.73.0.{number}")
        client.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
        answers.append(enter(client, new_code()).status_code)
    assert answers == [400, 400, 400, 429]


@pytest.mark.django_db(transaction=True)
def test_twelve_tries_at_once_are_counted_one_by_one(cast, time_machine):
    """I15: the limit of one person holds in parallel."""
    time_machine.move_to(NOON, tick=False)
    request = RequestFactory().post("/")
    request.user = cast.reader

    def once(_number):
        try:
            return guessing.take(request)
        except guessing.TooManyTries:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as pool:
        taken = [rows for rows in pool.map(once, range(12)) if rows]
    assert len(taken) == guessing.PERSON.times


@pytest.mark.django_db
def test_tries_tell_nobody_s_address_and_go_after_a_day(cast, time_machine):
    time_machine.move_to(NOON, tick=False)
    request = RequestFactory().post("/", REMOTE_ADDR="41.73.0.9")
    request.user = cast.reader
    guessing.take(request)
    assert "41.73" not in str(list(CodeTry.objects.values_list()))
    time_machine.move_to(NOON + dt.timedelta(days=2), tick=False)
    guessing.take(request)
    assert {row.begins_at.date() for row in CodeTry.objects.all()} == {(NOON + dt.timedelta(days=2)).date()}


def test_what_entering_a_code_costs(reader, cast, django_assert_max_num_queries):
    _batch, codes = make_batch(by=cast.subscriptions_desk)
    reader.get(reverse("voucher"))
    # Session and person; three counts, each looked for, perhaps made and then raised; the person's turn, the code,
    # its use, the period with its place in the chain; the message. Savepoints are counted too.
    with django_assert_max_num_queries(45):
        enter(reader, codes[0])
