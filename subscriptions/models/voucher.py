"""Scratch codes: who sells them, the batches in which they are printed, each code, the money that sellers bring."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from subscriptions.money import format_price

from .append_only import AppendOnlyModel
from .plan import Currency, Period, Plan, Zone
from .subscription import Subscription

LARGEST_BATCH = 600


class Agent(models.Model):
    """A kiosk or somebody who sells codes. ``commission`` is what is kept of each sale, in thousandths."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    place = models.CharField(
        pgettext_lazy("agent", "place"),
        max_length=120,
        blank=True,
        help_text=_("For instance “Central market, beside the pharmacy”."),
    )
    commission = models.PositiveSmallIntegerField(
        _("commission"),
        default=100,
        validators=[MaxValueValidator(1000)],
        help_text=_("Part of the price, in percent. Applies to the batches made from now on."),
    )
    is_active = models.BooleanField(_("sells codes"), default=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    class Meta:
        verbose_name = _("agent")
        verbose_name_plural = _("agents")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=Q(commission__lte=1000), name="agent_commission_bounded")]

    def __str__(self):
        return self.name


class VoucherBatch(models.Model):
    """Codes that were printed together. What they buy, their price and the seller's commission are those of the day
    on which they were made. ``key`` is the form's: sent twice, it makes one batch."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    agent = models.ForeignKey(Agent, verbose_name=_("agent"), on_delete=models.PROTECT, related_name="batches")
    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="batches")
    zone = models.ForeignKey(Zone, verbose_name=_("price zone"), on_delete=models.PROTECT, related_name="batches")
    plan_name = models.CharField(_("name of the plan"), max_length=80)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    grace_days = models.PositiveSmallIntegerField(_("days of grace"), default=0)
    amount = models.PositiveIntegerField(_("price of a code"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    commission = models.PositiveSmallIntegerField(_("commission"))
    size = models.PositiveIntegerField(
        _("number of codes"), validators=[MinValueValidator(1), MaxValueValidator(LARGEST_BATCH)]
    )
    expires_on = models.DateField(_("last day"), help_text=_("On which the codes can still be used."))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+"
    )
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("cancelled by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    cancel_reason = models.CharField(_("why it was cancelled"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("batch of codes")
        verbose_name_plural = _("batches of codes")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=Q(size__gte=1), name="batch_has_a_code")]

    def __str__(self):
        return _("Batch {number} · {plan} · {agent}").format(number=self.pk, plan=self.plan_name, agent=self.agent)

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.currency)


class Voucher(models.Model):
    """One code. Only its digest is kept, and its last characters, by which one speaks of it on the phone."""

    batch = models.ForeignKey(VoucherBatch, verbose_name=_("batch"), on_delete=models.PROTECT, related_name="vouchers")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    tail = models.CharField(_("last characters"), max_length=4, db_index=True)
    redeemed_at = models.DateTimeField(_("used"), null=True, blank=True)
    redeemed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("used by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vouchers",
    )
    subscription = models.OneToOneField(
        Subscription,
        verbose_name=_("subscription"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="voucher",
    )

    class Meta:
        verbose_name = _("scratch code")
        verbose_name_plural = _("scratch codes")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(redeemed_at__isnull=True, redeemed_by__isnull=True)
                | Q(redeemed_at__isnull=False, redeemed_by__isnull=False),
                name="voucher_used_by_somebody",
            )
        ]

    def __str__(self):
        return f"… {self.tail}"


class AgentSettlement(AppendOnlyModel):
    """Money that an agent brought to the counter. A mistake is put right by a second row with a minus."""

    agent = models.ForeignKey(Agent, verbose_name=_("agent"), on_delete=models.PROTECT, related_name="settlements")
    amount = models.IntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.XOF)
    receipt_number = models.CharField(_("number of the paper receipt"), max_length=40, unique=True)
    received_at = models.DateTimeField(pgettext_lazy("payment", "received"), default=timezone.now, db_index=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("money from an agent")
        verbose_name_plural = _("money from agents")
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="settlement_of_something")]

    def __str__(self):
        return f"{self.agent} · {self.amount_in_words}"

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.currency)
