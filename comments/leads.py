"""Where somebody who may not take part goes on."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.addresses import is_proven

from .models import room_address
from .rules import can_read


def lead_on(user, article) -> tuple[str, str] | None:
    """An address and its words: to sign in, to subscribe, to confirm the address. None where nothing helps."""
    back = urlencode({"next": room_address(article)})
    if not user.is_authenticated:
        return f"{reverse('account_login')}?next={room_address(article)}", _("Sign in")
    if article.is_published and not can_read(user, article):
        return f"{reverse('plans')}?{back}", _("Subscribe")
    if not is_proven(user):
        return reverse("account_email"), _("Confirm your address")
    return None
