"""Fixtures for every test: a cast by role, files of the test's own, no network; and in CI, no silent skip."""

import datetime as dt
import ipaddress
import os
import socket
from importlib import import_module
from types import SimpleNamespace

import pytest
import time_machine
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection

from pictures.models import Picture
from tests.cast import Cast
from tests.sandbox import running
from web.sealing import unseal_tables

CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
# A test may be about one of the two databases; every other reason to skip is something that CI must have.
SKIPS_ALLOWED_IN_CI = ("only on SQLite", "only on PostgreSQL")


def pytest_configure():
    django_settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items):
    """A flush takes away what migrations wrote (the groups): tests that flush begin by loading it again."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        wanted = dict(marker.kwargs) if marker else {}
        if wanted.get("transaction") or "transactional_db" in item.fixturenames:
            wanted |= {"transaction": True, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**wanted), append=False)
            item.fixturenames.append("empty_cache")


def fail_instead_of_skipping(report):
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if CI and report.skipped and not hasattr(report, "wasxfail") and not reason.endswith(SKIPS_ALLOWED_IN_CI):
        report.outcome = "failed"
        report.longrepr = f"Nothing is skipped in CI; this was: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return fail_instead_of_skipping((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return fail_instead_of_skipping((yield))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Emptying tables between tests deletes rows, which the seals of journal and ledger refuse on SQLite."""
    with django_db_blocker.unblock():
        import_module("journal.migrations.0002_seal").unseal(None, SimpleNamespace(connection=connection))
        for name in ("0005_seal_ledger", "0009_seal_money_of_agents"):
            unseal_tables(connection, import_module(f"subscriptions.migrations.{name}").TABLES)


@pytest.fixture(autouse=True)
def daylight():
    """Around midnight the tests live at three o'clock of the afternoon before: “an hour ago” is the same day. Never
    ahead of the machine's clock, which other processes read."""
    now = dt.datetime.now(dt.UTC)
    if 3 <= now.hour < 21:
        yield
        return
    day = now.date() - dt.timedelta(days=1) if now.hour < 3 else now.date()
    with time_machine.travel(dt.datetime.combine(day, dt.time(15), tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def empty_cache(db):
    """The cache lies in a table that is no model's, so a flush leaves it."""
    cache.clear()


def is_loopback(host):
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in {None, "", "localhost"}


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """A connection or a name look-up that would leave this machine raises."""

    def guarded(method):
        def connect(self, address):
            if self.family in {socket.AF_INET, socket.AF_INET6} and not is_loopback(address[0]):
                raise RuntimeError(f"A test wanted to connect to {address}.")
            return method(self, address)

        return connect

    def getaddrinfo(host, *args, look_up=socket.getaddrinfo, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        if not is_loopback(name):
            raise RuntimeError(f"A test wanted to look up {name}.")
        return look_up(host, *args, **kwargs)

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture(autouse=True)
def own_files(settings, monkeypatch, tmp_path):
    """Renditions and originals of a test lie in ``media`` and ``originals`` of its own ``tmp_path``."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    originals = Picture._meta.get_field("original").storage
    for name in ("base_location", "location"):
        monkeypatch.setitem(vars(originals), name, str(tmp_path / "originals"))


@pytest.fixture
def sandbox(settings):
    """A running provider of test payments (``subscriptions.sandbox.server.Server``) that the site is set up for."""
    with running(settings) as server:
        yield server


@pytest.fixture
def cast(db):
    return Cast()
