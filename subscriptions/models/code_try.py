"""How often scratch codes were tried: counts in rows, which no restart and no full cache forgets."""

from django.db import models


class CodeTry(models.Model):
    """``scope`` says whose tries they are (a person's, an address's, everybody's), ``key`` is a digest of who it is.
    A row counts the tries from ``begins_at`` until ``ends_at``."""

    scope = models.CharField(max_length=10)
    key = models.CharField(max_length=64)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key", "begins_at"], name="code_tries_counted_once")]

    def __str__(self):
        return f"{self.scope} · {self.begins_at:%Y-%m-%d %H:%M} · {self.count}"
