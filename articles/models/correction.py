"""What the newspaper corrects in public: dated texts under an article, and on the page of corrections."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .article import Article

LONGEST = 1000


class CorrectionQuerySet(models.QuerySet):
    def shown(self):
        """Those that were not withdrawn; whether readers see their article is another question."""
        return self.filter(withdrawn_at=None)

    def published(self, at=None):
        """The door: of an article that anybody may see, and not withdrawn."""
        return self.shown().filter(article__in=Article.objects.published(at))


class Correction(models.Model):
    """Plain text. ``articles.corrections`` alone writes it: what readers read is reworded or withdrawn, never deleted,
    and the journal keeps the words before."""

    class Kind(models.TextChoices):
        CLARIFICATION = "clarification", _("Clarification")
        CORRECTION = "correction", _("Correction")
        UPDATE = "update", _("Update")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="corrections"
    )
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices, default=Kind.CORRECTION)
    text = models.TextField(_("text"), max_length=LONGEST)
    at = models.DateTimeField(pgettext_lazy("correction", "published"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-at", "-pk"]
        # Whoever may publish makes them: they have no rights of their own.
        default_permissions = ()
        indexes = [
            models.Index(F("at").desc(), F("id").desc(), condition=Q(withdrawn_at=None), name="correction_newest")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["clarification", "correction", "update"]), name="correction_kind_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_something"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawal="") | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal="")),
                name="correction_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.article}"

    def get_absolute_url(self):
        """Its place on the article's page."""
        return f"{self.article.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        return f"rectificatif-{self.pk}"
