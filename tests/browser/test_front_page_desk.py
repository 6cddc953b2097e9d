"""The front page by hand with the keyboard alone: choose, order, try, save, take back."""

import datetime as dt

from django.utils import timezone
from playwright.sync_api import expect

from articles.front_page_desk import newest
from tests.cast import Cast
from tests.factories import make_article, make_newspaper, make_section

HOUR = dt.timedelta(hours=1)


def headlines(page, place):
    return page.locator(f"[data-place={place}] [data-slot] [data-label]").all_inner_texts()


def choose(page, place, words):
    box = page.locator(f"[data-place={place}] [role=combobox]")
    box.focus()
    page.keyboard.type(words)
    expect(page.locator(f"[data-place={place}] [role=option]", has_text=words)).to_be_visible()
    expect(page.locator(f"[data-place={place}] [role=option]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(f"[data-place={place}] [data-slot]", has_text=words)).to_be_visible()


def test_chief_editor_lays_the_page_out_with_the_keyboard_and_takes_an_earlier_one_back(visit, sign_in):
    make_newspaper()
    section = make_section()
    for n, word in enumerate(["Crue", "Marché", "Tournoi", "Concert", "Route", "Barrage"]):
        make_article(headline=word, section=section, published_at=timezone.now() - (n + 1) * HOUR)
    page = visit(width=390)
    sign_in(page, Cast().editor)
    page.goto("/admin/articles/frontpage/")
    choose(page, "secondary", "Tournoi")
    choose(page, "secondary", "Concert")
    choose(page, "secondary", "Route")
    page.locator("[data-place=secondary] [data-slot]", has_text="Route").locator("[data-up]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert headlines(page, "secondary") == ["Route", "Tournoi", "Concert"]
    expect(page.locator("[data-said]")).to_have_text("«\u00a0Route\u00a0»\u00a0: Autour de l’ouverture, 1 sur 3")
    page.locator("[data-place=secondary] [data-slot]", has_text="Concert").locator("[data-remove]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_contain_text("Concert")
    choose(page, "lead", "Barrage")
    page.locator("[data-place=lead] summary").focus()
    page.keyboard.press("Enter")
    page.locator("[data-place=lead] [name$=-headline]").focus()
    page.keyboard.type("Le barrage cède")
    expect(page.locator("[data-place=lead] [data-count]")).to_have_text("15 caractères sur 120.")
    page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.locator("[data-preview]").focus()
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    preview = opened.value
    expect(preview.locator("main")).to_contain_text("Le barrage cède")
    assert newest() is None
    preview.close()

    page.locator(".front-desk-actions .is-main").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("La une est enregistrée")
    assert headlines(page, "secondary") == ["Route", "Tournoi"]
    page.goto("/")
    expect(page.locator("main h2, main h3").first).to_contain_text("Le barrage cède")

    take_back(page)


def take_back(page):
    """Empties the lead, sees it gone, and takes the page before back."""
    page.goto("/admin/articles/frontpage/")
    page.locator("[data-place=lead] [data-remove]").focus()
    page.keyboard.press("Enter")
    page.locator(".front-desk-actions .is-main").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_be_visible()
    page.goto("/")
    expect(page.locator("main")).not_to_contain_text("Le barrage cède")

    page.goto("/admin/articles/frontpage/history/")
    page.locator(".front-history button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("est de retour")
    page.goto("/")
    expect(page.locator("main")).to_contain_text("Le barrage cède")


def test_articles_are_dragged_from_place_to_place(visit, sign_in):
    make_newspaper()
    make_article(headline="Crue")
    make_article(headline="Marché", published_at=timezone.now() - 2 * HOUR)
    page = visit()
    sign_in(page, Cast().editor)
    page.goto("/admin/articles/frontpage/")
    page.locator("[data-place=secondary] [data-keep]").click()
    page.locator("[data-place=secondary] [data-grip]").drag_to(page.locator("[data-place=featured] h2"))
    assert headlines(page, "featured") == ["Marché"]
    expect(page.locator("[data-place=featured] [name$=-place]")).to_have_value("featured")
    page.locator(".front-desk-actions .is-main").click()
    expect(page.locator(".messagelist")).to_be_visible()
    assert headlines(page, "featured") == ["Marché"]


def test_new_lead_replaces_the_former_and_the_search_says_where_an_article_stands(visit, sign_in):
    make_newspaper()
    for n, word in enumerate(["Crue", "Marché", "Tournoi"]):
        make_article(headline=word, published_at=timezone.now() - (n + 1) * HOUR)
    page = visit()
    sign_in(page, Cast().editor)
    page.goto("/admin/articles/frontpage/")
    choose(page, "lead", "Marché")
    choose(page, "lead", "Tournoi")
    assert headlines(page, "lead") == ["Tournoi"]
    said = page.locator("[data-said]")
    expect(said).to_have_text("«\u00a0Tournoi\u00a0» remplace «\u00a0Marché\u00a0»\u00a0: Ouverture")
    choose(page, "secondary", "Marché")
    page.locator("[data-place=featured] [role=combobox]").focus()
    page.keyboard.type("marché")
    status = page.locator("[data-place=featured] [data-status]")
    expect(status).to_have_text("Déjà placé\u00a0: Autour de l’ouverture")
    page.locator("[data-place=secondary] summary").click()
    page.locator("[data-place=secondary] [name$=-place]").select_option("lead")
    assert headlines(page, "lead") == ["Marché"]
    page.locator(".front-desk-actions .is-main").click()
    expect(page.locator(".messagelist")).to_contain_text("La une est enregistrée")
