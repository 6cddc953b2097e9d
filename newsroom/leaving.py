"""Deleting an account: by its owner, or by whoever manages accounts. It cannot be taken back."""

import copy

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from articles.personal_data import has_published_work
from journal.recording import record
from subscriptions.models import Payment
from subscriptions.refusals import Refused

from . import personal_data


def obstacle(user, *, by) -> str:
    """Why this account cannot be deleted by this person, in words; empty where it can."""
    if user.erased_at:
        return _("This account is deleted already.")
    if by == user and user.is_staff and has_published_work(user):
        return _("You have published in this newspaper: ask an administrator, who decides what becomes of your page.")
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        return _("This is the only account that manages the site. Give the right to somebody else first.")
    return ""


@transaction.atomic
def delete_account(user, *, by, reason: str = ""):
    """``reason`` is the administrator's. A last mail goes to the address that the account had. Raises ``Refused``."""
    if words := obstacle(user, by=by):
        raise Refused(words)
    # Of two requests at once, one deletes.
    if not User.objects.filter(pk=user.pk, erased_at=None).update(erased_at=timezone.now()):
        raise Refused(_("This account is deleted already."))
    former = copy.copy(user)
    stays = personal_data.outlook(user).stays
    receipt = Payment.objects.ours().filter(order__user=user).order_by("pk").values_list("receipt", flat=True).last()
    personal_data.erase(user)
    words = {"user": former, "stays": stays, "receipt": receipt}
    get_adapter().send_mail("account/email/account_deleted", former.email, words)
    record(gettext_noop("Account deleted"), user, by=None if by == user else by, detail=reason)
