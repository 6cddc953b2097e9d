"""The desk of moderators in the browser: on a phone, by the keyboard, without scripts, two of them at once."""

import uuid

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import expect

from comments import moderation
from comments.admin import desk
from comments.models import LONGEST, Comment, Decision, RejectionReason
from tests.browser.test_contributions import DIALOGS
from tests.comments.desk import make_reason, make_report
from tests.factories import make_article, make_comment, make_newspaper, make_user
from tests.shared_texts import needs_shared, payloads

State = Comment.State


@pytest.fixture
def waiting():
    """Three that wait, the oldest first."""
    make_newspaper()
    article = make_article(headline="Le port de Kayes")
    RejectionReason.objects.all().delete()
    make_reason(title="Injure", text="Restez poli.", position=1)
    make_reason(title="Hors sujet", text="Ce n’est pas le sujet.", position=2)
    texts = ["Le premier, zut.", "Le deuxième.", "Le troisième."]
    return [
        make_comment(
            article, make_user(public_name=f"Personne {n}"), state="held", held_for="word", held_word="zut", text=text
        )
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def open_desk(visit, sign_in, cast):
    def open_desk(who="moderator", address="/admin/contributions/", init_script="", **how):
        page = visit(**how)
        if init_script:
            page.add_init_script(init_script)
        sign_in(page, getattr(cast, who))
        page.goto(address)
        return page

    return open_desk


def states(rows):
    return [Comment.objects.get(pk=row.pk).state for row in rows]


def card(page, row):
    return page.locator(f"#c{row.pk}")


def is_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_on_a_phone_each_tap_decides_and_can_be_undone(open_desk, waiting):
    page = open_desk(width=360)
    assert not is_wide(page)
    first, second, _third = waiting
    expect(card(page, first).locator("mark")).to_have_text("zut")
    card(page, first).get_by_role("button", name="Accepter").click()
    expect(card(page, first)).to_contain_class("is-decided")
    expect(card(page, second)).to_be_focused()
    card(page, second).locator("summary", has_text="Refuser").click()
    card(page, second).get_by_role("button", name="Hors sujet").click()
    expect(card(page, second)).to_contain_class("is-decided")
    assert states(waiting) == ["visible", "rejected", "held"]
    card(page, second).get_by_role("button", name="Annuler").click()
    expect(card(page, second)).to_contain_text("Annulé")
    assert states(waiting) == ["visible", "held", "held"]
    assert not is_wide(page)


def test_one_key_a_decision(open_desk, waiting):
    page = open_desk()
    page.keyboard.press("a")
    expect(card(page, waiting[1])).to_be_focused()
    page.keyboard.press("r")
    page.keyboard.press("1")
    expect(card(page, waiting[2])).to_be_focused()
    page.keyboard.press("z")
    expect(card(page, waiting[1])).to_contain_text("Annulé")
    assert states(waiting) == ["visible", "held", "held"]
    card(page, waiting[1]).focus()
    page.keyboard.press("j")
    expect(card(page, waiting[2])).to_be_focused()
    page.keyboard.press("t")
    expect(card(page, waiting[2])).to_contain_text("s’en charge")
    page.keyboard.press("o")
    expect(page.locator("#thread")).to_be_visible()
    assert Decision.objects.filter(undone_at=None).count() == 1


def test_no_key_works_while_one_types_or_when_they_are_off(open_desk, waiting):
    reason = RejectionReason.objects.first()
    page = open_desk(address=f"/admin/contributions/{waiting[0].pk}/?reason={reason.pk}")
    page.locator("#told").press_sequentially(" arahz")
    expect(page.locator("#told")).to_have_value(" arahzRestez poli.")
    page.goto("/admin/contributions/")
    page.get_by_text("Touches", exact=True).click()
    page.get_by_label("Touches actives").uncheck()
    page.locator("body").press("a")
    page.reload()
    page.locator("body").press("a")
    page.get_by_text("Touches", exact=True).click()
    expect(page.get_by_label("Touches actives")).not_to_be_checked()
    assert states(waiting) == ["held"] * 3


def test_without_scripts_every_decision_works_and_is_undone(open_desk, waiting):
    page = open_desk(width=360, javascript=False)
    card(page, waiting[0]).get_by_role("button", name="Accepter").click()
    expect(card(page, waiting[0])).to_have_count(0)
    assert states(waiting) == ["visible", "held", "held"]
    page.get_by_role("button", name="Annuler").click()
    expect(card(page, waiting[0])).to_be_visible()
    card(page, waiting[0]).locator("summary", has_text="Refuser").click()
    card(page, waiting[0]).get_by_role("link", name="Modifier la lettre : Injure").click()
    page.fill("#told", "Restez poli, cher ami.")
    page.locator("#ecrire button").click()
    assert states(waiting) == ["rejected", "held", "held"]
    assert Decision.objects.filter(undone_at=None).values_list("reason", "told").get() == (
        "Injure",
        "Restez poli, cher ami.",
    )


def test_nine_reasons_of_rejection_fit_on_the_screen_of_a_phone(open_desk, waiting):
    titles = ("Attaque personnelle", "Propos haineux", "Publicité ou répétition", "Fausse information", "Illisible")
    for title in (*titles, "Atteinte à la vie privée ou à la dignité", "Appel à la violence"):
        make_reason(title=title, text="Non.")
    page = open_desk(width=360)
    card(page, waiting[0]).locator("summary", has_text="Refuser").click()
    reasons = card(page, waiting[0]).locator(".moderation-reject ol")
    expect(reasons.get_by_role("button")).to_have_count(10)
    assert reasons.bounding_box()["height"] < 600
    for line in reasons.get_by_role("listitem").all()[:9]:
        reason, letter = line.get_by_role("button").bounding_box(), line.get_by_role("link").bounding_box()
        assert letter["x"] > reason["x"] + reason["width"] - 1
        assert min(reason["height"], letter["height"]) >= 44
    assert not is_wide(page)


def test_the_answer_yes_has_its_columns_name_on_a_phone(open_desk, waiting):
    page = open_desk(width=360, address="/admin/comments/rejectionreason/")
    offered = page.locator("td.field-is_offered").first
    expect(offered).to_have_attribute("data-column", "Proposé")
    assert offered.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Proposé\u00a0: "'
    assert page.locator("td.action-checkbox").first.get_attribute("data-column") is None


def test_pills_of_reasons_keep_away_from_the_letter(open_desk, waiting):
    for title in ("Attaque personnelle", "Propos haineux", "Publicité ou répétition", "Fausse information"):
        make_reason(title=title, text="Non.")
    page = open_desk(width=390, address=f"/admin/contributions/{waiting[0].pk}/")
    gap = page.evaluate(
        """() => document.querySelector('label[for="told"]').getBoundingClientRect().top
            - document.querySelector(".moderation-reasons").getBoundingClientRect().bottom"""
    )
    assert gap >= 12


def test_the_second_moderator_is_told_that_it_is_decided(open_desk, waiting, cast, troubles):
    troubles.expect("409")
    page = open_desk(width=360)
    moderation.reject(waiting[0], by=cast.editor)
    card(page, waiting[0]).get_by_role("button", name="Accepter").click()
    expect(card(page, waiting[0])).to_contain_text("Ibrahim Rédacteur a déjà décidé")
    assert states(waiting)[0] == "rejected"


def test_whoever_is_no_longer_signed_in_is_told_so_with_the_way_back(open_desk, waiting):
    page = open_desk(width=360, address="/admin/contributions/?queue=held")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("a")
    said = card(page, waiting[0]).get_by_role("alert")
    expect(said.get_by_role("link", name="Se connecter")).to_be_visible()
    expect(said).not_to_contain_text("pas de connexion")
    assert states(waiting) == ["held"] * 3
    said.get_by_role("link").click()
    expect(page.locator("input[type=password]")).to_be_visible()
    assert page.url.endswith("?next=%2Fadmin%2Fcontributions%2F%3Fqueue%3Dheld")


def test_the_ten_seconds_end(open_desk, waiting):
    page = open_desk()
    page.clock.install()
    page.reload()
    page.keyboard.press("a")
    undo = card(page, waiting[0]).get_by_role("button", name="Annuler")
    expect(undo).to_be_visible()
    page.clock.run_for(11_000)
    expect(undo).to_have_count(0)
    expect(card(page, waiting[0])).to_contain_text("Acceptée")


def test_the_queues_tell_how_much_waits_after_each_decision_and_when_nothing_does(open_desk, waiting):
    page = open_desk(width=360)
    page.clock.install()
    page.reload()
    tab = page.get_by_role("navigation", name="Bureau des modérateurs").get_by_role("link", name="En attente")
    nothing = page.get_by_text("Rien n’attend. Tout a été lu.")
    expect(tab).to_have_text("En attente 3")
    for row, left in zip(waiting, ("En attente 2", "En attente 1", "En attente"), strict=True):
        card(page, row).get_by_role("button", name="Accepter").click()
        expect(tab).to_have_text(left)
    expect(tab).to_have_attribute("aria-current", "page")
    expect(nothing).to_be_hidden()
    card(page, waiting[2]).get_by_role("button", name="Annuler").click()
    expect(tab).to_have_text("En attente 1")
    page.clock.run_for(11_000)
    expect(card(page, waiting[1]).get_by_role("button", name="Annuler")).to_have_count(0)
    expect(nothing).to_be_hidden()
    card(page, waiting[2]).get_by_role("button", name="Accepter").click()
    expect(tab).to_have_text("En attente")
    expect(nothing).to_be_hidden()
    page.clock.run_for(11_000)
    expect(nothing).to_be_visible()


def test_the_search_for_persons_keeps_its_words_whole_on_a_phone(open_desk, waiting):
    long = make_comment(waiting[0].article, make_user(public_name="P" * 40), text="Oui.")
    page = open_desk(width=360, address="/admin/contributions/people/")
    assert page.get_by_role("link", name=long.author.public_name).is_visible()
    assert not is_wide(page)
    button = page.get_by_role("search").get_by_role("button", name="Chercher")
    assert button.bounding_box()["height"] < 50


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_every_page_of_the_desk_is_accessible_and_fits(open_desk, waiting, cast, width, scheme):
    visible = make_comment(waiting[0].article, waiting[0].author, text="https://" + "x" * 300)
    make_report(visible)
    moderation.hold(visible, by=cast.moderator)
    moderation.approve(visible, by=cast.moderator)
    page = open_desk(width=width, color_scheme=scheme)
    person = waiting[0].author_id
    for address in ("?queue=held", "?queue=recent", f"{visible.pk}/", "people/", f"people/{person}/", "figures/"):
        page.goto(f"/admin/contributions/{address}")
        assert not is_wide(page), address
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        assert found.violations_count == 0, (address, found.generate_report())


def packed(texts):
    """As few contributions as hold them all, each payload on a line of its own."""
    lines = []
    for text in texts:
        if lines and len(lines[-1]) + len(text) < LONGEST:
            lines[-1] += f"\n{text}"
        else:
            lines.append(text)
    return lines


@needs_shared
def test_no_payload_runs_or_asks_for_anything_before_a_moderator(open_desk, cast, monkeypatch):
    """E01, H07: all known ones in the queue of those that wait. Foreign requests, and what the policy stopped, would
    be troubles."""
    make_newspaper()
    monkeypatch.setattr(desk, "SIZE", 100_000)
    article, author = make_article(), make_user(public_name="Awa D.")
    texts = packed(text for text in payloads() if len(text) <= LONGEST and "\0" not in text)
    held = {"article": article, "author": author, "state": State.HELD, "held_for": "link"}
    Comment.objects.bulk_create(Comment(text=text, key=uuid.uuid4(), **held) for text in texts)
    page = open_desk(width=360, address="/admin/", init_script=DIALOGS)
    page.goto("/admin/contributions/?queue=held", timeout=120_000)
    assert page.locator("[data-card]").count() == len(texts) > 100
    assert page.evaluate("dialogs") == []
    strange = (
        "[data-card] .moderation-text :is(script, img, iframe, svg, style, object, embed, form, input, [style], [id])"
    )
    assert page.locator(strange).count() == 0
