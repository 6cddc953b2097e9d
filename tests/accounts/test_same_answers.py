"""Nobody learns from an answer whether an address has an account here, or in which state it is."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.factories import PASSWORD, make_newspaper, make_user

pytestmark = pytest.mark.django_db
KINDS = ["known", "unknown", "inactive", "unverified", "staff", "capitals", "without-password"]
DOORS = {
    "sign-in": ("account_login", lambda email: {"login": email, "password": "a wrong password"}),
    "sign-up": ("account_signup", lambda email: {"email": email, "password1": PASSWORD}),
    "reset": ("account_reset_password", lambda email: {"email": email}),
    "code": ("account_request_login_code", lambda email: {"email": email}),
}
TOKEN = re.compile(r'csrfmiddlewaretoken\\?" value=\\?"\w+')
OTHERS = [kind for kind in KINDS if kind != "unknown"]
ATTRIBUTES = ("path", "domain", "max-age", "secure", "httponly", "samesite")


@pytest.fixture
def addresses():
    """Of one length, so that no length tells."""
    make_newspaper()
    emails = {kind: f"{number}person@example.org" for number, kind in enumerate(KINDS)}
    for kind in OTHERS:
        user = make_user(email=emails[kind], is_active=kind != "inactive", is_staff=kind == "staff")
        EmailAddress.objects.filter(user=user).update(verified=kind != "unverified")
        if kind == "without-password":
            user.set_unusable_password()
            user.save()
    emails["capitals"] = emails["capitals"].upper()
    return emails


def look_of(answer, email):
    """What a visitor sees of one answer, but for what is theirs."""
    body = TOKEN.sub("", answer.text)
    for typed in (email, email.lower()):
        body = body.replace(typed, "…")
    cookies = {
        name: tuple(bool(value) if key == "max-age" else value for key, value in cookie.items() if key in ATTRIBUTES)
        for name, cookie in answer.cookies.items()
    }
    headers = {name for name, _value in answer.items()}
    telling = {name: answer.headers.get(name) for name in ("Location", "Vary", "Cache-Control", "Content-Language")}
    return answer.status_code, headers, telling, cookies, body


def looks_of(door, email):
    """The answer to the form, the page that it leads to, and the form as it looks afterwards."""
    name, fields = DOORS[door]
    browser = Client(headers={"accept": "text/html"})
    browser.get(reverse(name))
    answer = browser.post(reverse(name), fields(email))
    seen = [look_of(answer, email)]
    if answer.status_code == 302:
        seen.append(look_of(browser.get(answer["Location"]), email))
    seen.append(look_of(browser.get(reverse(name)), email))
    return seen


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("door", DOORS)
def test_answer_is_that_to_an_unknown_address(addresses, door, kind):
    """G01"""
    assert looks_of(door, addresses[kind]) == looks_of(door, addresses["unknown"])


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("door", DOORS)
def test_fragment_and_json_answers_tell_no_more(addresses, door, kind):
    """G01: allauth answers scripts in words of their own."""
    name, fields = DOORS[door]
    answers = []
    for one in (kind, "unknown"):
        headers = {"accept": "application/json", "x-requested-with": "XMLHttpRequest"}
        answer = Client(headers=headers).post(reverse(name), fields(addresses[one]))
        answers.append(look_of(answer, addresses[one]))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("door", ["sign-up", "reset", "code"])
def test_mails_go_to_the_address_that_was_typed_and_to_no_other(addresses, door):
    for kind in ("known", "unknown"):
        mail.outbox.clear()
        looks_of(door, addresses[kind])
        assert {tuple(message.to) for message in mail.outbox} == {(addresses[kind],)}


def test_an_open_door_does_look_different(addresses):
    """What these tests compare does change when somebody is let in."""
    browser = Client()
    answer = browser.post(reverse("account_login"), {"login": addresses["known"], "password": PASSWORD})
    assert look_of(answer, addresses["known"]) != looks_of("sign-in", addresses["unknown"])[0]
