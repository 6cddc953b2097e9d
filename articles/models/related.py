"""« Lire aussi »: articles that the desk recommends under an article, in order."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RelatedArticle(models.Model):
    """``workflow.py`` alone writes these rows; whether readers see one is asked at the door."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="related_rows")
    related = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("related article")
        verbose_name_plural = _("related articles")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "related"], name="related_once"),
            models.CheckConstraint(condition=~Q(article=F("related")), name="related_to_another"),
        ]

    def __str__(self):
        return f"{self.article_id} → {self.related_id}"
