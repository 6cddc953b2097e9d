"""What is for sale: a period and its price."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from subscriptions.money import format_price

PER_PERIOD = {
    "day": _("per day"),
    "week": _("per week"),
    "month": _("per month"),
    "quarter": _("per quarter"),
    "year": _("per year"),
}


class Plan(models.Model):
    """``price`` is an integer in the currency's minor unit: 2500 in XOF is 2 500 F, 500 in EUR is 5,00 €."""

    class Period(models.TextChoices):
        DAY = "day", _("Day")
        WEEK = "week", _("Week")
        MONTH = "month", _("Month")
        QUARTER = "quarter", _("Quarter")
        YEAR = "year", _("Year")

    class Currency(models.TextChoices):
        XOF = "XOF", _("CFA franc (XOF)")
        EUR = "EUR", _("Euro (EUR)")

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.CharField(_("what one gets"), max_length=250, blank=True)
    period = models.CharField(_("period"), max_length=10, choices=Period.choices)
    price = models.PositiveIntegerField(
        _("price"), help_text=_("In the currency’s smallest unit: francs for XOF, cents for EUR.")
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.XOF)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("for sale"), default=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period__in=["day", "week", "month", "quarter", "year"]), name="plan_period_known"
            ),
            models.CheckConstraint(condition=models.Q(currency__in=["XOF", "EUR"]), name="plan_currency_known"),
        ]

    def __str__(self):
        return self.name

    @property
    def price_in_words(self) -> str:
        return format_price(self.price, self.currency)

    @property
    def period_in_words(self) -> str:
        return PER_PERIOD[self.period]
