"""The first visit of an article: three requests that fit into what a server may send at once."""

import re

import brotli
import pytest

from newsroom.bundles import join, parts
from tests.factories import make_article, make_author, make_newspaper, make_picture, make_section

# Ten packets of 1,460 bytes: RFC 6928.
ONE_FLIGHT = 14_600
RENDITIONS = {
    kind: [
        {"name": f"{'0123456789abcdef' * 2}-{width}.{kind}", "width": width, "height": width * 2 // 3}
        for width in (160, 320, 640, 960, 1280, 1920)
    ]
    for kind in ("jpeg", "webp", "avif")
}


def weight(content: bytes) -> int:
    return len(brotli.compress(content))


@pytest.fixture
def article(db):
    """With everything that a page can have around its text: portrait, picture, tags, Lire aussi, seven others."""
    make_newspaper(motto="Le quotidien qui passe le pont")
    sections = [make_section() for _ in range(8)]
    author = make_author(job="Reporter", portrait=make_picture(renditions=RENDITIONS))
    picture = make_picture(renditions=RENDITIONS, alt="Une pirogue", caption="Le fleuve", credit="Agence")
    words = " ".join(f"mot{number * 7919 % 1009}" for number in range(450))
    teasers = [words[at : at + 200] for at in range(0, 630, 90)]
    others = [make_article(standfirst=teaser, authors=[author], picture=picture) for teaser in teasers]
    return make_article(
        section=sections[0],
        standfirst=words[:220],
        body="".join(f"<p>{words[at : at + 400]}</p>" for at in range(0, len(words), 400)),
        authors=[author],
        picture=picture,
        related=others[:3],
        tags=["Fleuve", "Mali", "Eau"],
    )


def test_first_visit_of_an_article_takes_three_requests_and_ten_packets(client, article):
    page = client.get(article.get_absolute_url()).text
    head = page.partition("</head>")[0]
    sheets = re.findall(r'rel="stylesheet" href="/static/([^"]+)"', head)
    scripts = re.findall(r'src="/static/([^"]+)"', page)
    assert (sheets, scripts) == (["css/public.css"], ["js/public.js"])
    joined = [join(parts(name)).encode() for name in (*sheets, *scripts)]
    assert sum(map(weight, [page.encode(), *joined])) <= ONE_FLIGHT
