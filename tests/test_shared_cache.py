"""A shared cache in front of the whole site, and everybody behind it: nobody gets what is somebody else's.

CASES B01, B03, B05, B07, B09, B11, B12, through the WSGI application.
"""

import datetime as dt
import random
import re

import pytest
import time_machine
from django.utils import timezone

from articles import guests, offers
from articles.models import OfferedArticle
from tests.articles.offering import on
from tests.factories import make_article, make_newspaper, make_subscription, make_user
from tests.test_visibility import PAID, ROOM, world  # noqa: F401  (a fixture)
from tests.wsgi import cookies_of, request
from web import tokens

# Of the 5,000 that the case names: a tenth of a second each under load would take longer than all other tests.
REQUESTS = 1500
ROLES = ("anonymous", "reader", "lapsed", "subscriber", "editor", "guest")
READS_ALL = {"subscriber", "editor", "guest"}


class SharedCache:
    """Keeps what a cache between the site and everybody may keep (RFC 9111): by address and what the answer varies
    on, also without a lifetime, since some guess one."""

    def __init__(self):
        self.kept = {}

    def get(self, path, **headers):
        """The answer, and whether it is a copy."""
        sent = {name.lower().replace("-", "_"): value for name, value in headers.items()}
        for known, response in self.kept.get(path, []):
            if all(sent.get(name, "") == value for name, value in known.items()):
                return response, True
        response = request(path, **headers)
        control = response.headers.get("Cache-Control", "").lower()
        if response.status == 200 and not re.search(r"no-store|private|no-cache", control):
            varies = [name.strip().lower().replace("-", "_") for name in response.headers.get("Vary", "").split(",")]
            known = {("cookies" if name == "cookie" else name): "" for name in varies if name}
            known = {name: sent.get(name, "") for name in known}
            self.kept.setdefault(path, []).append((known, response))
        return response, False


def cookies(world, role):  # noqa: F811
    if role == "anonymous":
        return ""
    if role != "guest":
        return cookies_of(getattr(world.cast, role))
    link = OfferedArticle.objects.get(article=world.paid)
    return f"{guests.COOKIE}={offers.proof_of(offers.open_offer(link))}; {guests.HINT}=1"


def names_of(user):
    return {user.email, user.name, user.public_name} - {""}


def is_named(name, body):
    """As a word of its own: three letters are sooner or later in somebody's token."""
    return re.search(rf"\b{re.escape(name)}\b", body) is not None


@pytest.mark.django_db
def test_in_any_order_each_gets_only_what_is_theirs(world):  # noqa: F811
    """B05: 1,500 requests of six roles in random order."""
    cache, dice = SharedCache(), random.Random(5)
    jars = {role: cookies(world, role) for role in ROLES}
    people = {role: names_of(getattr(world.cast, role)) for role in ROLES if role not in {"anonymous", "guest"}}
    paths = [path for found in world.paths().values() for path in found if "/admin/" not in path]
    rest = on(world.paid, "article_rest")
    paths += [rest] * 30 + [world.paid.get_absolute_url()] * 30
    copies = whole = 0
    for number in range(REQUESTS):
        role, path = dice.choice(ROLES), dice.choice(paths)
        headers = {"x_requested_with": "fragment"} if dice.random() < 0.3 else {}
        response, is_copy = cache.get(path, cookies=jars[role], **headers)
        text = response.all_text
        of_others = {name for other, names in people.items() if other != role for name in names}
        # Contributions are signed by those who wrote them, for those who may read them.
        in_room = role in {"subscriber", "editor"} and "/contributions/" in path
        shown = of_others - (names_of(world.cast.subscriber) if in_room or ROOM in text else set())
        where = f"{number}: {role} at {path}"
        assert not [name for name in shown if is_named(name, response.body)], where
        assert PAID not in text or role in READS_ALL, where
        assert ROOM not in text or role in {"subscriber", "editor"}, where
        if is_copy:
            copies += 1
            assert "csrfmiddlewaretoken" not in text, where
            assert "Set-Cookie" not in response.headers, where
        whole += PAID in text
    assert copies > 200
    assert whole > 10


@pytest.mark.django_db
@pytest.mark.parametrize("first", ["subscriber", "anonymous"])
def test_whoever_comes_first_the_copy_is_everybodys(world, first):  # noqa: F811
    """B03"""
    cache, order = SharedCache(), ["subscriber", "anonymous"]
    for path in (world.paid.get_absolute_url(), on(world.paid, "article_rest")):
        for role in sorted(order, key=lambda one: one != first):
            response, _is_copy = cache.get(path, cookies=cookies(world, role))
            allowed = role == "subscriber" and path.endswith("/suite/")
            assert (PAID in response.body) is allowed, (path, role)
            if allowed:
                assert "no-store" in response.headers["Cache-Control"]


@pytest.fixture
def paid(db):
    make_newspaper()
    free = "".join(f"<p>Free words {n}. {'Sentence. ' * 12}</p>" for n in range(4))
    return make_article(access="subscribers", body=f"{free}<p>{PAID} {'Sentence. ' * 40}</p>")


@pytest.mark.parametrize(
    "headers",
    [
        {"accept": "text/markdown"},
        {"accept": "application/json"},
        {"accept": "application/ld+json"},
        {"user_agent": "Googlebot/2.1"},
        {"referer": "https://www.facebook.com/"},
        {"x_forwarded_host": "evil.example"},
        {"x_original_url": "/compte/"},
        {"x_rewrite_url": "/compte/"},
        {"x_http_method_override": "POST"},
    ],
)
def test_nobody_gets_the_rest_by_asking_differently(paid, headers):
    """B01, B07"""
    address = paid.get_absolute_url()
    plain = request(address)
    assert plain.status == 200
    for path in (address, f"{address}?print=1", f"{address}?amp=1", f"{address}?format=json", f"{address}?output=pdf"):
        response = request(path, **headers)
        assert response.body == plain.body
        assert PAID not in response.all_text
    for route in ("article_rest", "read_free", "offer_article"):
        response = request(on(paid, route), **headers)
        assert PAID not in response.all_text
        assert "evil.example" not in response.all_text
        assert request(on(paid, "read_free"), **headers).status == 405
    for ending in ("amp/", "print/", "suite", "index.json", "suite/..%2f", "suite/x.css"):
        assert PAID not in request(f"{address}{ending}", **headers).all_text


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/compte/x.css",
            "/compte%2Fx.js",
            "/compte;x.png",
            "/compte/..%2fstatic/x",
            "/compte/%2e%2e/static/css/x.css",
        ),
        *("/compte/cadeaux/x.css", "/compte/offert/1/x.js", "/compte%0a/x.css"),
    ],
)
def test_the_account_hides_behind_no_file_name(cast, paid, path):
    """B09"""
    cache = SharedCache()
    for person in (cast.subscriber, None):
        response, _is_copy = cache.get(path, cookies=cookies_of(person))
        assert response.status in {301, 302, 404} or "no-store" in response.headers["Cache-Control"]
        assert cast.subscriber.email not in response.all_text


@pytest.mark.django_db
def test_a_subscription_ends_between_two_seconds_in_one_session(paid):
    """B11: no job, no other request in between."""
    end = timezone.now().replace(minute=0, second=0, microsecond=0) + dt.timedelta(hours=1)
    user = make_user()
    make_subscription(user, starts_at=end - dt.timedelta(days=30), ends_at=end)
    rest = on(paid, "article_rest")
    with time_machine.travel(end - dt.timedelta(seconds=1), tick=False):
        jar = cookies_of(user)
        assert PAID in request(rest, cookies=jar).body
    with time_machine.travel(end + dt.timedelta(seconds=1), tick=False):
        for headers in ({}, {"x_requested_with": "fragment"}):
            response = request(rest, cookies=jar, **headers)
            assert PAID not in response.all_text
            assert "Renouveler l’abonnement" in response.body
            assert "Votre abonnement s’est terminé le" in response.body


@pytest.mark.parametrize(
    ("jar", "noted"),
    [
        (lambda cast, paid: "subscriber=1", "A cookie that claims a right (subscriber)"),
        (lambda cast, paid: "premium=true; is_admin=1", "(is_admin, premium)"),
        (lambda cast, paid: altered(cookies_of(cast.subscriber)), "A session that is not known"),
        (lambda cast, paid: "session=" + tokens.make("session", cast.subscriber.pk), "A session that is not known"),
        (lambda cast, paid: f"{guests.COOKIE}={tokens.make('preview', [1, paid.pk])}", "A forged proof"),
        (lambda cast, paid: f"{guests.COOKIE}={tokens.make('offered-article', [1, 'x'])}", "A forged proof"),
        (lambda cast, paid: f"{guests.COOKIE}=%00%0d%0aSet-Cookie:x", "A forged proof"),
    ],
)
def test_made_up_cookies_open_nothing_and_are_noted(cast, paid, caplog, jar, noted):
    """B12"""
    response = request(on(paid, "article_rest"), cookies=jar(cast, paid))
    assert response.status == 302
    assert PAID not in response.all_text
    assert noted in caplog.text
    assert all("\n" not in record.getMessage() for record in caplog.records)


def altered(jar):
    return re.sub(r"session=(.)", lambda found: f"session={'a' if found[1] != 'a' else 'b'}", jar)


def test_somebody_who_is_just_not_signed_in_is_noted_nowhere(paid, caplog):
    request(on(paid, "article_rest"))
    request(on(paid, "article_rest"), cookies="signed_in=1; theme=dark")
    assert "newsroom.forgeries" not in {record.name for record in caplog.records}


def test_a_path_in_the_log_stays_one_line(paid, caplog):
    """E11"""
    request(f"{paid.get_absolute_url()}offert/a.b%0aADMIN signed in/", cookies="")
    lines = [record.getMessage() for record in caplog.records if record.name == "newsroom.forgeries"]
    assert len(lines) == 1
    assert "\n" not in lines[0]
