"""An editor shares a working copy, a guest reads it on a phone without an account and passes it. CASES C03, C04."""

import re

from django.urls import reverse
from playwright.sync_api import expect

from articles import preview_links
from articles.models import Note, PreviewLink
from tests.articles.previews import at, share
from tests.articles.writing import draft
from tests.cast import Cast
from tests.factories import make_newspaper

VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def test_editor_makes_a_link_and_a_guest_passes_the_article_for_press(visit, sign_in):
    """What the editor has typed and not saved is still there after the link is made and revoked."""
    make_newspaper()
    editor = Cast().editor
    article, _revision = draft(by=editor, headline="Le port rouvre", access="subscribers")
    desk = visit(width=1280)
    sign_in(desk, editor)
    desk.goto(form_of(article))
    desk.locator("#id_standfirst").fill("Tapé et pas enregistré.")
    desk.locator(".preview-make summary").click()
    desk.get_by_label("Pour qui").fill("Me Traoré")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-preview-links] [data-said]")).to_contain_text("Le lien est créé")
    expect(desk.locator(".preview-whom")).to_contain_text("Me Traoré")
    address = desk.locator(".preview-address input").input_value()

    phone = visit(width=360)
    phone.goto(address)
    expect(phone.locator("h1")).to_contain_text("Le port rouvre")
    expect(phone.locator(".band")).to_contain_text("non publiée")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.get_by_label("Votre nom").fill("Me Traoré")
    phone.get_by_role("button", name="Bon à tirer").dblclick()
    expect(phone.locator("h1")).to_contain_text("Merci")
    assert phone.context.cookies() == []
    assert Note.objects.get().kind == "passed"
    assert PreviewLink.objects.get().openings.count() == 1

    desk.get_by_role("button", name="Révoquer").click()
    expect(desk.locator("[data-preview-links] [data-said]")).to_contain_text("Le lien est révoqué")
    expect(desk.locator(".preview-remarks .is-passed")).to_contain_text("Me Traoré")
    expect(desk.locator("#id_standfirst")).to_have_value("Tapé et pas enregistré.")


def test_revoked_link_and_guest_without_scripts(visit, sign_in, troubles):
    troubles.expect("410")
    make_newspaper()
    link = share(by=Cast().editor, headline="Le port rouvre")
    phone = visit(width=360, javascript=False)
    phone.goto(at(link))
    phone.get_by_label("Votre nom").fill("Awa")
    phone.get_by_label("Votre remarque").fill("Une coquille au deuxième paragraphe.")
    phone.get_by_role("button", name="Envoyer la remarque").click()
    expect(phone.locator("h1")).to_contain_text("Merci")
    assert link.openings.count() == 1
    preview_links.revoke(link, by=link.created_by)
    phone.goto(at(link))
    expect(phone.locator("h1")).to_contain_text("Ce lien n’ouvre plus rien")


def test_widths_and_readers_of_the_preview_switch_without_scripts_and_links_leave_the_frame(visit, sign_in):
    make_newspaper()
    editor = Cast().editor
    article, _revision = draft(by=editor, headline="Le port rouvre", access="subscribers", body="<p>Texte. Fin.</p>")
    desk = visit(width=1280, javascript=False)
    sign_in(desk, editor)
    desk.goto(reverse("admin:articles_article_preview", args=[article.pk]))
    frame = desk.frame_locator("iframe")
    expect(frame.locator("h1")).to_contain_text("Le port rouvre")
    for name, width in (("Tablette", 768), ("Ordinateur", 1280), ("Téléphone", 360)):
        with desk.expect_navigation():
            desk.get_by_role("link", name=name).click()
        assert desk.locator("iframe").bounding_box()["width"] == width
    expect(frame.locator(".body .gate")).to_be_visible()
    desk.get_by_role("link", name="Abonné", exact=True).click()
    expect(frame.locator("h1")).to_be_visible()
    expect(frame.locator(".body .gate")).to_have_count(0)
    with desk.context.expect_page() as opened:
        frame.locator(".masthead__name a").click()
    expect(opened.value.locator("body")).to_be_visible()
    expect(frame.locator("h1")).to_contain_text("Le port rouvre")


def test_nothing_elsewhere_learns_the_address(visit, troubles):
    """C03: following a link, and loading an embed, from the page in a real browser."""
    troubles.expect("foreign request")
    make_newspaper()
    body = f'<p>Voir <a href="https://elsewhere.example/x">ailleurs</a>.</p><figure data-embed="{VIDEO}"></figure>'
    link = share(by=Cast().editor, body=body)
    page, sent = visit(), []

    def answer(route):
        sent.append(route.request)
        route.fulfill(status=200, content_type="text/html", body="<p>Ailleurs.</p>")

    page.context.route(re.compile(r"^https://"), answer)
    page.goto(at(link))
    page.wait_for_load_state("networkidle")
    assert sent == []
    page.locator("[data-embed-load]").click()
    expect(page.frame_locator("iframe").locator("p")).to_have_text("Ailleurs.")
    page.get_by_role("link", name="ailleurs").click()
    expect(page.locator("p")).to_have_text("Ailleurs.")
    assert len(sent) == 2
    token = preview_links.token_of(link)[:20]
    for request in sent:
        referrer = request.all_headers().get("referer", "")
        assert "apercu" not in referrer
        assert token not in f"{request.url}{referrer}"
