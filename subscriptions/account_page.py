"""« My account »: the forms on it, each sent to an address of its own, and the state of the subscription in words."""

from accounts.forms import LanguageForm, NameForm, PublicNameForm

from . import seats
from .models import ReminderChoice
from .standing import price_to_renew, renews_itself, standing_of


def account_context(user, **refused) -> dict:
    """What the page needs. A form that was refused comes by its name (``name_form``, …) and keeps what was typed."""
    standing = standing_of(user)
    return {
        "name_form": NameForm(instance=user),
        "public_name_form": PublicNameForm(),
        "language_form": LanguageForm(instance=user),
        "standing": standing,
        "renewal": price_to_renew(standing.period),
        "renews": renews_itself(standing),
        "wants_reminders": not ReminderChoice.objects.filter(user=user, wanted=False).exists(),
        "managed": user.institutions.all(),
        "open_seats": seats.open_to(user),
        **refused,
    }
