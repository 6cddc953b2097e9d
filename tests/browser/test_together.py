"""Two and three people, and two tabs, in one article at once: one writes, the others read, nobody loses a word."""

import re

import pytest
from playwright.sync_api import expect

from articles import autosaves, working_copy
from articles.admin import opening
from tests.articles.writing import draft
from tests.browser.typing import (
    body,
    expect_alert,
    expect_on_server,
    expect_to_write,
    form_of,
    opened,
    type_text,
)
from tests.cast import make_staff
from tests.factories import make_newspaper


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Forms speak every second instead of every ten."""
    monkeypatch.setattr(opening, "BEAT", 1)


@pytest.fixture
def desk(visit, sign_in, site):
    make_newspaper()

    def desk(person, **options):
        page = visit(**options)
        sign_in(page, person)
        return page

    return desk


@pytest.fixture
def article(cast, site):
    return draft(by=cast.journalist, headline="Le fleuve monte", body="<p>Premier jet.</p>")[0]


def expect_to_read(page):
    expect(page.locator("form.desk.is-read-only")).to_be_visible()


def test_second_person_reads_until_taking_over_and_the_first_is_told(desk, article, cast, troubles):
    troubles.allow("409")
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    type_text(first, " De Fanta.")
    expect_on_server(first, "De Fanta.")
    second = opened(desk(cast.editor), form_of(article))
    expect_to_read(second)
    expect_alert(second, "Fanta Journaliste écrit dans cet article depuis ")
    expect(second.locator(".desk-actions > button").first).to_be_hidden()
    second.locator(".ProseMirror").click()
    second.keyboard.type("Rien")
    assert "Rien" not in body(second)
    second.locator("#id_headline").focus()
    second.keyboard.type("Rien")
    expect(second.locator("#id_headline")).to_have_value("Le fleuve monte")
    type_text(first, " Encore.")
    second.locator("[data-take-over]").click()
    expect_to_write(second)
    expect_alert(first, "Ibrahim Rédacteur a pris la main à ")
    expect_alert(first, "Votre texte est gardé")
    expect_to_read(first)
    expect_on_server(first, "De Fanta. Encore.")
    assert "De Fanta. Encore." in body(first)
    expect(first.locator("[data-line]")).to_contain_text(re.compile("Enregistré à |Gardé à votre nom à "))
    assert "De Fanta. Encore." in autosaves.of(article, cast.journalist).content["body"]
    type_text(second, " D’Ibrahim.")
    second.locator("button[value=save]").click()
    expect(second.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    assert working_copy.newest(article).content["body"] == "<p>Premier jet. D’Ibrahim.</p>"
    assert "De Fanta." in autosaves.of(article, cast.journalist).content["body"]


def test_three_people_take_over_from_each_other_and_each_text_is_kept(desk, article, cast, troubles):
    troubles.allow("409")
    people = [cast.journalist, cast.editor, make_staff("Rédacteur en chef", name="Mariam Chef")]
    pages = []
    for number, person in enumerate(people):
        page = opened(desk(person), form_of(article))
        if number:
            expect_to_read(page)
            page.locator("[data-take-over]").click()
        expect_to_write(page)
        type_text(page, f" Texte {number}.")
        expect_on_server(page, f"Texte {number}.")
        pages.append(page)
    for number, page in enumerate(pages[:2]):
        expect_to_read(page)
        expect_alert(page, "Mariam Chef" if number else "a pris la main")
    for number, person in enumerate(people):
        assert f"Texte {number}." in autosaves.of(article, person).content["body"]
    assert working_copy.newest(article).content["body"] == "<p>Premier jet.</p>"


def test_leaving_frees_the_article_for_the_one_who_waits(desk, article, cast):
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    second = opened(desk(cast.editor), form_of(article))
    expect_to_read(second)
    first.goto("/admin/")
    expect_to_write(second)
    expect(second.locator("[data-alert]")).to_be_hidden()
    type_text(second, " Libre.")
    assert "Libre." in body(second)


def test_one_who_waited_sees_what_was_saved_before_writing(desk, article, cast):
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    second = opened(desk(cast.editor), form_of(article))
    expect_to_read(second)
    type_text(first, " Enregistré.")
    first.locator("button[value=save]").click()
    expect(first.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    first.goto("/admin/")
    expect_to_write(second)
    assert "Premier jet. Enregistré." in body(second)


def test_second_tab_of_the_same_person_is_told_in_its_own_words(desk, article, cast, troubles):
    troubles.allow("409")
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    second = opened(first.context.new_page(), form_of(article))
    expect_to_read(second)
    expect_alert(second, "Vous avez ouvert cet article ailleurs")
    type_text(first, " Du premier.")
    expect_on_server(first, "Du premier.")
    second.locator("[data-take-over]").click()
    expect_to_write(second)
    first.bring_to_front()
    expect_alert(first, "Vous avez continué ailleurs")
    assert "Du premier." in autosaves.of(article, cast.journalist).content["body"]
    assert "Du premier." in body(first)


def test_loading_the_page_again_is_no_second_tab(desk, article, cast):
    page = opened(desk(cast.journalist), form_of(article))
    expect_to_write(page)
    for _ in range(3):
        page.reload()
        page.locator(".ProseMirror").wait_for()
        page.locator("form.desk:is(.is-writable, .is-read-only)").wait_for()
        expect(page.locator("form.desk")).not_to_contain_text("ailleurs depuis")
        expect_to_write(page)


def test_save_after_the_hand_was_taken_is_refused_and_keeps_the_text(desk, article, cast, troubles, monkeypatch):
    """The form does not know yet; the server does."""
    troubles.expect("409")
    monkeypatch.setattr(opening, "BEAT", 600)
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    monkeypatch.setattr(opening, "BEAT", 1)
    second = opened(desk(cast.editor), form_of(article))
    expect_to_read(second)
    second.locator("[data-take-over]").click()
    expect_to_write(second)
    type_text(first, " Presque perdu.")
    first.locator("button[value=save]").click()
    expect(first.locator("h2", has_text="quelqu’un d’autre écrit")).to_be_visible()
    assert "Presque perdu." in body(first)
    expect_to_read(first)
    first.locator("[data-take-over]").click()
    expect_to_write(first)
    first.locator("button[value=save]").click()
    expect(first.locator(".desk-said")).to_contain_text("Brouillon enregistré")
    assert "Presque perdu." in working_copy.newest(article).content["body"]


def test_lists_show_who_writes(desk, article, cast):
    first = opened(desk(cast.journalist), form_of(article))
    expect_to_write(first)
    page = desk(cast.editor)
    page.goto("/admin/articles/article/")
    expect(page.locator("#result_list")).to_contain_text("Fanta Journaliste écrit")
    first.context.new_page().goto("/admin/articles/article/")
    expect(first.context.pages[-1].locator("#result_list")).not_to_contain_text("écrit")
