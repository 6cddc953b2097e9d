"""Links that share an article: whatever its title holds, it is one value of one link."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import translation

from articles.sharing import share_links
from tests.factories import make_article

ADDRESS = "https://example.org/2024/05/27/a-b/"


def values(title):
    """The query of each link, by its label."""
    with translation.override("fr"):
        links = share_links(title, ADDRESS)
    return {link.label: parse_qs(urlsplit(link.url).query, strict_parsing=True) for link in links}


def test_each_link_carries_title_and_address():
    assert values("Le fleuve monte") == {
        "WhatsApp": {"text": [f"Le fleuve monte {ADDRESS}"]},
        "Facebook": {"u": [ADDRESS]},
        "X": {"text": ["Le fleuve monte"], "url": [ADDRESS]},
        "E-mail": {"subject": ["Le fleuve monte"], "body": [ADDRESS]},
    }


@pytest.mark.parametrize(
    "title", ["Pain & riz", "a=b&body=c", "50\u00a0% ?", '« "L’eau" » #Mali', "a+b;c/d%0a", "🛶 é"]
)
def test_signs_of_a_title_stay_in_their_value(title):
    found = values(title)
    assert found["E-mail"] == {"subject": [title], "body": [ADDRESS]}
    assert found["X"]["text"] == [title]


@pytest.mark.parametrize("breaks", ["\r\n", "\n", "\r", "\t", "\x00", "\x0b", "\x85", "\u2028", " \r\n "])
def test_line_break_in_a_title_begins_no_header_of_a_mail(breaks):
    """E11"""
    found = values(f"Titre{breaks}Bcc: x@example.org")
    assert found["E-mail"] == {"subject": ["Titre Bcc: x@example.org"], "body": [ADDRESS]}


def test_space_is_no_plus():
    """Mail programs show a plus as a plus."""
    assert not any("+" in link.url for link in share_links("un deux", ADDRESS))


@pytest.mark.django_db
def test_page_links_without_loading_anything_of_a_third_party(client, settings):
    """E03, E11"""
    settings.SITE_URL = "https://news.example.org"
    article = make_article(headline='"><img src=x onerror=alert(1)> & co')
    page = client.get(article.get_absolute_url()).text
    assert "<img src=x" not in page
    assert page.count('rel="noopener noreferrer">') == 4
    assert "https://wa.me/?text=%22%3E%3Cimg" in page
    for elsewhere in ("facebook.com", "wa.me", "x.com"):
        assert f'src="https://{elsewhere}' not in page
    assert "data-share-copy hidden" in page
    assert "data-share-sheet hidden" in page
