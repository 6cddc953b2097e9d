"""What is for sale: a period, and its price in each zone. What was sold keeps its own copy in its order."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from subscriptions.money import format_price

# The longest time that one may go on reading after the end, in days.
LONGEST_GRACE = 31
PER_PERIOD = {
    "day": _("per day"),
    "week": _("per week"),
    "month": _("per month"),
    "quarter": _("per quarter"),
    "year": _("per year"),
}


class Period(models.TextChoices):
    DAY = "day", _("Day")
    WEEK = "week", _("Week")
    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    YEAR = "year", _("Year")


class Currency(models.TextChoices):
    XOF = "XOF", _("CFA franc (XOF)")
    EUR = "EUR", _("Euro (EUR)")


class Zone(models.Model):
    """Where readers buy, and in which currency: the country itself, the diaspora."""

    name = models.CharField(_("name"), max_length=80, help_text=_("As readers see it: « Mali et zone franc »."))
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.XOF)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("price zone")
        verbose_name_plural = _("price zones")
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(currency__in=["XOF", "EUR"]), name="zone_currency")]

    def __str__(self):
        return self.name


class PlanQuerySet(models.QuerySet):
    def with_prices(self, prices=None):
        """One query more for the prices of all, or of those given, with their zones."""
        rows = Price.objects.select_related("zone") if prices is None else prices
        return self.prefetch_related(models.Prefetch("prices", rows))

    def for_readers(self):
        """What stands on the page of subscriptions."""
        return self.filter(is_active=True, is_for_institutions=False).with_prices(Price.objects.for_sale())


class Plan(models.Model):
    """``grace_days``: how long one goes on reading after the end of a period that was sold with this plan."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.CharField(_("what one gets"), max_length=250, blank=True)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    grace_days = models.PositiveSmallIntegerField(
        _("days of grace"),
        default=0,
        validators=[MaxValueValidator(LONGEST_GRACE)],
        help_text=_("How many days one goes on reading after the end. Applies to what is sold from now on."),
    )
    is_trial = models.BooleanField(
        _("trial"), default=False, help_text=_("Once a person. At a price of 0, it begins without a payment.")
    )
    is_for_institutions = models.BooleanField(
        _("reserved to institutions"), default=False, help_text=_("Sold by the seat, and not shown to readers.")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("for sale"), default=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period__in=["day", "week", "month", "quarter", "year"]), name="plan_period_known"
            ),
            models.CheckConstraint(
                condition=models.Q(grace_days__lte=LONGEST_GRACE),
                name="plan_grace_bounded",
                violation_error_message=_("A grace of more than 31 days would be a gift."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def period_in_words(self) -> str:
        return PER_PERIOD[self.period]


class PriceQuerySet(models.QuerySet):
    def for_sale(self):
        """Only a trial costs nothing: any other price of 0 is a slip, for which nothing is sold."""
        paid = models.Q(amount__gt=0) | models.Q(plan__is_trial=True)
        return self.filter(paid, plan__is_active=True).select_related("plan", "zone")


class Price(models.Model):
    """``amount`` is an integer in the currency's minor unit: 2500 in XOF is 2 500 F, 500 in EUR is 5,00 €."""

    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="prices")
    zone = models.ForeignKey(Zone, verbose_name=_("price zone"), on_delete=models.PROTECT, related_name="prices")
    amount = models.PositiveIntegerField(
        _("price"), help_text=_("In the currency’s smallest unit: francs for XOF, cents for EUR.")
    )

    objects = PriceQuerySet.as_manager()

    class Meta:
        verbose_name = _("price")
        verbose_name_plural = _("prices")
        ordering = ["zone__position", "zone_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "zone"],
                name="one_price_by_plan_and_zone",
                violation_error_message=_("This plan has a price for this zone already."),
            )
        ]

    def __str__(self):
        return self.in_words

    @property
    def in_words(self) -> str:
        """Two more queries without ``select_related("zone")``."""
        return format_price(self.amount, self.zone.currency)
