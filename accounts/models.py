"""The user, staff and readers alike: the e-mail address is the login."""

import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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
    ``accounts.public_names`` alone writes it and its folded ``public_name_key``, which makes it one person's."""

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
    is_staff = models.BooleanField(_("staff"), default=False, help_text=_("May enter the back office."))
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Switch this off instead of deleting the account.")
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

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
        return self.name or self.email

    def clean(self):
        super().clean()
        self.email = normalise_email(self.email)

    def get_full_name(self):
        return self.name or self.email

    def get_short_name(self):
        return self.name or self.email
