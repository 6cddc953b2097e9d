"""What the newsroom notes about a day, on its calendar."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DayNote(models.Model):
    """Plain text. ``at`` is when it was last changed, and tells whether a form shows the note as it stands."""

    day = models.DateField(_("day"), db_index=True)
    text = models.TextField(_("text"), max_length=500)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("author"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("note of the day")
        verbose_name_plural = _("notes of the day")
        ordering = ["day", "pk"]

    def __str__(self):
        return f"{self.day} · {self.pk}"
