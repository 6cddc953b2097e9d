"""Two subscribers, the author of the article and a moderator, each on a telephone, with scripts and without."""

import pytest
from playwright.sync_api import expect

from comments.models import Comment, room_address
from tests.browser.test_contributions import WIDE, of, write
from tests.factories import make_article, make_author, make_newspaper, make_subscriber


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_contribution_waits_is_let_through_answered_by_the_author_and_featured(visit, sign_in, cast, javascript):
    make_newspaper()
    writer = make_subscriber(public_name="Nana T.")
    article = make_article(authors=[make_author(user=writer)])

    def enter(person, address):
        page = visit(width=360, javascript=javascript)
        sign_in(page, person)
        page.goto(address)
        return page

    awa = enter(make_subscriber(public_name="Awa D."), room_address(article))
    awa.fill("#contribution-text", "Voyez la carte, elle est sur https://example.org/carte")
    awa.locator("#ecrire button[type=submit]").click()
    expect(of(awa, "Voyez la carte")).to_contain_text("En attente de relecture")
    bakary = enter(make_subscriber(public_name="Bakary"), room_address(article))
    expect(bakary.locator("main")).not_to_contain_text("Voyez la carte")

    desk = enter(cast.moderator, "/admin/contributions/")
    card = desk.locator("[data-card]", has_text="Voyez la carte")
    expect(card).to_contain_text("contient un lien")
    card.get_by_role("button", name="Accepter").click()
    expect(desk.get_by_text("Acceptée").first).to_be_visible()

    bakary.reload()
    of(bakary, "Voyez la carte").get_by_role("button", name="Apprécier").click()
    expect(of(bakary, "Voyez la carte")).to_contain_text("Appréciée · 1")
    nana = enter(writer, room_address(article))
    of(nana, "Voyez la carte").get_by_role("link", name="Répondre").click()
    write(nana, "Merci, elle est juste.")
    expect(of(nana, "Merci, elle est juste.")).to_contain_text("Auteur")

    desk.goto(f"/admin/contributions/{Comment.objects.order_by('pk').first().pk}/")
    desk.get_by_role("button", name="Mettre en tête").click()
    awa.goto(room_address(article))
    expect(awa.locator("main")).to_contain_text("Choisies par la rédaction")
    expect(awa.locator("main")).to_contain_text("Merci, elle est juste.")
    for page in (awa, bakary, nana, desk):
        assert not page.evaluate(WIDE)
