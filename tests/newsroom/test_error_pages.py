"""The error pages: short, honest, and without a trace of what was asked for."""

import pytest
from django.test import Client

from newsroom import errors
from tests.factories import make_newspaper

pytestmark = pytest.mark.django_db


def test_unknown_addresses_have_one_page(client):
    """A01: nothing of the request is in it, so a hidden article answers like one that never was."""
    make_newspaper(name="Le Courrier")
    pages = [client.get(path) for path in ("/rubrique/canary/", "/2024/05/27/canary/?canary=1", "/canary")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    assert b"canary" not in pages[0].content
    assert "Le Courrier" in pages[0].content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.csrf_failure, 403)],
)
def test_refusals_keep_the_masthead(rf, view, status):
    make_newspaper(name="Le Courrier")
    page = view(rf.get("/canary"))
    assert page.status_code == status
    assert "Le Courrier" in page.content.decode()
    assert b"canary" not in page.content


def test_page_of_a_failure_asks_nothing_of_the_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = errors.server_error(rf.get("/canary"))
    assert page.status_code == 500
    assert b"canary" not in page.content


def test_error_page_sets_no_cookie():
    assert not Client().get("/canary").cookies


def test_whoever_strays_in_the_back_office_goes_on_there(client, cast):
    client.force_login(cast.journalist)
    missing, forbidden = client.get("/admin/articles/article/99999/change/"), client.get("/admin/articles/frontpage/")
    assert (missing.status_code, forbidden.status_code) == (404, 403)
    for page in (missing, forbidden):
        assert 'href="/admin/">Retour à la rédaction' in page.text
    assert "/admin/" not in client.get("/canary").text


def test_a_form_that_is_too_large_is_told_so(client, cast, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
    client.force_login(cast.editor)
    page = client.post(
        "/admin/articles/page/add/",
        {"body": "x" * 2_000_001},
        headers={"referer": "http://testserver/admin/articles/page/add/"},
    )
    assert page.status_code == 413
    assert "2 millions de signes" in page.text
    assert 'href="/admin/articles/page/add/"' in page.text
