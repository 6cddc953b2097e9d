"""A right of reply from the letter to the page: entered, answered, published, linked both ways, nobody contributes.

The same at the width of a phone, without scripts where the page promises it, and judged by axe on the way.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import ReplyRequest
from tests.articles.writing import live
from tests.factories import make_newspaper, make_reply_request, make_subscription

OPTIONS = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture
def article(site, cast):
    make_newspaper()
    return live(by=cast.editor, headline="La digue de Kônô-Fara", standfirst="Elle a perdu quarante centimètres.")


def judge(page):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page, options=OPTIONS).response["violations"]
        assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in found], scheme
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_request_is_answered_and_both_articles_lead_to_each_other(visit, sign_in, cast, article, width):
    page = visit(width=width)
    sign_in(page, cast.editor)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.get_by_role("link", name="Enregistrer une demande").click()
    page.get_by_label("Demandeur").fill("Dramane Foulaba")
    page.get_by_label("Qualité").fill("propriétaire des fours")
    page.get_by_label("Coordonnées").fill("+223 76 00 00 00")
    page.get_by_label("Texte à publier").fill("Mes fours sont en règle.\n\nJe paie chaque année.")
    judge(page)
    page.get_by_role("button", name="Enregistrer la demande").click()
    expect(page.locator(".register-clock")).to_contain_text("À publier avant")
    judge(page)

    page.get_by_role("button", name="Écrire la réponse").click()
    expect(page.locator("#id_kicker")).to_have_value("Droit de réponse\u00a0:")
    expect(page.locator("#id_comments_open")).to_be_disabled()
    page.locator("#id_headline").fill("Dramane Foulaba nous répond")
    page.locator("button[value=publish]").click()
    expect(page.locator(".desk-sentence")).to_contain_text("Publié")

    row = ReplyRequest.objects.select_related("answer").get()
    page.goto(f"/admin/articles/replyrequest/{row.pk}/change/")
    expect(page.locator(".register-clock")).to_contain_text("Réponse publiée")
    judge(page)
    read(visit(width=width), article, row.answer)


def read(page, article, answer):
    """As a reader finds them, each from the other."""
    page.goto(article.get_absolute_url())
    judge(page)
    page.get_by_role("link", name="Dramane Foulaba nous répond").first.click()
    expect(page).to_have_url(f"{page.url.partition('/20')[0]}{answer.get_absolute_url()}")
    expect(page.locator(".body")).to_contain_text("Je paie chaque année.")
    expect(page.locator("main")).not_to_contain_text("+223")
    expect(page.locator("#contributions")).to_have_count(0)
    judge(page)
    page.locator(".reply-link a").click()
    expect(page.locator("h1")).to_contain_text("La digue de Kônô-Fara")


def test_subscriber_cannot_write_under_an_answer(visit, sign_in, cast, article):
    answer = live(by=cast.editor, headline="Réponse")
    make_reply_request(article, answer=answer)
    make_subscription(cast.reader)
    page = visit()
    sign_in(page, cast.reader)
    page.goto(f"{answer.get_absolute_url()}contributions/")
    expect(page.locator(".room__closed")).to_contain_text("closes")
    expect(page.locator("textarea")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_correction_is_published_and_withdrawn(visit, sign_in, cast, article, width):
    desk, reader = visit(width=width), visit(width=width, javascript=False)
    sign_in(desk, cast.editor)
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Publier un rectificatif").click()
    desk.get_by_label("Texte").fill("La digue a perdu trente centimètres, et non quarante.")
    judge(desk)
    desk.get_by_role("button", name="Publier le rectificatif").click()
    expect(desk.locator(".desk-said")).to_contain_text("C’est fait")

    reader.goto(article.get_absolute_url())
    reader.locator(".article__dates a").click()
    expect(reader.locator("#corrections")).to_be_in_viewport()
    expect(reader.locator("#corrections")).to_contain_text("trente centimètres")
    expect(reader.locator("#corrections h2")).to_contain_text(str(timezone.now().year))
    reader.goto("/corrections/")
    reader.get_by_role("link", name="La digue de Kônô-Fara").click()
    correction = reader.locator("#corrections section").get_attribute("id")
    expect(reader).to_have_url(f"{article.get_absolute_url()}#{correction}")

    desk.locator(".desk-after a", has_text="Rectificatif du").click()
    desk.get_by_text("Le retirer").click()
    desk.get_by_label("Motif").fill("Nous avions mesuré juste.")
    judge(desk)
    desk.get_by_role("button", name="Retirer ce rectificatif").click()
    expect(desk.locator(".messagelist")).to_contain_text("C’est fait")
    reader.goto("/corrections/")
    expect(reader.locator("main")).to_contain_text("Aucun rectificatif n’a été publié.")
    reader.goto(article.get_absolute_url())
    expect(reader.locator("#corrections")).to_have_count(0)
