"""Two subscribers talk under an article at 360 pixels, with scripts and without: nothing is lost or doubled."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from comments import seeing
from comments.models import LONGEST, Appreciation, Comment, Ignored, Report, room_address
from tests.factories import make_article, make_comment, make_newspaper, make_page, make_subscriber
from tests.shared_texts import needs_shared, payloads

WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def article(site):
    make_newspaper()
    return make_article()


@pytest.fixture
def enter(visit, sign_in, article):
    """``enter(person, javascript=True)``: the page of the article as that person has it; without scripts the room."""

    def enter(person, *, javascript=True, address=None):
        page = visit(width=360, javascript=javascript)
        sign_in(page, person)
        page.goto(address or (article.get_absolute_url() if javascript else room_address(article)))
        page.locator("#room").wait_for()
        return page

    return enter


def write(page, text):
    page.fill("#contribution-text", text)
    page.locator("#ecrire button[type=submit]").click()
    expect(page.locator("main")).to_contain_text(text)


def of(page, text):
    return page.locator(".thread .comment", has_text=text).last


def test_double_click_and_a_second_sending_from_the_history_are_one_contribution(enter, article):
    page = enter(make_subscriber(public_name="Awa D."))
    page.fill("#contribution-text", "Une seule fois.")
    page.locator(".comment-form button[type=submit]").dblclick()
    expect(page.locator(".thread")).to_contain_text("Une seule fois.")
    page.reload()
    write(page, "Une seule fois.")
    expect(page.locator("#contribution-text")).to_have_value("")
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_two_subscribers_talk_appreciate_change_and_delete(enter, article, javascript):
    make_page(purpose="charter", slug="charte")
    first = enter(make_subscriber(), javascript=javascript)
    first.fill("#public-name", "Awa D.")
    first.check("#agrees")
    write(first, "Le fleuve monte.")
    expect(of(first, "Le fleuve monte.")).to_contain_text("Awa D.")

    second = enter(make_subscriber(public_name="Bakary"), javascript=javascript)
    of(second, "Le fleuve monte.").get_by_role("button", name="Apprécier").click()
    expect(of(second, "Le fleuve monte.")).to_contain_text("Appréciée · 1")
    of(second, "Le fleuve monte.").get_by_role("link", name="Répondre").click()
    expect(second.locator("#ecrire blockquote")).to_contain_text("En réponse à Awa D.")
    second.check("#agrees")
    write(second, "Il descendra.")
    expect(second.locator(".thread__replies")).to_contain_text("Il descendra.")

    of(second, "Il descendra.").get_by_role("link", name="Modifier").click()
    change = second.locator("form[id^=modifier]")
    change.locator("textarea").fill("Il redescendra.")
    change.locator("button[type=submit]").click()
    expect(of(second, "Il redescendra.")).to_contain_text("modifiée")

    first.goto(room_address(article))
    of(first, "Il redescendra.").get_by_role("link", name="Répondre").click()
    write(first, "Espérons-le.")
    expect(of(first, "Espérons-le.")).to_contain_text("En réponse à Bakary")
    of(first, "Le fleuve monte.").get_by_role("link", name="Supprimer").click()
    first.locator("form[id^=supprimer] button[type=submit]").click()
    expect(first.locator(".comment--hidden")).to_have_text("Contribution supprimée par son auteur")
    expect(first.locator(".thread")).to_contain_text("Espérons-le.")
    assert not first.evaluate(WIDE)
    assert not second.evaluate(WIDE)
    assert (Comment.objects.count(), Appreciation.objects.count()) == (3, 1)


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_a_contribution_is_reported_and_its_author_ignored(enter, article, javascript):
    make_comment(article, make_subscriber(public_name="Awa D."), text="Déplaisant.")
    page = enter(make_subscriber(public_name="Bakary"), javascript=javascript)
    of(page, "Déplaisant.").get_by_role("link", name="Signaler").click()
    form = page.locator("form[id^=signaler]")
    form.locator("[value=insult]").check()
    form.locator("textarea").fill("Voyez la fin.")
    form.locator("button[type=submit]").click()
    expect(of(page, "Déplaisant.")).to_contain_text("Vous avez signalé cette contribution")
    expect(form).to_have_count(0)
    of(page, "Déplaisant.").get_by_role("button", name="Ignorer").click()
    folded = page.locator("details.comment--folded")
    expect(folded).to_contain_text("Vous ignorez cette personne")
    expect(folded.locator(".comment__text")).to_be_hidden()
    assert (Report.objects.count(), Ignored.objects.count()) == (1, 1)
    folded.locator("summary").click()
    folded.get_by_role("button", name="Ne plus ignorer").click()
    expect(folded).to_have_count(0)
    assert not page.evaluate(WIDE)


def test_what_is_typed_stays_on_the_device_until_it_is_sent_or_somebody_signs_out(enter, site):
    awa = make_subscriber(public_name="Awa D.")
    page = enter(awa)
    page.fill("#contribution-text", "Pas encore fini")
    expect(page.locator("[data-counter]")).to_have_text(re.compile("985"))
    page.reload()
    expect(page.locator("#contribution-text")).to_have_value("Pas encore fini")
    write(page, "Fini.")
    expect(page.locator("#contribution-text")).to_have_value("")
    page.fill("#contribution-text", "Un autre")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('contribution:')).length") == 1
    page.goto("/compte/deconnexion/")
    page.locator("main button[type=submit]").click()
    page.wait_for_url(f"{site}/")
    page.wait_for_function("Object.keys(localStorage).every((key) => !key.startsWith('contribution:'))")


def test_what_a_moderator_took_out_meanwhile_is_said_beside_it_and_the_page_stays(enter, article, troubles):
    troubles.expect("404")
    made = make_comment(article, make_subscriber(public_name="Awa D."), text="Déplaisant.")
    page = enter(make_subscriber(public_name="Bakary"))
    page.fill("#contribution-text", "Un brouillon")
    Comment.objects.filter(pk=made.pk).update(state="rejected")
    of(page, "Déplaisant.").get_by_role("button", name="Apprécier").click()
    expect(of(page, "Déplaisant.")).to_contain_text("Cette contribution n’est plus là.")
    of(page, "Déplaisant.").get_by_role("link", name="Signaler").click()
    expect(of(page, "Déplaisant.")).to_contain_text("Ceci n’est plus là, ou vous n’êtes plus connecté.")
    expect(page.locator("h1")).to_contain_text(article.headline)
    expect(page.locator("#contribution-text")).to_have_value("Un brouillon")


def test_a_draft_is_not_another_persons(enter, sign_in, article):
    page = enter(make_subscriber(public_name="Awa D."))
    page.fill("#contribution-text", "Pour moi seule")
    sign_in(page, make_subscriber(public_name="Bakary"))
    page.reload()
    page.locator("#room").wait_for()
    expect(page.locator("#contribution-text")).to_have_value("")


def test_a_text_survives_a_site_that_does_not_answer_and_is_posted_once(enter, article, troubles):
    troubles.expect("publier")
    page = enter(make_subscriber(public_name="Awa D."))
    page.route("**/publier/", lambda route: route.abort())
    page.fill("#contribution-text", "Malgré tout.")
    page.locator("#ecrire button[type=submit]").click()
    expect(page.locator(".room__failed")).to_contain_text("Le site n’a pas répondu")
    expect(page.locator("#contribution-text")).to_have_value("Malgré tout.")
    page.unroute("**/publier/")
    page.locator("#ecrire button[type=submit]").click()
    expect(page.locator(".thread")).to_contain_text("Malgré tout.")
    assert Comment.objects.count() == 1


def test_new_contributions_are_announced_while_somebody_looks_and_a_tap_shows_them(enter, article):
    make_comment(article, make_subscriber(public_name="Awa D."), text="La première.")
    page = enter(make_subscriber(public_name="Bakary"))
    page.clock.install()
    page.reload()
    page.locator("#room").wait_for()
    page.fill("#contribution-text", "En train d’écrire")
    make_comment(article, make_subscriber(public_name="Coumba"), text="La deuxième.")
    page.clock.run_for(31_000)
    link = page.locator("[data-room-news] a")
    expect(link).to_have_text("1 nouvelle contribution")
    link.click()
    expect(page.locator(".thread").first).to_contain_text("La deuxième.")
    expect(page.locator("#contribution-text")).to_have_value("En train d’écrire")


def test_the_page_that_nobody_looks_at_asks_nothing(enter, article):
    page = enter(make_subscriber(public_name="Bakary"))
    page.clock.install()
    page.reload()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { get: () => true });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    page.clock.run_for(120_000)
    assert asked == []


def test_a_refused_text_comes_back_with_its_reason(enter, article, troubles):
    troubles.expect("422")
    page = enter(make_subscriber(public_name="Awa D."))
    page.fill("#contribution-text", "x" * 2001)
    expect(page.locator("[data-counter]")).to_have_class("is-over")
    page.locator("#ecrire button[type=submit]").click()
    expect(page.locator("#contribution-error")).to_contain_text("2 001")
    expect(page.locator("#contribution-text")).to_have_value("x" * 2001)
    expect(page.locator("#contribution-text")).to_be_focused()


def test_orders_and_pages_change_without_leaving_the_article(enter, article):
    author = make_subscriber(public_name="Awa D.")
    for number in range(32):
        make_comment(article, author, text=f"Mot {number:02}.", appreciations=number % 3)
    page = enter(make_subscriber(public_name="Bakary"))
    expect(page.locator(".thread").first).to_contain_text("Mot 31.")
    page.get_by_role("link", name="Les plus anciennes").click()
    expect(page.locator(".thread").first).to_contain_text("Mot 00.")
    page.locator("[rel=next]").last.click()
    expect(page.locator(".thread")).to_have_count(2)
    assert page.url.endswith(article.get_absolute_url())


DIALOGS = """
  window.dialogs = [];
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (text) => dialogs.push(`${text}`);
"""


@needs_shared
def test_no_payload_runs_or_asks_for_anything_before_a_subscriber(visit, sign_in, article, monkeypatch):
    """E01, H07: all known ones, stored as they are, in one thread in the room of the article's own page. Foreign
    requests, and what the policy stopped, would be troubles."""
    monkeypatch.setattr(seeing, "FEW", 100_000)
    author = make_subscriber(public_name="Awa D.")
    texts = [text for text in payloads() if len(text) <= LONGEST and "\0" not in text]
    head = make_comment(article, author, text="La tête du fil.")
    Comment.objects.bulk_create(
        Comment(article=article, author=author, reply_to=head, text=text, key=uuid.uuid4()) for text in texts
    )
    page = visit(width=360)
    page.add_init_script(DIALOGS)
    sign_in(page, make_subscriber(public_name="Bakary"))
    page.goto(article.get_absolute_url())
    page.locator("#room").wait_for(timeout=120_000)
    assert page.locator(".comment__text").count() == len(texts) + 1 > 2000
    assert page.evaluate("dialogs") == []
    strange = "#room .comment__text :is(script, img, iframe, svg, style, object, embed, form, input, [style], [id])"
    assert page.locator(strange).count() == 0


def test_on_a_wide_screen_the_rooms_page_is_one_column(visit, sign_in, cast, article):
    page = visit()
    sign_in(page, cast.subscriber)
    page.goto(room_address(article))
    boxes = [page.locator(part).bounding_box() for part in (".room__title", "#room h2", "#room form", ".room__empty")]
    assert len({box["x"] for box in boxes}) == 1
    form, empty = boxes[2:]
    assert empty["y"] - form["y"] - form["height"] >= 24
