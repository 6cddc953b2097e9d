"""Cards of videos and posts from elsewhere: listed hosts only, and nothing of them before a click."""

import re
from html import escape
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import translation

from articles.embeds import FRAME_SOURCES, find, for_editor
from articles.excerpts import excerpt
from articles.rendering import render_body
from articles.teasers import teaser
from tests.articles.embed_addresses import KNOWN, OTHER, POST, WATCH
from tests.factories import make_article
from web.html import clean

LISTED = [
    "https://platform.twitter.com",
    "https://w.soundcloud.com",
    "https://www.facebook.com",
    "https://www.youtube-nocookie.com",
]


class Tags(HTMLParser):
    """The start tags with their attributes, and whether each lies in a template, where nothing loads."""

    def __init__(self, html):
        super().__init__()
        self.inert, self.found = 0, []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), bool(self.inert)))
        self.inert += tag == "template"

    def handle_endtag(self, tag):
        self.inert -= tag == "template"


def figure(address, caption=""):
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-embed="{escape(address)}">{caption}</figure>'


def shown(address, caption=""):
    return str(render_body(figure(address, caption)).html)


def frame(html):
    (attributes,) = (attributes for tag, attributes, _inert in Tags(html).found if tag == "iframe")
    return attributes


@pytest.mark.parametrize(("pasted", "address"), KNOWN.items())
def test_listed_providers_are_found_and_written_in_one_way(pasted, address):
    embed = find(pasted)
    assert embed.address == address
    assert (find(address).address, find(address).frame) == (embed.address, embed.frame)
    assert "https://" + urlsplit(embed.frame).netloc in LISTED


@pytest.mark.parametrize("address", OTHER)
def test_any_other_address_is_none(address):
    assert find(address) is None


@pytest.mark.parametrize("address", OTHER)
def test_any_other_address_shows_no_frame_even_if_it_is_stored(address):
    body = render_body(figure(address, "Words"))
    assert not body.has_embeds
    assert not {tag for tag, _attributes, _inert in Tags(body.html).found} & {"iframe", "button", "template", "script"}
    assert "javascript:" not in str(body.html)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (WATCH, "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"),
        (f"{WATCH}&t=95", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=95"),
        ("https://x.com/a/status/12345", "https://platform.twitter.com/embed/Tweet.html?id=12345&dnt=true&lang=fr"),
    ],
)
def test_frame_is_the_providers_page_for_embedding(settings, address, expected):
    settings.LANGUAGE_CODE = "fr"
    find.cache_clear()
    assert find(address).frame == expected


def test_facebook_and_soundcloud_are_told_the_whole_address():
    for address in (f"https://www.facebook.com/a/posts/{POST}", "https://www.facebook.com/a/videos/123456"):
        assert parse_qs(urlsplit(find(address).frame).query)["href"] == [address]
    address = "https://soundcloud.com/oumou-s/wassoulou"
    assert parse_qs(urlsplit(find(address).frame).query)["url"] == [address]


def test_frames_come_from_four_hosts():
    assert FRAME_SOURCES == LISTED


def test_card_loads_nothing_by_itself():
    for address in KNOWN.values():
        for tag, attributes, is_inert in Tags(shown(address)).found:
            assert is_inert or not {"src", "srcset", "style", "onclick"} & set(attributes), (tag, attributes)
            assert tag != "link"


def test_card_says_what_it_costs_and_links_to_the_provider():
    with translation.override("en"):
        html = shown(WATCH, "The match")
    words = " ".join(re.sub("<[^>]+>", " ", html).split())
    assert words == (
        "YouTube Load the video from YouTube your connection data will be sent to YouTube Watch on YouTube The match"
    )
    links = [attributes for tag, attributes, _inert in Tags(html).found if tag == "a"]
    assert links == [{"href": WATCH, "rel": "noopener noreferrer"}]


def test_frame_is_fenced_in():
    attributes = frame(shown(WATCH, 'A <em>"nice"</em> match'))
    assert attributes["title"].endswith('A "nice" match')
    assert attributes["referrerpolicy"] == "strict-origin"
    assert "allow-top-navigation" not in attributes["sandbox"]
    assert "camera" not in attributes["allow"]
    assert set(attributes) == {"src", "title", "sandbox", "allow", "referrerpolicy"}


def test_caption_cannot_leave_the_title_of_the_frame():
    """E03"""
    attributes = frame(shown(WATCH, '"&gt;&lt;img src=x onerror=alert(1)&gt;'))
    assert "<img src=x onerror=alert(1)>" in attributes["title"]
    assert "onerror" not in attributes


def test_what_is_stored_stays_as_it_is():
    for address in KNOWN.values():
        stored = figure(address, "Words")
        assert clean("article", stored) == stored


def test_teaser_and_free_part_have_nothing_of_a_card(db):
    body = f"{figure(WATCH, 'The match of the year')}<p>First sentence of it.</p>"
    assert teaser(make_article(standfirst="", body=body)) == "First sentence of it."
    free = excerpt(f"<p>{'A long sentence of it. ' * 20}</p>{figure(WATCH, 'The match')}")
    assert free
    assert "youtube" not in free


def policy(response):
    header = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


def test_article_pages_allow_exactly_these_frames(db):
    other = policy(Client().get("/"))
    page = policy(Client().get(make_article(body="<p>No video</p>").get_absolute_url()))
    assert page.pop("frame-src").split() == LISTED
    assert page == other
    assert "frame-src" not in other
    assert other["default-src"] == "'none'"


def test_rest_of_a_subscribers_article_allows_them_too(db, cast):
    article = make_article(access="subscribers", body=f"<p>{'Words of it. ' * 40}</p>{figure(WATCH)}")
    page = Client().get(article.get_absolute_url())
    assert policy(page)["frame-src"].split() == LISTED
    assert b"embeds.js" not in page.content
    client = Client()
    client.force_login(cast.subscriber, backend="django.contrib.auth.backends.ModelBackend")
    rest = client.get(f"{article.get_absolute_url()}suite/")
    assert policy(rest)["frame-src"].split() == LISTED
    assert b"embeds.js" in rest.content


def test_script_of_the_cards_comes_with_cards_only(db):
    for body, count in (("<p>None</p>", 0), (figure("https://example.org/v"), 0), (figure(WATCH) * 3, 1)):
        page = Client().get(make_article(body=body).get_absolute_url())
        assert page.content.count(b"embeds.js") == count


def test_editor_gets_patterns_that_javascript_reads():
    for form in for_editor():
        assert "(?P<" not in form["path"] + "".join(form["query"].values())
