"""How much a person, and an address, may post in ten minutes: counted in rows, in the transaction of the contribution,
so that posts which arrive together are counted too and one that fails is not."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dates import local
from web.digests import digest

from .models import Turn

WINDOW = dt.timedelta(minutes=10)


class Flooded(ValidationError):
    """Too much in too short a time. ``again_at`` is when the next one is taken."""

    def __init__(self, message, again_at):
        minute = local(again_at + dt.timedelta(seconds=59))
        super().__init__(message, code="flooded", params={"time": f"{minute:%H:%M}"})
        self.again_at = again_at


def take(*, person, address, rules):
    """Counts one contribution. Call it in a transaction, which ``Flooded`` must undo. The person comes first always,
    so that two requests never wait for one another."""
    if again_at := _full(_key("person", person.pk), rules.most_by_person):
        raise Flooded(_("You have written a lot in a few minutes. Nothing is lost: post this at %(time)s."), again_at)
    if address and (again_at := _full(_key("address", address), rules.most_by_address)):
        sentence = _("A lot is being written from your connection. Nothing is lost: post this at %(time)s.")
        raise Flooded(sentence, again_at)


def clear(at=None):
    """What was counted and is over."""
    Turn.objects.filter(taken_at__lte=(at or timezone.now()) - WINDOW).delete()


def _key(kind, who) -> str:
    """No row tells an address."""
    return digest(f"turn.{kind}", str(who))


def _full(who, most):
    """Takes a turn; where all are taken, the instant at which the first is free again."""
    now = timezone.now()
    taken = dict(Turn.objects.filter(who=who, number__lt=most).values_list("number", "taken_at"))
    for number in range(most):
        before = taken.get(number)
        if before and before > now - WINDOW:
            continue
        if _again(who, number, before, now) if before else _first(who, number, now):
            return None
    if not most:
        return now + WINDOW
    return min(Turn.objects.filter(who=who, number__lt=most).values_list("taken_at", flat=True), default=now) + WINDOW


def _again(who, number, before, now) -> bool:
    return bool(Turn.objects.filter(who=who, number=number, taken_at=before).update(taken_at=now))


def _first(who, number, now) -> bool:
    try:
        with transaction.atomic():
            Turn.objects.create(who=who, number=number, taken_at=now)
    except IntegrityError:
        return False
    return True
