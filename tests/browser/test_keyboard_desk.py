"""With the keyboard alone from the back office's first page to a published article; every stop is seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from articles.models import Article
from pictures.library import add
from tests.browser.keyboard import assert_focus_is_seen, tab_to
from tests.browser.writing import photo
from tests.factories import make_article, make_author, make_newspaper, make_section


@pytest.fixture
def desk(visit, sign_in, cast):
    def desk(**how):
        page = visit(**how)
        sign_in(page, cast.editor)
        page.goto("/admin/")
        return page

    make_newspaper()
    make_section(name="Politique")
    make_author(name="Aminata Diarra")
    return desk


def leave_the_top_bar(page):
    """The first stop of every page leads past the top bar."""
    page.keyboard.press("Tab")
    expect(page.locator(".skip-to-content-link")).to_be_focused()
    assert_focus_is_seen(page)
    page.keyboard.press("Enter")
    expect(page.locator("#content-start")).to_be_focused()


def press_tool(page, command):
    """To the editor's toolbar and along it with the arrows; pressing a tool leads back to the text."""
    tool = page.locator(f"[data-command={command}]")
    page.keyboard.press("Alt+F10")
    for _ in range(20):
        assert_focus_is_seen(page)
        if tool.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".ProseMirror")).to_be_focused()


def write_with_the_toolbar(page):
    page.keyboard.press("Enter")
    press_tool(page, "heading-2")
    page.keyboard.type("Un intertitre")
    page.keyboard.press("Enter")
    press_tool(page, "bold")
    page.keyboard.type("En gras")


def pick(page, field, words):
    """The one that the words find."""
    tab_to(page, page.locator(f"#id_{field}_search"))
    page.keyboard.type(words)
    expect(page.locator(f"#id_{field}_options [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def type_and_go_on(page, text):
    assert_focus_is_seen(page)
    page.keyboard.type(text)
    page.keyboard.press("Tab")


@pytest.mark.parametrize(("width", "color_scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_editor_writes_and_publishes_without_a_mouse(desk, width, color_scheme):
    other = make_article(headline="Un article d’hier")
    page = desk(width=width, color_scheme=color_scheme)
    file = photo()["buffer"]
    add(SimpleUploadedFile("photo.jpg", file), alt="Une tribune")
    leave_the_top_bar(page)
    tab_to(page, page.locator('main a[href="/admin/articles/article/add/"]'))
    page.keyboard.press("Enter")
    expect(page.locator("#id_kicker")).to_be_focused()
    type_and_go_on(page, "#Mali :")
    type_and_go_on(page, "Le symposium s'ouvre")
    type_and_go_on(page, "Deux jours de travaux.")
    tab_to(page, page.locator(".ProseMirror"))
    page.keyboard.type("Le texte de l'article commence ici.")
    write_with_the_toolbar(page)
    tab_to(page, page.locator("#id_picture_search"))
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] .picker-picture")).to_have_count(1)
    tab_to(page, page.locator("dialog[open] .picker-picture"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-picker=picture] [data-thumbnail]")).to_be_visible()
    tab_to(page, page.locator("#id_section"))
    page.keyboard.type("Politique")
    pick(page, "bylines", "Aminata")
    tab_to(page, page.locator("#id_tags_search"))
    page.keyboard.type("Bamako")
    page.keyboard.press("Enter")
    pick(page, "related", "Un article")
    tab_to(page, page.locator("button[value=publish]"))
    page.keyboard.press("Enter")
    expect(page.locator(".desk-sentence")).to_contain_text("Publié")
    article = Article.objects.published().exclude(pk=other.pk).get()
    assert (article.kicker, article.headline) == ("#Mali\u00a0:", "Le symposium s’ouvre")
    assert (article.section.name, article.picture.alt) == ("Politique", "Une tribune")
    assert "<h2>Un intertitre</h2>" in article.body
    assert "<strong>En gras</strong>" in article.body
    assert [byline.author.name for byline in article.bylines.all()] == ["Aminata Diarra"]
    assert [str(tag) for tag in article.tags.all()] == ["Bamako"]
    assert list(article.related.all()) == [other]
