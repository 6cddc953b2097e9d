"""Working copies: everything that is edited about an article, as JSON, one row a save."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class Revision(models.Model):
    """``base`` is the revision that the person had before them. It may serve once: of racing saves on one base the
    database accepts one. A revision is never changed, except that publishing stamps ``applied_at``.

    ``content`` holds plain values (see ``articles.working_copy``), its shape numbered by ``schema``.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    base = models.ForeignKey("self", on_delete=models.RESTRICT, null=True, blank=True, related_name="successors")
    schema = models.PositiveSmallIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="revisions",
    )
    created_at = models.DateTimeField(_("saved"), default=timezone.now)
    is_autosave = models.BooleanField(default=False)
    note = models.CharField(_("note"), max_length=500, blank=True)
    go_live_at = models.DateTimeField(_("goes live"), null=True, blank=True)
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["article", "-id"], name="revision_newest")]
        constraints = [
            models.UniqueConstraint(fields=["base"], condition=Q(is_autosave=False), name="revision_base_serves_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(base=None, is_autosave=False), name="revision_one_root_an_article"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.pk}"
