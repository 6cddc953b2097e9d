"""What subscribers say under an article."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.dates import instant_words
from articles.models import Article

LONGEST = 2000
# The query key that names the contribution to answer.
REPLY_KEY = "repondre"


def room_address(article) -> str:
    """Where the contributions of a published article are read."""
    return reverse("contributions", args=article.path.split("/"))


class CommentQuerySet(models.QuerySet):
    def visible(self):
        """Those that the room shows."""
        return self.filter(state=Comment.State.VISIBLE)

    def threads(self):
        """The heads that the room shows, each with ``visible_replies``, oldest first, and all authors, in two queries.
        A hidden head stays, without its words, where somebody answered it."""
        answers = Comment.objects.visible().select_related("author").order_by("posted_at", "pk")
        answered = Exists(Comment.objects.visible().filter(reply_to=OuterRef("pk")))
        shown = Q(state=Comment.State.VISIBLE) | answered
        return (
            self.filter(shown, reply_to=None)
            .select_related("author")
            .prefetch_related(Prefetch("replies", answers, to_attr="visible_replies"))
        )


class Comment(models.Model):
    """``reply_to`` is the head of a thread: replies go one level deep. ``key`` comes with the form, so that a request
    sent twice is one comment."""

    class State(models.TextChoices):
        VISIBLE = "visible", _("Visible")
        HIDDEN = "hidden", _("Hidden")

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="comments")
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

    @property
    def anchor(self) -> str:
        """Its place in the room, « c123 »."""
        return f"c{self.pk}"

    @property
    def reply_address(self) -> str:
        """The room with the form set to answer it."""
        return f"{room_address(self.article)}?{REPLY_KEY}={self.pk}#ecrire"

    @property
    def is_visible(self) -> bool:
        return self.state == self.State.VISIBLE

    @property
    def signature(self) -> str:
        """The public name; somebody whose name was taken away is « subscriber »."""
        return self.author.public_name or gettext("Subscriber")

    @property
    def posted_words(self) -> str:
        return instant_words(self.posted_at)
