"""What somebody wants to buy: a copy of what was offered at that moment, and what has become of it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from subscriptions.money import format_price

from .institution import Institution
from .plan import Currency, Period, Plan, Zone

# Letters and digits that are not taken for each other when they are read aloud or copied by hand.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_key() -> str:
    """68 random bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(14))


class OrderQuerySet(models.QuerySet):
    def to_ask_about(self, at=None):
        """Those of which the provider is to be asked now, oldest first."""
        return self.filter(next_check_at__lte=at or timezone.now()).order_by("next_check_at", "pk")


class Order(models.Model):
    """``state`` changes only in ``subscriptions.billing``, along its table. The price and what it buys are those of
    the moment of the order, whatever the plan says later. ``renews`` asks the provider to charge again at each end;
    the order that comes of it is the ``renewal_of`` this one. ``provider_token`` is what a provider wants to be told,
    besides the reference, when it is asked."""

    class State(models.TextChoices):
        PENDING = "pending", _("Awaiting payment")
        PAID = "paid", _("Paid")
        FAILED = "failed", _("Payment refused")
        EXPIRED = "expired", _("Expired")
        CANCELLED = "cancelled", pgettext_lazy("order", "Given up")
        REFUNDED = "refunded", pgettext_lazy("order", "Refunded")
        SURPLUS = "surplus", _("Paid twice, to be refunded")

    class Purpose(models.TextChoices):
        SELF = "self", _("For oneself")
        GIFT = "gift", _("To give")
        SEATS = "seats", _("Seats of an institution")

    key = models.CharField(_("order number"), max_length=14, unique=True, default=new_key, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("buyer"), on_delete=models.PROTECT, related_name="orders"
    )
    buyer_name = models.CharField(_("name of the buyer"), max_length=150, blank=True)
    buyer_email = models.EmailField(_("address of the buyer"))
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices, default=Purpose.SELF)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="orders",
    )
    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="orders")
    zone = models.ForeignKey(Zone, verbose_name=_("price zone"), on_delete=models.PROTECT, related_name="orders")
    plan_name = models.CharField(_("name of the plan"), max_length=80)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    grace_days = models.PositiveSmallIntegerField(_("days of grace"), default=0)
    seats = models.PositiveIntegerField(_("seats"), default=1)
    amount = models.PositiveIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices)
    provider = models.CharField(_("means of payment"), max_length=20)
    reference = models.CharField(_("reference at the provider"), max_length=255, blank=True)
    provider_token = models.CharField(max_length=255, blank=True, editable=False)
    payment_url = models.URLField(_("payment page"), max_length=2000, blank=True)
    renews = models.BooleanField(_("renews itself"), default=False)
    renewal_of = models.OneToOneField(
        "self",
        verbose_name=_("renews the order"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="renewal",
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PENDING, editable=False)
    created_at = models.DateTimeField(_("ordered"), auto_now_add=True)
    expires_at = models.DateTimeField(_("payable until"))
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    checks = models.PositiveSmallIntegerField(default=0, editable=False)
    next_check_at = models.DateTimeField(null=True, editable=False)
    problem = models.CharField(_("why there is no answer"), max_length=250, blank=True, editable=False)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("purchase", "order")
        verbose_name_plural = _("orders")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["next_check_at"], condition=Q(next_check_at__isnull=False), name="order_to_ask_about"
            ),
            models.Index(fields=["reference"], name="order_by_reference"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "plan"],
                condition=Q(state="pending", purpose="self"),
                name="one_pending_order_by_plan_and_person",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="order_has_a_seat"),
        ]

    def __str__(self):
        return f"{self.key} · {self.plan_name}"

    @property
    def subscription(self):
        """The period that it bought, where that is now; None where it has bought none. One query."""
        return self.periods.in_place().select_related("revocation").first()

    @property
    def amount_in_words(self) -> str:
        return format_price(self.amount, self.currency)
