"""How many seats an institution has: what the office has given, or more where that was bought, until it is refunded.

Seats are numbered. Those beyond the number are kept and open nothing: whoever had them reads again once there are
more.
"""

from contextlib import suppress

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from journal.recording import record
from web.dates import date_words

from .granting import take_turn_of
from .models import Institution, Order, Seat, Subscription


def raise_for(order: Order) -> None:
    """Whoever buys more seats than there are raises them; an order of fewer takes nobody's seat away, which is for the
    office to do. What there was and no order explains, the office has given."""
    take_turn_of({"institution": order.institution})
    there = Institution.objects.get(pk=order.institution_id)
    explained = paid_orders(there).filter(seats=there.seats_bought).exclude(pk=order.pk)
    if not explained.exists():
        there.seats_given = max(there.seats_given, there.seats_bought)
    there.seats_bought = max(there.seats_bought, order.seats)
    there.save(update_fields=["seats_given", "seats_bought"])


def paid_orders(institution: Institution):
    return Order.objects.filter(institution=institution, purpose=Order.Purpose.SEATS, state=Order.State.PAID)


@transaction.atomic
def lower(institution: Institution, *, by=None) -> bool:
    """To what is left after a refund: what was given, or the most that an order has bought for a period that is not
    over. False where that is no less than before."""
    take_turn_of({"institution": institution})
    there = Institution.objects.get(pk=institution.pk)
    before, left = there.seats_bought, max(there.seats_given, most_bought(there))
    if left >= before:
        return False
    there.seats_bought = left
    there.save(update_fields=["seats_bought"])
    close_ranks(there)
    words = _("{before} seats before, {left} now").format(before=before, left=left)
    beyond = ", ".join(beyond_number(there).values_list("email", flat=True))
    detail = words if not beyond else _("{words}. Without a seat: {people}").format(words=words, people=beyond)
    record(gettext_noop("Seats lowered after a refund"), there, by=by, detail=detail)
    return True


def most_bought(institution: Institution, at=None) -> int:
    """By one order whose period stands and is not over."""
    at = at or timezone.now()
    bought = Subscription.objects.filter(institution=institution, order__isnull=False, grace_ends_at__gt=at)
    return bought.standing(at).aggregate(most=Max("order__seats"))["most"] or 0


def beyond_number(institution: Institution):
    """Seats of people and invitations that the institution no longer has, the first to come back first."""
    return institution.seats.filter(freed_at=None, number__gt=institution.seats_bought).order_by("number")


@transaction.atomic
def close_ranks(institution: Institution) -> None:
    """The seats beyond the number take the free places below, in the order of their numbers. Places are given from the
    lowest on, so of those that stay without one the last to be given are the last to come back."""
    there = Institution.objects.get(pk=institution.pk)
    beyond = list(beyond_number(there))
    if not beyond:
        return
    kept = institution.seats.filter(freed_at=None, number__lte=there.seats_bought)
    taken = set(kept.values_list("number", flat=True))
    free = [number for number in range(1, there.seats_bought + 1) if number not in taken]
    for seat, number in zip(beyond, free, strict=False):
        # Whoever is given the place at this moment has it.
        with suppress(IntegrityError), transaction.atomic():
            Seat.objects.filter(pk=seat.pk).update(number=number)


def told(institution: Institution) -> list[str]:
    """What managers and the office are to know of the number: that seats were refunded last, and how many people and
    invitations are beyond it. Two queries."""
    states = [Order.State.PAID, Order.State.REFUNDED]
    orders = Order.objects.filter(institution=institution, purpose=Order.Purpose.SEATS, state__in=states)
    last = orders.order_by("-settled_at").first()
    sentences = []
    if last and last.state == Order.State.REFUNDED:
        words = _("A purchase of seats ({seats}) was refunded on {day}. Seats now: {left}.")
        day = date_words(last.settled_at)
        sentences.append(words.format(seats=last.seats, day=day, left=institution.seats_bought))
    if beyond := beyond_number(institution).count():
        words = ngettext(
            "{count} person or invitation is beyond the number of seats, and reads nothing by it. A seat that is "
            "freed or added goes to the lowest number first.",
            "{count} people and invitations are beyond the number of seats, and read nothing by it. A seat that is "
            "freed or added goes to the lowest number first.",
            beyond,
        )
        sentences.append(words.format(count=beyond))
    return sentences
