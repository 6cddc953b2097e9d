"""Plain text as a reader sees it: paragraphs, quotes, links; and quickly, whatever somebody sends."""

import contextlib
import time

import pytest
from django.core.exceptions import ValidationError

from comments.rendering import html_of
from comments.text import clean

REL = 'rel="ugc nofollow noopener"'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("one\n\n\n\ntwo", "<p>one</p><p>two</p>"),
        ("<b> & \"'", "<p>&lt;b&gt; &amp; &quot;&#x27;</p>"),
        ("> said\n> more\nmine", "<blockquote><p>said<br>more</p></blockquote><p>mine</p>"),
        (">> a\n> b", "<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>"),
        ("> > > > > a", "<blockquote><blockquote><blockquote><p>a</p></blockquote></blockquote></blockquote>"),
        ("> a\n>\n> b", "<blockquote><p>a</p><p>b</p></blockquote>"),
        ("1 > 0", "<p>1 &gt; 0</p>"),
        (">", "<p>&gt;</p>"),
    ],
)
def test_lines_become_paragraphs_and_quotes(text, html):
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "address", "shown", "after"),
    [
        ("https://example.org/a", "https://example.org/a", "example.org/a", ""),
        ("http://www.example.org/", "http://www.example.org/", "example.org", ""),
        ("HTTPS://Example.org/A", "HTTPS://Example.org/A", "Example.org/A", ""),
        ("https://example.org/a.", "https://example.org/a", "example.org/a", "."),
        ("https://example.org/a…)", "https://example.org/a", "example.org/a", "…)"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)", "example.org/a_(b)", ""),
        ("https://example.org/a\u00a0!", "https://example.org/a", "example.org/a", "\u00a0!"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2", "example.org/?a=1&amp;b=2", ""),
        ("https://example.org/<b>", "https://example.org/", "example.org", "&lt;b&gt;"),
        ("https://example.org/" + "x" * 90, "https://example.org/" + "x" * 90, "example.org/" + "x" * 35 + "…", ""),
    ],
)
def test_addresses_of_the_web_are_links(text, address, shown, after):
    assert html_of(f"See {text}") == f'<p>See <a href="{address}" {REL}>{shown}</a>{after}</p>'


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "https://",
        "https://bank.example@evil.example/",
        "https://evil.example\\@bank.example/",
        "https://example.org/" + "x" * 3000,
        "www.example.org",
    ],
)
def test_nothing_else_is_a_link(text):
    assert "<a" not in html_of(text)


def test_towers_of_marks_are_cut_and_languages_are_not():
    tower = "Z" + "\u0351\u0363\u0310" * 40 + "algo"
    assert clean(tower) == "Z\u0351\u0363\u0310\u0351algo"
    assert html_of(tower) == "<p>Z\u0351\u0363\u0310\u0351algo</p>"
    for words in ("e\u0302\u0301", "بِسْمِ اللَّهِ الرَّحْمَٰنِ", "שָׁלוֹם", "น้ำ", "ɛ̀ɔ̌", "ߒߞߏ"):
        assert clean(words) == words
        assert words in html_of(words)


HOSTILE = {
    "nested quotes": ">" * 10_000 + " x",
    "quotes within quotes": "\n".join(">" * (number % 5) + " x" for number in range(16_000)),
    "spaced quotes": "> " * 25_000,
    "links": "https://example.org/a " * 2_300,
    "one address": "https://example.org/" + "(" * 25_000 + ")" * 25_000,
    "dots": "https://example.org/" + "." * 50_000,
    "schemes": "https://" * 6_250,
    "zalgo": "Z" + "\u0351" * 50_000,
    "marks of marks": "Z\u0351\u0363\u0310\u0312\u0321\u0322" * 7_000,
    "markup": "<script>" * 6_250,
    "lines": "\n" * 50_000 + "x",
    "letters of elsewhere": "ߒߞߏ" * 16_000,
    "letters alone": "a b c " * 8_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_fifty_kilobytes_of_anything_take_no_time(text):
    """H07: measured in processor time, since the machine may be busy. A contribution is refused at its length; what an
    import or another limit may bring is still shown."""
    began = time.process_time()
    html_of(text)
    with contextlib.suppress(ValidationError):
        clean(text)
    assert time.process_time() - began < 0.3
