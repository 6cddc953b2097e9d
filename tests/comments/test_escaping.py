"""Whatever is typed is shown as it was typed, and is nothing but text."""

import html
import json
import re
import uuid
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from comments.models import Comment, room_address
from tests.comments.room import FRAGMENT, send
from tests.factories import make_article, make_comment, make_user

pytestmark = pytest.mark.django_db
DATA = Path(settings.BASE_DIR).parent / "shared" / "data" / "xss"
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "</textarea><script>alert(1)</script>",
    "<p style=position:fixed id=csrfmiddlewaretoken class=button name=text>x</p>",
    "javascript:alert(1) https://example.org/<b>",
    "{{ 7|add:7 }} {% now 'Y' %}",
    "&lt;script&gt; &amp;amp; &#60;",
]


class Tags(HTMLParser):
    """The tags of a page, without the values that a request makes new."""

    def __init__(self, page):
        super().__init__()
        self.seen = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, tuple(sorted(name for name, _ in attrs))))


def tags(page):
    return Tags(page).seen


# What the text itself may become: lines, quotes, and links with these attributes alone.
OWN = {("p", ()), ("br", ()), ("blockquote", ()), ("a", ("href", "rel"))}


def foreign(page):
    """The tags that no contribution may bring."""
    return [tag for tag in tags(page) if tag not in OWN]


def shown_text(page):
    """With the addresses of links, whose shown words are shorter."""
    found = re.search(r'class="comment__text"[^>]*>(.*?)</div>', page, re.DOTALL)[1]
    found = re.sub(r'<a href="([^"]*)" rel="ugc nofollow noopener">[^<]*</a>', r"\1", found)
    return html.unescape(re.sub(r"</?p>|<br>", "", found)).strip()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_is_shown_as_it_was_typed(client, cast, payload):
    """E01, E07."""
    client.force_login(cast.subscriber)
    article = make_article()
    send(client, article, "plain")
    plain = foreign(client.get(room_address(article)).content.decode())
    Comment.objects.update(text=payload)
    page = client.get(room_address(article)).content.decode()
    assert shown_text(page) == payload
    assert foreign(page) == plain


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_refused_text_and_name_come_back_as_they_were_typed(client, cast, payload):
    """E01, E03: beside the field, in the quoted head and on the page of a refusal."""
    article = make_article()
    user = cast.subscriber
    type(user).objects.filter(pk=user.pk).update(public_name="")
    head = make_comment(article, make_user(public_name=payload[:40]), text=payload)
    client.force_login(user)
    values = {"text": payload, "public_name": payload + "x" * 40, "reply_to": head.pk}
    plain = tags(send(client, article, **(values | {"text": "x", "public_name": "x"})).content.decode())
    page = send(client, article, **values)
    assert page.status_code == 422
    assert tags(page.content.decode()) == plain
    client.force_login(cast.reader)
    refused = send(client, article, payload).content.decode()
    assert tags(refused) == tags(send(client, article, "x").content.decode())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_moderators_list_shows_text_and_name_as_text(client, cast, payload):
    """E03."""
    client.force_login(cast.moderator)
    comment = make_comment(make_article(headline="x"), make_user(public_name="x"), text="x")
    for address in (
        reverse("admin:comments_comment_changelist"),
        reverse("admin:comments_comment_change", args=[comment.pk]),
        reverse("admin:moderation", query={"queue": "recent"}),
        reverse("admin:moderation_one", args=[comment.pk]),
        reverse("admin:moderation_people"),
        reverse("admin:moderation_person", args=[comment.author_id]),
    ):
        comment.text = comment.author.public_name = comment.article.headline = "x"
        comment.save(), comment.author.save(), comment.article.save()
        plain = tags(client.get(address).content.decode())
        comment.text, comment.author.public_name, comment.article.headline = payload, payload[:40], payload
        comment.save(), comment.author.save(), comment.article.save()
        assert tags(client.get(address).content.decode()) == plain


def collected_payloads():
    expected = json.loads((DATA / "dompurify-expect.json").read_text())
    yield from (case["payload"] for case in (expected if isinstance(expected, list) else expected["cases"]))
    yield from json.loads((DATA / "blns" / "blns.json").read_text())
    for file in sorted((DATA / "payloadsallthethings" / "XSS_Injection" / "Intruders").glob("*.txt")):
        yield from file.read_text(errors="replace").splitlines()


@pytest.mark.skipif(not DATA.is_dir(), reason="needs the shared collection of payloads")
def test_no_collected_payload_becomes_markup(client, cast):
    """E01: thousands of them in one thread, beside as many harmless answers."""
    client.force_login(cast.subscriber)
    payloads = [text for text in collected_payloads() if text.strip() and "\0" not in text]
    assert len(payloads) > 500
    pages = []
    for texts in (payloads, ["plain"] * len(payloads)):
        article = make_article()
        head = make_comment(article, cast.subscriber)
        Comment.objects.bulk_create(
            Comment(article=article, author=cast.subscriber, reply_to=head, text=text, key=uuid.uuid4())
            for text in texts
        )
        page = client.get(room_address(article), headers=FRAGMENT).content.decode()
        pages.append(foreign(page))
    assert pages[0] == pages[1]
