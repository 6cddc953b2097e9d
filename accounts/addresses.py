"""Which e-mail addresses allauth takes as somebody's own; the login is the one on the user."""

from allauth.account.models import EmailAddress


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
