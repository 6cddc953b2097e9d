"""Every page of the accounts: methods, caching, what forms tell machines, and the limit of tries."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.urls import urlpatterns
from accounts.views import too_many_requests
from tests.factories import make_user

pytestmark = pytest.mark.django_db

ALONE = [entry.name for entry in urlpatterns if not entry.pattern.converters and not entry.pattern.regex.groups]
POSTED = ["end_all_devices", "take_address_back"]
NAMES = [name for name in ALONE if name not in POSTED]
FORMS = ["account_login", "account_signup", "account_request_login_code", "account_reset_password"]


@pytest.mark.parametrize("name", ALONE)
@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
def test_other_methods_are_refused(client, name, method):
    assert getattr(client, method)(reverse(name)).status_code == 405


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_pages_are_private_and_none_breaks(client, name, signed_in):
    if signed_in:
        client.force_login(make_user())
    answer = client.get(reverse(name))
    # Nobody has codes or a picture of a secret before they set something up.
    assert answer.status_code in {200, 302, 404}
    # What asks to confirm first redirects before the page is asked, and says nothing.
    doors = (reverse("account_login"), reverse("account_reauthenticate"))
    asks = answer.status_code == 302 and answer.url.startswith(doors)
    assert asks or "no-store" in answer["Cache-Control"]
    assert "style=" not in answer.content.decode()
    assert "onclick" not in answer.content.decode()


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_reset_password"])
def test_unknown_addresses_below_are_not_found(client, name):
    assert client.get(f"{reverse(name)}x/").status_code == 404


@pytest.mark.parametrize("name", FORMS)
def test_fields_have_labels_and_tell_browsers_what_they_are(client, name):
    page = client.get(reverse(name)).content.decode()
    fields = re.findall(r'<input type="(?:email|password|text)"[^>]*>', page)
    assert fields
    for field in fields:
        assert "autocomplete=" in field
        assert "placeholder" not in field
        identity = re.search(r'id="([^"]+)"', field)[1]
        assert f'<label for="{identity}">' in page


def test_an_error_stands_beside_its_field_and_in_a_summary(client):
    page = client.post(reverse("account_signup"), {"email": "not an address", "password1": "x"}).content.decode()
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_email_error"' in page
    assert 'id="id_email_error"' in page
    assert '<a href="#id_email">' in page


def test_forms_without_a_token_are_refused():
    client = Client(enforce_csrf_checks=True)
    for name in FORMS:
        assert client.post(reverse(name), {}).status_code == 403


def test_too_many_tries_from_one_place_are_stopped(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    answers = [client.post(reverse("account_login"), {"login": "a@x.org", "password": "x"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_a_forwarded_address_does_not_lift_the_limit(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    codes = []
    for n in range(3):
        spoofed = {"x-forwarded-for": f"192.0.2.{n}", "x-real-ip": f"192.0.2.{n}", "forwarded": f"for=192.0.2.{n}"}
        codes.append(client.post(reverse("account_login"), {"login": "a@x.org"}, headers=spoofed).status_code)
    assert codes == [200, 200, 429]


def test_the_page_for_too_many_tries_says_so(client):
    request = client.get(reverse("account_login")).wsgi_request
    answer = too_many_requests(request)
    assert answer.status_code == 429
    assert "<h1>" in answer.content.decode()
