"""Nothing hidden reaches anybody, on any address: the widest net of the project.

A unique phrase is planted in every hidden thing; every route of the URLconf is walked through the WSGI application,
cold and warm, as each kind of reader. CASES A01, A03, A09, A11, A13, B01, B05, H09, K01.
"""

import datetime as dt
from dataclasses import dataclass, field

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleQuerySet, FormerAddress, MenuItem
from articles.working_copy import content_of, save
from tests.articles.front_pages import lay_out, slot
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_newspaper,
    make_page,
    make_picture,
    make_section,
)
from tests.routes import paths, site_routes
from tests.wsgi import cookies_of, request

HOUR = dt.timedelta(hours=1)
HIDDEN = ("draft", "review", "scheduled", "embargoed", "withdrawn", "expired")
DRAFT_PAGE = "canarypage"
SLOTS = ("lead", "lead", "secondary", "secondary", "featured", "featured")
ROOM, PAID = "canaryroom", "canarypaid"
# A tag of everything that was planted.
SHARED = "Public"
# Routes of which no address exists without a secret of its own.
TOKENS = {"account_reset_password_from_key": [{"uidb36": "1", "key": "a-b"}], "account_confirm_email": [{"key": "a"}]}


def states(now):
    return {
        "draft": {"status": "draft", "published_at": now - HOUR},
        "review": {"status": "to_review", "published_at": now - HOUR},
        "scheduled": {"published_at": now + HOUR},
        "embargoed": {"published_at": now - HOUR, "embargo_until": now + HOUR},
        "withdrawn": {"status": "withdrawn", "published_at": now - HOUR},
        "expired": {"published_at": now - 2 * HOUR, "unpublish_at": now - HOUR},
    }


def canary(state):
    return f"canary{state}"


@dataclass
class World:
    """A published article with everything, and around it what must not be seen."""

    public: Article
    paid: Article
    hidden: dict
    cast: object
    cookies: dict = field(default_factory=dict)

    def arguments(self):
        def address(article):
            day = article.published_on
            return {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}", "slug": article.slug}

        articles = [self.public, self.paid, *self.hidden.values()]
        addresses = [address(article) for article in articles]
        days = [{key: each[key] for key in ("year", "month", "day")} for each in addresses]
        tags = [{"slug": "public"}, *({"slug": canary(state)} for state in self.hidden)]
        authors = [{"slug": "signature"}, *({"slug": canary(state)} for state in self.hidden)]
        return TOKENS | {
            "article": addresses,
            "article_rest": addresses,
            "contributions": addresses,
            "post_contribution": addresses,
            "day": days,
            "month": [{key: each[key] for key in ("year", "month")} for each in days],
            "year": [{"year": each["year"]} for each in days],
            "section": [{"slug": self.public.section.slug}],
            "tag": tags,
            "author": authors,
            "page": [{"slug": "contact"}, {"slug": DRAFT_PAGE}],
        }

    def paths(self):
        """Every address by route; the search with a word that everything hidden has."""
        found = paths(site_routes(), self.arguments())
        return found | {"search": [f"{reverse('search')}?q={SHARED}"]}

    def walk(self, role):
        """(path, response) of every address, asked twice, as a page and as a fragment."""
        if role not in self.cookies:
            self.cookies[role] = cookies_of(getattr(self.cast, role) if role != "anonymous" else None)
        for found in self.paths().values():
            for path in found:
                for headers in ({}, {}, {"x_requested_with": "fragment"}):
                    yield path, request(path, cookies=self.cookies[role], **headers)


def plant_hidden(state, fields, *, section, signature):
    """A hidden article that says its canary wherever a word can stand, in the row, its rows and a working copy."""
    word = canary(state)
    picture = make_picture(alt=word, caption=word, credit=word, original=f"{word}.jpg")
    texts = dict.fromkeys(("kicker", "headline", "standfirst", "picture_caption", "slug"), word)
    return make_article(
        **texts,
        **fields,
        body=f"<p>{word}</p>",
        picture=picture,
        section=section,
        tags=[word, SHARED],
        authors=[make_author(name=word, slug=word, bio=word), signature],
    )


@pytest.fixture
def world(cast):
    now = timezone.now().replace(microsecond=0)
    make_newspaper()
    section, signature = make_section(), make_author(name="Signature", slug="signature")
    hidden = {
        state: plant_hidden(state, fields, section=section, signature=signature)
        for state, fields in states(now).items()
    }
    boxes = "".join(f'<aside data-article="{article.pk}"></aside>' for article in hidden.values())
    pictures = "".join(f'<figure data-picture="{10**6 + article.pk}"></figure>' for article in hidden.values())
    shared = {"section": section, "tags": [SHARED], "authors": [signature], "published_at": now - HOUR}
    public = make_article(**shared, related=hidden.values(), headline="For all", body=f"<p>Read.</p>{boxes}{pictures}")
    long = "".join(f"<p>Free words {n}. {'Sentence. ' * 12}</p>" for n in range(4))
    paid = make_article(
        **shared, headline="For few", access="subscribers", body=f"{long}<p>{PAID} {'Sentence. ' * 40}</p>{boxes}"
    )
    for article in hidden.values():
        FormerAddress.objects.create(path=f"2020/01/02/{article.slug}", article=article)
        make_comment(article, cast.subscriber, text=canary("comment"))
    lay_out(
        *(
            slot(article, place, headline=article.headline)
            for article, place in zip(hidden.values(), SLOTS, strict=True)
        ),
        by=cast.editor,
    )
    save(public, content_of(public) | {"headline": canary("workingcopy")}, base=None, by=cast.editor)
    make_comment(public, cast.subscriber, text=ROOM)
    make_comment(public, cast.subscriber, text=canary("moderated"), state="hidden")
    call_command("rebuild_search")
    make_page(slug="contact", body=boxes)
    draft = make_page(slug=DRAFT_PAGE, title=DRAFT_PAGE, body=DRAFT_PAGE, purpose="charter", is_published=False)
    MenuItem.objects.create(menu="header", page=draft)
    MenuItem.objects.create(menu="footer", page=draft, label=DRAFT_PAGE)
    return World(public, paid, hidden, cast)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "subscriber"])
def test_no_trace_of_anything_hidden_on_any_address(world, role):
    words = [canary(state) for state in (*HIDDEN, "comment", "workingcopy", "moderated")] + [DRAFT_PAGE]
    if role != "subscriber":
        words += [ROOM, PAID]
    for path, response in world.walk(role):
        # A form may carry on the address that somebody typed; it tells nothing that they did not know.
        text = response.all_text.replace(path, "")
        leaked = [word for word in words if word in text]
        assert not leaked, f"{path} shows {leaked} to {role} ({response.status})"
        assert response.status < 500, path


@pytest.mark.django_db
def test_subscriber_reads_what_others_do_not(world):
    """Without this the walk above could be blind to the room and to paid text."""
    shown = "".join(response.body for _path, response in world.walk("subscriber"))
    assert ROOM in shown
    assert PAID in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", ["front_page", "section", "tag", "author", "day", "month", "year", "article", "search"]
)
def test_the_walk_would_notice_a_view_that_goes_round_the_door(world, route, monkeypatch):
    """Breaks the door and sees each listing leak: the net has no hole at that place."""
    monkeypatch.setattr(ArticleQuerySet, "published", lambda self, at=None: self.filter(published_at__isnull=False))
    found = world.paths()[route]
    shown = "".join(request(path).body for path in found)
    assert any(canary(state) in shown for state in HIDDEN)


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "embargoed"])
def test_hidden_address_answers_like_an_unknown_one(world, state):
    """404= for A01, and A13 for the former address of what is now hidden."""
    unknown = request("/2020/01/02/no-such-article/")
    for path in (world.hidden[state].get_absolute_url(), f"/2020/01/02/{world.hidden[state].slug}/"):
        response = request(path)
        assert (response.status, response.body) == (404, unknown.body)
        assert "no-store" in response.headers["Cache-Control"]
        assert not {"etag", "last-modified", "location"} & {name.lower() for name in response.headers}
        assert list(response.headers.keys()) == list(unknown.headers.keys())


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["withdrawn", "expired"])
def test_what_readers_could_see_is_gone(world, state):
    response = request(world.hidden[state].get_absolute_url())
    assert response.status == 410
    assert "no-store" in response.headers["Cache-Control"]
    assert request(f"{world.hidden[state].get_absolute_url()}contributions/").status == 404


@pytest.mark.django_db
def test_former_address_leads_to_a_visible_article_whatever_the_query(world):
    FormerAddress.objects.create(path="2020/01/02/older", article=world.public)
    response = request("/2020/01/02/older/?utm_source=x")
    assert (response.status, response.headers["Location"]) == (301, world.public.get_absolute_url())


@pytest.mark.django_db
def test_public_pages_cannot_depend_on_a_visitor(world):
    """B03, B05, B07: same bytes whoever asks with whatever; no cookie is set and none is varied on."""
    for path in (
        "/",
        world.public.get_absolute_url(),
        world.paid.get_absolute_url(),
        world.public.section.get_absolute_url(),
    ):
        plain = request(path)
        assert plain.status == 200
        assert "Set-Cookie" not in plain.headers
        assert "cookie" not in plain.headers.get("Vary", "").lower()
        for headers in (
            {"cookies": cookies_of(world.cast.subscriber)},
            {"cookies": cookies_of(world.cast.editor)},
            {"accept_language": "en"},
            {"x_forwarded_host": "evil.example", "x_forwarded_proto": "gopher", "x_original_url": "/admin/"},
            {"user_agent": "WhatsApp/2.0", "referer": "https://evil.example/"},
        ):
            assert request(path, **headers).body == plain.body, (path, headers)
        assert request(f"{path}?utm_source=evil&x=1").body == plain.body


@pytest.mark.django_db
def test_edge_refuses_hosts_that_are_not_ours(world):
    assert request("/", host="evil.example").status == 400
    assert "evil.example" not in request("/", host="evil.example").all_text


@pytest.mark.django_db
def test_pictures_of_hidden_articles_have_names_that_nobody_guesses(world):
    """A11"""
    keys = {article.picture.key for article in world.hidden.values()}
    assert len(keys) == len(HIDDEN)
    assert all(len(bytes.fromhex(key)) == 16 for key in keys)
