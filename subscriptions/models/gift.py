"""A subscription that somebody buys for somebody else: the words that go with it, and what has become of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .order import Order

LONGEST_MESSAGE = 300


class GiftQuerySet(models.QuerySet):
    def open(self):
        """Paid for, and neither redeemed nor taken back."""
        return self.filter(paid_at__isnull=False, redeemed_at__isnull=True, cancelled_at__isnull=True)

    def to_send(self, day):
        """Those whose recipients are to be told on the day or were to be before it."""
        return self.open().filter(sent_at__isnull=True, deliver_on__lte=day).exclude(recipient="").order_by("pk")


class Gift(models.Model):
    """``subscriptions.gifts`` alone writes it. Of the code no more than a digest is kept: a new one makes the one
    before it worthless. Without a ``recipient`` the buyer hands the code over."""

    order = models.OneToOneField(
        Order, verbose_name=pgettext_lazy("purchase", "order"), on_delete=models.PROTECT, related_name="gift"
    )
    recipient = models.EmailField(_("address of the recipient"), blank=True)
    giver = models.CharField(_("name of the giver"), max_length=80, blank=True)
    message = models.CharField(_("message"), max_length=LONGEST_MESSAGE, blank=True)
    deliver_on = models.DateField(_("day of delivery"))
    created_at = models.DateTimeField(_("ordered"), default=timezone.now)
    paid_at = models.DateTimeField(_("paid"), null=True, blank=True)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    redeemed_at = models.DateTimeField(_("redeemed"), null=True, blank=True)
    redeemed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("redeemed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gifts_received",
    )
    cancelled_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = GiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("gift")
        verbose_name_plural = _("gifts")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["deliver_on"],
                condition=Q(
                    sent_at__isnull=True,
                    paid_at__isnull=False,
                    redeemed_at__isnull=True,
                    cancelled_at__isnull=True,
                ),
                name="gift_to_send",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["code_digest"], condition=~Q(code_digest=""), name="gift_code_once"),
            models.CheckConstraint(
                condition=Q(redeemed_at__isnull=True) | Q(cancelled_at__isnull=True),
                name="gift_not_redeemed_and_taken_back",
            ),
            models.CheckConstraint(
                condition=Q(redeemed_at__isnull=True) | Q(paid_at__lte=F("redeemed_at")), name="gift_paid_first"
            ),
        ]

    def __str__(self):
        return f"{self.order.plan_name} · {self.recipient or self.order.key}"

    @property
    def state_in_words(self) -> str:
        """What the buyer is told."""
        if self.cancelled_at:
            return _("Taken back: its money was refunded")
        if self.redeemed_at:
            return _("Redeemed")
        if not self.paid_at:
            return self.order.get_state_display()
        if not self.recipient:
            return _("Paid: the code is for you to hand over")
        return _("Sent, not redeemed yet") if self.sent_at else _("Paid: it will be sent on its day")

    @property
    def is_open(self) -> bool:
        return bool(self.paid_at and not self.redeemed_at and not self.cancelled_at)
