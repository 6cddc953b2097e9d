"""What a menu may lead to."""

import pytest

from web.addresses import is_link_address


@pytest.mark.parametrize("address", ["/rubrique/sport/", "https://example.org/", "https://example.org:8443/x?y=1"])
def test_a_path_or_a_secure_address_is_a_link(address):
    assert is_link_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//evil.example",
        "/\\evil.example",
        "http://example.org/",
        "https://evil@example.org/",
        "https://example.org:99999/",
        "/\u202etest",
        "https://example.org/\u202e",
    ],
)
def test_anything_else_is_not(address):
    assert not is_link_address(address)
