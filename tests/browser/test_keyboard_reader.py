"""With the Tab key alone from the top of the front page to the gate under an article, and over it."""

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import tab_to
from tests.factories import make_article, make_author, make_newspaper, make_plan, make_section


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_reader_walks_from_the_front_page_to_the_gate(visit, width, color_scheme):
    make_newspaper()
    make_plan()
    author = make_author()
    other = make_article(headline="Le fleuve monte", section=make_section(name="Fleuve"), authors=[author])
    article = make_article(headline="Le marché rouvre", related=[other], authors=[author], tags=["Mali"])
    page = visit(width=width, color_scheme=color_scheme)
    page.goto("/")
    tab_to(page, page.locator("main").get_by_role("link", name="Le marché rouvre"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(article.get_absolute_url()))
    tab_to(page, page.locator("[data-share-copy]"))
    tab_to(page, page.locator(".aside a"))
    gate = page.locator("#contributions .gate a").first
    tab_to(page, gate)
    expect(gate).to_have_text("S’abonner")
    page.keyboard.press("Enter")
    page.wait_for_url("**/abonnement/**")


def test_skip_link_leads_past_the_menu(visit):
    make_newspaper()
    make_article(headline="Le marché rouvre")
    page = visit(width=360)
    page.goto("/")
    tab_to(page, page.locator(".skip"))
    page.keyboard.press("Enter")
    tab_to(page, page.locator("main").get_by_role("link", name="Le marché rouvre"))


def test_address_is_copied_and_said(visit, site):
    make_newspaper()
    article = make_article()
    page = visit(width=360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.goto(article.get_absolute_url())
    tab_to(page, page.locator("[data-share-copy]"))
    page.keyboard.press("Enter")
    expect(page.locator(".share [role=status]")).to_have_text("Lien copié.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{article.get_absolute_url()}"


def test_without_javascript_only_the_links_share(visit):
    make_newspaper()
    article = make_article()
    page = visit(width=360, javascript=False)
    page.goto(article.get_absolute_url())
    expect(page.locator(".share a")).to_have_count(4)
    expect(page.locator("[data-share-copy]")).to_be_hidden()
    expect(page.locator("[data-share-sheet]")).to_be_hidden()
