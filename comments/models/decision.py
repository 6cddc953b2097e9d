"""What moderators decided about contributions, with which reason: for undoing, and for the figures of the week."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class RejectionReason(models.Model):
    """A reason as it is written to authors; what was sent before keeps its words."""

    title = models.CharField(_("title"), max_length=60, unique=True, help_text=_("What moderators choose."))
    text = models.TextField(_("what the author is told"), max_length=600)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("reason of rejection")
        verbose_name_plural = _("reasons of rejection")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title


class Decision(models.Model):
    """One deed of a moderator, from a state to a state. ``undone_at``: it was taken back within ten seconds; then
    ``held_for``, ``held_word`` and ``featured_at`` say what the contribution was before."""

    class Kind(models.TextChoices):
        APPROVE = "approve", _("Let through")
        REJECT = "reject", _("Rejected")
        HOLD = "hold", _("Held")
        KEEP = "keep", _("Kept in spite of reports")

    comment = models.ForeignKey(
        Comment, verbose_name=_("contribution"), on_delete=models.CASCADE, related_name="decisions"
    )
    kind = models.CharField(_("decision"), max_length=10, choices=Kind.choices)
    before = models.CharField(_("state before"), max_length=10, choices=Comment.State.choices)
    held_for = models.CharField(_("held because"), max_length=10, choices=Comment.Cause.choices, blank=True)
    held_word = models.CharField(_("suspect word"), max_length=100, blank=True)
    featured_at = models.DateTimeField(_("featured"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=60, blank=True)
    told = models.TextField(_("what the author was told"), blank=True)
    mailed_at = models.DateTimeField(_("author told"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("decided"), auto_now_add=True, db_index=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        default_permissions = []
        ordering = ["-pk"]

    def __str__(self):
        return self.get_kind_display()
