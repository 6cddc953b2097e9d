"""Who did what to what: rows that are written once, with the words of their time, and outlive what they name."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _


class AppendOnly(Exception):
    """Somebody wanted to change or delete an entry."""

    def __init__(self):
        super().__init__("The journal is only appended to: its entries are neither changed nor deleted.")


class EntryQuerySet(models.QuerySet):
    def update(self, **columns):
        raise AppendOnly

    def delete(self):
        raise AppendOnly

    def about(self, row):
        """What was done to one row, newest first."""
        return self.filter(kind=row._meta.label_lower, key=str(row.pk))


class Entry(models.Model):
    """``action`` is an English msgid, translated when it is read. ``kind`` and ``key`` name the row it was done to
    (« articles.article », « 42 »), ``label`` says what it was called then. ``by_key`` is the person's, without a
    constraint: an account may be deleted, the entry stays."""

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    by_key = models.BigIntegerField(null=True, editable=False, db_index=True)
    by_name = models.CharField(_("by"), max_length=254, blank=True)
    action = models.CharField(pgettext_lazy("journal", "action"), max_length=80)
    kind = models.CharField(pgettext_lazy("journal", "kind"), max_length=80, blank=True)
    key = models.CharField(max_length=64, blank=True)
    label = models.CharField(pgettext_lazy("journal", "what"), max_length=250, blank=True)
    detail = models.TextField(pgettext_lazy("journal", "detail"), blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the journal")
        verbose_name_plural = _("journal of actions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "key", "-id"], name="entry_about_a_row")]

    def __str__(self):
        return f"{self.words} · {self.label}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnly

    @property
    def words(self) -> str:
        """The action in the reader's language."""
        return gettext(self.action) if self.action else ""
