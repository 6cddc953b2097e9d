"""Every known payload, as readers would get it, in a real browser: nothing runs, nothing is asked for."""

import pytest

from articles.rendering import render_body
from tests.shared_texts import needs_shared, payloads

STRANGERS = """() => {
  const known = new Set("P H2 H3 H4 UL OL LI BLOCKQUOTE CITE A STRONG EM S SUB SUP BR HR FIGURE FIGCAPTION".split(" "));
  const attributes = new Set(["href", "rel", "class"]);
  return [...document.querySelectorAll("body *")]
    .filter((element) => !known.has(element.tagName) || [...element.attributes].some(({name}) => !attributes.has(name)))
    .concat([...document.links].filter(({protocol}) => !["http:", "https:", "mailto:", "tel:"].includes(protocol)))
    .map((element) => element.outerHTML);
}"""


@pytest.fixture
def troubled(browser):
    """Shows a page; afterwards what it asked for, dialogs and requests, is in the list."""
    context = browser.new_context()
    page = context.new_page()
    happened = []

    def on_dialog(dialog):
        happened.append(dialog.message)
        dialog.dismiss()

    def on_route(route):
        happened.append(route.request.url)
        route.abort()

    page.goto("about:blank")
    page.on("dialog", on_dialog)
    page.route("**/*", on_route)

    def show(html):
        happened.clear()
        page.set_content(f"<!doctype html><base href='https://journal.example/'><body>{html}")
        page.evaluate("() => new Promise(requestAnimationFrame)")
        return page, happened

    yield show
    context.close()


def test_the_watch_sees_what_it_watches_for(troubled):
    _page, happened = troubled("<img src=https://evil.example/x onerror=alert(1)>")
    assert happened == ["https://evil.example/x", "1"]


@needs_shared
def test_no_payload_opens_a_dialog_or_asks_for_anything(db, troubled):
    """E01, E02"""
    shown = [render_body(payload).html for payload in payloads()]
    assert len(shown) > 2000
    page, happened = troubled("".join(shown))
    assert page.evaluate(STRANGERS) == []
    links = page.evaluate("() => document.links.length")
    assert links == sum(html.count("<a href=") for html in shown)
    assert happened == []
