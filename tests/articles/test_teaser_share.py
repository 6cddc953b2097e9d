"""Of a subscribers' article no list, box or metadata tells a word that its page does not give away."""

import re

import pytest

from articles.excerpts import excerpt
from articles.models import Article
from articles.teasers import teaser
from tests.factories import make_article, make_author, make_newspaper, make_picture, make_section
from web.html import text_of

pytestmark = pytest.mark.django_db
WORD = re.compile(r"zq\d+z")


def words(first, count):
    """So many words that stand nowhere else: « zq1z zq2z … »."""
    return " ".join(f"zq{n}z" for n in range(first, first + count))


def paragraphs(count, each, first=1):
    return "".join(f"<p>{words(first + n * each, each)}.</p>" for n in range(count))


BODIES = {
    "paragraphs": paragraphs(20, 8),
    "headings": "".join(f"<h2>{words(100 + n * 10, 10)}</h2><p>{words(1000 + n * 2, 2)}.</p>" for n in range(15)),
    "headings-first": "".join(f"<h2>{words(100 + n * 10, 10)}</h2>" for n in range(8)) + paragraphs(4, 5),
    "headings-last": paragraphs(4, 5) + "".join(f"<h3>{words(100 + n * 10, 10)}</h3>" for n in range(8)),
    "cites": "".join(
        f"<blockquote><p>{words(10 + n * 4, 4)}</p><cite>{words(500 + n * 12, 12)}</cite></blockquote>"
        for n in range(8)
    ),
    "lists": "".join(
        f"<ul>{''.join(f'<li>{words(100 * m + 3 * n, 3)}</li>' for n in range(9))}</ul>" for m in range(1, 6)
    ),
    "ordered-list": f"<ol>{''.join(f'<li>{words(1 + 3 * n, 3)}</li>' for n in range(40))}</ol>",
    "figures": "".join(
        f'<figure data-picture="{n}"><figcaption>{words(900 + n * 20, 20)}</figcaption></figure>'
        f"<p>{words(n * 4, 4)}</p>"
        for n in range(1, 12)
    ),
    "figures-first": "".join(
        f'<figure data-picture="{n}"><figcaption>{words(900 + n * 20, 20)}</figcaption></figure>' for n in range(1, 9)
    )
    + paragraphs(4, 6),
    "one-paragraph": f"<p>{words(1, 600)}</p>",
    "short-paragraph": f"<p>{words(1, 12)}</p>",
    "lines": f"<p>{'<br>'.join(words(1 + n * 3, 3) for n in range(40))}</p>",
    "short-lines": f"<p>{'<br>'.join(words(1 + n, 1) for n in range(20))}</p>",
    "two-lines": f"<p>{words(1, 9)}</p><p>{words(20, 9)}</p>",
    "inline": "".join(f"<p><strong>{words(n * 9, 4)}</strong> <em>{words(n * 9 + 4, 4)}</em></p>" for n in range(9)),
    "one-word": "<p>zq1z</p>",
    "heading-only": f"<h2>{words(1, 30)}</h2>",
    "dots": "".join(f"<p>{words(1 + n * 3, 3)} ... ... ..</p>" for n in range(12)),
}


def subscribers_article(name, **fields):
    return make_article(access="subscribers", body=BODIES[name], headline="The headline", **fields)


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("length", [40, 200, 5000])
def test_teaser_has_no_word_that_is_not_free(name, length):
    """B01"""
    article = subscribers_article(name)
    free = WORD.findall(text_of(excerpt(article.body)))
    told = WORD.findall(teaser(article, length))
    assert not set(told) - set(free)
    assert sum(map(len, free)) <= 0.4 * len(text_of(article.body))


@pytest.mark.parametrize("name", ["paragraphs", "lists", "one-paragraph", "lines", "inline"])
def test_teaser_tells_the_beginning_where_there_is_a_free_one(name):
    article = subscribers_article(name)
    told = WORD.findall(teaser(article))
    assert told
    assert told == WORD.findall(text_of(excerpt(article.body)))[: len(told)]


def test_teaser_of_an_article_for_everyone_is_not_held_to_the_share():
    body = f"<p>{words(1, 12)}</p>"
    assert WORD.findall(teaser(make_article(body=body))) == WORD.findall(body)


@pytest.fixture
def everywhere(client):
    """The texts of all public pages that name the article, by path; one recommends it in a box and in Lire aussi."""

    def everywhere(article):
        box = f'<p>Text.</p><aside data-article="{article.pk}"></aside>'
        other = make_article(body=box, related=[article], authors=list(article_authors(article)))
        day = article.published_on
        paths = [
            "/",
            article.get_absolute_url(),
            other.get_absolute_url(),
            article.section.get_absolute_url(),
            article.tags.get().get_absolute_url(),
            *(author.get_absolute_url() for author in article_authors(article)),
            f"/{day:%Y/%m/%d}/",
            f"/{day:%Y/%m}/",
            f"/{day:%Y}/",
        ]
        answers = {path: client.get(path) for path in paths}
        assert {answer.status_code for answer in answers.values()} == {200}
        return {path: answer.text for path, answer in answers.items()}

    return everywhere


def article_authors(article):
    return [row.author for row in article.bylines.all()]


@pytest.mark.parametrize("name", BODIES)
def test_no_word_after_the_cut_is_on_any_page(everywhere, name):
    """B01: cards, boxes, og:description, the description, JSON-LD."""
    make_newspaper()
    article = subscribers_article(name, section=make_section(), authors=[make_author()], tags=["Mali"])
    free = set(WORD.findall(excerpt(article.body)))
    paid = set(WORD.findall(article.body)) - free
    assert paid
    for path, text in everywhere(article).items():
        assert not paid & set(WORD.findall(text)), path


def test_pictures_after_the_cut_are_on_no_page(everywhere):
    """B01: a caption of the library, an alternative text or the name of a file tells of the text beside it."""
    make_newspaper()
    renditions = {"jpeg": [{"name": "pictures/canary/jpeg-960.jpg", "width": 960, "height": 640}]}
    picture = make_picture(caption="canary caption", alt="canary alt", credit="canary credit", renditions=renditions)
    body = f'{BODIES["paragraphs"]}<figure data-picture="{picture.pk}"></figure>'
    article = make_article(access="subscribers", body=body, authors=[make_author()], tags=["Mali"])
    for path, text in everywhere(article).items():
        assert "canary" not in text, path


def test_metadata_and_cards_say_what_the_teaser_says(everywhere):
    make_newspaper()
    article = subscribers_article("one-paragraph", authors=[make_author()], tags=["Mali"])
    pages, told = everywhere(article), teaser(Article.objects.get(pk=article.pk))
    own = pages[article.get_absolute_url()]
    assert f'<meta name="description" content="{told}">' in own
    assert f'<meta property="og:description" content="{told}">' in own
    assert f'"description": "{told}"' in own
    assert f'<p class="card__teaser">{told}</p>' in pages[article.section.get_absolute_url()]
    del pages[article.get_absolute_url()]
    assert f'<p class="box__teaser">{told}</p>' in "".join(pages.values())
