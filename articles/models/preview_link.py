"""Links by which people without an account read a working copy, when each was opened, and what its guests left."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Count, Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .note import Note


def new_nonce() -> str:
    """128 random bits: a key of the database that is given again after a loss of data brings no old link to life."""
    return secrets.token_urlsafe(16)


class PreviewLinkQuerySet(models.QuerySet):
    def live(self, at=None):
        """Neither revoked nor past their end; whether the maker still may share is asked when one is opened."""
        return self.filter(revoked_at=None, expires_at__gt=at or timezone.now())

    def with_openings(self):
        """With how often (``times_opened``) and when last (``last_opened_at``) each was opened."""
        return self.annotate(times_opened=Count("openings"), last_opened_at=Max("openings__at"))


class PreviewLink(models.Model):
    """``articles.preview_links`` makes, revokes and judges them. ``label`` says for whom it was made."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="preview_links")
    nonce = models.CharField(max_length=22, default=new_nonce, editable=False)
    label = models.CharField(_("for whom"), max_length=80, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="preview_links",
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("revoked by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-pk"]

    def __str__(self):
        return self.label or f"{self.article_id} · {self.pk}"


class PreviewOpening(models.Model):
    """That somebody opened the link, and nothing of who it was."""

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="openings")
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("opening of a preview link")
        verbose_name_plural = _("openings of preview links")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.link_id} · {self.at:%Y-%m-%d %H:%M}"


class PreviewRemark(models.Model):
    """Which link a guest's note came by. ``key`` is that of the form and what was typed in it: sent twice, it is one
    note."""

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="remarks")
    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="remark")
    key = models.UUIDField()

    class Meta:
        verbose_name = _("remark by a preview link")
        verbose_name_plural = _("remarks by preview links")
        constraints = [models.UniqueConstraint(fields=["link", "key"], name="preview_remark_once")]

    def __str__(self):
        return f"{self.link_id} · {self.note_id}"
