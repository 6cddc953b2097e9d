"""Where a reader stands, said to the desk and not to the reader."""

from django.utils.translation import gettext as _

from subscriptions.dates import end_in_words
from subscriptions.models import Subscription
from subscriptions.standing import Kind, Standing


def words_for_desk(standing: Standing) -> str:
    if standing.period is None:
        return _("Reads with a seat of an institution") if standing.seats else _("No subscription")
    day = end_in_words(standing.period.starts_at, standing.ends_at)
    return _sentence(standing).format(day=day)


def _sentence(standing) -> str:
    if standing.kind == Kind.ACTIVE:
        special = {
            Subscription.Source.TRIAL: _("Trial subscription until {day}"),
            Subscription.Source.GIFT: _("Subscriber until {day}, by a gift"),
        }
        return special.get(standing.period.source, _("Subscriber until {day}"))
    return {
        Kind.GRACE: _("Subscription ended on {day}, in grace"),
        Kind.UPCOMING: _("Subscription to come, until {day}"),
        Kind.ENDED: _("Subscription ended on {day}"),
    }[standing.kind]
