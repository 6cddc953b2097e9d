"""Staff see what became of a mail, never what it says."""

import pytest
from django.contrib.auth.models import Permission

from tests.factories import make_mail, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def test_the_list_and_the_page_of_a_mail_do_not_show_its_text(desk):
    row = make_mail(subject="Your sign-in code", text="Code 8812-4410", html="<p>8812-4410</p>")
    for address in ("/admin/outbox/message/", f"/admin/outbox/message/{row.pk}/change/"):
        page = desk.get(address).content.decode()
        assert "Your sign-in code" in page
        assert row.recipient in page
        assert "8812" not in page


def test_mails_can_be_neither_written_nor_changed_nor_deleted_by_hand(desk):
    row = make_mail()
    assert desk.get("/admin/outbox/message/add/").status_code == 403
    assert desk.post(f"/admin/outbox/message/{row.pk}/change/", {"recipient": "x@x.org"}).status_code == 403
    assert desk.post(f"/admin/outbox/message/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_staff_without_the_right_see_no_mails(client):
    client.force_login(make_user(is_staff=True))
    assert client.get("/admin/outbox/message/").status_code == 403


@pytest.mark.parametrize("field", ["text", "html", "headers"])
@pytest.mark.parametrize("lookup", ["", "__contains", "__icontains", "__startswith", "__regex", "__isnull", "__X__in"])
def test_no_address_of_the_list_asks_what_a_mail_says(client, field, lookup):
    reader = make_user(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_message"))
    client.force_login(reader)
    make_mail(text="x")
    assert client.get("/admin/outbox/message/").status_code == 200
    assert client.get("/admin/outbox/message/", {f"{field}{lookup}": "x"}).status_code == 400


def test_the_list_still_filters_by_what_it_shows(desk):
    make_mail(subject="Seen", state="failed")
    make_mail(subject="Hidden")
    page = desk.get("/admin/outbox/message/", {"state__exact": "failed"}).content.decode()
    assert "Seen" in page
    assert "Hidden" not in page
