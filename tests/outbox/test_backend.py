"""What the site sends becomes rows, and nothing but clean rows."""

import pytest
from django.core.mail import BadHeaderError, EmailMessage, EmailMultiAlternatives, send_mail
from django_tasks_db.models import DBTaskResult

from outbox.backend import at_once
from outbox.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox(settings):
    settings.EMAIL_BACKEND = "outbox.backend.OutboxBackend"


def email(**fields):
    plain = {"subject": "Hello", "body": "Text", "from_email": "a@x.org", "to": ["b@x.org"]}
    return EmailMultiAlternatives(**{**plain, **fields})


def test_each_recipient_has_a_row_of_their_own():
    assert email(to=["b@x.org", "Awa <c@x.org>"], bcc=["d@x.org"]).send() == 1
    assert sorted(Message.objects.values_list("recipient", flat=True)) == ["b@x.org", "c@x.org", "d@x.org"]


def test_text_html_and_reply_address_are_kept():
    message = email(reply_to=["desk@x.org"])
    message.attach_alternative("<p>Text</p>", "text/html")
    message.send()
    row = Message.objects.get()
    assert (row.subject, row.text, row.html, row.sender) == ("Hello", "Text", "<p>Text</p>", "a@x.org")
    assert row.headers == {"Reply-To": "desk@x.org"}


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "Hello\r\nBcc: victim@x.org"},
        {"subject": "Hello\nworld"},
        {"from_email": "a@x.org\rBcc: victim@x.org"},
        {"to": ["b@x.org\nBcc: victim@x.org"]},
        {"headers": {"Precedence": "bulk\r\nBcc: victim@x.org"}},
        {"headers": {"Bcc": "victim@x.org"}},
        {"headers": {"Message-ID": "<mine@x.org>"}},
    ],
)
def test_line_breaks_and_unknown_headers_are_refused_and_leave_no_row(fields):
    with pytest.raises(BadHeaderError):
        email(**fields).send()
    assert not Message.objects.exists()


def test_attachments_and_other_alternatives_are_refused():
    with pytest.raises(ValueError, match="attachments"):
        EmailMessage("Hello", "Text", "a@x.org", ["b@x.org"], attachments=[("a.txt", "a", "text/plain")]).send()
    message = email()
    message.attach_alternative("BEGIN:VCALENDAR", "text/calendar")
    with pytest.raises(ValueError, match="HTML"):
        message.send()


def test_the_worker_is_hinted_at_only_once_the_rows_are_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        send_mail("Hello", "Text", "a@x.org", ["b@x.org"])
        assert not DBTaskResult.objects.exists()
    for callback in callbacks:
        callback()
    assert DBTaskResult.objects.get().task_path == "outbox.tasks.send_mail"


def test_a_long_subject_is_cut_to_the_column():
    email(subject="a" * 400).send()
    assert len(Message.objects.get().subject) == 250


def test_urgency_is_what_the_writer_says():
    email().send()
    at_once(email()).send()
    email(headers={"Precedence": "bulk"}).send()
    urgencies = Message.objects.order_by("pk").values_list("urgency", flat=True)
    assert list(urgencies) == [Message.Urgency.SOON, Message.Urgency.AT_ONCE, Message.Urgency.BULK]
