"""With the keyboard alone from the back office's first page to a published article; every stop is seen."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from articles.models import Article
from pictures.library import add
from tests.browser.keyboard import assert_focus_is_seen, tab_to
from tests.browser.writing import photo
from tests.factories import make_author, make_newspaper, make_section


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


def type_and_go_on(page, text):
    assert_focus_is_seen(page)
    page.keyboard.type(text)
    page.keyboard.press("Tab")


@pytest.mark.parametrize(("width", "color_scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_editor_writes_and_publishes_without_a_mouse(desk, width, color_scheme):
    page = desk(width=width, color_scheme=color_scheme)
    file = photo()["buffer"]
    add(SimpleUploadedFile("photo.jpg", file), alt="Une tribune")
    tab_to(page, page.locator('main a[href="/admin/articles/article/add/"]'))
    page.keyboard.press("Enter")
    expect(page.locator("#id_kicker")).to_be_focused()
    type_and_go_on(page, "#Mali :")
    type_and_go_on(page, "Le symposium s'ouvre")
    type_and_go_on(page, "Deux jours de travaux.")
    tab_to(page, page.locator(".ProseMirror"))
    page.keyboard.type("Le texte de l'article commence ici.")
    tab_to(page, page.locator("#id_picture_search"))
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] .picker-picture")).to_have_count(1)
    tab_to(page, page.locator("dialog[open] .picker-picture"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-picker=picture] [data-thumbnail]")).to_be_visible()
    tab_to(page, page.locator("#id_section"))
    page.keyboard.type("Politique")
    tab_to(page, page.locator("#id_bylines_search"))
    page.keyboard.type("Aminata")
    expect(page.locator("#id_bylines_options [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    tab_to(page, page.locator("button[value=publish]"))
    page.keyboard.press("Enter")
    expect(page.locator(".desk-sentence")).to_contain_text("Publié")
    article = Article.objects.published().get()
    assert (article.kicker, article.headline) == ("#Mali\u00a0:", "Le symposium s’ouvre")
    assert (article.section.name, article.picture.alt) == ("Politique", "Une tribune")
