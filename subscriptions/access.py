"""The one answer to « is this person a current subscriber? »."""

from django.utils import timezone

from .models import Subscription


def is_subscriber(user, at=None) -> bool:
    """Whether the person reads and writes as a subscriber at the instant (now by default): by a period of one's own or
    a seat, grace included, at the cost of one query. Without a sign-in: no, and no query."""
    if not user.is_authenticated or not user.is_active:
        return False
    return Subscription.objects.of(user).holding(at or timezone.now()).exists()


def current_subscription(user, at=None):
    """The period that ends last among those within whose dates the instant lies, or None."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Subscription.objects.of(user).active(at).select_related("plan").order_by("-ends_at").first()


def ended_at(user, at=None):
    """When the person's last own period ended, grace included; None for somebody who never had one. One query."""
    at = at or timezone.now()
    ours = Subscription.objects.filter(user=user).select_related("revocation").order_by("-ends_at")
    ends = [min(row.ends_at, row.revocation.at) if hasattr(row, "revocation") else row.ends_at for row in ours[:20]]
    return max((end for end in ends if end <= at), default=None)
