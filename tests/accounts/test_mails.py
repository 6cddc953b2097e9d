"""Mails name the newspaper, speak the person's language, come as text and HTML, and go through the outbox."""

import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.urls import reverse

from outbox.models import Message
from tests.factories import make_newspaper, make_user

pytestmark = pytest.mark.django_db

MAILS = {
    "account_already_exists": {},
    "email_changed": {"from_email": "a@x.org", "to_email": "b@x.org"},
    "email_confirmation": {"code": "1234-5678"},
    "email_confirmation_signup": {"code": "1234-5678"},
    "login_code": {"code": "1234-5678"},
    "password_changed": {},
    "password_reset": {},
    "password_reset_key": {"password_reset_url": "http://testserver/compte/x/"},
    "password_set": {},
    "unknown_account": {},
}


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_names_the_newspaper_as_text_and_html(name):
    make_newspaper(name="L’Écho « du » Mali")
    get_adapter().send_mail(f"account/email/{name}", "awa@example.org", MAILS[name])
    sent = mail.outbox[0]
    html = sent.alternatives[0].content
    assert "L’Écho « du » Mali" in sent.subject
    assert sent.from_email.startswith('"L’Écho « du » Mali" <')
    for fact in ["L’Écho « du » Mali", "http://testserver", *MAILS[name].values()]:
        assert fact in sent.body
        assert fact in html
    assert "&" not in sent.body
    assert '<html lang="fr">' in html
    assert "style=" not in html
    assert "1234" not in sent.subject


def test_a_name_with_signs_is_escaped_in_html_only():
    make_newspaper(name="Faso & <Frères>")
    get_adapter().send_mail("account/email/login_code", "awa@example.org", {"code": "1"})
    assert "Faso & <Frères>" in mail.outbox[0].subject
    assert "Faso & <Frères>" in mail.outbox[0].body
    assert "Faso &amp; &lt;Frères&gt;" in mail.outbox[0].alternatives[0].content


def test_the_person_s_language_is_spoken(client):
    make_user(email="awa@example.org", language="en")
    client.post(reverse("account_request_login_code"), {"email": "awa@example.org"})
    assert '<html lang="en">' in mail.outbox[0].alternatives[0].content


def test_what_a_browser_asks_for_does_not_choose_the_language(client):
    make_user(email="awa@example.org")
    client.post(reverse("account_request_login_code"), {"email": "awa@example.org"}, headers={"accept-language": "en"})
    assert '<html lang="fr">' in mail.outbox[0].alternatives[0].content


def test_a_request_writes_a_row_and_opens_no_smtp(client, settings, monkeypatch):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"
    settings.DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    monkeypatch.setattr("smtplib.SMTP.__init__", lambda *args, **kwargs: pytest.fail("SMTP was opened"))
    make_user(email="awa@example.org")
    client.post(reverse("account_request_login_code"), {"email": "awa@example.org"})
    row = Message.objects.get()
    assert row.recipient == "awa@example.org"
    assert row.text
    assert row.html
