"""What the outbox holds of a person: the mails to their addresses, of which it forgets the text once they are sent."""

from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from .models import Message


def to(addresses):
    return Message.objects.filter(recipient__in=addresses)


def export(user) -> list:
    rows = to({user.email}).order_by("pk")
    return [described(row, "subject", "recipient", "state", "created_at", "sent_at") for row in rows]


def erase(user, addresses):
    """Those that wait too: nobody is reminded of what they have left."""
    to(addresses).delete()


HOLDINGS = [
    Holding(
        _("E-mails that we have sent you"),
        ("outbox.Message.recipient",),
        export,
        erase,
        goes=_("The list of the e-mails that we have sent you, and those that still wait."),
    )
]
