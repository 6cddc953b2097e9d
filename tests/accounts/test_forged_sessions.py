"""B12: cookies that somebody made or changed open nothing that is paid for, and what was tampered with is logged."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client

from tests.factories import make_article, make_newspaper, make_subscriber, make_user

pytestmark = pytest.mark.django_db
SESSION = settings.SESSION_COOKIE_NAME
PAID = "canaripaye"


@pytest.fixture
def rest():
    make_newspaper()
    long = "".join(f"<p>Free words {n}. {'Sentence. ' * 12}</p>" for n in range(4))
    article = make_article(access="subscribers", body=f"{long}<p>{PAID} {'Sentence. ' * 40}</p>")
    return f"{article.get_absolute_url()}suite/"


def asks(rest, **cookies):
    browser = Client()
    for name, value in cookies.items():
        browser.cookies[name] = value
    return browser.get(rest, follow=True).text


def session_of(user):
    browser = Client()
    browser.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return browser.cookies[SESSION].value


def test_a_subscriber_reads_it(rest):
    assert PAID in asks(rest, **{SESSION: session_of(make_subscriber())})


@pytest.mark.parametrize(
    "cookies",
    [
        {"subscriber": "1", "signed_in": "1", "is_staff": "true"},
        {SESSION: "0" * 32},
        {SESSION: signing.dumps({"_auth_user_id": "1"}, salt="django.contrib.sessions.SessionStore")},
        {SESSION: "\u00e9" * 40},
    ],
)
def test_made_up_cookies_open_nothing(rest, cookies):
    make_subscriber()
    assert PAID not in asks(rest, **cookies)


def test_a_cookie_with_one_sign_changed_opens_nothing(rest):
    value = session_of(make_subscriber())
    assert PAID not in asks(rest, **{SESSION: value[:-1] + ("a" if value[-1] != "a" else "b")})


def test_an_altered_session_opens_nothing_and_is_logged(rest, caplog):
    """The row itself, as whoever could write into the table would alter it."""
    value = session_of(make_user())
    row = Session.objects.get(session_key=value)
    data, _colon, signature = row.session_data.rpartition(":")
    Session.objects.filter(pk=row.pk).update(session_data=f"{data[:-1]}x:{signature}")
    assert PAID not in asks(rest, **{SESSION: value})
    assert "Session data corrupted" in caplog.text


def test_a_session_turned_into_another_persons_fails_at_the_hash(rest):
    """Also rightly signed: the hash of the password in it is another's."""
    value = session_of(make_user())
    session = Client().session.__class__(session_key=value)
    session["_auth_user_id"] = str(make_subscriber().pk)
    session.save()
    assert PAID not in asks(rest, **{SESSION: value})
