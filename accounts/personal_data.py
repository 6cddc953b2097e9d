"""What an account holds of its person, and how it is emptied in place: what others have written refers to its row."""

import secrets

from allauth.account.models import EmailAddress
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web.personal_data import Holding, described

from . import devices
from .models import AddressChange

# Nobody can receive mail there (RFC 2606).
NOWHERE = "deleted.invalid"
# What a deletion puts into the columns of the row; the rest stays as it is.
EMPTY = {
    "name": "",
    "public_name": "",
    "language": "",
    "phone": "",
    "last_login": None,
    "is_active": False,
    "is_staff": False,
    "is_superuser": False,
}


def addresses_of(user) -> set[str]:
    """All that the account knows, that of a change under way included."""
    own = {"user_id": user.pk}
    known = [model.objects.filter(**own).values_list("email", flat=True) for model in (EmailAddress, AddressChange)]
    return {user.email, *known[0], *known[1]}


def export(user) -> list:
    row = described(user, "email", "name", "public_name", "phone", "language", "date_joined", "last_login")
    return [row | {str(_("Other addresses")): sorted(addresses_of(user) - {user.email})}]


def sessions(user) -> list:
    return [
        {
            gettext("Device"): devices.in_words(row.user_agent),
            gettext("Network address"): row.ip,
            gettext("Signed in on"): row.created_at.isoformat(),
            gettext("Last used on"): row.last_seen_at.isoformat(),
        }
        for row in devices.of(user)
    ]


def empty(user):
    """Leaves a row without a person. The new hash of the password ends sessions and links; the address is free."""
    for column, value in EMPTY.items():
        setattr(user, column, value)
    user.email = f"{secrets.token_hex(16)}@{NOWHERE}"
    user.set_unusable_password()
    user.erased_at = timezone.now()
    user.save()


def erase(user, addresses):
    """Whatever app it is in: what would go with the row of the user, by ``on_delete``, goes although the row stays."""
    devices.end_all(user)
    for relation in user._meta.get_fields(include_hidden=True):
        if relation.one_to_many and relation.on_delete is models.CASCADE:
            relation.related_model._base_manager.filter(**{relation.field.name: user}).delete()


HOLDINGS = [
    Holding(
        _("Account"),
        (
            "accounts.User.email",
            "account.EmailAddress.user",
            "account.EmailAddress.email",
            "accounts.AddressChange.user",
            "accounts.AddressChange.email",
            "mfa.Authenticator.user",
            "accounts.User_groups.user",
            "accounts.User_user_permissions.user",
            "admin.LogEntry.user",
        ),
        export,
        erase,
        goes=_(
            "Your e-mail address, your name, your public name, your telephone number, your password and your ways of "
            "signing in."
        ),
    ),
    Holding(_("Devices"), ("usersessions.UserSession.user",), sessions),
]
