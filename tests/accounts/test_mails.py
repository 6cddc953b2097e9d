"""Mails name the newspaper, speak the person's language, come as text and HTML, and go through the outbox."""

import datetime as dt

import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from articles.dates import local
from outbox.models import Message
from tests.accounts.factors import sign_in
from tests.factories import PASSWORD, make_newspaper, make_user

pytestmark = pytest.mark.django_db

SEEN = {"device": "Firefox", "ip": "192.0.2.7"}
NOON = dt.datetime(2026, 5, 27, 12, tzinfo=dt.UTC)
CHANGE = {"from_email": "a@x.org", "to_email": "b@x.org"}
MAILS = {
    "account_already_exists": {},
    "address_change_asked": CHANGE | {"token": "abc.def", "made_at": NOON},
    "address_change_refused": CHANGE,
    "address_change_waits": CHANGE | {"made_at": NOON},
    "account_deleted": {"receipt": "2026-000123", "stays": ["Ce que vous avez payé"]},
    "confirmation_code": {"code": "1234-5678"},
    "email_changed": {"from_email": "a@x.org", "to_email": "b@x.org"},
    "email_confirmation": {"code": "1234-5678"},
    "email_confirmation_signup": {"code": "1234-5678"},
    "login_code": {"code": "1234-5678"},
    "opened_at_the_counter": {"code_url": "http://testserver/compte/connexion/code/"},
    "password_changed": {},
    "password_reset": {},
    "password_reset_key": {"password_reset_url": "http://testserver/compte/x/"},
    "password_set": {},
    "second_factor_removed": {},
    "signed_out_everywhere": SEEN,
    "unknown_account": {},
    "mfa/email/recovery_codes_generated": SEEN,
    "mfa/email/totp_activated": SEEN,
    "mfa/email/totp_deactivated": SEEN,
    "mfa/email/webauthn_added": SEEN,
    "mfa/email/webauthn_removed": SEEN,
}


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_names_the_newspaper_as_text_and_html(name):
    make_newspaper(name="L’Écho « du » Mali")
    prefix = name if "/" in name else f"account/email/{name}"
    get_adapter().send_mail(prefix, "awa@example.org", MAILS[name])
    sent = mail.outbox[0]
    html = sent.alternatives[0].content
    assert "L’Écho « du » Mali" in sent.subject
    assert sent.from_email.startswith('"L’Écho « du » Mali" <')
    facts = {key: value[0] if isinstance(value, list) else value for key, value in MAILS[name].items()}
    for fact in ["L’Écho « du » Mali", "http://testserver", *filter(lambda fact: fact != NOON, facts.values())]:
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
    assert row.urgency == Message.Urgency.AT_ONCE


def test_a_notice_says_when_and_where(client):
    user = make_user(email="awa@example.org")
    sign_in(client, user)
    new = {"oldpassword": PASSWORD, "password1": "my new long password"}
    client.post(reverse("account_change_password"), new, headers={"user-agent": "Firefox/120 (Android 13)"})
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0].content):
        assert "Firefox" in text
        assert "Android" in text
        assert "127.0.0.1" in text
        assert local(timezone.now()).strftime("%H:") in text
