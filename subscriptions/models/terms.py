"""How far one reads without paying: one row, set by the office."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

MOST_FREE, MOST_OFFERED = 31, 100


class Terms(models.Model):
    """Without a row, the numbers are the fields' own."""

    free_articles = models.PositiveSmallIntegerField(
        _("free articles per month"),
        default=3,
        validators=[MaxValueValidator(MOST_FREE)],
        help_text=_(
            "How many articles for subscribers a reader with an account opens in a calendar month. 0: none. "
            "What was opened before a change stays open until the end of the month."
        ),
    )
    offered_articles = models.PositiveSmallIntegerField(
        _("articles to offer per month"),
        default=10,
        validators=[MaxValueValidator(MOST_OFFERED)],
        help_text=_("How many articles a subscriber may offer by a link in a calendar month. 0: none."),
    )

    class Meta:
        verbose_name = _("reading terms")
        verbose_name_plural = _("reading terms")
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="terms_one_row"),
            models.CheckConstraint(
                condition=Q(free_articles__lte=MOST_FREE, offered_articles__lte=MOST_OFFERED), name="terms_bounded"
            ),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def current(cls):
        """As they stand, one query; never None."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
