"""What every test stands on: no network, files of its own, and no silent skip in CI."""

import socket
from types import SimpleNamespace

import pytest

from pictures.models import Picture
from tests import conftest


def test_network_cannot_be_reached():
    with socket.socket() as outward, pytest.raises(RuntimeError, match="wanted to connect"):
        outward.connect(("192.0.2.1", 80))
    with pytest.raises(RuntimeError, match="wanted to look up"):
        socket.create_connection(("example.org", 80))


def test_originals_lie_in_the_folder_of_the_test(tmp_path):
    storage = Picture._meta.get_field("original").storage
    assert storage.path("x.jpg") == str(tmp_path / "originals" / "x.jpg")


def skipped(reason):
    return SimpleNamespace(skipped=True, outcome="skipped", longrepr=("file.py", 1, f"Skipped: {reason}"))


def test_skip_fails_in_ci(monkeypatch):
    monkeypatch.setattr(conftest, "CI", True)
    assert conftest.fail_instead_of_skipping(skipped("no Chromium")).outcome == "failed"


def test_test_of_the_other_database_is_skipped_in_ci(monkeypatch):
    monkeypatch.setattr(conftest, "CI", True)
    assert conftest.fail_instead_of_skipping(skipped("only on PostgreSQL")).outcome == "skipped"


def test_skip_is_a_skip_elsewhere(monkeypatch):
    monkeypatch.setattr(conftest, "CI", False)
    assert conftest.fail_instead_of_skipping(skipped("no Chromium")).outcome == "skipped"
