"""Every known payload, as readers would get it, in a real browser: nothing runs, nothing is asked for."""

import pytest

from articles.rendering import render_body
from tests.shared_texts import needs_shared, payloads

STRANGERS = """() => {
  const known = "P H2 H3 H4 UL OL LI BLOCKQUOTE CITE A STRONG EM S SUB SUP BR HR FIGURE FIGCAPTION".split(" ");
  const attributes = ["href", "rel", "class"];
  const isKnown = ({ tagName, attributes: own }) =>
    known.includes(tagName) && [...own].every(({ name }) => attributes.includes(name));
  return [...document.querySelectorAll("body *")]
    .filter((element) => !isKnown(element))
    .concat([...document.links].filter(({protocol}) => !["http:", "https:", "mailto:", "tel:"].includes(protocol)))
    .map((element) => element.outerHTML);
}"""
DIALOGS = """
  window.dialogs = [];
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (text) => dialogs.push(`${text}`);
"""


@pytest.fixture
def watched(browser):
    """Shows HTML in a page; gives the page, the addresses it asked for and a function that tells its dialogs."""
    context = browser.new_context()
    context.add_init_script(DIALOGS)
    page = context.new_page()
    page.goto("about:blank")
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    def show(html):
        page.set_content(f"<!doctype html><base href='https://journal.example/'><body>{html}")
        return page, asked, lambda: page.evaluate("dialogs")

    yield show
    context.close()


def test_the_watch_sees_what_it_watches_for(watched):
    page, asked, dialogs = watched("<img src=https://evil.example/x onerror=alert(1)><a href=javascript:x>word</a>")
    assert asked == ["https://evil.example/x"]
    assert dialogs() == ["1"]
    assert len(page.evaluate(STRANGERS)) == 2


@needs_shared
def test_no_payload_opens_a_dialog_or_asks_for_anything(db, watched):
    """E01, E02"""
    shown = [render_body(payload).html for payload in payloads()]
    assert len(shown) > 2000
    page, asked, dialogs = watched("".join(shown))
    assert page.evaluate(STRANGERS) == []
    assert page.evaluate("document.links.length") == sum(html.count("<a href=") for html in shown)
    assert (asked, dialogs()) == ([], [])
