"""Changing the address that signs in: the new mailbox answers with a code, then the old one agrees.

Where the old mailbox is lost, the change is made after a week, unless somebody refuses it there until then.
"""

import datetime as dt

from allauth.account.adapter import get_adapter
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from journal.recording import record
from web import tokens

from .addresses import drop_former_addresses, trust_address
from .models import AddressChange

PATIENCE = dt.timedelta(days=7)
PURPOSE = "address-change"


def waiting(user) -> AddressChange | None:
    return AddressChange.objects.filter(user=user).first()


def made_at(change) -> dt.datetime:
    """When it is made without an answer from the old mailbox."""
    return change.asked_at + PATIENCE


def token_of(change) -> str:
    return tokens.make(PURPOSE, [change.pk, change.email])


def find(token: str) -> AddressChange | None:
    """The change that the link of the old mailbox is about, while it waits."""
    try:
        key, email = tokens.read(PURPOSE, token)
    except (tokens.BadToken, ValueError, TypeError):
        return None
    return AddressChange.objects.select_related("user").filter(pk=key, email=email).first()


@transaction.atomic
def ask(user, email: str) -> AddressChange:
    """The new mailbox has answered: asks the old one. A change that was asked for before is given up."""
    AddressChange.objects.filter(user=user).delete()
    change = AddressChange.objects.create(user=user, email=email)
    _write("asked", change, user.email)
    _write("waits", change, email)
    return change


@transaction.atomic
def make(change) -> bool:
    """Makes it, once. False when it was made, refused or taken back meanwhile, or the address is somebody's now."""
    if not AddressChange.objects.filter(pk=change.pk, email=change.email).delete()[0]:
        return False
    user, former = change.user, change.user.email
    user.email = change.email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
            drop_former_addresses(user)
            trust_address(user)
    except IntegrityError:
        user.email = former
        return False
    record(gettext_noop("E-mail address changed"), user, by=user, detail=f"{former} → {user.email}")
    words = {"user": user, "from_email": former, "to_email": user.email}
    for address in (former, user.email):
        get_adapter().send_mail("account/email/email_changed", address, words)
    return True


@transaction.atomic
def refuse(change) -> bool:
    """By whoever reads the old mailbox. False when there is nothing to refuse any more."""
    if not AddressChange.objects.filter(pk=change.pk).delete()[0]:
        return False
    for address in (change.user.email, change.email):
        _write("refused", change, address)
    return True


def take_back(user):
    """By the person, who is signed in."""
    AddressChange.objects.filter(user=user).delete()


def make_due(at=None):
    """Makes what has waited for a week."""
    due = AddressChange.objects.filter(asked_at__lte=(at or timezone.now()) - PATIENCE)
    for change in due.select_related("user"):
        make(change)


def _write(kind, change, address):
    """``kind``: asked, waits or refused. The link is for the old mailbox alone."""
    words = {"user": change.user, "to_email": change.email, "from_email": change.user.email}
    words["made_at"] = made_at(change)
    if kind == "asked":
        words["token"] = token_of(change)
    get_adapter().send_mail(f"account/email/address_change_{kind}", address, words)
