"""The user, staff and readers alike: the e-mail address is the login."""

import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from web.typography import one_line

from . import phones
from .addresses import trust_address
from .public_names import FoldedNameField


def normalise_email(email: str) -> str:
    """One spelling an address: compatibility forms folded, case lowered, no surrounding space."""
    return unicodedata.normalize("NFKC", email or "").strip().lower()


class UserManager(BaseUserManager):
    use_in_migrations = True

    def get_by_natural_key(self, username):
        return self.get(email=normalise_email(username))

    def create_user(self, email, password=None, **fields):
        """Made on the server, where no mail may leave yet: the address counts as proven."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=normalise_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        trust_address(user)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """``name`` is what colleagues see; ``public_name`` signs contributions and is empty until it is chosen;
    ``accounts.public_names`` alone writes it and its folded ``public_name_key``, which makes it one person's.
    With ``erased_at`` the account was deleted: the row is empty, and what others wrote still refers to it."""

    class Language(models.TextChoices):
        FRENCH = "fr", "Français"
        ENGLISH = "en", "English"

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    public_name = models.CharField(
        _("public name"), max_length=40, blank=True, help_text=_("Signs this person’s contributions.")
    )
    public_name_key = FoldedNameField(max_length=80, unique=True, null=True, editable=False)
    language = models.CharField(
        _("language"),
        max_length=5,
        choices=Language.choices,
        blank=True,
        help_text=_("Of the back office and of private pages; without a choice, that of the newspaper."),
    )
    phone = models.CharField(
        _("telephone number"),
        max_length=16,
        blank=True,
        help_text=_("In the international form, such as +22376123456. For the office; nobody else sees it."),
    )
    is_staff = models.BooleanField(_("staff"), default=False, help_text=_("May enter the back office."))
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Switch this off instead of deleting the account.")
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    erased_at = models.DateTimeField(_("deleted"), null=True, editable=False)

    # Of the session that asks, not of the row: set by ``accounts.middleware``.
    lacks_second_factor = False

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_unique_in_any_case")]

    def __str__(self):
        if self.erased_at:
            return gettext("Deleted account")
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = normalise_email(self.email)
        self.name = one_line(self.name)
        self.phone = phones.clean(self.phone)

    def has_perm(self, perm, obj=None):
        """No right at all in a session of staff without the second factor that they need."""
        return not self.lacks_second_factor and super().has_perm(perm, obj)

    def get_full_name(self):
        return str(self)

    def get_short_name(self):
        return str(self)


class AddressChange(models.Model):
    """A new address that has answered, and waits for the one that signs in to agree, or for a week to pass.

    ``accounts.address_changes`` alone writes it; the row goes when the change is made, refused or taken back.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="address_change", verbose_name=_("user"))
    email = models.EmailField(_("new e-mail address"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("change of address")
        verbose_name_plural = _("changes of address")

    def __str__(self):
        return self.email
