"""The desk's cards beside the text: they send themselves alone, and what is looked at follows the typing."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles import following, notes
from articles.models import Article, Flag, Note
from tests.articles.writing import draft
from tests.factories import make_newspaper


@pytest.fixture
def desk(visit, sign_in, cast):
    """The form of a draft, opened by an editor, with a headline typed and not saved."""
    make_newspaper()
    article, _revision = draft(by=cast.journalist, standfirst="Two sentences.", tags=["Mali"])
    following.raise_flag(article, Flag.objects.get(blocks=False), by=cast.journalist)
    notes.write(article, f"@{cast.editor.name} ?", by=cast.journalist)
    page = visit()
    sign_in(page, cast.editor)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.fill("#id_headline", "Typed and not saved")
    return page


def test_card_is_kept_without_the_text_and_the_text_stays(desk):
    card = desk.locator("#following")
    card.locator("select[name=following-priority]").select_option("urgent")
    card.locator("button[value=follow]").click()
    expect(card.locator("[data-said]")).to_have_text("Enregistré.")
    expect(desk.locator("#id_headline")).to_have_value("Typed and not saved")
    article = Article.objects.get()
    assert (article.priority, article.revisions.filter(is_autosave=False).count()) == ("urgent", 1)


def test_colleague_is_mentioned_by_the_picker_and_the_note_appears(desk):
    card = desk.locator("#notes")
    card.locator("textarea").fill("Regarde ceci")
    desk.fill("#id_mention_search", "fanta")
    expect(card.locator("[role=option]")).to_have_count(1)
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(card.locator("textarea")).to_have_value("Regarde ceci @Fanta Journaliste ")
    card.locator("button[value=note]").click()
    expect(card.locator(".card-note").first).to_contain_text("Regarde ceci @Fanta Journaliste")
    expect(card.locator("textarea")).to_have_value("")
    expect(card.locator("button[value=read]")).to_have_count(0)
    assert Note.objects.first().mentions.get().user.name == "Fanta Journaliste"


def test_card_that_does_not_arrive_says_so_and_keeps_what_is_typed(desk, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    desk.context.set_offline(True)
    card = desk.locator("#notes")
    card.locator("textarea").fill("Under the bridge")
    card.locator("button[value=note]").click()
    expect(card.locator("[data-said]")).to_contain_text("L’envoi n’est pas arrivé")
    expect(card.locator("textarea")).to_have_value("Under the bridge")
    desk.context.set_offline(False)
    card.locator("button[value=note]").click()
    expect(card.locator(".card-note").first).to_contain_text("Under the bridge")


def test_what_is_looked_at_follows_the_typing_and_saves_nothing(desk):
    card = desk.locator("#checklist")
    expect(card.locator(".check.is-warn")).to_have_text(["À revoir\u00a0: Drapeau posé\u00a0: Photo manquante."])
    desk.fill("#id_standfirst", "")
    expect(card.locator(".check.is-warn")).to_have_count(2)
    desk.fill("#id_headline", "")
    expect(card.locator("[data-checks-sum]")).to_have_text("1 point bloque la parution.")
    card.locator(".check.is-block a").click()
    expect(desk.locator("#id_headline")).to_be_focused()
    assert Article.objects.get().revisions.filter(is_autosave=False).count() == 1


def test_flag_cleared_in_its_card_leaves_the_list_of_what_is_looked_at(desk):
    desk.locator("#following button[value^=clear_flag]").click()
    expect(desk.locator("#checklist .check.is-warn")).to_have_count(0)
    assert not Article.objects.get().raised_flags.exists()


def test_without_scripts_the_buttons_of_the_cards_save_the_text_first(desk, visit, sign_in, cast):
    page = visit(javascript=False)
    sign_in(page, cast.editor)
    page.goto(desk.url)
    page.fill("#id_headline", "Typed without scripts")
    page.locator("#notes textarea").fill("A note without scripts")
    page.locator("#notes button[value=note]").click()
    expect(page.locator(".card-note").first).to_contain_text("A note without scripts")
    expect(page.locator("#id_headline")).to_have_value("Typed without scripts")
