"""E11: a name is one line, whoever types it where: it may come into a mail or a log."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import User
from articles import desk_mail
from tests.factories import make_article, make_newspaper, make_user

pytestmark = pytest.mark.django_db
TYPED = "Awa\r\nBcc: all@example.org\u2028x\u202e"
KEPT = "Awa Bcc: all@example.orgx"


def test_of_a_reader(client):
    user = make_user()
    client.force_login(user)
    client.post(reverse("change_name"), {"name": TYPED})
    assert User.objects.get(pk=user.pk).name == KEPT


def test_of_a_colleague_whom_the_office_names(client):
    user = make_user()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    fields = {
        "email": user.email,
        "name": TYPED,
        "public_name": "",
        "language": "",
        "is_active": "on",
    }
    client.post(reverse("admin:accounts_user_change", args=[user.pk]), fields)
    assert User.objects.get(pk=user.pk).name == KEPT


@pytest.mark.parametrize("name", ["Awa\r\nD.", "Awa%0aBcc: all@example.org", "Awa\nD"])
def test_public_names_have_no_line_breaks_at_all(client, name):
    user = make_user()
    client.force_login(user)
    assert client.post(reverse("choose_public_name"), {"public_name": name}).status_code == 400


def test_a_row_from_elsewhere_starts_no_header(cast):
    """A name that came past the forms stands in a body, never in a subject or an address."""
    make_newspaper()
    User.objects.filter(pk=cast.editor.pk).update(name=TYPED)
    cast.editor.refresh_from_db()
    desk_mail.tell_assigned(cast.journalist, [make_article()], by=cast.editor)
    message = mail.outbox[0]
    assert message.recipients() == [cast.journalist.email]
    headers = message.message().as_string().partition("\n\n")[0]
    assert headers.count("\nTo: ") == 1
    assert "Bcc" not in headers
