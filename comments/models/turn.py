"""How much is being posted: rows that are worth something for ten minutes."""

from django.db import models


class Turn(models.Model):
    """One of the numbered turns of a person or an address, free again ten minutes after it was taken. ``who`` is a
    digest: a row tells neither. ``comments.floods`` alone writes here."""

    who = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["who", "number"], name="turn_once")]

    def __str__(self):
        return f"{self.who[:8]} {self.number}"
