"""Rows of the ledger: written once. The database seals them too (migration ``seal_ledger``)."""

from django.db import models


class AppendOnly(Exception):
    """Somebody wanted to change or delete a row of the ledger."""

    def __init__(self):
        super().__init__("The ledger is only appended to: its rows are neither changed nor deleted.")


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **columns):
        raise AppendOnly

    def delete(self):
        raise AppendOnly


class AppendOnlyModel(models.Model):
    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly
