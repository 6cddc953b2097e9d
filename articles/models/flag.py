"""Flags of the desk, « Photo manquante », and which articles carry them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .section import Section


class Flag(models.Model):
    """The newsroom's own words. ``color`` is one of the colours of the sections."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    blocks = models.BooleanField(_("blocks publication"), default=False)
    color = models.CharField(
        _("colour"), max_length=10, choices=Section.Color.choices, default=Section.Color.OCHRE.value
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        ordering = ["position", "name", "pk"]

    def __str__(self):
        return self.name


class RaisedFlag(models.Model):
    """``articles.following`` alone writes these rows."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="raised_flags")
    flag = models.ForeignKey(Flag, verbose_name=_("flag"), on_delete=models.PROTECT, related_name="raised")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("flag of an article")
        verbose_name_plural = _("flags of articles")
        ordering = ["flag__position", "flag__name", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "flag"], name="flag_raised_once")]

    def __str__(self):
        return f"{self.flag_id} · {self.article_id}"
