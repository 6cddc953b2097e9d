"""What goes over the wire, against a mail server on loopback: nothing in clear, everything once."""

import pytest

from outbox import checks, delivery
from outbox.models import Message
from tests.factories import make_mail
from tests.outbox.sink import listening, make_certificate

pytestmark = pytest.mark.django_db
SECRET = "a-password-of-the-mail-server"


@pytest.fixture(autouse=True)
def smtp(settings):
    settings.DELIVERY_EMAIL_BACKEND = checks.SMTP
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_TIMEOUT = "localhost", True, 5
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "desk", SECRET


@pytest.fixture
def certificate(tmp_path):
    return make_certificate(tmp_path / "server.pem")


def send(sink, settings):
    settings.EMAIL_PORT = sink.port
    row = make_mail(recipient="awa@example.org", text="Code 8812-4410")
    outcome = delivery.send_due()
    row.refresh_from_db()
    return row, outcome


@pytest.mark.parametrize(
    ("starttls", "error"),
    [
        (None, "SMTPNotSupportedError: STARTTLS"),
        ("refused", "SMTPResponseException: (454"),
        ("broken", "SSL"),
        ("good", "SSLCertVerificationError: "),
    ],
)
def test_without_a_good_handshake_nothing_leaves_in_clear_and_the_error_is_kept(
    settings, certificate, starttls, error
):
    """J13; « good » speaks TLS with a certificate that nobody has vouched for."""
    with listening(starttls=starttls, certificate=certificate) as sink:
        row, outcome = send(sink, settings)
    assert outcome == (0, 1)
    assert row.state == Message.State.WAITING
    assert row.error.startswith(error)
    assert sink.mails == []
    assert {line.split(" ")[0].upper() for line in sink.in_clear} <= {"EHLO", "HELO", "STARTTLS", "QUIT", "RSET"}
    assert not any(word in " ".join(sink.in_clear) for word in (SECRET, "awa@", "8812"))


def test_a_server_whose_certificate_holds_gets_the_mail(settings, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", certificate)
    with listening(starttls="good", certificate=certificate) as sink:
        row, outcome = send(sink, settings)
    assert (outcome, row.state) == ((1, 0), Message.State.SENT)
    assert [recipient for recipient, _text in sink.mails] == ["awa@example.org"]
    assert "8812-4410" in sink.mails[0][1]
    assert sink.in_clear[-1].upper() == "STARTTLS"


def test_a_certificate_of_another_host_is_refused(settings, tmp_path, monkeypatch):
    other = make_certificate(tmp_path / "other.pem", name="mail.example.org")
    monkeypatch.setenv("SSL_CERT_FILE", other)
    with listening(starttls="good", certificate=other) as sink:
        row, _outcome = send(sink, settings)
    assert "mismatch" in row.error
    assert sink.mails == []


@pytest.mark.parametrize(
    ("host", "tls", "warned"),
    [("mail.example.org", False, 1), ("mail.example.org", True, 0), ("127.0.0.1", False, 0), ("localhost", False, 0)],
)
def test_the_deployment_check_warns_of_mail_in_clear(settings, host, tls, warned):
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = host, tls
    assert len(checks.mails_are_not_sent_in_clear(None)) == warned
