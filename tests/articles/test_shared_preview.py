"""What somebody without an account gets by a preview link, and what they leave. CASES A11, C01 to C09, E03, E11."""

import datetime as dt
import re
import statistics
import time
import uuid
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles import preview_links
from articles.models import Note, PreviewOpening
from articles.views import shared_preview as views
from tests.articles.previews import at, leave, share
from tests.articles.writing import live, rewrite
from tests.cast import make_staff
from tests.factories import make_article, make_author, make_newspaper, make_picture
from tests.test_get_changes_nothing import snapshot
from tests.wsgi import cookies_of, request
from web import tokens

pytestmark = pytest.mark.django_db
TITLE = "canarytitle"
ROUTES = ("shared_preview", "shared_preview_opened", "shared_preview_remark", "shared_preview_thanks")
BOTS = ["WhatsApp/2.23.20.0", "facebookexternalhit/1.1", "TelegramBot (like TwitterBot)", "Googlebot/2.1"]
PICTURE = "renditions/0123456789abcdef0123456789abcdef-960.jpg"
EMBED = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


@pytest.fixture(autouse=True)
def newspaper(db):
    cache.clear()
    return make_newspaper()


@pytest.fixture
def link(cast):
    picture = make_picture(renditions={"jpeg": [{"name": PICTURE, "width": 960, "height": 640}]})
    body = (
        '<p>The text, <a href="https://elsewhere.example/x">a source</a>.</p>'
        f'<figure data-embed="{EMBED}"></figure><p>{"Sentence. " * 200}</p><p>canaryend</p>'
    )
    fields = {"headline": TITLE, "body": body, "picture": picture.pk, "access": "subscribers"}
    return share(by=cast.editor, **fields)


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text)).replace("\u00a0", " ").replace("\u202f", " ")


def assert_secluded(response):
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert not {"Set-Cookie", "ETag", "Last-Modified"} & set(response.headers.keys())


def test_guest_reads_all_of_the_newest_working_copy_without_an_account(link, cast):
    response = request(at(link))
    assert response.status == 200
    for text in (TITLE, "The text", "canaryend", PICTURE, "Votre relecture"):
        assert text in response.body, text
    assert "Aperçu — version du" in words(response.body)
    rewrite(link.article, by=cast.editor, body="<p>Saved after the link was sent.</p>")
    assert "Saved after the link was sent" in request(at(link)).body


@pytest.mark.parametrize("agent", BOTS)
def test_what_a_chat_shows_of_the_address_is_the_newspapers_name(link, agent):
    """C04: the head and the headers tell nothing of the article; nothing is kept anywhere."""
    response = request(at(link), user_agent=agent)
    assert_secluded(response)
    head = response.body.split("</head>")[0]
    assert re.findall(r"<title>(.*?)</title>", head) == ["Le Quotidien"]
    assert re.findall(r'<meta property="([^"]*)" content="([^"]*)"', head) == [("og:site_name", "Le Quotidien")]
    assert re.findall(r'<meta name="(robots|referrer|description|twitter:card)" content="([^"]*)"', head) == [
        ("robots", "noindex, nofollow"),
        ("referrer", "no-referrer"),
    ]
    for trace in (TITLE, PICTURE, "canonical", "ld+json", link.article.slug or "headline"):
        assert trace not in f"{response.headers}{head}", trace
    assert not PreviewOpening.objects.exists()


def test_address_is_answered_by_no_cache_afterwards(link, cast):
    """C04: through the edge, warm; what was readable is gone in the same second."""
    assert request(at(link)).status == request(at(link)).status == 200
    preview_links.revoke(link, by=cast.editor)
    response = request(at(link))
    assert response.status == 410
    assert_secluded(response)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("end", ["expired", "revoked", "maker left", "article reassigned"])
def test_link_that_has_ended_is_gone_on_each_of_its_addresses(cast, time_machine, route, end):
    """C01, C05: a neutral page without a title."""
    now = timezone.now()
    link = share(by=cast.pigiste, headline=TITLE)
    address = at(link, route)
    if end == "expired":
        time_machine.move_to(now + dt.timedelta(hours=24, seconds=1), tick=False)
    elif end == "revoked":
        preview_links.revoke(link, by=cast.editor)
    elif end == "maker left":
        type(cast.pigiste).objects.filter(pk=cast.pigiste.pk).update(is_active=False)
    else:
        type(link.article).objects.filter(pk=link.article_id).update(created_by=cast.editor)
    method = "GET" if route in {"shared_preview", "shared_preview_thanks"} else "POST"
    response = request(address, method=method)
    assert response.status == 410
    assert TITLE not in response.all_text
    assert "Ce lien n’ouvre plus rien" in response.body
    assert_secluded(response)
    assert not Note.objects.exists()
    assert not PreviewOpening.objects.exists()


def bad_tokens(link):
    token = preview_links.token_of(link)
    payload, _stop, signature = token.partition(".")
    other = tokens.make("gift", [link.pk, link.nonce])
    forged = [token[:-1], "x" + token, f"{payload}.{'A' * len(signature)}", other, "x", "é", "%00", "a.b.c", "x" * 500]
    return [*forged, tokens.make("preview", [link.pk, "nonce"]), tokens.make("preview", [10**9, link.nonce])]


@pytest.mark.parametrize("route", ROUTES)
def test_forged_token_is_not_found_on_any_address(link, route):
    """C01, C09: the answer to each is that to any unknown address."""
    unknown = request("/no/such/page/")
    for token in bad_tokens(link):
        cache.clear()
        address = at(link, route).replace(preview_links.token_of(link), token)
        response = request(address, method="POST" if "o" in urlsplit(address).path.split("/")[-2][:1] else "GET")
        assert response.status == 404, token
        assert response.body == unknown.body
        assert_secluded(response)


def test_link_of_a_deleted_article_is_not_found(link):
    address = at(link)
    link.article.delete()
    assert request(address).status == 404


def test_thousand_random_tokens_are_refused_and_after_thirty_told_to_wait(link):
    """C09: whoever has a good link is served all the same, since many phones share an address."""
    statuses = [request(f"/apercu/{uuid.uuid4().hex}.1abcde.{uuid.uuid4().hex}/").status for _ in range(1000)]
    assert statuses == [404] * views.BAD_TOKENS.times + [429] * (1000 - views.BAD_TOKENS.times)
    waiting = request("/apercu/x/")
    assert waiting.headers["Retry-After"] == "600"
    assert TITLE not in waiting.all_text
    assert_secluded(waiting)
    assert request(at(link)).status == 200
    assert request("/apercu/x/", x_forwarded_for="198.51.100.7").status == 429


def test_bad_signature_and_unknown_link_do_the_same_work(link, django_assert_num_queries):
    """C09: the same queries, so that their times differ by nothing that a network lets see."""
    unknown, forged = tokens.make("preview", [10**9, "nonce"]), preview_links.token_of(link)[:-1] + "!"
    for token in (unknown, forged):
        with django_assert_num_queries(1):
            assert preview_links.find(token) is None
    times = {unknown: [], forged: []}
    for _ in range(100):
        for token, found in times.items():
            begin = time.perf_counter()
            preview_links.find(token)
            found.append(time.perf_counter() - begin)
    assert abs(statistics.median(times[unknown]) - statistics.median(times[forged])) < 0.005


def test_outbound_links_send_no_address_and_an_embed_loads_nothing(link):
    """C03"""
    response = request(at(link))
    outside = [tag for tag in re.findall(r"<a [^>]*>", response.body) if re.search('href="https?://', tag)]
    assert len(outside) >= 2
    assert all("noreferrer" in tag for tag in outside)
    without_templates = re.sub(r"<template.*?</template>", "", response.body, flags=re.DOTALL)
    assert "<iframe" not in without_templates
    assert "data-embed-load" in response.body
    assert not re.findall(r'(?:src|srcset|action)="(?:https?:)?//', without_templates)
    assert "frame-src https://" in response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


def test_opening_the_page_changes_nothing_and_makes_no_session(link):
    """D13: an opening is told by the page's script, in a request of its own."""
    before = snapshot()
    for route in ("shared_preview", "shared_preview_thanks"):
        response = request(at(link, route))
        assert response.status == 200
        assert "Set-Cookie" not in response.headers
    assert snapshot() == before
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("method", "route"), [("GET", ROUTES[1]), ("GET", ROUTES[2]), ("POST", ROUTES[0]), ("POST", ROUTES[3])]
)
def test_other_methods_are_refused(link, method, route):
    response = request(at(link, route), method=method)
    assert response.status == 405
    assert_secluded(response)


def test_script_tells_an_opening_and_other_sites_cannot(link, client):
    address = at(link, "shared_preview_opened")
    answers = [client.post(address, headers=sent).status_code for sent in ({}, {"Sec-Fetch-Site": "same-origin"})]
    assert answers == [204, 204]
    for site in ("cross-site", "same-site", "x"):
        assert client.post(address, headers={"Sec-Fetch-Site": site}).status_code == 403
        assert leave(client, link, headers={"Sec-Fetch-Site": site}).status_code == 403
    assert PreviewOpening.objects.count() == 2
    assert not Note.objects.exists()


def test_openings_of_colleagues_are_not_counted_and_of_one_address_no_more_than_the_limit(link, cast, client):
    for person, count in ((cast.editor, 0), (cast.reader, 1)):
        other = Client()
        other.force_login(person)
        assert other.post(at(link, "shared_preview_opened")).status_code == 204
        assert PreviewOpening.objects.count() == count
    for _ in range(40):
        assert client.post(at(link, "shared_preview_opened")).status_code == 204
    assert PreviewOpening.objects.count() == views.OPENINGS.times


def test_guest_leaves_a_remark_which_the_article_keeps(link, client, cast):
    answer = leave(client, link, "Page 2 is wrong.\r\nReally.", name="Me Traoré")
    assert answer.status_code == 303
    assert answer["Location"] == at(link, "shared_preview_thanks")
    thanks = client.get(answer["Location"])
    assert "Merci" in thanks.text
    assert TITLE not in thanks.text
    note = Note.objects.get()
    assert (note.article, note.kind, note.guest, note.text) == (
        link.article,
        "remark",
        "Me Traoré",
        "Page 2 is wrong.\nReally.",
    )
    assert note.author is None
    assert link.openings.count() == 1
    assert not client.cookies
    editor = Client()
    editor.force_login(cast.editor)
    form = editor.get(f"/admin/articles/article/{link.article_id}/change/").text
    assert "Me Traoré" in form
    assert "Page 2 is wrong." in form


def test_guest_passes_the_article_for_press_without_a_word(link, client):
    leave(client, link, "", kind="passed", opened="1")
    assert (Note.objects.get().kind, Note.objects.get().text) == ("passed", "")
    assert not link.openings.exists()


def test_same_form_sent_twice_is_one_note(link, client):
    key = uuid.uuid4()
    assert [leave(client, link, key=key).status_code for _ in range(2)] == [303, 303]
    assert Note.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": ""}, "Dites qui vous êtes"),
        ({"name": " \r\n "}, "Dites qui vous êtes"),
        ({"name": "x" * 81}, "80"),
        ({"text": ""}, "Écrivez d’abord votre remarque"),
        ({"text": "\u200e \r\n\0"}, "Écrivez d’abord votre remarque"),
        ({"text": "x" * 2001}, "000"),
        ({"kind": "note"}, "Ce formulaire était incomplet"),
        ({"kind": ""}, "Ce formulaire était incomplet"),
        ({"key": "x"}, "Ce formulaire était incomplet"),
    ],
)
def test_what_cannot_be_taken_is_said_and_stays_typed(link, client, fields, sentence):
    sent = {"name": "Awa kept", "text": "Words kept.", **fields}
    answer = leave(client, link, sent.pop("text"), **sent)
    assert answer.status_code == 422
    assert sentence in words(answer.text)
    assert 'role="alert"' in answer.text
    for field, kept in (("name", "Awa kept"), ("text", "Words kept.")):
        if field not in fields:
            assert kept in answer.text
    assert not Note.objects.exists()
    key = re.search(r'name="key" value="([0-9a-f-]{36})"', answer.text)[1]
    assert leave(client, link, key=key).status_code == 303


def test_text_of_two_thousand_signs_may_have_line_breaks(link, client):
    """A browser counts a line break as one sign and sends two."""
    text = "\r\n".join(["x" * 199] * 10)
    assert leave(client, link, text).status_code == 303
    assert len(Note.objects.get().text) == 1999


def test_twentieth_remark_is_the_last_and_the_address_has_a_limit_too(link, client, cast):
    for number in range(views.REMARKS.times):
        assert leave(client, link, f"Remark {number}").status_code == 303
    refused = leave(client, link, "Words kept.")
    assert refused.status_code == 429
    assert "Words kept." in refused.text
    cache.clear()
    for number in range(10):
        assert leave(client, link, f"Later {number}").status_code == 303
    cache.clear()
    refused = leave(client, link, "Words kept.")
    assert refused.status_code == 422
    assert "Words kept." in refused.text
    assert "20" in words(refused.text)
    assert Note.objects.count() == 20


def test_words_typed_while_the_link_was_revoked_can_be_copied(link, client, cast):
    preview_links.revoke(link, by=cast.editor)
    answer = leave(client, link, "Long and <b>precious</b>.")
    assert answer.status_code == 410
    assert "Long and &lt;b&gt;precious&lt;/b&gt;." in answer.text
    assert not Note.objects.exists()


def test_what_a_guest_types_is_text_everywhere(link, client, cast):
    """E03"""
    attack = '"><img src=x onerror=alert(1)>'
    leave(client, link, f"{attack}</textarea>", name=attack)
    editor = Client()
    editor.force_login(cast.editor)
    pages = [
        editor.get(f"/admin/articles/article/{link.article_id}/change/").text,
        editor.get(f"/admin/articles/article/{link.article_id}/preview/").text,
        leave(client, link, f"{attack}</textarea>", name=attack, kind="").text,
    ]
    for page in pages:
        assert "<img src=x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_name_with_line_breaks_is_one_line(link, client):
    """E11: it could become a header of a mail or a line of a log."""
    leave(client, link, name="Awa\r\nBcc: all@example.org\u2028x\0\u202e")
    assert Note.objects.get().guest == "Awa Bcc: all@example.orgx"


def test_page_speaks_the_newspapers_language_to_everybody(link, cast):
    cast.editor.language = "en"
    cast.editor.save()
    response = request(at(link), cookies=cookies_of(cast.editor))
    assert response.headers["Content-Language"] == "fr"
    assert "Votre relecture" in response.body


def test_flash_messages_and_the_account_of_a_colleague_are_not_on_the_page(link):
    """They might show the page to somebody beside them."""
    colleague = make_staff("Journaliste", name="Canary Colleague", email="canary@example.org")
    for route in ("shared_preview", "shared_preview_thanks"):
        assert "anary" not in request(at(link, route), cookies=cookies_of(colleague)).body.replace(
            "canarytitle", ""
        ).replace("canaryend", "")


def test_link_of_a_live_article_shows_its_next_version_and_readers_get_theirs(cast):
    article = live(by=cast.editor, headline="What readers get")
    rewrite(article, by=cast.editor, headline="What comes next")
    link = share(by=cast.editor, article=article)
    assert "What comes next" in request(at(link)).body
    assert "What comes next" not in request(article.get_absolute_url()).body


def test_picture_of_a_draft_is_on_the_page_and_nowhere_else(link):
    """A11: under a name of 128 random bits, which no other page and no header tells."""
    other = make_article()
    assert PICTURE in request(at(link)).body
    for address in ("/", other.get_absolute_url(), f"{at(link)[:-2]}/"):
        assert PICTURE not in request(address).all_text


@pytest.mark.parametrize("many", [1, 6])
def test_page_takes_the_same_queries_whatever_it_names(client, cast, django_assert_num_queries, many):
    """The link; the maker's rights twice; ten of the preview; the newspaper twice and its menus."""
    link = share(
        by=cast.editor,
        picture=make_picture().pk,
        bylines=[{"author": make_author().pk, "role": "author"} for _ in range(many)],
        related=[make_article().pk for _ in range(many)],
        tags=[f"Tag {n}" for n in range(many)],
    )
    address = at(link)
    client.get(address)
    with django_assert_num_queries(16):
        client.get(address)
