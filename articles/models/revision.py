"""Working copies: everything that is edited about an article, as JSON, one row a save."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class RevisionQuerySet(models.QuerySet):
    def scheduled(self):
        """Versions of live articles that wait for their hour, those that could not appear at it included."""
        return self.filter(go_live_at__isnull=False, applied_at=None)

    def due(self, at=None):
        """Those whose hour has come and that nobody tries at the moment, oldest first."""
        at = at or timezone.now()
        free = Q(retry_at=None) | Q(retry_at__lte=at)
        return self.scheduled().filter(free, go_live_at__lte=at).order_by("go_live_at", "pk")


class Revision(models.Model):
    """``base`` is the revision that the person had before them. It may serve once: of racing saves on one base the
    database accepts one. What a revision holds never changes; publishing stamps ``applied_at``, people give it a
    ``name`` by which they find it again. Only an autosave is written over: it is what a person typed since, one row a
    person, by the form of ``form_key``.

    A version of a live article may wait for ``go_live_at``: ``retry_at`` is then a lease of who tries it or the end of
    a pause, ``problem`` says in words why it could not appear.

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
    form_key = models.UUIDField(null=True, editable=False)
    note = models.CharField(_("note"), max_length=500, blank=True)
    name = models.CharField(_("name of the version"), max_length=80, blank=True)
    go_live_at = models.DateTimeField(_("goes live"), null=True, blank=True)
    applied_at = models.DateTimeField(_("applied"), null=True, blank=True)
    retry_at = models.DateTimeField(_("next try"), null=True, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    problem = models.TextField(_("what stands in the way"), blank=True, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["article", "-id"], name="revision_newest"),
            models.Index(
                fields=["go_live_at"], condition=Q(go_live_at__isnull=False, applied_at=None), name="revision_due"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["base"], condition=Q(is_autosave=False), name="revision_base_serves_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(base=None, is_autosave=False), name="revision_one_root_an_article"
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(go_live_at__isnull=False, applied_at=None),
                name="revision_one_scheduled_an_article",
            ),
            models.UniqueConstraint(
                fields=["article", "author"], condition=Q(is_autosave=True), name="revision_one_autosave_a_person"
            ),
        ]

    def __str__(self):
        return f"{self.article_id} · {self.pk}"
