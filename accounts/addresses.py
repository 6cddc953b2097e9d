"""Which e-mail addresses allauth takes as somebody's own; the login is the one on the user."""

from allauth.account.models import EmailAddress
from allauth.account.signals import authentication_step_completed
from django.contrib import messages
from django.dispatch import receiver
from django.utils.translation import gettext as _


def is_proven(user) -> bool:
    """Whether a code that was sent to the address that signs in has come back."""
    return EmailAddress.objects.filter(user_id=user.pk, email=user.email, verified=True).exists()


def trust_address(user):
    """Takes the user's address as proven without a code: for accounts that are made on the server itself."""
    EmailAddress.objects.update_or_create(
        user_id=user.pk, email=user.email, defaults={"verified": True, "primary": True}
    )


def note_address(user):
    """Keeps the user's address as one to be proven with a code at the first sign-in."""
    defaults = {"verified": False, "primary": True}
    EmailAddress.objects.get_or_create(user_id=user.pk, email=user.email, defaults=defaults)


def drop_former_addresses(user):
    """An address that is no longer the user's opens nothing any more; the new one is proven at the next sign-in."""
    EmailAddress.objects.filter(user_id=user.pk).exclude(email=user.email).delete()


@receiver(authentication_step_completed)
def drop_unproven_password(request, user, method, **kwargs):
    """Whoever proves an address by signing in with a code need not be the one who chose the password before.

    Sent before the address counts as proven. The new hash also ends the account's other sessions.
    """
    if method != "code" or not user.has_usable_password() or is_proven(user):
        return
    user.set_unusable_password()
    user.save(update_fields=["password"])
    messages.info(
        request, _("The password of this account was set before its address was confirmed and no longer works.")
    )
