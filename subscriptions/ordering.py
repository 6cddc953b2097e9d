"""What somebody would buy, in words; and the order with its payment page, once they want it."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from . import billing, paying
from .dates import span_in_words
from .granting import next_dates
from .models import Order, Price, Subscription
from .refusals import Refused


def offered(user, price: Price) -> dict:
    """``span``: from when until when it would hold if it were paid now; ``goes_on``: whether that begins where what
    the person has ends; ``is_late``: whether that end is over; ``refusal``: why this person cannot have it, empty
    where nothing stands against it."""
    now = timezone.now()
    dates = next_dates({"user": user}, price.plan.period, at=now)
    had_trial = price.plan.is_trial and Subscription.objects.filter(user=user, source="trial").exists()
    return {
        "span": span_in_words(dates["starts_at"], dates["ends_at"]),
        "goes_on": Subscription.objects.filter(user=user, ends_at=dates["starts_at"]).exists(),
        "is_late": dates["starts_at"] < now,
        "refusal": _("You have had your trial already.") if had_trial else "",
    }


def order(user, price: Price, *, provider="", renews=False, back) -> Order:
    """The person's order of the plan, with a payment page unless it costs nothing. ``back`` tells of an order to which
    path of the site its payment page leads. Raises ``Refused``."""
    made = billing.open_order(user, price, provider, renews=renews)
    if made.amount == 0:
        billing.take_free(made)
    elif not made.payment_url:
        start(made, settings.SITE_URL + back(made))
    return made


def start(made: Order, return_url: str):
    """An order that gets no payment page is given up, so that another means can be chosen at once."""
    try:
        paying.start(made, return_url)
    except Refused:
        billing.give_up(made)
        raise
