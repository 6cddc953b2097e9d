"""« My account »: the forms on it, each sent to an address of its own, and the state of the subscription in words."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.forms import LanguageForm, NameForm, PublicNameForm

from .access import current_subscription
from .models import Subscription
from .periods import last_day


def account_context(user, **refused) -> dict:
    """What the page needs. A form that was refused comes by its name (``name_form``, …) and keeps what was typed."""
    return {
        "name_form": NameForm(instance=user),
        "public_name_form": PublicNameForm(),
        "language_form": LanguageForm(instance=user),
        "subscription_state": state_in_words(user),
        **refused,
    }


def state_in_words(user, at=None) -> str:
    """Whether the person is a subscriber and until when, the last day included."""
    at = at or timezone.now()
    if current := current_subscription(user, at):
        return _("Subscriber until %(date)s") % {"date": day_in_words(current.ends_at)}
    ours = Subscription.objects.filter(user=user)
    if coming := ours.upcoming(at).order_by("starts_at").first():
        day = timezone.localdate(coming.starts_at, timezone.get_default_timezone())
        return _("Your subscription begins on %(date)s") % {"date": date_format(day, _("j F Y"))}
    if ended := ours.ended(at).order_by("-ends_at").first():
        return _("Your subscription ended on %(date)s") % {"date": day_in_words(ended.ends_at)}
    return _("You have no subscription")


def day_in_words(end) -> str:
    return date_format(last_day(end), _("j F Y"))
