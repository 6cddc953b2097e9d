"""Signing out is a POST, and what was open before is closed after."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.middleware import HINT
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_reading_the_page_signs_nobody_out(client):
    client.force_login(make_user())
    for _ in range(5):
        assert client.get(reverse("account_logout")).status_code == 200
        assert client.head(reverse("account_logout")).status_code == 200
    assert client.get(reverse("account")).status_code == 200


def test_the_old_session_cookie_is_dead(client):
    """G09."""
    client.force_login(make_user())
    old = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.get(reverse("account")).status_code == 200
    client.post(reverse("account_logout"))
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = old
    assert thief.get(reverse("account")).status_code == 302
    assert thief.get(reverse("account_link")).status_code == 204
    assert thief.get(reverse("account_email")).status_code == 302


def test_signing_out_leaves_no_session_and_no_hint_behind(client):
    client.force_login(make_user())
    client.get(reverse("account"))
    assert client.cookies[HINT].value == "1"
    answer = client.post(reverse("account_logout"))
    assert answer.url == "/"
    assert client.cookies[HINT].value == ""
    assert client.cookies[settings.SESSION_COOKIE_NAME].value == ""


def test_a_new_password_signs_out_everywhere_else(client):
    user = make_user()
    client.force_login(user)
    user.set_password("another long password")
    user.save()
    assert client.get(reverse("account")).status_code == 302


def test_closing_an_account_ends_its_sessions(client):
    user = make_user()
    client.force_login(user)
    user.is_active = False
    user.save()
    assert client.get(reverse("account")).status_code == 302
