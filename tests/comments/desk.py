"""How the tests of the desk of moderators ask for it."""

from django.urls import reverse

from comments.models import Comment, RejectionReason, Report
from comments.moderation import seen_of
from tests.factories import make_user


def deed(client, name, row, *, headers=None, **fields):
    """Sends the form of the desk as its page holds it now."""
    if isinstance(row, Comment):
        row.refresh_from_db()
        fields = {"seen": seen_of(row), "queue": "held"} | fields
    return client.post(reverse(f"admin:moderation_{name}", args=[row.pk]), fields, headers=headers)


def make_report(comment, **fields):
    fields = {"reason": Report.Reason.INSULT, "words": "It is rude."} | fields
    return Report.objects.create(comment=comment, person=fields.pop("person", None) or make_user(), **fields)


def make_reason(**fields):
    values = {"title": "Off topic", "text": "It is not about the article."} | fields
    return RejectionReason.objects.create(**values)
