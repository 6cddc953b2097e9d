"""Who signs an article, in order and in which role."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from authors.models import Author


class Byline(models.Model):
    """Carries the article's ``published_at`` (null unless approved), so that an author's page is one range of an
    index. ``workflow.py`` alone writes these rows."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("Author")
        PHOTOGRAPHER = "photographer", _("Photographer")
        CORRESPONDENT = "correspondent", _("Correspondent")
        TRANSLATOR = "translator", _("Translator")
        GUEST = "guest", _("Guest writer")

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="bylines")
    role = models.CharField(_("role"), max_length=15, choices=Role.choices, default=Role.AUTHOR)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["author", "-published_at", "-article"], name="byline_by_instant")]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_once_an_author")]

    def __str__(self):
        return f"{self.author_id} · {self.article_id}"
