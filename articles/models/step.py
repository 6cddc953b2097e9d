"""What was done with an article: each step of the workflow, by whom, when, with which note."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .revision import Revision


class Step(models.Model):
    """Written by ``workflow.py`` in the transaction of the step itself, and never changed. ``sets_at`` is the instant
    that the step set: of publication, or of a new version."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("Submitted for review")
        SENT_BACK = "sent_back", _("Sent back")
        SCHEDULED = "scheduled", _("Scheduled")
        PUBLISHED = "published", _("Published")
        UPDATED = "updated", _("Changes published")
        UNSCHEDULED = "unscheduled", _("Publication cancelled")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CHANGES_SCHEDULED = "changes_scheduled", _("Changes scheduled")
        CHANGES_CANCELLED = "changes_cancelled", _("Scheduled changes cancelled")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=20, choices=Kind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    note = models.CharField(_("note"), max_length=1000, blank=True)
    sets_at = models.DateTimeField(_("hour set"), null=True, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.article_id}"
