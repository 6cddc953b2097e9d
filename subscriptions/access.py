"""The one answer to « is this person a current subscriber? »."""

from django.utils import timezone

from .models import Subscription


def is_subscriber(user, at=None) -> bool:
    """Whether the person has a subscription at the instant (now by default). Without a sign-in: no, and no query."""
    if not user.is_authenticated or not user.is_active:
        return False
    return Subscription.objects.filter(user=user).active(at or timezone.now()).exists()


def current_subscription(user, at=None):
    """The subscription that ends last among those that hold, or None."""
    if not user.is_authenticated or not user.is_active:
        return None
    return Subscription.objects.filter(user=user).active(at).select_related("plan").order_by("-ends_at").first()
