"""What the newsroom says to itself about an article: notes of colleagues, remarks of guests of a preview."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class Note(models.Model):
    """Written by somebody of the staff (``author``) or by a guest of a preview, whose name is what they typed."""

    class Kind(models.TextChoices):
        NOTE = "note", _("Note")
        REMARK = "remark", _("Remark of a guest")
        PASSED = "passed", _("Passed for press")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.NOTE)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="article_notes",
    )
    guest = models.CharField(_("name of the guest"), max_length=80, blank=True)
    text = models.TextField(_("text"), max_length=2000, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("note on an article")
        verbose_name_plural = _("notes on articles")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["article", "-id"], name="note_on_article")]

    def __str__(self):
        return f"{self.get_kind_display()} · {self.article_id}"

    @property
    def signed(self) -> str:
        """Who wrote it; empty where the account is gone."""
        return str(self.author) if self.author else self.guest


class MentionQuerySet(models.QuerySet):
    def unread_by(self, user):
        """Of articles that the person may still open."""
        return self.filter(user=user, read_at=None, note__article__in=Article.objects.on_desk_of(user))


class Mention(models.Model):
    """Somebody of the staff is named in a note: « @Fanta Diarra »."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="mentions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        indexes = [models.Index(fields=["user", "-id"], condition=models.Q(read_at=None), name="mention_unread")]
        constraints = [models.UniqueConstraint(fields=["note", "user"], name="mention_once_a_note")]

    def __str__(self):
        return f"{self.note_id} · {self.user_id}"
