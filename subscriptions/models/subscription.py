"""From when until when somebody is a subscriber."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .plan import Plan


class SubscriptionQuerySet(models.QuerySet):
    def active(self, at=None):
        """Those that hold at the instant (now without one): begun, not yet ended."""
        at = at or timezone.now()
        return self.filter(starts_at__lte=at, ends_at__gt=at)

    def ended(self, at):
        return self.filter(ends_at__lte=at)

    def upcoming(self, at):
        return self.filter(starts_at__gt=at)


class Subscription(models.Model):
    """A period is half open: it holds at ``starts_at`` and no longer at ``ends_at``."""

    class State(models.TextChoices):
        UPCOMING = "upcoming", _("Upcoming")
        ACTIVE = "active", _("Active")
        ENDED = "ended", _("Ended")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("subscriber"), on_delete=models.PROTECT, related_name="subscriptions"
    )
    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="subscriptions")
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"))
    note = models.CharField(_("note"), max_length=250, blank=True, help_text=_("Why it was given, receipt number."))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["-ends_at", "-pk"]
        indexes = [models.Index(fields=["user", "ends_at"], name="subscription_by_user")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="subscription_ends_after_it_starts",
                violation_error_message=_("The end must come after the beginning."),
            ),
        ]

    def __str__(self):
        return f"{self.user} · {self.plan}"

    def state_at(self, at):
        """What the querysets of the same names say, for one row."""
        if at < self.starts_at:
            return self.State.UPCOMING
        return self.State.ACTIVE if at < self.ends_at else self.State.ENDED
