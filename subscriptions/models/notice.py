"""Which letters a person was written about what they bought, and whether they want to be reminded."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .ledger import Payment
from .order import Order
from .subscription import Subscription


class Notice(models.Model):
    """A letter that was written, in the transaction of its cause. The constraints let each be written once."""

    class Kind(models.TextChoices):
        WELCOME = "welcome", _("Welcome")
        RECEIPT = "receipt", pgettext_lazy("letter", "Receipt")
        WEEK_BEFORE = "week", _("Seven days before the end")
        DAY_BEFORE = "day", _("The day before the end")
        DAY_AFTER = "after", _("The day after the end")
        PAID_TWICE = "twice", _("Paid twice")
        REFUNDED = "refunded", pgettext_lazy("letter", "Refund made")
        RENEWAL_FAILED = "failed", _("Renewal refused")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    subscription = models.ForeignKey(
        Subscription, verbose_name=_("subscription"), on_delete=models.PROTECT, null=True, related_name="notices"
    )
    payment = models.ForeignKey(
        Payment, verbose_name=_("payment"), on_delete=models.PROTECT, null=True, related_name="notices"
    )
    order = models.ForeignKey(
        Order,
        verbose_name=pgettext_lazy("purchase", "order"),
        on_delete=models.PROTECT,
        null=True,
        related_name="notices",
    )
    written_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        verbose_name = _("letter to a subscriber")
        verbose_name_plural = _("letters to subscribers")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=models.Q(kind="welcome"), name="one_welcome_a_person"),
            models.UniqueConstraint(fields=["kind", "subscription"], name="one_notice_by_period"),
            models.UniqueConstraint(fields=["kind", "payment"], name="one_notice_by_payment"),
            models.UniqueConstraint(fields=["kind", "order"], name="one_notice_by_order"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.user}"


class ReminderChoice(models.Model):
    """Whoever has no row wants to be reminded."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="reminder_choice",
    )
    wanted = models.BooleanField(_("reminders"), default=True)

    class Meta:
        verbose_name = _("choice of reminders")
        verbose_name_plural = _("choices of reminders")

    def __str__(self):
        return str(self.user)
