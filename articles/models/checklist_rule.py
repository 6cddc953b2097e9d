"""What is looked at before an article appears; ``articles.checklist`` says how."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ChecklistRule(models.Model):
    """``number`` is the limit of a rule that counts. A rule without a row is as ``articles.checklist`` has it."""

    class Key(models.TextChoices):
        STANDFIRST = "standfirst", _("A standfirst")
        HEADLINE_LENGTH = "headline_length", _("A headline that is not too long")
        ALTERNATIVE_TEXT = "alternative_text", _("An alternative text for each picture that is not decorative")
        CREDIT = "credit", _("A credit for each picture")
        TAG = "tag", _("At least one tag")
        LINKS = "links", _("Links to articles of ours that are online")
        FLAGS = "flags", _("No flag that blocks")

    class Level(models.TextChoices):
        OFF = "off", _("Not looked at")
        WARN = "warn", _("Warns")
        BLOCK = "block", _("Blocks publication")

    key = models.CharField(_("rule"), max_length=20, choices=Key.choices, unique=True)
    level = models.CharField(_("effect"), max_length=5, choices=Level.choices)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)

    class Meta:
        verbose_name = _("check before publication")
        verbose_name_plural = _("checks before publication")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(level__in=["off", "warn", "block"]), name="checklist_level_known"),
        ]

    def __str__(self):
        return self.get_key_display()
