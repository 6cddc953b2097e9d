"""Django's e-mail backend of the site: it sends nothing, it writes the rows that ``outbox.delivery`` sends."""

from email.utils import parseaddr

from django.core.mail import BadHeaderError
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from .models import Message
from .tasks import send_mail

HEADERS = {"Auto-Submitted", "List-Unsubscribe", "List-Unsubscribe-Post", "Precedence", "Reply-To"}


class OutboxBackend(BaseEmailBackend):
    def send_messages(self, email_messages) -> int:
        """Writes a row for each recipient of each message and returns the number of messages.

        A line break in a header, an unknown header or an attachment is refused before anything is written.
        """
        rows = [row for message in email_messages for row in rows_of(message)]
        Message.objects.bulk_create(rows)
        if rows:
            transaction.on_commit(send_mail.enqueue, robust=True)
        return len(email_messages)


def rows_of(message) -> list[Message]:
    """The unsaved rows of one message, one for each recipient, so that nobody sees another's address."""
    if message.attachments:
        raise ValueError("The outbox carries no attachments.")
    text, html = bodies_of(message)
    shared = {
        "sender": one_line(message.from_email),
        "subject": one_line(message.subject)[:250],
        "text": text,
        "html": html,
        "headers": headers_of(message),
        "urgency": urgency_of(message),
    }
    recipients = [one_line(recipient) for recipient in message.recipients()]
    return [Message(recipient=parseaddr(recipient)[1], **shared) for recipient in recipients]


def bodies_of(message) -> tuple[str, str]:
    if message.content_subtype == "html":
        return "", message.body
    alternatives = getattr(message, "alternatives", [])
    html = [content for content, mimetype in alternatives if mimetype == "text/html"]
    if len(html) != len(alternatives) or len(html) > 1:
        raise ValueError("The outbox carries text and one HTML alternative.")
    return message.body, html[0] if html else ""


def headers_of(message) -> dict[str, str]:
    headers = dict(message.extra_headers)
    if message.reply_to:
        headers["Reply-To"] = ", ".join(message.reply_to)
    if unknown := headers.keys() - HEADERS:
        raise BadHeaderError(f"The outbox does not carry these headers: {sorted(unknown)}")
    return {name: one_line(value) for name, value in headers.items()}


def at_once(message):
    """Marks a mail that somebody waits for, such as a code: it overtakes those that wait already."""
    message.outbox_urgency = Message.Urgency.AT_ONCE
    return message


def urgency_of(message) -> int:
    """As its writer has marked it; what goes to many says so in its headers."""
    otherwise = Message.Urgency.BULK if "Precedence" in message.extra_headers else Message.Urgency.SOON
    return getattr(message, "outbox_urgency", otherwise)


def one_line(value) -> str:
    """The value as text; a line break would start a header of somebody else’s."""
    value = str(value)
    if "\r" in value or "\n" in value:
        raise BadHeaderError("A header of a mail must not contain a line break.")
    return value
