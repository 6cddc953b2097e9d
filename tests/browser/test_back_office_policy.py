"""The Content-Security-Policy holds on the real forms of the back office: no violation, no console error.

Every page of the fixture ``visit`` listens for violations and fails its test.
"""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from tests.factories import make_article, make_author, make_newspaper, make_picture, make_plan, make_section, make_user
from tests.wsgi import request


@pytest.fixture
def boss(site):
    """Somebody who may open every form."""
    user = make_user(email="boss@example.org", is_staff=True, is_superuser=True)
    user.groups.add(Group.objects.get(name="Rédacteur en chef"))
    return user


@pytest.fixture
def desk(visit, sign_in, boss):
    page = visit()
    sign_in(page, boss)
    return page


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        "/admin/calendar/",
        "/admin/articles/section/add/",
        "/admin/articles/tag/",
        "/admin/authors/author/add/",
        "/admin/pictures/picture/add/",
        "/admin/pictures/picture/",
        "/admin/comments/comment/",
        "/admin/subscriptions/plan/add/",
        "/admin/subscriptions/subscription/add/",
        "/admin/accounts/user/add/",
        "/admin/accounts/user/",
        "/admin/outbox/message/",
    ],
)
def test_page_of_the_back_office_breaks_no_policy(desk, path):
    make_newspaper()
    make_article(authors=[make_author()], picture=make_picture())
    assert desk.goto(path).status == 200
    expect(desk.locator("#header")).to_be_visible()


def test_dates_and_autocomplete_of_stock_forms_break_no_policy(desk, boss):
    make_plan(name="Mensuel")
    desk.goto("/admin/subscriptions/subscription/add/")
    desk.locator(".select2-selection").first.click()
    desk.locator(".select2-search__field").fill("boss")
    desk.locator(".select2-results__option--highlighted", has_text="boss").click()
    desk.locator("input[type=datetime-local]").first.fill("2026-11-23T08:00")


def test_delete_pages_and_history_break_no_policy(desk):
    section = make_section()
    desk.goto(f"/admin/articles/section/{section.pk}/delete/")
    expect(desk.locator("form")).not_to_have_count(0)
    desk.goto(f"/admin/articles/section/{section.pk}/history/")
    expect(desk.locator("#content")).to_be_visible()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/admin/login/", "/compte/connexion/", "/abonnement/", "/nothing/"])
def test_policy_allows_nothing_inline(path):
    make_newspaper()
    policy = request(path).headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert directives["default-src"] == directives["object-src"] == directives["frame-ancestors"] == "'none'"
