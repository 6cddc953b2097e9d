"""What subscribers say under an article."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.dates import instant_words
from articles.models import Article

LONGEST = 2000
# As many characters of each text are indexed, to find the same words said by others.
BEGINNING = 60
# The query key that names the contribution to answer.
REPLY_KEY = "repondre"


def room_address(article) -> str:
    """Where the contributions of a published article are read."""
    return reverse("contributions", args=article.path.split("/"))


class CommentQuerySet(models.QuerySet):
    def visible(self):
        """Those that the room shows."""
        return self.filter(state=Comment.State.VISIBLE)

    def beginning_like(self, text):
        return self.alias(beginning=Left("text", BEGINNING)).filter(beginning=text[:BEGINNING])


class Comment(models.Model):
    """``reply_to`` is the head of a thread: replies go one level deep. ``answers`` is the reply that a reply answers,
    None where it answers the head. ``key`` comes with the form, so that a request sent twice is one comment.

    ``state`` is written by ``comments.states`` alone. ``appreciations`` counts the rows of ``Appreciation``."""

    class State(models.TextChoices):
        """Readers of the room see the visible ones; a held one waits for a moderator, a rejected one was taken out by
        one, a deleted one by its author."""

        HELD = "held", _("Waiting")
        VISIBLE = "visible", _("Visible")
        REJECTED = "rejected", _("Rejected")
        DELETED = "deleted", _("Deleted by its author")

    class Cause(models.TextChoices):
        """Why it was held."""

        BEFORE = "before", _("every contribution is read first")
        NEWCOMER = "newcomer", _("one of the first of this person")
        LINK = "link", _("has a link")
        WORD = "word", _("has a suspect word")
        REPEAT = "repeat", _("repeats another contribution")
        QUIET = "quiet", _("came in the quiet hours")
        WATCHED = "watched", _("this person’s contributions are read first")
        MODERATOR = "moderator", _("a moderator held it")

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("subscriber"), on_delete=models.PROTECT, related_name="comments"
    )
    reply_to = models.ForeignKey(
        "self", verbose_name=_("in reply to"), on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    answers = models.ForeignKey(
        "self", verbose_name=_("answers"), on_delete=models.PROTECT, null=True, blank=True, related_name="answered_by"
    )
    text = models.TextField(_("text"), max_length=LONGEST)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.VISIBLE)
    held_for = models.CharField(_("held because"), max_length=10, choices=Cause.choices, blank=True)
    held_word = models.CharField(_("suspect word"), max_length=100, blank=True)
    key = models.UUIDField(unique=True, editable=False)
    posted_at = models.DateTimeField(_("posted"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    featured_at = models.DateTimeField(_("featured"), null=True, blank=True)
    appreciations = models.PositiveIntegerField(_("appreciations"), default=0)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["-posted_at", "-pk"]
        indexes = [
            models.Index(fields=["article", "-posted_at", "-id"], name="comment_by_article"),
            models.Index(fields=["article", "-appreciations", "-posted_at", "-id"], name="comment_by_appreciation"),
            models.Index(fields=["article", "state"], name="comment_by_article_and_state"),
            models.Index(fields=["posted_at", "id"], condition=Q(state="held"), name="comment_held"),
            models.Index(fields=["author", "-posted_at", "-id"], name="comment_by_author"),
            models.Index(Left("text", BEGINNING), name="comment_by_beginning"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["held", "visible", "rejected", "deleted"]), name="comment_state_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(featured_at=None) | Q(state="visible", reply_to=None),
                name="comment_featured_is_visible_head",
            ),
            models.CheckConstraint(condition=~Q(state="held", held_for=""), name="comment_held_for_a_cause"),
        ]
        permissions = [("moderate_comment", _("Can moderate contributions"))]

    def __str__(self):
        return Truncator(self.text).words(10)

    @property
    def anchor(self) -> str:
        """Its place in the room, « c123 »."""
        return f"c{self.pk}"

    @property
    def is_visible(self) -> bool:
        return self.state == self.State.VISIBLE

    @property
    def signature(self) -> str:
        """The public name; somebody whose name was taken away is « subscriber », and who has left has no name."""
        if self.author.erased_at:
            return gettext("Deleted account")
        return self.author.public_name or gettext("Subscriber")

    @property
    def posted_words(self) -> str:
        return instant_words(self.posted_at)


class Edit(models.Model):
    """The words of a contribution before its author changed them; moderators alone see them."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="edits")
    text = models.TextField(_("text before"))
    at = models.DateTimeField(_("changed"), auto_now_add=True)

    class Meta:
        verbose_name = _("earlier wording")
        verbose_name_plural = _("earlier wordings")
        default_permissions = []
        ordering = ["pk"]

    def __str__(self):
        return Truncator(self.text).words(10)
