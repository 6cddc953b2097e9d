"""A page speaks one language: nothing of the interface stays English in French, or French in English.

``make check`` holds that every message has its translation; this holds that every page uses them, whoever wrote the
message: the project, Django or a library.
"""

import re
from html.parser import HTMLParser
from itertools import chain

import pytest
from django.contrib.auth.models import Group
from django.utils.text import capfirst
from django.utils.translation import trans_real

from accounts.models import User
from articles.models import Tag
from comments.models import RejectionReason
from journal.models import Entry
from tests.demo import desk_pages, load_small, public_pages, reader_pages
from tests.wsgi import cookies_of, request

SHOWN = {"placeholder", "title", "aria-label", "alt", "label"}
UNSEEN = {"script", "style", "template"}
# Languages are listed by their own names, for whoever reads no other.
OWN_NAMES = set(User.Language.labels)
# Words that no French sentence of an interface has.
ENGLISH = re.compile(
    r"\b(the|and|of|with|your|this|has|have|been|will|please|not|can|true|false|seen|object)\b", re.IGNORECASE
)


class Texts(HTMLParser):
    """Every text that a person gets."""

    def __init__(self, html):
        super().__init__()
        self.found, self.open = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.found += [value.strip() for name, value in attributes if name in SHOWN and value]
        fields = dict(attributes)
        if tag == "input" and fields.get("type") in {"submit", "button"}:
            self.found.append(fields.get("value", ""))
        if tag in {"input", "meta", "link", "br", "hr", "img", "source", "wbr"}:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        text = " ".join(data.split())
        if text and not UNSEEN & set(self.open):
            self.found.append(text)


@pytest.fixture
def demo(db, settings, monkeypatch):
    settings.DEMO = True
    load_small(monkeypatch)


def messages(*, in_french: bool) -> set[str]:
    """Of all catalogues: what is a message in one of the two languages only; « Note » is one in both."""
    catalogue = trans_real.translation("fr")._catalog
    pairs = [(key.rpartition("\x04")[2], text) for key, text in catalogue.items() if isinstance(key, str) and text]
    english, french = ({form for pair in pairs for form in (pair[side], capfirst(pair[side]))} for side in (0, 1))
    return (french - english if in_french else english - french) - OWN_NAMES


def pages_of(who):
    cookies = cookies_of(User.objects.get(email=f"{who}@example.org")) if who else ""
    pages = {"": public_pages, "abonne": reader_pages, "admin": desk_pages}[who]()
    for name, address in pages.items():
        yield name, Texts(request(address, cookies=cookies).body).found


def own_words() -> set[str]:
    """What the newsroom wrote: names, headlines and the like may be words of any language."""
    groups, tags = Group.objects.values_list("name", flat=True), Tag.objects.values_list("name", "slug")
    reasons = RejectionReason.objects.values_list("title", flat=True)
    # As they were called in the language of who did it.
    details = Entry.objects.values_list("detail", flat=True)
    return {
        *groups,
        *reasons,
        *details,
        *chain.from_iterable(tags),
        *(text for _name, texts in pages_of("") for text in texts),
    }


@pytest.mark.parametrize("who", ["", "abonne", "admin"])
def test_no_english_on_a_french_page(demo, who):
    english = messages(in_french=False)
    wrong = []
    for name, texts in pages_of(who):
        wrong += [f"{name}: {text!r}" for text in texts if text in english]
        wrong += [f"{name}: {text!r}" for text in texts if ENGLISH.search(text) and not is_code(text)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("who", ["", "abonne", "admin"])
def test_no_french_on_an_english_page(demo, who, settings):
    content = own_words()
    settings.LANGUAGE_CODE = "en"
    User.objects.update(language="en")
    french = messages(in_french=True)
    wrong = []
    for name, texts in pages_of(who):
        wrong += [f"{name}: {text!r}" for text in texts if text in french - content]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def is_code(text) -> bool:
    """Names of machines, addresses and the like."""
    return bool(re.fullmatch(r"[\w.@:/?=&%-]+", text))
