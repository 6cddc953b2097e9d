"""Addresses that an article had: they keep leading to it, through the door."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class FormerAddress(models.Model):
    """``path`` is day and slug, « 2024/05/27/symposium ». One row a path, pointing at the article: no chains."""

    path = models.CharField(_("address"), max_length=200, unique=True)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="former_addresses")
    left_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return self.path
