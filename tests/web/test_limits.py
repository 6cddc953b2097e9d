"""Limits by address: who is counted, how many times, and for how long. CASES C09, G11."""

import threading

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory

from web.limits import Limit, peer

pytestmark = pytest.mark.django_db
LIMIT = Limit("test", times=3, seconds=600)


@pytest.fixture(autouse=True)
def nothing_counted(db):
    cache.clear()


def asked(remote="203.0.113.9", **headers):
    return RequestFactory().get(
        "/", REMOTE_ADDR=remote, headers={name.replace("_", "-"): headers[name] for name in headers}
    )


def test_address_is_refused_after_its_times_and_others_are_not():
    assert [LIMIT.take(asked()) for _ in range(5)] == [True, True, True, False, False]
    assert LIMIT.take(asked("203.0.113.10"))
    assert Limit("other", times=1, seconds=600).take(asked())


def test_somebody_who_is_known_is_counted_whatever_the_address():
    assert [LIMIT.take_for("person-1") for _ in range(4)] == [True, True, True, False]
    assert LIMIT.take_for("person-2")
    assert LIMIT.take(asked())


def test_time_frees_the_places_and_asking_on_does_not_prolong_the_wait(time_machine):
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    assert [LIMIT.take(asked()) for _ in range(3)] == [True] * 3
    time_machine.move_to("2026-05-01T12:09:00Z", tick=False)
    assert not LIMIT.take(asked())
    time_machine.move_to("2026-05-01T12:10:02Z", tick=False)
    assert [LIMIT.take(asked()) for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("header", ["x_forwarded_for", "x_real_ip", "forwarded", "x_client_ip", "client_ip"])
def test_header_changed_on_every_try_makes_nobody_another(header):
    """G11, without a proxy."""
    taken = [LIMIT.take(asked(**{header: f"198.51.100.{number}"})) for number in range(5)]
    assert taken == [True, True, True, False, False]


def test_behind_a_proxy_the_last_address_counts_and_what_stands_before_it_does_not(settings):
    """G11: the visitor may send the header too; the proxy adds what it saw at the end."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    forged = [asked("10.0.0.1", x_forwarded_for=f"198.51.100.{number}, 203.0.113.9") for number in range(5)]
    assert [LIMIT.take(one) for one in forged] == [True, True, True, False, False]
    assert LIMIT.take(asked("10.0.0.1", x_forwarded_for="203.0.113.10"))


@pytest.mark.parametrize(
    ("hops", "remote", "forwarded", "who"),
    [
        (0, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (1, "10.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (1, "10.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
        (2, "10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "198.51.100.1", "203.0.113.9"),
        (1, "203.0.113.9", "", "203.0.113.9"),
        (0, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),
        (1, "10.0.0.1", "[2001:db8:1:2:ffff::1]:443", "2001:db8:1:2::"),
        (0, "::ffff:203.0.113.9", "", "203.0.113.9"),
        (0, "", "", "unknown"),
        (1, "10.0.0.1", "x\r\ny", "unknown"),
    ],
)
def test_who_asks(settings, hops, remote, forwarded, who):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = hops
    request = RequestFactory().get("/", REMOTE_ADDR=remote)
    request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    assert peer(request) == who


@pytest.mark.django_db(transaction=True)
def test_of_many_requests_at_once_as_many_pass_as_may():
    start, taken = threading.Barrier(8), []

    def ask():
        start.wait()
        try:
            taken.append(LIMIT.take(asked()))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 5 + [True] * 3
