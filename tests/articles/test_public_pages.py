"""The public pages: what they show, at a constant number of queries, and what they make of odd addresses."""

import datetime as dt
import json
import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.factories import (
    make_article,
    make_author,
    make_correction,
    make_newspaper,
    make_picture,
    make_reply_request,
    make_section,
)
from tests.wsgi import request

RENDITIONS = {"jpeg": [{"name": "pictures/a/jpeg-960.jpg", "width": 960, "height": 640}]}


def full_article(number, **fields):
    """An article with so many boxes, pictures, bylines, tags and related articles."""
    others = [make_article() for _ in range(number)]
    pictures = [make_picture(renditions=RENDITIONS) for _ in range(number)]
    authors = [make_author(portrait=make_picture()) for _ in range(number)]
    for author in authors:
        make_article(authors=[author])
    boxes = "".join(f'<aside data-article="{other.pk}"></aside>' for other in others)
    figures = "".join(f'<figure data-picture="{picture.pk}"></figure>' for picture in pictures)
    fields |= {
        "tags": [f"Tag {n}" for n in range(number)],
        "authors": authors,
        "related": [make_article() for _ in range(number)],
    }
    return make_article(body=f"<p>Text.</p>{boxes}{figures}", picture=make_picture(renditions=RENDITIONS), **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 5, 12])
def test_article_takes_ten_queries_whatever_it_has(client, django_assert_num_queries, number):
    """Newspaper, menu, article, bylines, tags, pictures of boxes, all other articles (rights of reply among them),
    their bylines, corrections, the number of contributions."""
    make_newspaper()
    article = full_article(number)
    for _ in range(number):
        make_correction(article)
        make_reply_request(article, answer=make_article())
    with django_assert_num_queries(10):
        page = client.get(article.get_absolute_url())
    assert page.text.count('class="box__headline"') == number
    assert page.text.count("Lire aussi\u00a0:") == number


@pytest.mark.django_db
def test_lire_aussi_does_not_repeat_what_a_box_in_the_text_names(client):
    make_newspaper()
    boxed, listed, hidden = make_article(), make_article(), make_article(status="draft")
    body = f'<p>Text.</p><aside data-article="{boxed.pk}"></aside>'
    page = client.get(make_article(body=body, related=[boxed, hidden, listed]).get_absolute_url())
    assert page.context["related"] == [listed]
    assert page.text.count(boxed.get_absolute_url()) == 1
    page = client.get(make_article(body=body, related=[boxed]).get_absolute_url())
    assert page.context["related"] == []
    assert 'class="related aside"' not in page.text


@pytest.mark.django_db
def test_lire_aussi_keeps_what_only_the_reserved_part_names(client):
    make_newspaper()
    boxed = make_article()
    body = f'<p>{"A text of some words. " * 20}</p><aside data-article="{boxed.pk}"></aside>'
    article = make_article(body=body, related=[boxed], access="subscribers")
    assert client.get(article.get_absolute_url()).context["related"] == [boxed]


@pytest.mark.django_db
def test_front_page_takes_the_same_queries_for_three_articles_and_for_thirty(client, django_assert_num_queries):
    make_newspaper()
    sections = [make_section() for _ in range(6)]
    for number in (3, 30):
        for n in range(number):
            make_article(section=sections[n % 6], authors=[make_author()], picture=make_picture(renditions=RENDITIONS))
        with django_assert_num_queries(7):
            client.get("/")


def listing_addresses(article):
    day = article.published_on
    return {
        "section": article.section.get_absolute_url(),
        "tag": reverse("tag", args=["mali"]),
        "author": article.bylines.first().author.get_absolute_url(),
        "day": f"/{day:%Y/%m/%d}/",
        "month": f"/{day:%Y/%m}/",
        "year": f"/{day:%Y}/",
    }


@pytest.fixture
def thirty():
    """Thirty articles of one day, section, author and tag, two of each instant."""
    make_newspaper()
    section, author = make_section(), make_author(portrait=make_picture())
    noon = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
    shared = {"section": section, "authors": [author], "tags": ["Mali"]}
    return [make_article(**shared, published_at=noon - dt.timedelta(minutes=n // 2)) for n in range(30)]


@pytest.mark.django_db
@pytest.mark.parametrize("route", ["section", "tag", "author", "day", "month", "year"])
def test_list_leads_through_all_its_articles_once_in_at_most_six_queries(
    client, thirty, django_assert_max_num_queries, route
):
    address, seen = listing_addresses(thirty[0])[route], []
    while address:
        with django_assert_max_num_queries(6):
            page = client.get(address).context["page"]
        seen += page.items
        address = page.older_url
    assert seen == sorted(thirty, key=lambda article: (article.published_at, article.pk), reverse=True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cursor", ["x", "1-", "-1", "99999999999999999999-1", "1716793080000000-42' OR 1=1", "\x00", "é"]
)
@pytest.mark.parametrize("route", ["section", "tag", "author", "day", "month", "year"])
def test_cursor_that_is_none_is_not_found(client, thirty, route, cursor):
    for key in ("avant", "apres"):
        assert client.get(listing_addresses(thirty[0])[route], {key: cursor}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/rubrique/none/",
        "/mot-cle/none/",
        "/auteur/none/",
        "/2020/01/01/",
        "/2020/01/",
        "/2020/",
        "/9999/12/31/",
        "/nothing/",
    ],
)
def test_unknown_address_is_not_found_in_words(path):
    response = request(path)
    assert response.status == 404
    assert "Cette page n’existe pas" in response.body
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/2026/03/04/x/", "/rubrique/x/"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_public_pages_take_no_other_methods(client, path, method):
    """Methods are refused before anything is looked up, whether by the view or for want of a form's token."""
    assert client.generic(method, path).status_code == 405


@pytest.mark.django_db
def test_head_answers_without_a_body():
    make_newspaper()
    response = request("/", method="HEAD")
    assert (response.status, response.body) == (200, "")


@pytest.mark.django_db
def test_front_page_shows_breaking_news_until_its_end(client, time_machine):
    now = timezone.now().replace(microsecond=0)
    make_article(headline="It happened", breaking_until=now + dt.timedelta(hours=1))
    assert "Urgent" in client.get("/").text
    time_machine.move_to(now + dt.timedelta(hours=1), tick=False)
    assert "Urgent" not in client.get("/").text


@pytest.mark.django_db
def test_front_page_names_no_article_twice(client):
    for _ in range(25):
        make_article()
    context = client.get("/").context
    shown = [context["lead"], *context["secondary"], *context["latest"]]
    shown += [placed for block in context["blocks"] for placed in block.placed]
    shown = [placed.article for placed in shown]
    assert len(shown) == len(set(shown)) == 25


@pytest.mark.django_db
def test_section_shows_what_is_in_its_sub_sections(client):
    section = make_section()
    article = make_article(section=make_section(parent=section))
    assert article in client.get(section.get_absolute_url()).context["page"].items


@pytest.mark.django_db
def test_article_says_where_it_is_and_what_it_is(client, settings):
    settings.SITE_URL = "https://journal.example"
    make_newspaper(name="Le Quotidien", publisher="Les Éditions du Fleuve")
    article = make_article(
        kicker="#Mali :",
        headline='The "headline" </script><b>',
        standfirst="What happened.",
        authors=[make_author(name="Awa D.")],
        picture=make_picture(renditions=RENDITIONS),
    )
    page = client.get(article.get_absolute_url()).text
    address = f"https://journal.example{article.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in page
    meta = {
        name: unescape(value) for name, value in re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', page)
    }
    assert meta["og:title"] == f"#Mali : {article.headline}"
    assert (meta["og:type"], meta["og:url"], meta["og:description"]) == ("article", address, "What happened.")
    assert meta["og:image"].startswith("https://journal.example/")
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))
    assert (data["@type"], data["headline"], data["url"]) == ("NewsArticle", f"#Mali : {article.headline}", address)
    assert data["author"][0]["name"] == "Awa D."
    assert data["publisher"]["name"] == "Les Éditions du Fleuve"
    assert data["isAccessibleForFree"] is True


@pytest.mark.django_db
def test_subscribers_article_shows_at_most_two_fifths_and_the_offer(client):
    body = "".join(f"<p>Sentence number {n} of this text.</p>" for n in range(50))
    article = make_article(access="subscribers", body=body, standfirst="The standfirst.")
    page = client.get(article.get_absolute_url()).text
    assert "The standfirst." in page
    assert "La suite de cet article est réservée aux abonnés." in page
    shown = [n for n in range(50) if f"number {n} of" in page]
    assert shown == list(range(len(shown)))
    assert 10 <= len(shown) <= 20
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL).group(1))
    assert data["isAccessibleForFree"] is False


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["anonymous", "reader", "lapsed", "subscriber", "editor"])
def test_rest_of_an_article_is_for_subscribers(client, cast, role):
    body = "<p>Free words here.</p>" * 3 + "<p>Paid words.</p>" * 20
    article = make_article(access="subscribers", standfirst="Standfirst.", body=body)
    if role != "anonymous":
        client.force_login(getattr(cast, role), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("article_rest", args=article.path.split("/")))
    fragment = client.get(
        reverse("article_rest", args=article.path.split("/")), headers={"X-Requested-With": "fragment"}
    )
    if role in {"subscriber", "editor"}:
        assert page.text.count("Paid words.") == fragment.text.count("Paid words.") == 20
        assert "no-store" in page["Cache-Control"]
    elif role == "anonymous":
        assert (page.status_code, fragment.status_code, fragment.text) == (302, 204, "")
        assert "/compte/connexion/" in page.url
    else:
        assert 0 < fragment.text.count("Paid words") == page.text.count("Paid words") < 10
        assert "Lire cet article" in page.text
        assert "Lire cet article" in fragment.text


@pytest.mark.django_db
def test_updated_is_said_only_when_it_was(client):
    plain, revised = make_article(), make_article(revised_at=timezone.now())
    assert "Mis à jour" not in client.get(plain.get_absolute_url()).text
    assert "Mis à jour" in client.get(revised.get_absolute_url()).text


@pytest.mark.django_db
def test_script_in_any_text_is_escaped_everywhere(client):
    """E03"""
    attack = '"><img src=x onerror=alert(1)>'
    make_newspaper(name=attack, motto=attack, publisher=attack)
    section = make_section(name=attack, description=attack)
    author = make_author(name=attack, job=attack, bio=attack, website="javascript:alert(1)", email="a@example.org")
    picture = make_picture(caption=attack, credit=attack, alt=attack, renditions=RENDITIONS)
    texts = dict.fromkeys(("kicker", "headline", "standfirst", "picture_caption"), attack)
    article = make_article(**texts, section=section, authors=[author], picture=picture, tags=[attack])
    make_article(
        section=section, authors=[author], related=[article], body=f'<aside data-article="{article.pk}"></aside>'
    )
    make_article(related=[article])
    tag = article.tags.get()
    for other in Article.objects.all():
        for path in (
            "/",
            other.get_absolute_url(),
            section.get_absolute_url(),
            author.get_absolute_url(),
            tag.get_absolute_url(),
        ):
            page = client.get(path)
            assert page.status_code == 200
            assert "<img src=x" not in page.text
            assert "javascript:" not in page.text.lower()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "website",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", " java\nscript:alert(1)", "data:text/html,x"],
)
def test_website_that_is_no_web_address_is_no_link(client, cast, website):
    """E13: on the author's page and in the list of the back office."""
    author = make_author(website=website)
    make_article(authors=[author])
    cast.editor.is_superuser = True
    client.force_login(cast.editor, backend="django.contrib.auth.backends.ModelBackend")
    for path in (author.get_absolute_url(), "/admin/authors/author/"):
        assert "script:" not in client.get(path).text.lower()
        assert "data:text" not in client.get(path).text
