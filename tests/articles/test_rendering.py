"""The body as readers get it."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from articles.models import Article
from articles.rendering import Body, excerpt, render_body
from tests.factories import make_article, make_picture
from tests.shared_texts import articles, needs_shared, payloads
from tests.web.markup_check import SHOWN_ATTRIBUTES, strangers, text
from web.html import LIMIT, clean, text_of

JPEG = [{"name": "pictures/abc-960.jpg", "width": 960, "height": 640}]


def shown_picture(**fields):
    return make_picture(renditions={"jpeg": JPEG}, **fields)


def box(article):
    return f'<aside data-article="{article.pk}"></aside>'


def figure(picture, caption=""):
    return f'<figure data-picture="{picture.pk}">{f"<figcaption>{caption}</figcaption>" if caption else ""}</figure>'


def shown(html, **options):
    return str(render_body(html, **options).html)


@pytest.mark.parametrize("count", [1, 5, 20])
def test_boxes_take_two_queries_however_many(db, django_assert_num_queries, count):
    """One for the articles, one for the pictures."""
    body = "".join(box(make_article()) + figure(shown_picture()) for _ in range(count))
    article = make_article(body=body)
    with django_assert_num_queries(2):
        html = shown(article)
    assert html.count("<aside") == html.count("<picture>") == count


def test_a_body_without_boxes_takes_no_query(db, django_assert_num_queries):
    article = make_article(body="<p>One</p><figure data-embed='https://example.org/v'></figure>")
    with django_assert_num_queries(0):
        assert render_body(article).is_whole


def test_a_box_shows_headline_and_teaser_as_they_are_now(db):
    other = make_article(headline="First <headline>", standfirst="Why & how")
    article = make_article(body=f"<p>Before</p>{box(other)}<p>After</p>")
    with translation.override("en"):
        assert text(shown(article)) == "Before Read also First <headline> Why & how After"
    Article.objects.filter(pk=other.pk).update(headline="Second headline")
    html = shown(article)
    assert "Second headline" in html
    assert f'href="{other.get_absolute_url()}"' in html


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Article.Status.WITHDRAWN},
        {"status": Article.Status.DRAFT},
        {"published_at": timezone.now() + dt.timedelta(days=1)},
        {"embargo_until": timezone.now() + dt.timedelta(days=1)},
        {
            "published_at": timezone.now() - dt.timedelta(days=3),
            "unpublish_at": timezone.now() - dt.timedelta(days=2),
        },
    ],
)
def test_a_box_of_a_hidden_article_vanishes(db, fields):
    hidden = make_article(headline="Not yet told", **fields)
    assert shown(make_article(body=f"<p>One</p>{box(hidden)}")) == "<p>One</p>"


def test_boxes_go_by_the_instant_that_is_asked(db):
    now = timezone.now()
    soon = make_article(published_at=now + dt.timedelta(hours=1), headline="Soon")
    article = make_article(body=box(soon))
    assert shown(article, at=now) == ""
    assert "Soon" in shown(article, at=now + dt.timedelta(hours=2))


def test_a_box_of_the_article_itself_or_of_nothing_vanishes(db):
    article = make_article()
    nothing = "".join(f'<aside data-article="{key}"></aside>' for key in ("999999", "9" * 18))
    article.body = f"<p>One</p>{box(article)}{nothing}"
    assert shown(article) == "<p>One</p>"


def test_a_subscribers_article_in_a_box_gives_away_no_more_than_its_share(db):
    paid = make_article(access="subscribers", body=f"<p>{'word ' * 20}SECRET {'word ' * 25}</p>")
    assert "SECRET" not in shown(make_article(body=box(paid)))


def test_a_picture_is_shown_with_caption_and_credit(db):
    picture = shown_picture(alt="A bridge", caption="Of the library", credit="Awa & Co")
    html = shown(figure(picture, "Own <em>caption</em>"))
    assert 'alt="A bridge"' in html
    assert "Own <em>caption</em>" in html
    assert "Awa &amp; Co" in html
    assert "Of the library" not in html
    assert "Of the library" in shown(figure(picture))


def test_a_picture_that_is_missing_or_has_no_files_vanishes_with_its_caption(db):
    missing = '<figure data-picture="999999"><figcaption>caption</figcaption></figure>'
    html = f"<p>One</p>{figure(make_picture(), 'caption')}{missing}"
    assert shown(html) == "<p>One</p>"


def test_an_embed_is_a_plain_link(db):
    html = shown(
        '<figure data-embed="https://video.example/w?a=1&amp;b=2"><figcaption>The match</figcaption></figure>'
    )
    assert '<a href="https://video.example/w?a=1&amp;b=2" rel="noopener noreferrer">video.example</a>' in html
    assert "<figcaption>The match</figcaption>" in html
    assert "iframe" not in html


def test_links_elsewhere_tell_nothing_about_the_page(db, settings):
    """E07"""
    settings.SITE_HOST = "journal.example:8000"
    html = shown(
        '<p><a href="https://other.example/a?b=1&amp;c=2" target="_blank" rel="opener">a</a> <a href="/ici/">b</a> '
        '<a href="http://journal.example:8000/x">c</a> <a href="mailto:a@b.example">d</a></p>'
    )
    assert '<a href="https://other.example/a?b=1&amp;c=2" rel="noopener noreferrer">a</a>' in html
    assert html.count("rel=") == 1
    assert "target" not in html


@needs_shared
def test_rows_written_without_cleaning_are_shown_safely(db):
    """E01, E02: an import may have skipped the one way in; whole or in part, the page is safe."""
    for payload in payloads():
        for whole in (True, False):
            body = render_body(f"<p>Some words before it</p>{payload}<p>and after it</p>", whole=whole)
            assert strangers(body.html, SHOWN_ATTRIBUTES) == []


def test_a_body_that_is_far_too_long_is_still_shown(db):
    html = shown("<p>one <b>two</b></p>" + "<p>three</p>" * (LIMIT // 12))
    assert html.startswith("<p>one two</p><p>three</p>")


def test_an_empty_body_is_empty(db):
    assert render_body("") == render_body("<p>&nbsp;</p>") == Body("", is_whole=True)
    assert render_body("", whole=False) == Body("", is_whole=False)


SENTENCE = "The minister spoke for an hour about it. "
SHAPES = {
    "paragraphs": "".join(f"<p>{SENTENCE * 3}</p>" for _ in range(9)),
    "one giant paragraph": f"<p>{SENTENCE * 60}</p>",
    "a list": f"<ul>{''.join(f'<li>{SENTENCE}</li>' for _ in range(30))}</ul>",
    "one item": f"<ol><li>{SENTENCE * 40}</li></ol>",
    "lines cut by br": f"<p>{'<br>'.join([SENTENCE] * 40)}</p>",
    "marks in marks": f"<blockquote><p><strong><em>{SENTENCE * 40}</em></strong></p><cite>Awa</cite></blockquote>",
    "a word a tag": f"<p>{''.join(f'<em>{word}</em> ' for word in (SENTENCE * 20).split())}</p>",
    "tags in words": f"<p>{'l’<em>ar</em>me<sup>e</sup> ' * 200}</p>",
    "headings": "".join(f"<h2>{SENTENCE}</h2><p>{SENTENCE * 2}</p>" for _ in range(9)),
    "references": f"<p>{'a &lt; b &amp; c&nbsp;; d ' * 100}</p>",
    "one word": f"<p>{'a' * 500}</p>",
    "two words": f"<p>{'a' * 20} {'b' * 500}</p>",
    "no tag": SENTENCE * 30,
    "captions": f"<figure data-picture='1'><figcaption>{SENTENCE * 9}</figcaption></figure><p>{SENTENCE * 9}</p>",
    "little": "<p>One word.</p>",
}


@pytest.mark.parametrize("share", [0.4, 0.1, 0.02])
@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_the_free_part_is_no_more_than_its_share(db, body, share):
    check_excerpt(body, share)


@needs_shared
def test_the_free_part_of_real_articles_is_no_more_than_its_share(db):
    for page in articles():
        check_excerpt(page[page.index("<body") :], 0.4)


def check_excerpt(body, share):
    free = excerpt(body, share)
    whole, part = plain(clean("article", body)), plain(free)
    assert strangers(free) == []
    assert len(part) <= len(whole) * share
    assert clean("article", free) == free
    if not part:
        return
    assert part.count("…") - plain(clean("article", body)).count("…") <= 1
    assert part.endswith("…")
    kept = part[:-1]
    assert whole.startswith(kept)
    assert kept[-1] not in " .,;:!?…\n"
    following = whole[len(kept) :]
    assert not following[:1].isalnum(), "cut within a word"


def plain(html):
    """The text with a space between blocks only."""
    return text_of(html).replace("\n", " ")


def test_what_comes_after_the_cut_is_nowhere(db):
    other = make_article(headline="A box beyond")
    picture = shown_picture(caption="A picture beyond", credit="Beyond Agency")
    beyond = f"{box(other)}{figure(picture)}{figure(picture, 'Another caption')}<p>The END</p><a href='/beyond/'>x</a>"
    article = make_article(body=f"<p>{SENTENCE * 40}</p>{beyond}")
    body = render_body(article, whole=False)
    assert not body.is_whole
    for secret in ("A box", "A picture", "Beyond", "caption", "END", "beyond", "<aside", "<picture"):
        assert secret not in body.html


def test_boxes_before_the_cut_are_shown(db):
    other, picture = make_article(headline="A box before"), shown_picture(caption="A picture before")
    body = render_body(f"{figure(picture)}<p>{SENTENCE}</p>{box(other)}<p>{SENTENCE * 40}</p>", whole=False)
    assert "A box before" in body.html
    assert "A picture before" in body.html


def test_no_query_for_boxes_beyond_the_cut(db, django_assert_num_queries):
    body = f"<p>{SENTENCE * 40}</p>{box(make_article())}{figure(shown_picture())}"
    with django_assert_num_queries(0):
        render_body(body, whole=False)
