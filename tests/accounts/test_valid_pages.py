"""The Nu checker finds no error in the pages of security, most of which ask to confirm first."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts import address_changes
from tests.accounts.factors import add_application, confirm, sign_in
from tests.accounts.mails import link_in
from tests.factories import make_newspaper, make_user
from tests.newsroom.test_valid_html import messages_about

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    make_newspaper()
    return make_user(email="awa@example.org", name="Awa « & » Diarra")


def pages_of_security(client, user):
    """(name, page) of each, in the order in which somebody meets them."""
    sign_in(client, user)
    confirm(client, reverse("mfa_add_webauthn"))
    for name in ("mfa_add_webauthn", "mfa_activate_totp", "mfa_index", "devices"):
        yield name, client.get(reverse(name))
    yield "wrong code", client.post(reverse("mfa_activate_totp"), {"code": "1"})
    yield "wrong passkey", client.post(reverse("mfa_add_webauthn"), {"credential": "{}"})
    add_application(user)
    other = Client()
    sign_in(other, user)
    yield "mfa_authenticate", other.get(reverse("mfa_authenticate"))
    yield "mfa_reauthenticate", client.get(reverse("mfa_reauthenticate"))
    key = user.authenticator_set.create(type=Authenticator.Type.WEBAUTHN, data={"name": "Mon « téléphone »"}).pk
    names = ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp")
    for name in names:
        yield f"{name} with everything", client.get(reverse(name))
    for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        yield name, client.get(reverse(name, args=[key]))
    for answer in ("accepter/", "refuser/"):
        mail.outbox.clear()
        address_changes.ask(user, f"{answer[:-1]}@example.org")
        link = link_in(next(message for message in mail.outbox if message.to == [user.email]))
        yield "account_email that waits", client.get(reverse("account_email"))
        yield "address_change", client.get(link)
        yield answer, client.post(f"{link}{answer}")
        yield "address_change that is over", client.get(link)
        user.refresh_from_db()


def test_pages_of_security_are_valid(client, user, tmp_path):
    names = {}
    for number, (name, answer) in enumerate(pages_of_security(client, user)):
        assert answer.status_code in {200, 404}, (name, answer.status_code)
        file = tmp_path / f"{number}.html"
        file.write_bytes(answer.content)
        names[file.as_uri()] = name
    found = [(names.get(one["url"]), one["message"]) for one in messages_about(*names) if one["type"] == "error"]
    assert not found


def test_nothing_on_them_runs_inline(client, user):
    """The policy allows data blocks and modules of our own."""
    for name, answer in pages_of_security(client, user):
        page = answer.content.decode()
        assert "style=" not in page, name
        assert "onclick" not in page, name
        for tag in page.split("<script")[1:]:
            head = tag.split(">")[0]
            assert "src=" in head or 'type="application/json"' in head, (name, head)
