"""G07: « next » leads to a path of this site or nowhere."""

import pytest
from django.urls import reverse

from accounts.redirects import is_own_path
from tests.factories import PASSWORD, make_user

ELSEWHERE = [
    "//evil.example",
    "///evil.example",
    "https:evil.example",
    "https://evil.example",
    "http://testserver/compte/",
    "/\\evil.example",
    "\\\\evil.example",
    "https://testserver@evil.example",
    "javascript:alert(1)",
    "\t//evil.example",
    "/\t/evil.example",
    "%09//evil.example",
    "/%09/evil.example",
    "/%2Fevil.example",
    "%2F%2Fevil.example",
    "%252F%252Fevil.example",
    "/%252Fevil.example",
    "/%5Cevil.example",
    "//evil.example/%2e%2e",
    "/" + "a" * 5000,
    "compte/",
    " //evil.example",
]
OWN = ["/", "/compte/", "/2026/11/26/un-titre/?page=2#contributions", "/recherche/?q=l%27%C3%A9lection%20d%27hier"]


@pytest.mark.parametrize("address", ["", *ELSEWHERE])
def test_addresses_elsewhere_are_refused(address):
    assert not is_own_path(address)


@pytest.mark.parametrize("address", OWN)
def test_paths_of_this_site_are_accepted(address):
    assert is_own_path(address)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ELSEWHERE)
def test_sign_in_and_sign_out_go_to_their_default_instead(client, address):
    user = make_user()
    answer = client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, "next": address})
    assert answer.url == reverse("account")
    assert client.get(reverse("account_login"), {"next": address}).url == reverse("account")
    assert client.post(reverse("account_logout"), {"next": address}).url == "/"
    assert client.get(reverse("account_logout"), {"next": address}).url == "/"


@pytest.mark.django_db
@pytest.mark.parametrize("address", OWN)
def test_sign_in_goes_on_where_it_was_asked_for(client, address):
    user = make_user()
    answer = client.post(f"{reverse('account_login')}", {"login": user.email, "password": PASSWORD, "next": address})
    assert answer.url == address


@pytest.mark.django_db
def test_where_to_go_next_survives_a_mistake_and_the_way_to_another_form(client):
    wrong = {"login": "a@x.org", "password": "wrong", "next": "/2026/"}
    page = client.post(reverse("account_login"), wrong).content.decode()
    assert '<input type="hidden" name="next" value="/2026/">' in page
    assert f"{reverse('account_signup')}?next=%2F2026%2F" in page
