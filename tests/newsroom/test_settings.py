"""What stops the start, in a process of its own: settings are read once."""

import os
import subprocess
import sys

import pytest

ALL_STRIPE = {"STRIPE_SECRET_KEY": "sk", "STRIPE_WEBHOOK_SECRET": "wh"}
SANDBOX = {"SANDBOX_URL": "http://127.0.0.1:9", "SANDBOX_SECRET": "s"}


def read_settings(**environ):
    """(whether they could be read, what was said)"""
    done = subprocess.run(
        [sys.executable, "-c", "import newsroom.settings"],
        env=os.environ | environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, done.stderr.strip().splitlines()[-1:]


@pytest.mark.parametrize(
    "half",
    [
        {"WAVE_API_KEY": "k"},
        {"WAVE_API_KEY": "k", "WAVE_WEBHOOK_SECRET": " "},
        {"ORANGE_MONEY_CLIENT_ID": "i", "ORANGE_MONEY_MERCHANT_KEY": "m"},
        {"STRIPE_WEBHOOK_SECRET": "w"},
        {"SANDBOX_URL": "http://127.0.0.1:9", "DEMO": "1"},
    ],
)
def test_a_provider_that_is_half_set_up_stops_the_start(half):
    """I01: no provider works with an empty secret."""
    is_read, said = read_settings(**half)
    assert not is_read
    assert "is not: set all or none." in said[0]
    assert all(name in said[0] for name in half if name != "DEMO")


def test_a_sandbox_beside_real_money_stops_the_start():
    is_read, said = read_settings(**SANDBOX, DEMO="0")
    assert not is_read
    assert "the sandbox is for DEMO=1 only" in said[0]


@pytest.mark.parametrize("environ", [{}, ALL_STRIPE, {**SANDBOX, "DEMO": "1"}])
def test_none_and_whole_ones_are_taken(environ):
    assert read_settings(**environ) == (True, [])


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL names neither SQLite nor PostgreSQL"),
        ({"NEWSPAPER_TIME_ZONE": "Mars/X"}, "NEWSPAPER_TIME_ZONE is 'Mars/X'"),
        ({"NEWSPAPER_TIME_ZONE": "../etc/passwd"}, "NEWSPAPER_TIME_ZONE is '../etc/passwd'"),
        ({"PORT": "abc"}, "PORT is 'abc'"),
        ({"EMAIL_USE_TLS": "1", "EMAIL_USE_SSL": "1"}, "EMAIL_USE_TLS and EMAIL_USE_SSL are both 1"),
    ],
)
def test_what_cannot_be_stops_the_start_and_is_named(environ, said):
    is_read, lines = read_settings(**environ)
    assert not is_read
    assert said in lines[0]
