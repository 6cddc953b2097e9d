"""Hands waiting mails to the delivery backend, each exactly once unless a process dies while it sends."""

import contextlib
import datetime as dt
import logging
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from .models import Message

logger = logging.getLogger(__name__)

LEASE = dt.timedelta(minutes=10)
# After the first failure, the second, and so on; after the last of them the mail is given up.
DELAYS = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60)]
KEPT = dt.timedelta(days=30)


class NotAcceptedError(Exception):
    """The delivery backend took the mail and reported none as sent."""


def send_due(at=None, limit=100) -> tuple[int, int]:
    """Tries the mails that are due at the instant; returns how many were sent and how many failed.

    The next one is looked up after each, so that a code overtakes a pile of reminders that is being sent. Call it
    outside transactions: it talks to the mail server.
    """
    outcomes = []
    while len(outcomes) < limit and (message := Message.objects.due(at).first()):
        if claim(message):
            outcomes.append(send(message))
    return outcomes.count(True), outcomes.count(False)


def claim(message) -> bool:
    """Takes the mail for this process: of several that try at once, one gets it, until its lease ends."""
    mine = Message.objects.filter(pk=message.pk, state=Message.State.WAITING, next_try_at=message.next_try_at)
    taken = mine.update(next_try_at=timezone.now() + LEASE, tries=F("tries") + 1)
    message.tries += taken
    return bool(taken)


def send(message) -> bool:
    """Sends a claimed mail and writes down what came of it. Its text, which may hold a code, goes once it is sent."""
    try:
        hand_over(message)
    except Exception as error:  # whatever is wrong with one mail must not hold up the others
        logger.warning("Mail %s failed at try %s: %s", message.pk, message.tries, type(error).__name__)
        note_failure(message, error)
        return False
    Message.objects.filter(pk=message.pk).update(
        state=Message.State.SENT, sent_at=timezone.now(), text="", html="", error=""
    )
    return True


def hand_over(message):
    connection = get_connection(settings.DELIVERY_EMAIL_BACKEND)
    try:
        sent = connection.send_messages([as_email(message)])
    finally:
        # Django leaves a connection open on which STARTTLS has failed.
        with contextlib.suppress(OSError):
            connection.close()
    if sent != 1:
        raise NotAcceptedError


def note_failure(message, error):
    """Puts the mail back for its next try, or gives it up after the last one."""
    row = Message.objects.filter(pk=message.pk, state=Message.State.WAITING)
    text = f"{type(error).__name__}: {error}"[:2000]
    if message.tries > len(DELAYS):
        row.update(state=Message.State.FAILED, error=text, text="", html="")
    else:
        row.update(next_try_at=timezone.now() + DELAYS[message.tries - 1], error=text)


def as_email(message) -> EmailMultiAlternatives:
    """The mail as Django sends it; its Message-ID is the same at every try, so that mailboxes drop a second copy."""
    domain = parseaddr(message.sender)[1].rpartition("@")[2] or settings.SITE_HOST
    headers = {
        "Message-ID": f"<{message.created_at:%Y%m%d%H%M%S%f}.{message.pk}@{domain}>",
        "Auto-Submitted": "auto-generated",
        **message.headers,
    }
    body, subtype = (message.text, "plain") if message.text else (message.html, "html")
    email = EmailMultiAlternatives(message.subject, body, message.sender, [message.recipient], headers=headers)
    email.content_subtype = subtype
    if message.text and message.html:
        email.attach_alternative(message.html, "text/html")
    return email


def forget_old(at=None) -> int:
    """Deletes the mails that were sent or given up more than thirty days ago and returns their number."""
    before = (at or timezone.now()) - KEPT
    done = Message.objects.exclude(state=Message.State.WAITING).filter(created_at__lt=before)
    return done.delete()[0]
