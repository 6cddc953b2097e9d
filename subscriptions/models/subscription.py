"""From when until when somebody is a subscriber: periods of fixed dates, as the receipts promise them.

A period is a row that is written once. What ends it early is a row of its own, a revocation.
"""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .append_only import AppendOnlyModel, AppendOnlyQuerySet
from .institution import Institution, Seat
from .order import Order
from .plan import Plan

SOON = dt.timedelta(days=7)


class SubscriptionQuerySet(AppendOnlyQuerySet):
    def standing(self, at=None):
        """Those that nothing has ended early at the instant."""
        return self.filter(Q(revocation__isnull=True) | Q(revocation__at__gt=at or timezone.now()))

    def active(self, at=None):
        """Those within whose dates the instant (now without one) lies, grace left out."""
        at = at or timezone.now()
        return self.standing(at).filter(starts_at__lte=at, ends_at__gt=at)

    def holding(self, at=None):
        """Those by which one reads and writes at the instant: the active ones, and those in their grace."""
        at = at or timezone.now()
        return self.standing(at).filter(starts_at__lte=at, grace_ends_at__gt=at)

    def ending(self, at):
        """Those that are active and end soon, with none of the same person's that goes on after them."""
        later = Subscription.objects.standing(at).filter(user=OuterRef("user"), ends_at__gt=OuterRef("ends_at"))
        return self.active(at).filter(~Exists(later), ends_at__lte=at + SOON)

    def ended(self, at):
        return self.in_place().filter(Q(ends_at__lte=at) | Q(revocation__at__lte=at))

    def upcoming(self, at):
        return self.standing(at).filter(starts_at__gt=at)

    def beginnings(self, at):
        """With which people have become subscribers by the instant: the first period of each that has ever begun."""
        begun = Q(revocation__isnull=True) | Q(revocation__at__gt=F("starts_at"))
        sooner = Q(starts_at__lt=OuterRef("starts_at")) | Q(starts_at=OuterRef("starts_at"), pk__lt=OuterRef("pk"))
        earlier = Subscription.objects.filter(begun, sooner, user=OuterRef("user"))
        return self.filter(begun, ~Exists(earlier), user__isnull=False, starts_at__lte=at)

    def in_place(self):
        """Each where it is now: those that have moved up are left out, and what they have become is there."""
        return self.filter(moved_to__isnull=True)

    def of(self, user):
        """The person's own periods, and those of institutions in which the person has a seat that there is."""
        seats = Seat.objects.existing().filter(user=user, freed_at__isnull=True)
        return self.filter(Q(user=user) | Q(institution__in=seats.values("institution")))


class Subscription(AppendOnlyModel):
    """A period of one person or of one institution, half open: it holds at ``starts_at`` and no longer at ``ends_at``.

    ``plan_name`` is the name under which it was sold. A period that moved up after a refund is a row of its own, which
    was ``moved_from`` the one that is ended by that; an order has one period, wherever it has moved.

    ``previous`` is the holder's row before this one. It is unique, and so is the first row of a holder: of two writers
    that extend one subscription at once, one writes and the other reads again. ``anchor_day`` is the day of the month
    on which a chain of monthly periods began (31: the last of every month).
    """

    class State(models.TextChoices):
        UPCOMING = "upcoming", _("Upcoming")
        ACTIVE = "active", _("Active")
        ENDED = "ended", _("Ended")

    class Source(models.TextChoices):
        PURCHASE = "purchase", _("Bought")
        TRIAL = "trial", _("Trial")
        VOUCHER = "voucher", _("Scratch code")
        GIFT = "gift", _("Gift received")
        STAFF = "staff", _("Given by the newspaper")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("subscriber"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subscriptions",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="subscriptions",
    )
    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="subscriptions")
    plan_name = models.CharField(_("name of the plan"), max_length=80, blank=True, editable=False)
    order = models.ForeignKey(
        Order,
        verbose_name=pgettext_lazy("purchase", "order"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="periods",
    )
    source = models.CharField(_("source"), max_length=10, choices=Source.choices, default=Source.STAFF)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"))
    grace_ends_at = models.DateTimeField(_("end of the grace"))
    anchor_day = models.PositiveSmallIntegerField(editable=False)
    previous = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="next"
    )
    moved_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="moved_to"
    )
    note = models.CharField(_("note"), max_length=250, blank=True, help_text=_("Why it was given, receipt number."))
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["-ends_at", "-pk"]
        indexes = [models.Index(fields=["user", "grace_ends_at"], name="subscription_by_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="subscription_ends_after_it_starts",
                violation_error_message=_("The end must come after the beginning."),
            ),
            models.CheckConstraint(
                condition=Q(grace_ends_at__gte=F("ends_at")), name="subscription_grace_comes_after"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, institution__isnull=True)
                | Q(user__isnull=True, institution__isnull=False),
                name="subscription_has_one_holder",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(previous__isnull=True), name="subscription_first_of_a_person"
            ),
            models.UniqueConstraint(
                fields=["institution"], condition=Q(previous__isnull=True), name="subscription_first_of_an_institution"
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(source="trial", moved_from__isnull=True), name="one_trial_a_person"
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(moved_from__isnull=True), name="one_period_an_order"
            ),
        ]

    def __str__(self):
        return f"{self.user or self.institution} · {self.sold_as}"

    @property
    def sold_as(self) -> str:
        """A period that was written by hand has its plan's name of today."""
        return self.plan_name or self.plan.name

    @property
    def holder(self) -> dict:
        """As ``subscriptions.granting`` takes it."""
        return {"institution": self.institution} if self.institution_id else {"user": self.user}

    def state_at(self, at):
        """What the querysets of the same names say, for one row. ``select_related("revocation")`` saves the query."""
        revocation = getattr(self, "revocation", None)
        if at >= self.ends_at or (revocation and revocation.at <= at):
            return self.State.ENDED
        return self.State.UPCOMING if at < self.starts_at else self.State.ACTIVE


class Revocation(AppendOnlyModel):
    """A period ends early at ``at``: its money went back, or the newspaper took it away."""

    subscription = models.OneToOneField(
        Subscription, verbose_name=_("subscription"), on_delete=models.PROTECT, related_name="revocation"
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=250)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    class Meta:
        verbose_name = _("early end")
        verbose_name_plural = _("early ends")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.subscription} · {self.reason}"
