"""Nothing hidden reaches anybody, on any address: the widest net of the project.

A unique phrase is planted in every hidden thing; every route of the URLconf is walked through the WSGI application,
cold and warm, as each kind of reader. CASES A01, A03, A09, A11, A13, B01, B05, H09, K01.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, field

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles import offers
from articles.models import Article, ArticleQuerySet, FormerAddress, MenuItem, OfferedArticle
from articles.preview_links import leave_remark
from articles.working_copy import content_of, save
from comments.models import Comment
from tests.articles.front_pages import lay_out, slot
from tests.articles.offering import offer
from tests.articles.previews import share
from tests.factories import (
    make_article,
    make_author,
    make_comment,
    make_correction,
    make_newspaper,
    make_page,
    make_picture,
    make_plan,
    make_reply_request,
    make_section,
    make_subscriber,
    make_user,
)
from tests.routes import paths, site_routes
from tests.wsgi import cookies_of, request

HOUR = dt.timedelta(hours=1)
HIDDEN = ("draft", "review", "scheduled", "embargoed", "withdrawn", "expired")
# Of what readers may see in part.
PRIVATE = ("waiting", "comment", "workingcopy", "moderated", "amended", "register")
DRAFT_PAGE = "canarypage"
SLOTS = ("lead", "lead", "secondary", "secondary", "featured", "featured")
ROOM, NAME, PAID = "canaryroom", "Canaryname", "canarypaid"
# What one does with a contribution, each at an address of its own.
OF_ONE = (
    *(
        "contribution",
        "contribution_thread",
        "appreciate",
        "take_back_appreciation",
        "report_contribution",
        "send_report",
        "ignore_author",
    ),
    *("stop_ignoring_author", "edit_contribution", "save_contribution", "delete_contribution", "confirm_deletion"),
)
# What the subscriber has written, wherever it was taken from readers.
OWN_WORDS = ("canarycomment", "canarymoderated", ROOM)
# A tag of everything that was planted.
SHARED = "Public"
# Routes of which no address exists without a secret of its own.
TOKENS = {
    "account_reset_password_from_key": [{"uidb36": "1", "key": "a-b"}],
    "account_confirm_email": [{"key": "a"}],
    "mfa_edit_webauthn": [{"pk": 1}],
    "mfa_remove_webauthn": [{"pk": 1}],
    "end_device": [{"key": 1}],
    "address_change": [{"token": "a.b.c"}],
    "agree_to_address": [{"token": "a.b.c"}],
    "refuse_address": [{"token": "a.b.c"}],
    "stop_contribution_mail": [{"token": "a.b.c"}],
    "shared_preview": [{"token": "a.b.c"}],
    "shared_preview_opened": [{"token": "a.b.c"}],
    "shared_preview_remark": [{"token": "a.b.c"}],
    "shared_preview_thanks": [{"token": "a.b.c"}],
    "order": [{"key": "A2B3"}],
    "check_order": [{"key": "A2B3"}],
    "give_up_order": [{"key": "A2B3"}],
    "receipt": [{"number": "2026-000001"}],
    "receipt_pdf": [{"number": "2026-000001"}],
    "seat_invitation": [{"token": "a.b.c"}],
    "take_seat": [{"token": "a.b.c"}],
    # Of somebody else, whoever asks: rows of these keys belong to nobody of the cast.
    "my_offer": [{"pk": 10**6}],
    "withdraw_offer": [{"pk": 10**6}],
    "institution": [{"pk": 10**6}],
    "buy_seats": [{"pk": 10**6}],
    "order_seats": [{"pk": 10**6}],
    "invite_to_seat": [{"pk": 10**6}],
    "free_seat": [{"pk": 10**6, "seat": 10**6}],
    "take_seat_by_domain": [{"pk": 10**6}],
    "gift": [{"key": "22222222222222"}],
    "gift_code": [{"key": "22222222222222"}],
    "describe_gift": [{"plan": "none", "zone": "none"}],
    "place_gift": [{"plan": "none", "zone": "none"}],
}


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

        answers = Article.objects.filter(slug__startswith="answer-")
        articles = [self.public, self.paid, *self.hidden.values(), *answers]
        addresses = [address(article) for article in articles]
        days = [{key: each[key] for key in ("year", "month", "day")} for each in addresses]
        tags = [{"slug": "public"}, *({"slug": canary(state)} for state in self.hidden)]
        authors = [{"slug": "signature"}, *({"slug": canary(state)} for state in self.hidden)]
        return TOKENS | {
            "article": addresses,
            "article_rest": addresses,
            "read_free": addresses,
            "offer_article": addresses,
            "offered_article": [*self.offered(), *[each | {"token": "a.b.c"} for each in addresses]],
            "open_offered": [each | {"token": "a.b.c"} for each in addresses],
            "contributions": addresses,
            "post_contribution": addresses,
            "new_contributions": addresses,
            **{name: self.contributions()[:1] for name in OF_ONE},
            **{name: self.contributions() for name in ("contribution", "report_contribution")},
            "read_again": [{"pk": 10**6}],
            "day": days,
            "month": [{key: each[key] for key in ("year", "month")} for each in days],
            "year": [{"year": each["year"]} for each in days],
            "section": [{"slug": self.public.section.slug}],
            "tag": tags,
            "author": authors,
            "payment_callback": [{"provider": "sandbox"}],
            "order_plan": [{"plan": "month", "zone": "mali"}],
            "place_order": [{"plan": "month", "zone": "mali"}],
            "page": [{"slug": "contact"}, {"slug": DRAFT_PAGE}],
        }

    def contributions(self):
        """The addresses of every contribution, hidden ones too."""
        rows = Comment.objects.select_related("article").order_by("pk").exclude(article__published_on=None)
        where = [(row.pk, row.article.path.split("/")) for row in rows]
        return [
            {"year": year, "month": month, "day": day, "slug": slug, "pk": pk}
            for pk, (year, month, day, slug) in where
        ]

    def offered(self):
        """The page of a link to the paid article, and of one to each that is hidden."""
        offers_ = OfferedArticle.objects.select_related("article")
        where = [offer.article.path.split("/") for offer in offers_]
        return [
            {"year": year, "month": month, "day": day, "slug": slug, "token": offers.token_of(offer)}
            for offer, (year, month, day, slug) in zip(offers_, where, strict=True)
        ]

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


def plant_amends(public, hidden, now):
    """Corrections of what is hidden, rights of reply in both directions, and of a request what the desk alone sees."""
    make_correction(public, text=canary("amended"), withdrawn_at=now, withdrawal=canary("amended"))
    private = dict.fromkeys(("requester", "capacity", "contact", "text", "refusal"), canary("register"))
    make_reply_request(public, **private, refused_at=now)
    for state, article in hidden.items():
        make_correction(article, text=canary(state))
        make_reply_request(public, answer=article, **private)
        make_reply_request(article, answer=make_article(slug=f"answer-{state}"), **private)
    make_correction(public, text="Shown correction.")
    make_reply_request(public, answer=make_article(headline="Shown answer", published_at=now - HOUR), **private)


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
    other = make_comment(public, make_user(public_name=NAME), text=ROOM)
    make_comment(public, other.author, text=canary("waiting"), state="held", held_for="link", reply_to=other)
    make_comment(public, cast.subscriber, text=canary("moderated"), state="rejected")
    link = share(article=public, by=cast.editor, label=canary("label"))
    leave_remark(link, guest=canary("guest"), text=canary("remark"), kind="remark", key=uuid.uuid4())
    plant_amends(public, hidden, now)
    giver = make_subscriber()
    for number, article in enumerate([paid, *hidden.values()], start=1):
        offer(article, by=giver, number=number)
    call_command("rebuild_search")
    make_plan(slug="month")
    make_page(slug="contact", body=boxes)
    draft = make_page(slug=DRAFT_PAGE, title=DRAFT_PAGE, body=DRAFT_PAGE, purpose="charter", is_published=False)
    MenuItem.objects.create(menu="header", page=draft)
    MenuItem.objects.create(menu="footer", page=draft, label=DRAFT_PAGE)
    return World(public, paid, hidden, cast)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "subscriber"])
def test_no_trace_of_anything_hidden_on_any_address(world, role):
    words = [
        canary(state)
        for state in (*HIDDEN, *PRIVATE, "comment", "workingcopy", "moderated", "label", "guest", "remark")
    ] + [DRAFT_PAGE]
    if role != "subscriber":
        words += [ROOM, NAME, PAID]
    for path, response in world.walk(role):
        # A form may carry on the address that somebody typed; it tells nothing that they did not know.
        text = response.all_text.replace(path, "")
        allowed = OWN_WORDS if (path, role) == (reverse("my_contributions"), "subscriber") else ()
        leaked = [word for word in words if word in text and word not in allowed]
        assert not leaked, f"{path} shows {leaked} to {role} ({response.status})"
        assert response.status < 500, path


@pytest.mark.django_db
def test_subscriber_reads_what_others_do_not(world):
    """Without this the walk above could be blind to the room and to paid text."""
    shown = "".join(response.body for _path, response in world.walk("subscriber"))
    assert ROOM in shown
    assert NAME in shown
    assert PAID in shown


@pytest.mark.django_db
def test_corrections_and_answers_of_what_is_published_are_shown(world):
    """Without this the walk could be blind to them."""
    shown = request(world.public.get_absolute_url()).body
    assert "Shown correction." in shown
    assert "Shown answer" in shown
    assert "Shown correction." in request(reverse("corrections")).body


@pytest.mark.django_db
@pytest.mark.parametrize(
    "route", ["front_page", "section", "tag", "author", "day", "month", "year", "article", "search", "corrections"]
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
