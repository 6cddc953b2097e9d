"""Mail that the site owes: a row is written with its cause, a worker sends it. The row is the truth."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LATE = dt.timedelta(minutes=5)


class MessageQuerySet(models.QuerySet):
    def due(self, at=None):
        """Those to be tried now: the most urgent first, of those the oldest."""
        due = self.filter(state=Message.State.WAITING, next_try_at__lte=at or timezone.now())
        return due.order_by("urgency", "pk")

    def held_up(self, at=None):
        """Those that have failed, or that nobody has sent for five minutes."""
        late = Q(created_at__lte=(at or timezone.now()) - LATE)
        return self.filter(late | Q(tries__gt=0), state=Message.State.WAITING)


class Message(models.Model):
    """One mail to one address. A message that is being sent holds a lease until ``next_try_at``."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Given up")

    class Urgency(models.IntegerChoices):
        """Somebody waits in front of a form; nobody does; whoever gets many."""

        AT_ONCE = 1, _("At once")
        SOON = 5, _("Soon")
        BULK = 9, _("After all others")

    recipient = models.EmailField(_("recipient"))
    sender = models.CharField(_("sender"), max_length=254)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    urgency = models.PositiveSmallIntegerField(_("urgency"), choices=Urgency.choices, default=Urgency.SOON)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    error = models.TextField(_("last error"), blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["urgency", "id"], condition=Q(state="waiting"), name="message_waiting_in_order")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="message_sent_has_its_instant",
            ),
        ]

    def __str__(self):
        return f"{self.subject} → {self.recipient}"
