"""Signed links: bound to their purpose, not to be forged, with an end."""

from urllib.parse import quote

import pytest

from web import tokens


def test_a_token_gives_its_value_back():
    assert tokens.read("preview", tokens.make("preview", [7, "abc"])) == [7, "abc"]


def test_a_token_is_the_same_in_an_address():
    token = tokens.make("preview", [7, "é/:?#&%"])
    assert quote(token, safe="") == token


@pytest.mark.parametrize("spoil", [lambda t: t[:-1], lambda t: "x" + t, lambda t: "", lambda t: "é\x00." * 9])
def test_a_spoiled_token_is_refused(spoil):
    with pytest.raises(tokens.BadToken):
        tokens.read("preview", spoil(tokens.make("preview", 7)))


def test_a_token_serves_its_purpose_only_and_the_try_is_logged_without_it(caplog):
    """B12"""
    token = tokens.make("preview", 7)
    with pytest.raises(tokens.BadToken):
        tokens.read("gift", token)
    assert "refused (gift)" in caplog.text
    assert token not in caplog.text


def test_a_token_ends(time_machine, caplog):
    time_machine.move_to("2026-05-01T12:00:00Z", tick=False)
    token = tokens.make("preview", 7)
    time_machine.move_to("2026-05-01T13:00:00Z", tick=False)
    assert tokens.read("preview", token, seconds=3600) == 7
    time_machine.move_to("2026-05-01T13:00:01Z", tick=False)
    with pytest.raises(tokens.BadToken):
        tokens.read("preview", token, seconds=3600)
    assert not caplog.records
