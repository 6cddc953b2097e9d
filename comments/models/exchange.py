"""What people of the room do with the contributions of others."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Appreciation(models.Model):
    """One person, one contribution, once."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="appreciated_by")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(_("appreciated"), auto_now_add=True)

    class Meta:
        verbose_name = _("appreciation")
        verbose_name_plural = _("appreciations")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="appreciation_once")]

    def __str__(self):
        return f"{self.person_id} → {self.comment_id}"


class Report(models.Model):
    """Somebody found that a contribution breaks the charter. Open until a moderator decides about it."""

    class Reason(models.TextChoices):
        INSULT = "insult", _("Insult or attack on a person")
        HATE = "hate", _("Hatred or discrimination")
        PRIVACY = "privacy", _("Private life or personal data")
        FALSE = "false", _("False information")
        SPAM = "spam", _("Advertising or repetition")
        OTHER = "other", _("Another reason")

    comment = models.ForeignKey(
        Comment, verbose_name=_("contribution"), on_delete=models.CASCADE, related_name="reports"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reported by"), on_delete=models.CASCADE, related_name="+"
    )
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    words = models.CharField(_("in their words"), max_length=300, blank=True)
    at = models.DateTimeField(_("reported"), auto_now_add=True)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        default_permissions = []
        ordering = ["pk"]
        indexes = [models.Index(fields=["comment"], condition=Q(settled_at=None), name="report_open")]
        constraints = [models.UniqueConstraint(fields=["comment", "person"], name="report_once")]

    def __str__(self):
        return f"{self.get_reason_display()} · {self.comment_id}"


class Ignored(models.Model):
    """``person`` does not want to read ``other``."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ignored")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("ignored person")
        verbose_name_plural = _("ignored persons")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["person", "other"], name="ignored_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="ignored_is_another"),
        ]

    def __str__(self):
        return f"{self.person_id} → {self.other_id}"
