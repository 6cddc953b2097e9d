"""K11, CASES 3.2: typing five keys a second, and the browser's processes killed at a random moment, twenty times.

Each time at most three seconds of typing are lost, what was saved before is all there, no revision is half written.
"""

import logging
import random
import time

import pytest
from playwright.sync_api import Error, expect

from articles import working_copy
from articles.models import Revision
from tests.articles.writing import draft
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.mortal import MortalBrowser
from tests.browser.typing import expect_to_write, form_of, opened
from tests.factories import make_newspaper
from web.html import clean

ROUNDS = 20
KEYS_A_SECOND = 5
MOST_LOST = 3
SEED = 20_261_125
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def mortal(browser, tmp_path):
    profile = tmp_path / "profile"
    profile.mkdir()
    mortal = MortalBrowser(browser.browser_type, CHROMIUM, ARGUMENTS, profile)
    yield mortal
    mortal.bury()


@pytest.fixture
def enter(mortal, sign_in, cast, site):
    """The form of the article in a browser that was just started."""

    def enter(article):
        page = mortal.start()
        page.set_default_timeout(60_000)
        sign_in(page, cast.journalist)
        return opened(page, f"{site}{form_of(article)}")

    return enter


def type_until_killed(page, mortal, seconds, chance):
    """[(instant, key)] of what was typed, and the instant of the death."""
    typed = []
    page.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    timer = mortal.kill_in(seconds)
    begun = time.monotonic()
    try:
        while True:
            key = chance.choice(ALPHABET)
            page.keyboard.type(key)
            typed.append((time.monotonic(), key))
            due = begun + len(typed) / KEYS_A_SECOND
            page.wait_for_timeout(max(0, due - time.monotonic()) * 1000)
    except Error:
        timer.join()
    return typed, begun + seconds


def text_of(page):
    return page.locator(".ProseMirror").inner_text().strip()


def recovered(page):
    """The text after one press, where there is something to take up again."""
    expect_to_write(page)
    offer = page.locator(".desk-offer:visible")
    try:
        offer.first.wait_for(timeout=5_000)
    except Error:
        return text_of(page)
    expect(offer).to_have_count(1)
    with page.expect_navigation():
        offer.locator(".desk-offer-resume").click()
    page.locator(".ProseMirror").wait_for()
    expect_to_write(page)
    return text_of(page)


def assert_whole(article):
    """Every revision can be read, and is a beginning of the same text."""
    for revision in Revision.objects.filter(article=article):
        content = working_copy.read(revision)
        assert content["headline"] == "Le fleuve monte"
        assert content["body"] == clean("article", content["body"])
        assert content["body"].startswith("<p>Premier")


def test_twenty_deaths_cost_three_seconds_each_at_most(enter, mortal, cast):
    make_newspaper()
    expect.set_options(timeout=30_000)
    chance = random.Random(SEED)
    article, _revision = draft(by=cast.journalist, headline="Le fleuve monte", body="<p>Premier</p>")
    page, before, losses = enter(article), "Premier", []
    for number in range(ROUNDS):
        expect_to_write(page)
        typed, died_at = type_until_killed(page, mortal, chance.uniform(3, 6), chance)
        mortal.bury()
        page = enter(article)
        found = recovered(page)
        assert found.startswith(before), f"round {number}: what was saved was overwritten"
        kept = found[len(before) :]
        assert "".join(key for _at, key in typed).startswith(kept), f"round {number}: another text came back"
        lost = typed[len(kept) :]
        losses.append(died_at - lost[0][0] if lost else 0)
        assert losses[-1] <= MOST_LOST, f"round {number}: {losses[-1]:.1f} s of typing are lost"
        assert_whole(article)
        page.locator("button[value=save]").click()
        expect(page.locator(".desk-said")).to_contain_text("Brouillon enregistré")
        assert working_copy.newest(article).content["body"] == f"<p>{found}</p>"
        before = found
    report = f"lost at most {max(losses):.1f} s, {sum(losses) / len(losses):.1f} s on average"
    logging.getLogger(__name__).info(report)
