"""How long the newspaper has to publish an answer, by country: written by the desk, after its lawyer."""

import datetime as dt

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.holidays import Holidays, read
from articles.reply_deadlines import Unit

LONGEST_DELAY = 999


def count_words(rule) -> str:
    """« 3 jours », « 24 heures ouvrées »."""
    number = {"number": rule.amount}
    return {
        Unit.HOURS: ngettext("%(number)d hour", "%(number)d hours", rule.amount),
        Unit.WORKING_HOURS: ngettext("%(number)d working hour", "%(number)d working hours", rule.amount),
        Unit.DAYS: ngettext("%(number)d day", "%(number)d days", rule.amount),
        Unit.WORKING_DAYS: ngettext("%(number)d working day", "%(number)d working days", rule.amount),
    }[rule.unit] % number


class ReplyRule(models.Model):
    """``weekdays`` are digits, 1 for Monday; ``holidays`` as ``articles.holidays`` reads them."""

    Unit = Unit

    name = models.CharField(_("name"), max_length=80, unique=True)
    country = models.CharField(_("country"), max_length=60, blank=True)
    amount = models.PositiveSmallIntegerField(
        _("time allowed"), validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DELAY)]
    )
    unit = models.CharField(_("counted in"), max_length=15, choices=Unit.choices, default=Unit.DAYS)
    opens_at = models.TimeField(_("opening hour"), default=dt.time(8))
    closes_at = models.TimeField(_("closing hour"), default=dt.time(17))
    weekdays = models.CharField(_("working days"), max_length=7, default="12345")
    holidays = models.TextField(_("days off"), max_length=4000, blank=True)
    note = models.TextField(_("note on the law"), max_length=2000, blank=True)
    is_default = models.BooleanField(_("proposed first"), default=False)

    class Meta:
        verbose_name = _("time allowed for an answer")
        verbose_name_plural = _("times allowed for an answer")
        ordering = ["-is_default", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__in=["hours", "working_hours", "days", "working_days"]), name="reply_rule_unit_known"
            ),
            models.CheckConstraint(condition=Q(amount__gte=1), name="reply_rule_allows_some_time"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="reply_rule_opens_then_closes"),
            models.CheckConstraint(condition=~Q(weekdays=""), name="reply_rule_works_some_day"),
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="reply_rule_one_proposed_first"
            ),
        ]

    def __str__(self):
        return f"{self.name} ({count_words(self)})"

    @cached_property
    def days_off(self) -> Holidays:
        return read(self.holidays)

    def works_on(self, day) -> bool:
        """Whether the day is worked."""
        return str(day.isoweekday()) in self.weekdays and day not in self.days_off
