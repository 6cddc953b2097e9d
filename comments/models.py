"""What subscribers say under an article."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article

LONGEST = 2000


class CommentQuerySet(models.QuerySet):
    def visible(self):
        """Those that the room shows."""
        return self.filter(state=Comment.State.VISIBLE)


class Comment(models.Model):
    """``reply_to`` is the head of a thread: replies go one level deep. ``key`` comes with the form, so that a request
    sent twice is one comment."""

    class State(models.TextChoices):
        VISIBLE = "visible", _("Visible")
        HIDDEN = "hidden", _("Hidden")

    article = models.ForeignKey(
        Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="comments"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("subscriber"), on_delete=models.PROTECT, related_name="comments"
    )
    reply_to = models.ForeignKey(
        "self", verbose_name=_("in reply to"), on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    text = models.TextField(_("text"), max_length=LONGEST)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.VISIBLE)
    key = models.UUIDField(unique=True, editable=False)
    posted_at = models.DateTimeField(_("posted"), auto_now_add=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-posted_at", "-pk"]
        indexes = [models.Index(fields=["article", "-posted_at", "-id"], name="comment_by_article")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=["visible", "hidden"]), name="comment_state_known"),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
        ]
        permissions = [("moderate_comment", _("Can moderate contributions"))]

    def __str__(self):
        return self.text[:60]
