"""Money that came, money that went back, what does not add up, and what providers have sent."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from subscriptions.money import format_price

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .order import Order
from .plan import Currency


class PaymentQuerySet(AppendOnlyQuerySet):
    def ours(self):
        """What the newspaper has received: of these there are receipts, sums and refunds."""
        return self.exclude(discrepancy__kind=Discrepancy.Kind.RECIPIENT)


class Payment(AppendOnlyModel):
    """Money of which a provider tells: each of its payments once, whatever was ordered, and to whomever it went.

    ``amount`` is an integer in the currency's minor unit. ``external_id`` is the provider's name for it; of cash, the
    number of the paper receipt. ``receipt`` numbers them without a gap in a year: « 2026-000123 »."""

    order = models.ForeignKey(
        Order,
        verbose_name=pgettext_lazy("purchase", "order"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="payments",
    )
    provider = models.CharField(_("means of payment"), max_length=20)
    external_id = models.CharField(_("reference at the provider"), max_length=255)
    amount = models.PositiveIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    receipt = models.CharField(_("receipt"), max_length=14, unique=True)
    received_at = models.DateTimeField(pgettext_lazy("payment", "received"), default=timezone.now)
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["received_at"], name="payment_by_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "external_id"],
                name="payment_counted_once",
                violation_error_message=_("This payment is recorded already."),
            )
        ]

    def __str__(self):
        return f"{self.receipt} · {self.amount_in_words}"

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.currency)

    @property
    def is_ours(self) -> bool:
        found = getattr(self, "discrepancy", None)
        return found is None or found.kind != Discrepancy.Kind.RECIPIENT

    @property
    def bought(self) -> Order | None:
        """What this money has paid for, be it that the office gave it afterwards; None where it has bought nothing."""
        found = getattr(self, "discrepancy", None)
        return found.order if found else self.order


class RefundQuerySet(models.QuerySet):
    def ours(self):
        return self.exclude(payment__discrepancy__kind=Discrepancy.Kind.RECIPIENT)


class Refund(models.Model):
    """Money of one payment that goes back, all of it or a part: one a payment. ``state`` alone changes, from asked to
    done or refused by the provider."""

    class State(models.TextChoices):
        ASKED = "asked", _("Asked for")
        DONE = "done", _("Refunded")
        FAILED = "failed", _("Refused by the provider")

    payment = models.OneToOneField(Payment, verbose_name=_("payment"), on_delete=models.PROTECT, related_name="refund")
    amount = models.PositiveIntegerField(_("amount"))
    reason = models.CharField(_("reason"), max_length=250)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    receipt = models.CharField(_("credit note"), max_length=16, unique=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ASKED, editable=False)
    external_id = models.CharField(_("reference at the provider"), max_length=255, blank=True)
    error = models.CharField(_("what the provider said"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("asked for"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    objects = RefundQuerySet.as_manager()

    class Meta:
        verbose_name = _("refund")
        verbose_name_plural = _("refunds")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.receipt} · {self.amount_in_words}"

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.payment.currency)


class Discrepancy(models.Model):
    """Money that did not buy what was ordered. It stays on the office's list until somebody says what was done.
    ``order`` is what the office gave for it afterwards: the payment itself never changes."""

    class Kind(models.TextChoices):
        NO_ORDER = "no_order", _("Money without an order")
        AMOUNT = "amount", _("Another amount than ordered")
        CURRENCY = "currency", _("Another currency than ordered")
        RECIPIENT = "recipient", _("Paid to another account")
        ORDER = "order", _("Paid for another order")
        DUPLICATE = "duplicate", _("Paid twice")
        GONE = "gone", _("Account deleted")

    payment = models.OneToOneField(
        Payment, verbose_name=_("payment"), on_delete=models.PROTECT, related_name="discrepancy"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    order = models.OneToOneField(
        Order,
        verbose_name=_("what it has bought since"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="settled_discrepancy",
    )
    noted_at = models.DateTimeField(_("noted"), default=timezone.now)
    resolved_at = models.DateTimeField(_("settled"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    resolution = models.CharField(_("what was done"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("discrepancy")
        verbose_name_plural = _("discrepancies")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["noted_at"], condition=Q(resolved_at__isnull=True), name="discrepancy_open"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.payment}"


class ProviderEvent(models.Model):
    """A call of a provider that was rightly signed: kept, answered, and only then looked into. Of an order it says no
    more than that its provider should be asked."""

    provider = models.CharField(_("means of payment"), max_length=20)
    event_id = models.CharField(_("number at the provider"), max_length=255)
    reference = models.CharField(_("reference at the provider"), max_length=255, blank=True)
    body = models.TextField(_("text"))
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    handled_at = models.DateTimeField(_("handled"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(default=timezone.now, editable=False)
    error = models.CharField(_("last error"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("call of a provider")
        verbose_name_plural = _("calls of providers")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(handled_at__isnull=True), name="provider_event_waiting")
        ]
        constraints = [models.UniqueConstraint(fields=["provider", "event_id"], name="provider_event_once")]

    def __str__(self):
        return f"{self.provider} · {self.event_id}"
