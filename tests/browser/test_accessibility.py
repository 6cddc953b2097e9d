"""axe-core finds nothing on any page or form, wide or narrow, light or dark. The rules are those of axe, all of them.

A page is loaded once a reader and then shown in each width and scheme, as a window is resized.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.urls import reverse

from accounts.models import User
from subscriptions import billing, paying
from tests.browser.refusing import refuse
from tests.demo import desk_pages, load_small, public_pages, reader_pages, refused_forms
from tests.factories import make_mail, make_plan, make_user

VIEWS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
# Without preloading: axe would ask for imported sheets at addresses of its own making.
OPTIONS = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture
def demo(site, settings, monkeypatch):
    settings.DEMO = True
    load_small(monkeypatch)
    make_mail()


@pytest.fixture
def complaints(visit):
    """``complaints(page, name)`` adds what axe says of the page as it stands; checked at the end."""
    found = []

    def look(page, name):
        for width, scheme in VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate("() => Promise.allSettled(document.getAnimations().map(({finished}) => finished))")
            for violation in Axe().run(page, options=OPTIONS).response["violations"]:
                for node in violation["nodes"][:3]:
                    summary = " ".join(node["failureSummary"].split())[:300]
                    found.append(f"{name} ({width} {scheme}): {violation['id']}: {node['html'][:160]} – {summary}")

    yield look
    assert not found, f"{len(found)} violations:\n" + "\n".join(found)


@pytest.fixture
def someone(visit, sign_in):
    """``someone("abonne")``: a page of the person of the demo edition; without a name of anybody."""

    def someone(name=""):
        page = visit()
        if name:
            sign_in(page, User.objects.get(email=f"{name}@example.org"))
        return page

    return someone


@pytest.mark.parametrize("who", ["", "lecteur", "ancien"])
def test_pages_of_readers(demo, someone, complaints, troubles, who):
    troubles.expect("404|410")
    page = someone(who)
    for name, address in public_pages().items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        complaints(page, f"{who} {name}")


def test_pages_of_subscribers(demo, someone, complaints):
    page = someone("abonne")
    for name, address in reader_pages().items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        complaints(page, name)


def test_forms_of_readers_that_were_refused(demo, someone, complaints):
    page = someone()
    for name in ("account_login", "account_signup", "account_reset_password"):
        page.goto(reverse(name))
        with page.expect_navigation():
            page.locator("main form[method=post]").first.evaluate("form => { form.noValidate = true; form.submit(); }")
        page.wait_for_load_state("networkidle")
        assert page.locator("main [aria-invalid=true]").count(), name
        complaints(page, f"{name} refused")


def test_back_office(demo, someone, complaints, troubles):
    troubles.expect("403")
    page = someone("admin")
    for name, address in desk_pages().items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        complaints(page, name)


def test_every_kind_of_row_is_looked_at(demo):
    """A list, a form for a new row and one for a row that there is, of each that is registered; what is missing has
    no such page."""
    pages, missing = desk_pages(), set()
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        missing |= {f"{name} {kind}" for kind in ("changelist", "add", "change", "delete")} - set(pages)
    assert missing == {"articles_frontpage add", "articles_frontpage change", "articles_frontpage delete"}


def test_forms_of_the_back_office_that_were_refused(demo, someone, complaints):
    page, seen = someone("admin"), 0
    for name, address in refused_forms().items():
        refuse(page, address)
        complaints(page, f"{name} refused")
        seen += 1
    assert seen > 12


def test_pages_of_the_sandbox(complaints, visit, sandbox, troubles):
    troubles.expect(f"foreign request: GET {sandbox.url}/")
    troubles.allow(f"foreign request: POST {sandbox.url}/")
    order = billing.open_order(make_user(), make_plan().prices.get(), "sandbox")
    address = paying.start(order, sandbox.url)
    page = visit(width=360)
    page.goto(address)
    page.get_by_text("Payer autre chose").click()
    complaints(page, "payment")
    page.get_by_role("button", name="Refuser").click()
    page.goto(address)
    complaints(page, "refused")
    sandbox.caller.switches.hold = True
    page.get_by_role("button", name="Payer", exact=True).click()
    complaints(page, "switches")
    page.goto(address)
    complaints(page, "paid")
    assert paying.ask(order).state == "paid"


@pytest.mark.parametrize("who", ["pigiste", "moderation", "abonnements"])
def test_first_page_of_each_role(demo, someone, complaints, who):
    page = someone(who)
    page.goto(reverse("admin:index"))
    complaints(page, f"first page of {who}")


def test_article_form_that_was_refused(demo, someone, complaints, troubles):
    troubles.expect("422")
    page = someone("redaction")
    page.goto(reverse("admin:articles_article_add"))
    with page.expect_navigation():
        page.get_by_role("button", name="Publier maintenant").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("[aria-invalid=true], .errorlist").count()
    complaints(page, "article refused")


def test_boxes_of_the_article_form(demo, someone, complaints):
    page = someone("redaction")
    page.goto(reverse("admin:articles_article_add"))
    page.wait_for_load_state("networkidle")
    for command in ("picture", "related", "link", "embed", "shortcuts"):
        page.locator(".ProseMirror").click()
        page.locator(f"[data-command={command}]").click()
        page.locator("dialog[open]").wait_for()
        complaints(page, command)
        page.locator("dialog[open]").evaluate("box => box.close()")
    page.locator("[data-command=find]").click()
    complaints(page, "find")
