"""Numbered places, of which there are no more than a number says: the database gives each to one row.

So of many requests at once that want the last place, one has it, whatever each of them read before.
"""

from django.db import IntegrityError, transaction

# More than may be after the places of one thing at the same time.
TRIES = 100


class NoneLeft(Exception):
    """All places are taken."""


def take(model, among: dict, *, most: int, **fields):
    """A new row in the lowest free place, ``number`` from 1 to ``most``, among the rows with these columns; a unique
    constraint spans them and the number. Raises ``NoneLeft``, and ``IntegrityError`` for any other constraint."""
    for _try in range(TRIES):
        taken = set(model.objects.filter(**among).values_list("number", flat=True))
        number = next((number for number in range(1, most + 1) if number not in taken), None)
        if number is None:
            raise NoneLeft
        try:
            with transaction.atomic():
                return model.objects.create(**among, number=number, **fields)
        except IntegrityError:
            if not model.objects.filter(**among, number=number).exists():
                raise
    raise NoneLeft
