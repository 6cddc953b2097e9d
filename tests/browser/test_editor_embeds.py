"""Videos and posts from elsewhere: an address alone on a line becomes a box in the text, a card for readers.

Nothing of the other site is asked for before a reader's click, neither in the back office nor on the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.articles.embed_addresses import KNOWN, OTHER, WATCH
from tests.browser.editor_page import body, paste, press, sent, write
from tests.factories import make_article, make_newspaper

BOX = f'<figure data-embed="{WATCH}"><figcaption></figcaption></figure>'
FRAME_HOST = "https://www.youtube-nocookie.com/"
UNREACHABLE = r"www\.youtube-nocookie\.com.*(ERR_NAME_NOT_RESOLVED|NOTFOUND)|ERR_NAME_NOT_RESOLVED.*youtube-nocookie"
SHIFT = """
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


def notice(page):
    return page.locator("[data-notice] [role=status]")


def test_address_pasted_on_an_empty_line_becomes_a_box(form):
    write(form, "Un", "")
    paste(form, text="https://youtu.be/dQw4w9WgXcQ?si=abc")
    form.keyboard.type("Suite")
    assert body(form) == f"<p>Un</p>{BOX}<p>Suite</p>"
    expect(form.locator(".editor-figure")).to_contain_text("Vidéo de YouTube")
    expect(notice(form)).to_be_empty()
    assert sent(form)["body"] == f"<p>Un</p>{BOX}<p>Suite</p>"


def test_box_has_a_caption_and_can_be_removed(form):
    paste(form, text=WATCH)
    form.locator(".editor-figure figcaption").click()
    form.keyboard.type("Le match")
    form.keyboard.press("Enter")
    form.keyboard.type("Suite")
    assert body(form) == f'<figure data-embed="{WATCH}"><figcaption>Le match</figcaption></figure><p>Suite</p>'
    form.get_by_role("button", name="Ôter cet encadré").click()
    assert body(form) == "<p>Suite</p>"


def test_address_in_a_sentence_or_over_words_stays_text(form):
    write(form, "Voir ")
    paste(form, text=WATCH)
    assert "<figure" not in body(form)
    assert "dQw4w9WgXcQ" in body(form)


def test_addresses_on_lines_of_a_longer_paste_become_boxes(form):
    paste(form, text=f"Un\n\n{WATCH}\n\nDeux")
    assert body(form) == f"<p>Un</p>{BOX}<p>Deux</p>"


def test_other_address_stays_a_link_with_a_sentence(form):
    address = "https://vimeo.example/12345"
    paste(form, text=address)
    assert body(form) == f'<p><a href="{address}">{address}</a></p>'
    expect(notice(form)).to_contain_text("cette adresse reste un lien")


def test_dialog_takes_an_address_or_the_code_of_a_provider(form):
    write(form, "Un")
    press(form, "embed")
    dialog = form.locator("[data-embed-dialog]")
    dialog.locator("input").fill("https://vimeo.example/12345")
    form.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_be_visible()
    code = '<iframe width="560" src="https://www.youtube.com/embed/dQw4w9WgXcQ?si=x&amp;start=7" title="x"></iframe>'
    dialog.locator("input").fill(code)
    dialog.get_by_role("button", name="Insérer").click()
    assert body(form) == f"<p>Un</p>{BOX.replace(WATCH, WATCH + '&amp;t=7')}"


def test_dialog_leaves_the_text_alone_when_it_is_closed(form):
    write(form, "Un")
    press(form, "embed")
    form.keyboard.press("Escape")
    expect(form.locator("[data-embed-dialog]")).to_be_hidden()
    assert body(form) == "<p>Un</p>"


def test_imported_box_of_another_site_says_that_readers_see_a_link(open_form):
    page = open_form(body='<figure data-embed="https://example.org/v"><figcaption>Mot</figcaption></figure>')
    expect(page.locator(".editor-figure")).to_contain_text("Les lecteurs voient un lien")


def test_script_and_server_know_the_same_addresses(form):
    source = form.locator("script[src*='body-editor']").get_attribute("src").replace("body-editor", "embeds")
    in_script = """async ([source, addresses]) => {
      const find = (await import(source)).finder(JSON.parse(document.querySelector("[data-embeds]").dataset.embeds));
      return addresses.map((address) => find(address)?.address ?? null);
    }"""
    assert form.evaluate(in_script, [source, list(KNOWN)]) == list(KNOWN.values())
    assert form.evaluate(in_script, [source, OTHER]) == [None] * len(OTHER)


@pytest.fixture
def watched(visit, troubles):
    """Opens an article's page; gives the page and the addresses of other sites that it asked for."""
    make_newspaper()

    def watched(body, **options):
        article = make_article(body=body)
        page = visit(**options)
        page.add_init_script(SHIFT)
        foreign = []
        page.context.on("request", lambda request: "127.0.0.1" in request.url or foreign.append(request.url))
        page.goto(article.get_absolute_url())
        page.wait_for_load_state("networkidle")
        return page, foreign

    return watched


def card(address):
    address = address.replace("&", "&amp;")
    return f'<p>Un</p><figure data-embed="{address}"><figcaption>Le match</figcaption></figure><p>Fin</p>'


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_asked_for_before_the_click_and_one_host_after(watched, troubles, width):
    page, foreign = watched(card(WATCH), width=width)
    button = page.get_by_role("button", name=re.compile("Charger la vidéo de YouTube.*vos données de connexion"))
    place = page.locator("[data-embed-place]")
    place.scroll_into_view_if_needed()
    before = place.bounding_box()
    assert foreign == []
    troubles.expect(UNREACHABLE)
    troubles.expect(f"foreign request: GET {re.escape(FRAME_HOST)}")
    button.focus()
    page.keyboard.press("Enter")
    frame = page.locator("iframe")
    expect(frame).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert foreign == [f"{FRAME_HOST}embed/dQw4w9WgXcQ?autoplay=1&rel=0"]
    assert place.bounding_box() == before
    assert page.evaluate("shift") == 0
    assert "Le match" in frame.get_attribute("title")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_other_frames_are_refused_by_the_policy(watched, troubles):
    page, foreign = watched(card(WATCH))
    troubles.expect("policy violated: frame-src https://evil.example")
    troubles.expect("Content Security Policy|violates the following")
    page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", done);
          const frame = document.createElement("iframe");
          frame.src = "https://evil.example/";
          document.body.append(frame);
        })"""
    )
    assert foreign == []


def test_without_javascript_the_card_is_a_link(watched):
    page, foreign = watched(card(WATCH), javascript=False)
    expect(page.get_by_role("button", name=re.compile("Charger"))).to_have_count(0)
    link = page.get_by_role("link", name="Voir sur YouTube")
    expect(link).to_have_attribute("href", WATCH)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    assert foreign == []


def test_on_paper_the_card_is_a_link(watched):
    page, _foreign = watched(card(WATCH))
    page.emulate_media(media="print")
    expect(page.locator(".embed__load")).to_be_hidden()
    expect(page.get_by_role("link", name="Voir sur YouTube")).to_be_visible()
    assert page.locator("[data-embed-place]").bounding_box()["height"] < 120


@pytest.mark.parametrize("address", ["https://x.com/a/status/12345", "https://soundcloud.com/oumou-s/wassoulou"])
def test_posts_and_sounds_take_their_room_at_the_click(watched, troubles, address):
    page, _foreign = watched(card(address), width=360)
    troubles.expect("foreign request")
    troubles.expect("ERR_NAME_NOT_RESOLVED")
    page.get_by_role("button", name=re.compile("Charger")).click()
    expect(page.locator("iframe")).to_be_visible()
    box = page.locator("iframe").bounding_box()
    page.wait_for_load_state("networkidle")
    assert page.locator("iframe").bounding_box() == box
    assert box["height"] > 150
    assert page.evaluate("shift") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
