"""The browser tests' own ground: what they rely on, seen to work and seen to fail."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from tests.browser.troubles import Troubles
from web.public_page import public_page


@public_page()
def plain(request):
    return HttpResponse(f"<title>{timezone.now():%Y} {request.headers.get('Cookie')}</title>")


@require_safe
def private(request):
    return HttpResponse(f"<title>{request.user} {get_user_model().objects.count()}</title>")


@public_page()
def faulty(request):
    return HttpResponse(
        "<title>x</title><p style='color:red'>x</p><script>alert(1)</script><img src='http://192.0.2.1/x.png'>"
        "<img src='https://example.org/x.png'><img src='/absent/'>"
    )


@require_safe
def icon(request):
    """Browsers ask for one on pages that name none."""
    return HttpResponse(status=204)


@require_safe
def absent(request):
    return HttpResponse(status=404)


urlpatterns = [path(f"{view.__name__}/", view) for view in (plain, private, faulty, absent)] + [
    path("favicon.ico", icon)
]


@pytest.fixture(autouse=True)
def urls():
    with override_settings(ROOT_URLCONF=__name__):
        yield


def test_clock_of_the_site_is_that_of_the_test(page):
    with time_machine.travel(dt.datetime(2031, 1, 2, tzinfo=dt.UTC), tick=False):
        page.goto("/plain/")
    assert page.title().startswith("2031")


def test_pages_go_through_the_edge(page, sign_in, cast):
    """A public page never sees the visitor's cookie."""
    sign_in(page, cast.reader)
    page.goto("/plain/")
    assert page.title().endswith("None")


def test_signed_in_person_is_known_and_the_server_sees_the_rows_of_the_test(page, sign_in, cast):
    sign_in(page, cast.editor)
    page.goto("/private/")
    assert page.title() == f"{cast.editor} 1"


def test_groups_are_there_in_every_test_that_empties_the_tables(cast, page):
    assert cast.moderator.groups.get().name == "Modérateur"


def test_troubles_of_a_page_are_noticed(browser, site):
    troubles = Troubles()
    with browser.new_context(base_url=site) as context:
        troubles.watch(context, site)
        context.new_page().goto("/faulty/")
    with pytest.raises(AssertionError) as caught:
        troubles.check()
    for expected in ("style-src", "script-src", "foreign request: GET http://192.0.2.1", "example.org", "404"):
        assert expected in str(caught.value)


def test_declared_trouble_must_happen():
    troubles = Troubles()
    troubles.expect("404")
    with pytest.raises(AssertionError, match="no such trouble"):
        troubles.check()
