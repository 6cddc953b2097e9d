"""The environment of a developer's machine fills in what is missing and keeps what is there."""

import stat

import pytest

from newsroom.development import fill


def test_empty_environment_gets_all_that_the_settings_need(tmp_path):
    environ = {"DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    fill(environ)
    assert environ["SITE_URL"] == "http://127.0.0.1:8000"
    assert environ["DATABASE_URL"] == f"sqlite:///{tmp_path}/newsroom.sqlite3"
    assert environ["DEBUG"] == "1"
    assert environ["SANDBOX_URL"] == "http://127.0.0.1:9000"
    assert len(environ["SANDBOX_SECRET"]) > 50


@pytest.mark.parametrize(
    ("switches", "has_sandbox"),
    [({"DEBUG": "0"}, False), ({"DEBUG": "0", "DEMO": "1"}, True), ({"DEBUG": "1", "DEMO": "0"}, False)],
)
def test_the_sandbox_of_payments_is_for_a_site_to_look_at(tmp_path, switches, has_sandbox):
    environ = {"DATA_DIR": str(tmp_path), "PORT": "8123", "SANDBOX_PORT": "8999", **switches}
    fill(environ)
    assert environ.get("SANDBOX_URL") == ("http://127.0.0.1:8999" if has_sandbox else None)


def test_secret_is_kept_and_only_its_owner_can_read_it(tmp_path):
    first, second = ({"DATA_DIR": str(tmp_path)} for _ in range(2))
    fill(first)
    fill(second)
    assert len(first["SECRET_KEY"]) > 50
    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_what_the_environment_says_stays(tmp_path):
    given = {"DATA_DIR": str(tmp_path), "PORT": "8123", "DEBUG": "0", "DATABASE_URL": "postgres://u@h/n"}
    environ = dict(given)
    fill(environ)
    assert {name: environ[name] for name in given} == given
    assert environ["SITE_URL"] == "http://127.0.0.1:8123"
