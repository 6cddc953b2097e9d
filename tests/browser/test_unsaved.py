"""Whoever leaves a form of the back office with unsaved words is asked first; nobody is who leaves it as it came."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import User
from articles.models import Page
from tests.demo import desk_pages, load_small
from tests.factories import make_article, make_comment, make_newspaper, make_page, make_section, make_user

IS_HELD = """() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


@pytest.fixture
def at(visit, sign_in, cast):
    """``at(address)``: that page, of which ``asked`` lists the questions of leaving it."""
    make_newspaper()

    def at(address, who="editor"):
        page = visit()
        page.asked = []
        page.on("dialog", lambda dialog: (page.asked.append(dialog.type), dialog.accept()))
        sign_in(page, getattr(cast, who))
        page.goto(address)
        return page

    return at


def leave(page):
    """Touching the page first: a browser asks nobody who has not."""
    page.locator("#header").click(position={"x": 5, "y": 5})
    page.goto("/admin/")
    return page.asked


def page_form():
    return f"/admin/articles/page/{make_page(title='Contact', body='<p>Écrivez-nous.</p>').pk}/change/"


def article_form():
    return f"/admin/articles/article/{make_article().pk}/change/"


def section_form():
    return f"/admin/articles/section/{make_section().pk}/change/"


def person_page():
    comment = make_comment(make_article(), make_user(public_name="Awa"))
    return f"/admin/contributions/people/{comment.author_id}/"


FORMS = {
    "page": (page_form, "#id_title"),
    "text of a page": (page_form, ".ProseMirror"),
    "correction": (lambda: "/admin/articles/correction/add/", "#id_text"),
    "right of reply": (lambda: "/admin/articles/replyrequest/add/", "#id_text"),
    "section": (section_form, "#id_name"),
    "new section": (lambda: "/admin/articles/section/add/", "#id_name"),
    "menu": (lambda: reverse("admin:articles_menuitem_menu", args=["header"]), "#id_form-0-label"),
    "identity": (lambda: "/admin/articles/newspaper/1/change/", "#id_motto"),
    "words": (lambda: "/admin/comments/wordlist/", "#id_banned"),
    "note of a moderator": (person_page, "#note-text"),
    "note of a day": (lambda: reverse("admin:calendar"), "textarea[name=text]"),
}


@pytest.mark.parametrize("name", FORMS)
def test_words_are_not_left_without_a_question(at, name):
    made, field = FORMS[name]
    page = at(made())
    box = page.locator(field).first
    box.evaluate("box => { const more = box.closest('details'); if (more) more.open = true }")
    box.click()
    page.keyboard.type("Mots")
    assert leave(page) == ["beforeunload"]


@pytest.mark.parametrize("name", FORMS)
def test_form_as_it_came_is_left_without_one(at, name):
    made, _field = FORMS[name]
    assert leave(at(made())) == []


def test_what_is_taken_back_is_no_change(at):
    page = at(page_form())
    page.locator("#id_title").press_sequentially("s")
    page.locator("#id_title").press("Backspace")
    assert leave(page) == []


def test_saving_asks_nothing_and_a_refused_text_is_still_unsaved(at):
    page = at(page_form())
    page.locator("#id_title").fill("Nous écrire")
    page.locator("#id_slug").fill("deux mots")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator(".errornote")).to_be_visible()
    assert page.asked == []
    assert leave(page) == ["beforeunload"]
    page.asked.clear()
    page.goto(f"/admin/articles/page/{Page.objects.get().pk}/change/")
    page.locator("#id_title").fill("Nous écrire")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert page.asked == []


def test_one_form_that_is_sent_does_not_lose_the_words_of_another(at):
    page = at(person_page(), "moderator")
    page.locator("#note-text").evaluate("box => { box.closest('details').open = true }")
    page.locator("#note-text").fill("À suivre.")
    page.get_by_role("button", name="Relire d’abord").click()
    expect(page.get_by_role("button", name="Ne plus relire")).to_be_visible()
    assert page.asked == ["beforeunload"]


def test_words_that_are_only_tried_are_no_loss(at):
    page = at("/admin/comments/wordlist/")
    page.locator("#id_trial").fill("Un texte")
    assert leave(page) == []


def test_lists_that_were_tried_are_not_saved_yet(at):
    page = at("/admin/comments/wordlist/")
    page.locator("#id_banned").fill("zut")
    page.get_by_role("button", name="Essayer les listes").click()
    page.wait_for_load_state()
    assert page.asked == []
    assert leave(page) == ["beforeunload"]


def test_article_keeps_its_text_itself(at):
    page = at(article_form())
    page.locator("#id_headline").fill("Un autre titre")
    assert leave(page) == []


@pytest.fixture
def demo(site, settings, monkeypatch):
    settings.DEMO = True
    load_small(monkeypatch)


@pytest.mark.usefixtures("demo")
def test_no_page_of_the_back_office_takes_itself_for_changed(visit, sign_in, troubles):
    """Scripts fill fields, number lines and set values straight, before anybody has touched the page."""
    troubles.expect("403")
    page = visit()
    sign_in(page, User.objects.get(email="admin@example.org"))
    for name, address in desk_pages().items():
        page.goto(address)
        assert not page.evaluate(IS_HELD), name
