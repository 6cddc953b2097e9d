"""The article as readers see it, and the door of every public read.

The row and its byline, tag and Lire-aussi rows are what readers see; editing writes revisions
(``articles.working_copy``) and ``articles.workflow`` alone writes status, instants and content here.
"""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.managers import TaggableManager

from accounts.second_factor import acts_as_staff
from pictures.models import Picture

from .byline import Byline
from .section import Section
from .tag import TaggedArticle

A_DAY = dt.timedelta(days=1)


class Status(models.TextChoices):
    """« Scheduled » and « published » are read from « approved » and the instants."""

    DRAFT = "draft", _("Draft")
    TO_REVIEW = "to_review", _("To review")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# What waits for an editor: a text that was handed in, or changes of one that is approved.
TO_REVIEW = Q(status=Status.TO_REVIEW) | Q(changes_to_review=True)


class Priority(models.TextChoices):
    NORMAL = "normal", pgettext_lazy("priority", "Normal")
    HIGH = "high", pgettext_lazy("priority", "High")
    URGENT = "urgent", pgettext_lazy("priority", "Urgent")


class ArticleQuerySet(models.QuerySet):
    def published(self, at=None):
        """The door: what anybody may see at the instant (now without one). A predicate over the clock; no job flips
        a flag, so a scheduled article is live on its second."""
        at = at or timezone.now()
        return self.filter(
            Q(embargo_until=None) | Q(embargo_until__lte=at),
            Q(unpublish_at=None) | Q(unpublish_at__gt=at),
            status=Status.APPROVED,
            published_at__lte=at,
        )

    def visible_to(self, user, at=None):
        """The door, and for staff what they may see besides: all articles, or those that are theirs."""
        if not (user.is_authenticated and user.is_active and acts_as_staff(user)):
            return self.published(at)
        if user.has_perm("articles.view_article"):
            return self.all()
        return self.filter(Q(pk__in=self.model.objects.published(at)) | Q(pk__in=self.model.objects.theirs(user)))

    def written_by(self, user):
        """Articles that the person started, or signs as published."""
        return self.filter(Q(created_by=user) | Q(bylines__author__user=user)).distinct()

    def theirs(self, user):
        """What the person may work on without a right to articles of others: what they wrote, and what is assigned
        to them while it is."""
        return self.filter(Q(created_by=user) | Q(bylines__author__user=user) | Q(assignee=user)).distinct()

    def on_desk_of(self, user):
        """What the back office lists for the person: everything, or what is theirs."""
        if user.has_perm("articles.view_article"):
            return self.all()
        return self.filter(pk__in=self.model.objects.theirs(user))

    def gone(self, at=None):
        """Articles that readers could see before the instant and no longer can: withdrawn or past their end."""
        at = at or timezone.now()
        return self.filter(
            Q(status=Status.WITHDRAWN) | Q(status=Status.APPROVED, unpublish_at__lte=at),
            Q(embargo_until=None) | Q(embargo_until__lte=at),
            published_at__lte=at,
        )

    def in_state(self, name, at=None):
        """Those of which ``articles.state.name`` says the same: draft, to_review, scheduled, published, withdrawn.
        What is approved and has changes that wait for a review is « to review » besides."""
        at = at or timezone.now()
        if name == "published":
            return self.published(at)
        approved = self.filter(status=Status.APPROVED)
        later = Q(published_at__gt=at) | Q(embargo_until__gt=at)
        if name == "scheduled":
            return approved.filter(later)
        if name == "withdrawn":
            return self.filter(Q(status=Status.WITHDRAWN) | (Q(status=Status.APPROVED, unpublish_at__lte=at) & ~later))
        if name == "to_review":
            return self.filter(TO_REVIEW)
        return self.filter(status=name)

    def late(self, at=None):
        """What the desk waits for: due times and dates that passed without an approval, and texts or changes handed
        in over a day ago."""
        at = at or timezone.now()
        handed_in = Q(steps__kind="submitted", steps__at__gt=at - A_DAY)
        waiting = TO_REVIEW & ~Q(pk__in=self.model.objects.filter(handed_in).values("pk"))
        unapproved = Q(status__in=[Status.DRAFT, Status.TO_REVIEW])
        return self.filter(waiting | Q(due_at__lte=at) | unapproved & Q(published_at__lte=at))

    def coming(self, at=None):
        """What readers will see later: scheduled articles, and those of which a new version waits for its hour."""
        scheduled = self.model.objects.in_state("scheduled", at)
        renewed = self.model.objects.with_scheduled_changes()
        return self.filter(Q(pk__in=scheduled.values("pk")) | Q(pk__in=renewed.values("pk")))

    def with_scheduled_changes(self, **which):
        """Those of which a version waits for its hour; ``which`` narrows by columns of that revision."""
        waiting = {"go_live_at__isnull": False, "applied_at": None} | which
        found = self.model.objects.filter(**{f"revisions__{name}": value for name, value in waiting.items()})
        return self.filter(pk__in=found.values("pk"))

    def stuck(self):
        """Those of which a new version could not appear at its hour."""
        return self.with_scheduled_changes(problem__gt="")

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def on_day(self, day):
        """By the day in their address (the site's zone)."""
        return self.filter(published_on=day)

    def for_cards(self):
        """What a card shows, in two queries: section, lead picture, bylines with their authors."""
        return self.select_related("section", "picture").prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author"))
        )

    def for_page(self):
        """What an article's page shows besides lists of other articles."""
        return self.select_related("section__parent", "picture", "answered_request").prefetch_related(
            Prefetch("bylines", Byline.objects.select_related("author__portrait")), "tags"
        )


def address_path(day, slug: str) -> str:
    """Day and slug as in a public address, without the slashes around: « 2024/05/27/symposium »."""
    return f"{day:%Y/%m/%d}/{slug}"


def full_headline(kicker: str, headline: str) -> str:
    """A kicker that ends in a colon is read with the headline; any other is a label above it."""
    return f"{kicker} {headline}".strip() if kicker.endswith(":") else headline


class Article(models.Model):
    """``published_on`` is the day in the address, in the site's zone, and stands with ``published_at``.
    ``revised_at`` is when the text last changed in substance after readers could see it."""

    Status = Status
    Priority = Priority

    class Access(models.TextChoices):
        EVERYONE = "everyone", _("Everyone")
        SUBSCRIBERS = "subscribers", _("Subscribers")

    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    headline = models.CharField(_("headline"), max_length=250)
    slug = models.SlugField(_("address"), max_length=120)
    standfirst = models.TextField(_("standfirst"), max_length=1000, blank=True)
    body = models.TextField(_("text"), blank=True)
    picture = models.ForeignKey(
        Picture, verbose_name=_("lead picture"), on_delete=models.PROTECT, null=True, blank=True, related_name="leads"
    )
    picture_caption = models.CharField(_("caption of the lead picture"), max_length=500, blank=True)
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.PROTECT, null=True, blank=True, related_name="articles"
    )
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="fr")
    access = models.CharField(_("access"), max_length=12, choices=Access.choices, default=Access.EVERYONE)
    comments_open = models.BooleanField(_("contributions open"), default=True)
    tags = TaggableManager(_("tags"), through=TaggedArticle, blank=True)
    related = models.ManyToManyField(
        "self", verbose_name=_("related articles"), through="RelatedArticle", symmetrical=False, blank=True
    )

    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(_("publication"), null=True, blank=True)
    published_on = models.DateField(null=True, blank=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    unpublish_at = models.DateTimeField(_("withdrawal"), null=True, blank=True)
    breaking_until = models.DateTimeField(_("breaking news until"), null=True, blank=True)
    revised_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)

    # The desk's own, never in a revision; publication ends all four.
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles_assigned",
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True, editable=False)
    priority = models.CharField(
        _("priority"), max_length=8, choices=Priority.choices, default=Priority.NORMAL, editable=False
    )
    changes_to_review = models.BooleanField(_("changes wait for a review"), default=False, editable=False)

    working_title = models.CharField(_("headline of the working copy"), max_length=250, blank=True, editable=False)
    creation_key = models.UUIDField(
        null=True, unique=True, editable=False, help_text="Of the form that started it: sent twice, it is one article."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles_started",
    )
    created_at = models.DateTimeField(_("started"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [
            ("publish_article", _("Can publish and withdraw articles")),
            ("change_any_article", _("Can change articles of others")),
            ("clear_flag", _("Can clear flags that block publication")),
        ]
        indexes = [
            models.Index(
                F("published_at").desc(), F("id").desc(), condition=Q(status="approved"), name="article_newest"
            ),
            models.Index(
                F("section"),
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(status="approved"),
                name="article_in_section",
            ),
            models.Index(
                F("published_on").desc(),
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(status="approved"),
                name="article_by_day",
            ),
            models.Index(fields=["-changed_at"], name="article_last_saved"),
            # What the calendar asks for besides what is published.
            models.Index(
                fields=["published_at"],
                condition=Q(status__in=["draft", "to_review"], published_at__isnull=False),
                name="article_planned",
            ),
            models.Index(fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="article_embargoed"),
            models.Index(fields=["unpublish_at"], condition=Q(unpublish_at__isnull=False), name="article_leaving"),
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="article_due"),
            models.Index(fields=["changed_at"], condition=Q(changes_to_review=True), name="article_changes_to_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "to_review", "approved", "withdrawn"]), name="article_status_known"
            ),
            models.CheckConstraint(condition=Q(access__in=["everyone", "subscribers"]), name="article_access_known"),
            models.CheckConstraint(
                condition=Q(priority__in=["normal", "high", "urgent"]), name="article_priority_known"
            ),
            # A draft is reviewed whole.
            models.CheckConstraint(
                condition=Q(changes_to_review=False) | Q(status="approved"), name="article_changes_of_what_is_approved"
            ),
            models.CheckConstraint(
                condition=~Q(status="approved")
                | (
                    Q(published_at__isnull=False, published_on__isnull=False, section__isnull=False)
                    & ~Q(slug="")
                    & ~Q(headline="")
                ),
                name="article_approved_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None, published_on=None)
                | Q(published_at__isnull=False, published_on__isnull=False),
                name="article_day_with_instant",
            ),
            models.CheckConstraint(
                condition=Q(unpublish_at=None) | Q(published_at__isnull=False, unpublish_at__gt=F("published_at")),
                name="article_withdrawal_after_publication",
            ),
            # An address names one article: drafts have none yet.
            models.UniqueConstraint(
                fields=["published_on", "slug"],
                condition=Q(status__in=["approved", "withdrawn"]),
                name="article_address_unique",
            ),
        ]

    def __str__(self):
        return self.working_title or self.headline or str(_("Untitled"))

    def get_absolute_url(self):
        """The public address; without a date of publication there is none, and it is empty."""
        if not self.path:
            return ""
        day = self.published_on
        return reverse("article", args=[f"{day:%Y}", f"{day:%m}", f"{day:%d}", self.slug])

    @property
    def title(self) -> str:
        """The headline, after a kicker that is the beginning of it (« #Mali : »), in lists and links."""
        return full_headline(self.kicker, self.headline)

    @property
    def path(self) -> str:
        """Day and slug, « 2024/05/27/symposium »; empty while no date is set."""
        return address_path(self.published_on, self.slug) if self.published_on and self.slug else ""

    def is_published_at(self, at) -> bool:
        """The door's question about this row, without a query; tests hold it against ``published()``."""
        return bool(
            self.status == Status.APPROVED
            and self.published_at
            and self.published_at <= at
            and (self.embargo_until is None or self.embargo_until <= at)
            and (self.unpublish_at is None or self.unpublish_at > at)
        )

    @property
    def is_published(self) -> bool:
        return self.is_published_at(timezone.now())

    @property
    def goes_live_at(self):
        """When readers see it: the later of publication and embargo; None without a date."""
        if self.published_at is None:
            return None
        return max(self.published_at, self.embargo_until or self.published_at)
