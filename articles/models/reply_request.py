"""The register of rights of reply: who asks to answer which article, until when, and what became of it."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .reply_rule import ReplyRule

NEAR = dt.timedelta(hours=48)


class State(models.TextChoices):
    OPEN = "open", _("Open")
    ANSWERED = "answered", _("Answer published")
    REFUSED = "refused", _("Refused")


class ReplyRequestQuerySet(models.QuerySet):
    def answered(self, at=None):
        """Their answer is online: asked at the door, so that a withdrawn answer leaves the request open again."""
        return self.filter(answer__in=Article.objects.published(at))

    def refused(self):
        return self.filter(refused_at__isnull=False)

    def open(self, at=None):
        return self.filter(refused_at=None).exclude(pk__in=self.model.objects.answered(at).values("pk"))

    def near(self, at=None):
        """Open, with an end that is near or has passed."""
        at = at or timezone.now()
        return self.open(at).filter(deadline_at__lte=at + NEAR)

    def late(self, at=None):
        at = at or timezone.now()
        return self.open(at).filter(deadline_at__lte=at)

    def in_state(self, name, at=None):
        """Those of which ``state_at`` says the same."""
        return self.refused() if name == State.REFUSED else getattr(self, name)(at)


class ReplyRequest(models.Model):
    """``articles.replies`` alone writes it. ``contact`` is for the desk's eyes; readers see of a request only the link
    between the article and its answer. ``deadline_at`` is computed when the request is saved."""

    State = State

    class Means(models.TextChoices):
        LETTER = "letter", _("Letter")
        EMAIL = "e_mail", _("E-mail")
        BAILIFF = "bailiff", _("Bailiff")
        BY_HAND = "by_hand", _("Handed over")

    article = models.ForeignKey(
        Article, verbose_name=_("article in question"), on_delete=models.PROTECT, related_name="reply_requests"
    )
    requester = models.CharField(_("who asks"), max_length=150)
    capacity = models.CharField(_("in what capacity"), max_length=150, blank=True)
    contact = models.TextField(_("how to reach them"), max_length=500, blank=True)
    means = models.CharField(_("received by"), max_length=10, choices=Means.choices, default=Means.LETTER)
    received_at = models.DateTimeField(_("received"))
    text = models.TextField(_("text to publish"), max_length=20_000)
    rule = models.ForeignKey(
        ReplyRule, verbose_name=_("time allowed"), on_delete=models.PROTECT, related_name="requests"
    )
    deadline_at = models.DateTimeField(_("to publish before"), editable=False)
    answer = models.OneToOneField(
        Article,
        verbose_name=_("answer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answered_request",
    )
    refusal = models.TextField(_("why it is refused"), max_length=2000, blank=True)
    refused_at = models.DateTimeField(_("refused"), null=True, editable=False)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("refused by"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("in charge"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)

    objects = ReplyRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("right of reply")
        verbose_name_plural = _("rights of reply")
        ordering = ["deadline_at", "pk"]
        # A register has no erased lines.
        default_permissions = ("view", "add", "change")
        indexes = [models.Index(fields=["deadline_at"], condition=Q(refused_at=None), name="reply_request_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(refused_at=None) | (~Q(refusal="") & Q(answer=None)), name="reply_refused_with_a_reason"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="reply_request_says_something"),
            models.CheckConstraint(
                condition=Q(answer=None) | ~Q(answer=F("article")), name="reply_answers_another_article"
            ),
        ]

    def __str__(self):
        return f"{self.requester} · {self.article}"

    def state_at(self, at) -> State:
        if self.refused_at:
            return State.REFUSED
        return State.ANSWERED if self.answer and self.answer.is_published_at(at) else State.OPEN

    @property
    def state(self) -> State:
        return self.state_at(timezone.now())

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def closed_at(self):
        """When it was refused, or its answer went live; None of an open one."""
        return self.refused_at or (None if self.is_open else self.answer.goes_live_at)
