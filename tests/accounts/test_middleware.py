"""The hint cookie, and whose language a page speaks."""

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from accounts.middleware import FORGET, HINT, LanguageMiddleware, SignedInHintMiddleware
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_hint_comes_with_the_sign_in_and_proves_nothing(client):
    client.force_login(make_user())
    cookie = client.get(reverse("account")).cookies[HINT]
    assert cookie.value == "1"
    assert not cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("secure", [True, False])
def test_the_hint_travels_by_https_alone_where_the_session_does(client, settings, secure):
    settings.SESSION_COOKIE_SECURE = secure
    client.force_login(make_user())
    assert bool(client.get(reverse("account")).cookies[HINT]["secure"]) is secure


def test_signing_out_takes_the_hint_back(client):
    client.force_login(make_user())
    client.get(reverse("account"))
    cookie = client.post(reverse("account_logout")).cookies[HINT]
    assert (cookie.value, cookie["max-age"]) == ("", 0)


@pytest.mark.parametrize("is_staff", [True, False])
def test_signing_out_tells_the_browser_to_forget_what_was_written_there(client, is_staff):
    client.force_login(make_user(is_staff=is_staff))
    assert client.post(reverse("account_logout")).cookies[FORGET].value == "1"
    assert FORGET not in client.get("/").cookies


def test_the_hint_is_set_once(client):
    client.force_login(make_user())
    client.get(reverse("account"))
    assert HINT not in client.get(reverse("account")).cookies


def test_a_forged_hint_opens_nothing_and_is_taken_back(client):
    client.cookies[HINT] = "1"
    answer = client.get(reverse("account_link"))
    assert answer.status_code == 204
    assert answer.cookies[HINT]["max-age"] == 0
    client.cookies[HINT] = "1"
    assert client.get(reverse("account")).status_code == 302


def test_pages_that_do_not_look_at_the_visitor_get_no_cookie():
    request = RequestFactory().get("/", headers={"cookie": f"{HINT}=1"})
    request.session = type("Session", (), {"accessed": False})()
    response = SignedInHintMiddleware(lambda request: HttpResponse())(request)
    assert not response.cookies


def test_without_a_session_cookie_nobody_is_looked_up(django_assert_num_queries):
    request = RequestFactory().get("/", headers={"accept-language": "en"})
    spoken = []

    def page(request):
        spoken.append(translation.get_language())
        return HttpResponse()

    with django_assert_num_queries(0):
        response = LanguageMiddleware(page)(request)
    assert spoken == ["fr"]
    assert response["Content-Language"] == "fr"


@pytest.mark.parametrize(("chosen", "spoken"), [("en", "en"), ("fr", "fr"), ("", "fr")])
def test_private_pages_speak_the_chosen_language(client, chosen, spoken):
    client.force_login(make_user(language=chosen))
    answer = client.get(reverse("account"), headers={"accept-language": "en"})
    assert answer["Content-Language"] == spoken
    assert f'<html lang="{spoken}">' in answer.content.decode()
    assert translation.get_language() == settings.LANGUAGE_CODE
