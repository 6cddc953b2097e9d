"""A chief editor sets rules and words of the room on a phone, without a word of explanation from anybody."""

import os

import pytest
from playwright.sync_api import expect

from comments.models import RuleSet, WordList
from comments.room_rules import rules_for
from tests.factories import make_article, make_newspaper, make_section

PHONE = 360
SHOTS = os.environ.get("ROOM_SHOTS")


def keep(page, name):
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def editor(request, visit, sign_in, cast, site):
    make_newspaper()
    page = visit(width=PHONE, javascript=request.param)
    sign_in(page, cast.editor)
    return page


def is_within(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_rules_for_the_site_and_for_a_section(editor):
    section = make_section(name="Sport")
    editor.goto("/admin/")
    editor.get_by_role("link", name="Règles des contributions").first.click()
    keep(editor, "list")
    editor.get_by_role("link", name="Tout le site").click()
    expect(editor.get_by_role("heading", name="Ce qui vaut en ce moment")).to_be_visible()
    keep(editor, "site")
    editor.get_by_label("avant publication").check()
    editor.get_by_label("Premières contributions en attente").fill("3")
    editor.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(editor.locator(".messagelist")).to_be_visible()
    assert rules_for(make_article()).moderation == "before"
    editor.goto(f"/admin/articles/section/{section.pk}/change/")
    editor.get_by_role("link", name="Règles de ses contributions").click()
    expect(editor.get_by_text("Vide : 3, comme ailleurs.")).to_be_visible()
    keep(editor, "section")
    editor.get_by_label("après publication").check()
    editor.get_by_role("button", name="Enregistrer", exact=True).click()
    assert RuleSet.objects.get(section=section).moderation == "after"
    assert is_within(editor)


def test_words_are_tried_and_saved(editor):
    editor.goto("/admin/comments/wordlist/")
    editor.get_by_label("Mots suspects").fill("imbécile")
    editor.get_by_label("Essayer un texte").fill("Quel I.M.B.E.C.I.L.E !")
    editor.get_by_role("button", name="Essayer les listes").click()
    expect(editor.get_by_role("status").filter(has_text="I.M.B.E.C.I.L.E")).to_be_visible()
    keep(editor, "words")
    assert WordList.objects.get().suspect == ""
    editor.get_by_role("button", name="Enregistrer les mots").click()
    expect(editor.locator(".messagelist")).to_contain_text("enregistrés")
    assert WordList.objects.get().suspect == "imbécile"
    assert is_within(editor)
