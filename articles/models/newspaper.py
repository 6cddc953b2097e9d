"""The newspaper's identity: one row, edited in the back office."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Newspaper(models.Model):
    """The only row has the key 1; without it the site speaks under the default name."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=80, default="Newsroom")
    motto = models.CharField(_("motto"), max_length=150, blank=True)
    publisher = models.CharField(
        _("publisher"), max_length=150, blank=True, help_text=_("Named in legal notices and JSON-LD.")
    )
    place = models.CharField(
        _("place of the site’s time"), max_length=80, blank=True, help_text=_("Named beside every hour: “Bamako”.")
    )

    class Meta:
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspaper")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="newspaper_one_row")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The newspaper as it stands, one query; never None."""
        return cls.objects.filter(pk=1).first() or cls()
