"""How often scratch codes may be tried, by person, by address and by everybody: counted in rows, before the code is
looked up, in a transaction of its own. A code that was right is not counted, nor its repetition by whoever used it."""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from web.digests import digest
from web.limits import peer

from .codes import read
from .models import CodeTry
from .refusals import AlreadyTheirs

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Allowance:
    """``times`` in each window of ``seconds``; windows follow one another by the clock."""

    scope: str
    times: int
    seconds: int

    def window(self, now) -> tuple[dt.datetime, dt.datetime]:
        begins = now.timestamp() // self.seconds * self.seconds
        return tuple(dt.datetime.fromtimestamp(at, dt.UTC) for at in (begins, begins + self.seconds))


# Many readers of one telephone network share an address; behind one account sits one person.
PERSON = Allowance("person", 5, 15 * 60)
ADDRESS = Allowance("address", 30, 60 * 60)
ALL = Allowance("all", 600, 60 * 60)


class TooManyTries(Exception):
    """``again_at``: from when one may try again."""

    def __init__(self, again_at):
        super().__init__()
        self.again_at = again_at


def attempt(request, typed: str, kind):
    """Lets the person use a code of ``kind``, the module with its ``redeem`` and ``used_by``, and returns the period.

    A slip of the finger is no try: only what could be a code is counted, before it is looked up. Nor is a second tap,
    even one that comes while the first is still counted. Raises ``TooManyTries`` and ``Refused``.
    """
    try:
        taken = take(request) if read(typed) else []
    except TooManyTries:
        if period := kind.used_by(request.user, typed):
            raise AlreadyTheirs(period) from None
        raise
    try:
        period = kind.redeem(request.user, typed)
    except AlreadyTheirs:
        give_back(taken)
        raise
    give_back(taken)
    return period


def take(request) -> list[CodeTry]:
    """Counts one try of whoever asks. Raises ``TooManyTries``; else the rows for ``give_back``."""
    keys = [(PERSON, str(request.user.pk)), (ADDRESS, peer(request)), (ALL, "")]
    return [_count(allowance, digest(f"code-try.{allowance.scope}", key)) for allowance, key in keys]


def give_back(rows: list[CodeTry]):
    CodeTry.objects.filter(pk__in=[row.pk for row in rows], count__gt=0).update(count=F("count") - 1)


def _count(allowance: Allowance, key: str) -> CodeTry:
    now = timezone.now()
    begins, ends = allowance.window(now)
    place = {"scope": allowance.scope, "key": key, "begins_at": begins}
    row = CodeTry.objects.filter(**place).first() or _new_row(place, ends, now)
    if not CodeTry.objects.filter(pk=row.pk, count__lt=allowance.times).update(count=F("count") + 1):
        raise TooManyTries(ends)
    return row


def _new_row(place, ends, now) -> CodeTry:
    """Of two that begin a window at once, one writes. Rows of yesterday go."""
    CodeTry.objects.filter(ends_at__lt=now - A_DAY).delete()
    try:
        with transaction.atomic():
            return CodeTry.objects.create(**place, ends_at=ends)
    except IntegrityError:
        return CodeTry.objects.get(**place)
