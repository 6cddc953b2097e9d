"""Who has an article's form open now, and which of these forms may write."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article

# A form that has said nothing for so long is no longer there: a closed lid, a dead battery, no network.
PATIENCE = dt.timedelta(seconds=60)


class PresenceQuerySet(models.QuerySet):
    def here(self, at=None):
        """Forms that said lately that they are open."""
        return self.filter(seen_at__gt=(at or timezone.now()) - PATIENCE, left_at=None, saved_at=None)

    def writing(self, at=None):
        """Those of them that hold their article; at most one an article."""
        return self.here(at).filter(held_at__isnull=False)


class Presence(models.Model):
    """One opening of a form, by the key that it was given. ``held_at`` is since when it may write, None for one that
    only reads; the database lets one form hold an article. ``left_at`` is when the page was left, ``saved_at`` when
    its text was saved: what it sent before and arrives after does not bring it back."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    key = models.UUIDField(unique=True)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    seen_at = models.DateTimeField(_("last seen"), default=timezone.now, db_index=True)
    held_at = models.DateTimeField(_("writes since"), null=True)
    left_at = models.DateTimeField(_("left"), null=True)
    saved_at = models.DateTimeField(_("saved"), null=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("open form")
        verbose_name_plural = _("open forms")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(held_at__isnull=False), name="presence_one_holder_an_article"
            )
        ]

    def __str__(self):
        return f"{self.article_id} · {self.key}"
