"""An account as the subscriptions office sees it: with what it has until when, and what it has ever bought."""

from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from accounts.models import User, UserManager

from .subscription import Subscription


class ReaderQuerySet(models.QuerySet):
    def with_periods(self, at):
        """``until`` and ``grace_until``: the ends of what holds at the instant, by an own period; ``last_end``: of
        all that ever was, early ends left out."""
        own = Subscription.objects.filter(user=OuterRef("pk"))
        sold_as = Coalesce(NullIf("plan_name", Value("")), "plan__name")
        holding = own.holding(at).order_by("-grace_ends_at")
        return self.annotate(
            until=Subquery(holding.values("ends_at")[:1]),
            grace_until=Subquery(holding.values("grace_ends_at")[:1]),
            plan_now=Subquery(holding.values_list(sold_as)[:1]),
            last_end=Subquery(own.order_by("-ends_at").values("ends_at")[:1]),
        )


class ReaderManager(UserManager.from_queryset(ReaderQuerySet)):
    use_in_migrations = False


class Reader(User):
    objects = ReaderManager()

    class Meta:
        proxy = True
        verbose_name = _("reader")
        verbose_name_plural = _("readers and subscribers")
        ordering = ["-pk"]
