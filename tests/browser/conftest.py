"""Fixtures of the tests in a real browser: the running site, Chromium, pages that watch for troubles, signing in."""

import os
from pathlib import Path

import pytest
from django.test import Client, override_settings
from playwright.sync_api import expect, sync_playwright

from accounts.middleware import HINT
from tests.browser import editor_page
from tests.browser.event_loop import hidden_event_loop
from tests.browser.server import serving
from tests.browser.troubles import Troubles

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Nothing but this machine can be reached, whatever a page asks for.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
PATIENCE = 10_000


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="package")
def browser():
    assert Path(CHROMIUM).exists(), f"These tests need Chromium: there is no {CHROMIUM} (set CHROMIUM to its path)."
    with hidden_event_loop(), sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def site(transactional_db, settings):
    """The running site's address, such as http://127.0.0.1:40123; its clock is the test's."""
    with serving() as address:
        settings.SITE_URL = address
        settings.SITE_HOST = address.removeprefix("http://")
        settings.ALLOWED_HOSTS = ["127.0.0.1"]
        settings.CSRF_TRUSTED_ORIGINS = [address]
        yield address


@pytest.fixture
def troubles():
    """What the browser met; ``troubles.expect("404")`` declares what the test is about. Checked when the test ends."""
    return Troubles()


@pytest.fixture
def visit(browser, site, troubles):
    """``visit(width=1280, color_scheme="light", javascript=True)``: the empty page of a new visitor, without cookies.

    ``page.goto("/admin/")`` takes paths of the site.
    """
    contexts = []

    def visit(*, width=1280, color_scheme="light", javascript=True):
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": 900},
            locale="fr-FR",
            color_scheme=color_scheme,
            java_script_enabled=javascript,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        troubles.watch(context, site)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()
    troubles.check()


@pytest.fixture
def page(visit):
    """One visitor's page at 1280 pixels."""
    return visit()


@pytest.fixture
def sign_in(site):
    """``sign_in(page, user)`` leaves the cookies that signing in by the form would leave."""

    def sign_in(page, user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        cookies = {**{name: morsel.value for name, morsel in client.cookies.items()}, HINT: "1"}
        page.context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])

    return sign_in


@pytest.fixture
def open_form(visit, sign_in, cast):
    """``open_form(width=390, body="<p>…</p>")``: the page of the article form's widgets, opened by an editor."""
    with override_settings(ROOT_URLCONF=editor_page.__name__):

        def open_form(*, width=1280, color_scheme="light", **values):
            editor_page.initial.update(values)
            page = visit(width=width, color_scheme=color_scheme)
            sign_in(page, cast.editor)
            page.goto("/form/")
            page.locator(".ProseMirror").wait_for()
            return page

        yield open_form
        editor_page.initial.clear()


@pytest.fixture
def form(open_form):
    """That page at 1280 pixels, with an empty text."""
    return open_form()
