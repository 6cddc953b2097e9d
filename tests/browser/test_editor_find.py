"""Find and replace in the text, and the list of shortcuts, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.editor_page import body, press, sent, write

TEXT = (
    "<p>L’été à Mopti. Un <strong>été</strong> sec.</p><h2>ÉTÉ</h2><ul><li>étés</li></ul>"
    '<figure data-embed="https://example.org/v"><figcaption>Cet ete</figcaption></figure><p>Fin</p>'
)


@pytest.fixture
def searching(open_form):
    """The page with a text and the search open."""
    page = open_form(body=TEXT)
    page.locator(".ProseMirror > p").first.click(position={"x": 2, "y": 8})
    page.keyboard.press("Home")
    page.keyboard.press("Control+f")
    expect(page.get_by_role("textbox", name="Chercher")).to_be_focused()
    return page


def status(page):
    return page.locator("[data-find] [role=status]")


def found(page):
    return page.locator(".editor-found")


def test_places_are_counted_and_walked(searching):
    searching.keyboard.type("été")
    expect(status(searching)).to_have_text("1 sur 4")
    expect(found(searching)).to_have_count(4)
    searching.keyboard.press("Enter")
    expect(status(searching)).to_have_text("2 sur 4")
    expect(searching.locator(".editor-found-now")).to_have_text("été")
    searching.keyboard.press("Shift+Enter")
    searching.keyboard.press("Shift+Enter")
    expect(status(searching)).to_have_text("4 sur 4")
    searching.get_by_role("button", name="Occurrence suivante").click()
    expect(status(searching)).to_have_text("1 sur 4")


@pytest.mark.parametrize(
    ("options", "words", "count"),
    [
        ([], "été", 4),
        (["Respecter la casse"], "été", 3),
        (["Mots entiers"], "été", 3),
        (["Ignorer les accents"], "ete", 5),
        (["Ignorer les accents", "Mots entiers"], "Eté", 4),
        (["Respecter la casse", "Ignorer les accents", "Mots entiers"], "ete", 3),
        ([], "l'été", 1),
        ([], "mopti. un", 1),
        ([], "absent", 0),
    ],
)
def test_options_narrow_and_widen_the_search(searching, options, words, count):
    searching.keyboard.type(words)
    for option in options:
        searching.get_by_role("checkbox", name=option).check()
    expect(found(searching)).to_have_count(count)
    expect(status(searching)).to_have_text(f"1 sur {count}" if count else "Aucune occurrence")


def test_replace_takes_one_and_goes_on(searching):
    searching.keyboard.type("été")
    searching.get_by_role("textbox", name="Remplacer par").fill("hiver")
    searching.keyboard.press("Enter")
    expect(status(searching)).to_have_text("1 sur 3")
    searching.get_by_role("button", name="Remplacer", exact=True).click()
    assert body(searching).startswith("<p>L’hiver à Mopti. Un <strong>hiver</strong> sec.</p><h2>ÉTÉ</h2>")


def test_replace_all_is_one_step_to_undo(searching):
    searching.keyboard.type("été")
    searching.get_by_role("textbox", name="Remplacer par").fill("été-hiver")
    searching.get_by_role("button", name="Tout remplacer").click()
    expect(status(searching)).to_have_text("Remplacements\u00a0: 4")
    assert body(searching).count("été-hiver") == 4
    searching.keyboard.press("Escape")
    searching.keyboard.press("Control+z")
    assert "hiver" not in body(searching)
    assert body(searching).count("tés") == 1


def test_nothing_can_be_put_instead(searching):
    searching.keyboard.type(" sec")
    searching.get_by_role("button", name="Tout remplacer").click()
    assert "<strong>été</strong>.</p>" in body(searching)


def test_escape_goes_back_to_the_place_found(searching):
    searching.keyboard.type("fin")
    searching.keyboard.press("Escape")
    expect(searching.locator("[data-find]")).to_be_hidden()
    expect(searching.locator(".ProseMirror")).to_be_focused()
    expect(found(searching)).to_have_count(0)
    searching.keyboard.type("Suite")
    assert body(searching).endswith("<p>Suite</p>")


def test_nothing_found_leaves_the_cursor_where_it_was(form):
    write(form, "Un", "phase", "trois")
    form.keyboard.press("Control+f")
    form.keyboard.type("phrase")
    expect(status(form)).to_have_text("Aucune occurrence")
    form.keyboard.press("Escape")
    form.keyboard.type("s")
    assert body(form) == "<p>Un</p><p>phase</p><p>troiss</p>"


def test_selected_words_are_searched_for(form):
    write(form, "Bamako et Bamako")
    form.keyboard.press("Home")
    form.keyboard.press("Control+Shift+ArrowRight")
    press(form, "find")
    expect(form.get_by_role("textbox", name="Chercher")).to_have_value("Bamako")
    expect(status(form)).to_have_text("1 sur 2")


def test_what_is_typed_in_the_bar_is_no_part_of_the_form(searching):
    searching.evaluate(
        """() => {
          window.changes = 0;
          document.querySelector("form").addEventListener("input", () => { window.changes += 1; });
        }"""
    )
    searching.keyboard.type("fin")
    searching.get_by_role("checkbox", name="Mots entiers").check()
    searching.get_by_role("textbox", name="Chercher").press("Enter")
    assert searching.evaluate("changes") == 0
    assert searching.url.endswith("/form/")
    assert set(sent(searching)) == {"body", "picture", "bylines", "tags", "related", "language", "at"}


def test_shortcuts_are_listed(form):
    write(form, "Mot")
    press(form, "shortcuts")
    dialog = form.get_by_role("dialog", name="Raccourcis clavier")
    expect(dialog.get_by_role("row", name="Gras Ctrl + B")).to_be_visible()
    expect(dialog.get_by_role("row", name="Chercher et remplacer Ctrl + F")).to_be_visible()
    form.keyboard.press("Escape")
    expect(form.locator(".ProseMirror")).to_be_focused()
    form.keyboard.press("Control+/")
    expect(dialog).to_be_visible()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_bar_and_list_fit_a_phone(open_form, color_scheme):
    page = open_form(width=390, color_scheme=color_scheme, body=TEXT)
    press(page, "find")
    page.keyboard.type("été")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("[data-head]").bounding_box()["height"] < 330
    press(page, "shortcuts")
    box = page.get_by_role("dialog", name="Raccourcis clavier").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
