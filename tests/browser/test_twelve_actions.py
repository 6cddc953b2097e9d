"""From the back office's first page to a scheduled article of 800 words, in twelve actions besides typing.

 1. click: write an article             7. choose: another article
    (type kicker, headline, standfirst) 8. click: choose a picture
 2. click: into the text                9. choose: the file (type what it shows and whose it is, Enter)
 3. paste: the text from Word          10. choose: the section
 4. click: « Lire aussi »              11. click: into the date (type day and hour)
 5. choose: an article                 12. click: schedule
 6. click: « Lire aussi »

Tab and Enter are typing. Whoever has a public profile signs what they start, without an action.
"""

import datetime as dt

import pytest
from playwright.sync_api import expect

from articles import working_copy
from articles.models import Article
from pictures.models import Picture
from tests.browser.writing import PASTE, photo, text_of_word
from tests.factories import make_article, make_author, make_newspaper, make_section

MOST = 12
MORNING = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


class Hand:
    """The one way of these tests to do anything but type; it counts."""

    def __init__(self, page):
        self.page, self.actions = page, []

    def click(self, target):
        self.actions.append(f"click {target}")
        target.click()

    def paste(self, html):
        self.actions.append("paste")
        self.page.locator(".ProseMirror").evaluate(PASTE, html)

    def choose(self, target, **what):
        """An option of a list, a suggestion, or a file."""
        self.actions.append(f"choose {target}")
        if "label" in what:
            target.select_option(**what)
        elif "files" in what:
            target.set_input_files(**what)
        else:
            target.click()

    def type(self, text):
        self.page.keyboard.type(text)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture
def hand(visit, sign_in, cast, time_machine):
    """The clock stands before anybody signs in: a session must not end, or begin, by a later move."""
    time_machine.move_to(MORNING)
    make_newspaper()
    make_section(name="Politique")
    make_author(name="Aminata Diarra", user=cast.editor)
    for headline in ("Le fleuve monte", "Le marché rouvre"):
        make_article(headline=headline)
    page = visit()
    sign_in(page, cast.editor)
    page.goto("/admin/")
    return Hand(page)


def read_also(hand, words, headline):
    hand.click(hand.page.locator('[data-command="related"]'))
    hand.type(words)
    options = hand.page.locator("[data-article-dialog] [role=option]")
    expect(options).to_have_count(1)
    hand.choose(options.filter(has_text=headline))


def test_from_the_first_page_to_a_scheduled_article_in_twelve_actions(hand):
    page = hand.page
    hand.click(page.locator('main a[href="/admin/articles/article/add/"]:visible').first)
    expect(page.locator("#id_kicker")).to_be_focused()
    hand.type("#Mali :")
    hand.press("Tab")
    hand.type("Le symposium de Kigali s'ouvre")
    hand.press("Tab")
    hand.type("Deux jours de travaux.")
    hand.click(page.locator(".ProseMirror"))
    hand.paste(text_of_word(800))
    read_also(hand, "fleuve", "Le fleuve monte")
    read_also(hand, "marche", "Le marché rouvre")
    hand.click(page.locator("#id_picture_search"))
    hand.choose(page.locator("dialog[open] [data-file]"), files=photo())
    hand.type("Deux hommes à une tribune")
    hand.press("Tab")
    hand.type("AMAP")
    hand.press("Enter")
    expect(page.locator("[data-picker=picture] [data-thumbnail]")).to_be_visible()
    hand.choose(page.locator("#id_section"), label="Politique")
    hand.click(page.locator("#id_published_at"))
    page.locator("#id_published_at").fill("2026-11-24T06:00")  # typed; its keys depend on the browser's language
    hand.click(page.locator("button[value=schedule]"))
    expect(page.locator(".desk-sentence")).to_contain_text("Paraîtra mardi 24 novembre 2026 à 06:00")
    assert len(hand.actions) <= MOST, hand.actions

    article = Article.objects.get(status=Article.Status.APPROVED, published_at__year=2026, published_at__day=24)
    content, _revision = working_copy.open_copy(article)
    assert content["body"].count("<aside data-article=") == 2
    assert content["body"].count("mot") == 800
    assert (article.section.name, article.bylines.get().author.name) == ("Politique", "Aminata Diarra")
    assert article.picture == Picture.objects.get(alt="Deux hommes à une tribune", credit="AMAP")


def test_refused_photo_keeps_the_words_that_were_typed(hand, troubles):
    troubles.expect("422")
    page = hand.page
    page.goto("/admin/articles/article/add/")
    page.fill("#id_headline", "Un titre")
    page.click("#id_picture_search")
    area = page.locator("dialog[open] [data-upload]")
    area.locator("[data-file]").set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"})
    expect(area.locator("[data-alt]")).to_be_focused()
    area.locator("[data-credit]").fill("AMAP")
    area.locator("[data-add]").click()
    expect(area.locator('[data-problem-of="original"]')).to_contain_text("aucun des formats")
    expect(area.locator('[data-problem-of="alt"]')).to_contain_text("Dites en une phrase")
    expect(area.locator("[data-credit]")).to_have_value("AMAP")
    area.locator("[data-file]").set_input_files(photo())
    area.locator("[data-alt]").fill("Une tribune")
    area.locator("[data-add]").click()
    expect(page.locator("[data-picker=picture] [data-label]")).to_have_text("Une tribune")
    assert page.input_value("#id_headline") == "Un titre"


def test_counters_follow_the_typing_and_warn_at_the_mark(hand):
    page = hand.page
    page.goto("/admin/articles/article/add/")
    line = page.locator('[data-counter="id_headline"]')
    page.fill("#id_headline", "L’eau monte : vite")
    expect(line).to_contain_text("18 signes sur 250")
    expect(line).to_contain_text("Mots\u00a0: 3")
    expect(line.locator("[data-over]")).to_be_empty()
    page.fill("#id_headline", "x" * 110)
    expect(line.locator("[data-over]")).to_be_empty()
    page.fill("#id_headline", "x" * 111)
    expect(line.locator("[data-over]")).to_contain_text("Plus de 110 signes")
    expect(page.locator('[data-counter="id_kicker"]')).to_contain_text("sur 60")


def test_folded_group_stays_folded_until_something_in_it_is_wrong(hand, troubles):
    troubles.expect("422")
    page = hand.page
    page.goto("/admin/articles/article/add/")
    publication = page.locator('[data-remember="article-publication"]')
    publication.locator("> summary").click()
    page.reload()
    expect(publication.locator("#id_published_at")).to_be_hidden()
    page.fill("#id_headline", "Un titre")
    page.click("button[value=schedule]")
    expect(publication.locator("#id_published_at")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_actions_cover_nothing_at_the_end_and_nothing_overflows(visit, sign_in, cast, width):
    page = visit(width=width)
    sign_in(page, cast.editor)
    page.goto("/admin/articles/article/add/")
    page.keyboard.press("End")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    note = page.locator("#id_note").bounding_box()
    assert note["y"] + note["height"] <= page.locator(".desk-actions").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
