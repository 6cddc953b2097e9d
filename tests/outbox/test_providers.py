"""Any e-mail backend delivers: here one of django-anymail, against a local server in the provider's place."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.conf import settings as django_settings

from newsroom import environment
from outbox import delivery
from outbox.models import Message
from tests.factories import make_mail

pytestmark = pytest.mark.django_db


class Provider(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.calls.append((self.path, self.headers["Authorization"], body))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(json.dumps({"id": "<1@mg>", "message": "Queued. Thank you."}).encode())

    def log_message(self, *args):
        pass


@pytest.fixture
def provider(settings):
    with HTTPServer(("127.0.0.1", 0), Provider) as server:
        server.calls, server.status = [], 200
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        settings.DELIVERY_EMAIL_BACKEND = "anymail.backends.mailgun.EmailBackend"
        settings.ANYMAIL = {
            "MAILGUN_API_KEY": "key",
            "MAILGUN_SENDER_DOMAIN": "mg.example.org",
            "MAILGUN_API_URL": f"http://127.0.0.1:{server.server_port}/v3",
        }
        yield server
        server.shutdown()
        thread.join()


def test_a_provider_takes_the_mail(provider):
    row = make_mail(recipient="awa@example.org", text="Bonjour", html="<p>Bonjour</p>")
    assert delivery.send_due() == (1, 0)
    path, authorization, body = provider.calls[0]
    assert path == "/v3/mg.example.org/messages"
    assert authorization.startswith("Basic ")
    for word in ("awa%40example.org", "Bonjour", "auto-generated", f".{row.pk}%40example.org"):
        assert word in body


def test_a_provider_that_refuses_leaves_its_words_beside_the_mail(provider):
    provider.status = 401
    row = make_mail()
    assert delivery.send_due() == (0, 1)
    row.refresh_from_db()
    assert row.state == Message.State.WAITING
    assert "401" in row.error
    assert "key" not in row.error.replace("key ", "")


def test_variables_with_the_prefix_are_the_providers_settings(monkeypatch):
    monkeypatch.setenv("ANYMAIL_BREVO_API_KEY", " secret ")
    monkeypatch.setenv("ANYMAIL_POSTMARK_SERVER_TOKEN", "")
    found = environment.with_prefix("ANYMAIL_")
    assert found["BREVO_API_KEY"] == "secret"
    assert "POSTMARK_SERVER_TOKEN" not in found
    assert isinstance(django_settings.ANYMAIL, dict)
