"""Who read an article for subscribers without being one: free readings of the month, links by which a subscriber
offers an article, and what was opened by them. Places are numbered, so that the database holds the limits."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article

# How often a link opens its article.
OPENINGS = 5


def new_nonce() -> str:
    """128 random bits."""
    return secrets.token_urlsafe(16)


class FreeReading(models.Model):
    """``month`` is its first day in the site's zone; ``number`` counts from 1 to what the terms allow."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="free_readings")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="free_readings")
    month = models.DateField(_("month"))
    number = models.PositiveSmallIntegerField(_("number"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("free reading")
        verbose_name_plural = _("free readings")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "month", "article"], name="free_article_once_a_month"),
            models.UniqueConstraint(fields=["user", "month", "number"], name="free_reading_has_its_number"),
        ]

    def __str__(self):
        return f"{self.user_id} · {self.article_id} · {self.month:%Y-%m}"


class OfferedArticleQuerySet(models.QuerySet):
    def live(self, at=None):
        """Neither withdrawn nor past their end; whether openings are left is asked when one is wanted."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at or timezone.now())


class OfferedArticle(models.Model):
    """A link of one subscriber to one article. ``number`` is its place among those of the subscriber's month."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="offers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="offered_articles")
    nonce = models.CharField(max_length=22, default=new_nonce, editable=False)
    month = models.DateField(_("month"))
    number = models.PositiveSmallIntegerField(_("number"))
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = OfferedArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("offered article")
        verbose_name_plural = _("offered articles")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "month", "number"], name="offered_article_has_its_number")
        ]

    def __str__(self):
        return f"{self.article_id} · {self.pk}"


class OfferedOpening(models.Model):
    """That somebody opened the article by the link, and nothing of who it was."""

    offer = models.ForeignKey(OfferedArticle, on_delete=models.CASCADE, related_name="openings")
    number = models.PositiveSmallIntegerField(_("number"))
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("opening of an offered article")
        verbose_name_plural = _("openings of offered articles")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="offered_opening_has_its_number"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=OPENINGS), name="offered_openings_bounded"),
        ]

    def __str__(self):
        return f"{self.offer_id} · {self.number}"
