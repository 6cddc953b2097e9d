"""The newspaper's identity: one row, edited in the back office."""

import secrets
from pathlib import PurePath

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.social_accounts import NETWORKS, AccountOn, is_account

phone_number = RegexValidator(
    r"^\+?[0-9][0-9 ().\-/]{4,28}[0-9]\Z",
    _("Write a telephone number with digits, such as “+223 20 22 00 00”."),
    code="phone",
)


def logo_name(newspaper, filename) -> str:
    """128 random bits and an ending: a new logo has a new address, so that each can be kept for ever."""
    return f"identity/{secrets.token_hex(16)}{PurePath(filename).suffix}"


class AccountField(models.URLField):
    """The address of an account on a network, whose key in ``NETWORKS`` is the field's name."""

    def __init__(self, network, **kwargs):
        self.network = network
        kwargs |= {"blank": True, "max_length": 200, "validators": [AccountOn(network)]}
        super().__init__(NETWORKS[network].name, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        for own in ("blank", "max_length", "validators", "verbose_name"):
            kwargs.pop(own, None)
        return name, path, [self.network], kwargs

    def formfield(self, **kwargs):
        return super().formfield(**{"assume_scheme": "https", **kwargs})


class Newspaper(models.Model):
    """The only row has the key 1; without it the site speaks under the default name.

    The logos are written by ``articles.identity``; their sizes are stored, so that a page keeps their place.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(_("name"), max_length=80, default="Newsroom")
    motto = models.CharField(_("motto"), max_length=150, blank=True)
    logo = models.FileField(_("logo"), upload_to=logo_name, blank=True)
    logo_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_height = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_dark = models.FileField(_("logo for dark screens"), upload_to=logo_name, blank=True)
    logo_dark_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_dark_height = models.PositiveSmallIntegerField(default=0, editable=False)
    publisher = models.CharField(
        _("publisher"),
        max_length=150,
        blank=True,
        help_text=_("Named in the footer and to search engines. The legal notices are a page: correct it too."),
    )
    responsible = models.CharField(
        _("editor responsible"), max_length=150, blank=True, help_text=_("Whom the law holds to what is published.")
    )
    postal_address = models.TextField(_("postal address"), max_length=500, blank=True)
    public_email = models.EmailField(
        _("public e-mail address"), blank=True, help_text=_("Shown to everybody, on the pages and in mails.")
    )
    phone = models.CharField(_("telephone"), max_length=30, blank=True, validators=[phone_number])
    place = models.CharField(
        _("place of the site’s time"), max_length=80, blank=True, help_text=_("Named beside every hour: “Bamako”.")
    )
    facebook = AccountField("facebook")
    x = AccountField("x")
    whatsapp = AccountField("whatsapp")
    youtube = AccountField("youtube")
    instagram = AccountField("instagram")
    tiktok = AccountField("tiktok")
    linkedin = AccountField("linkedin")

    class Meta:
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspaper")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="newspaper_one_row")]

    def __str__(self):
        return self.name

    @classmethod
    def current(cls):
        """The newspaper as it stands, one query; never None."""
        return cls.objects.filter(pk=1).first() or cls()

    @property
    def logo_url(self) -> str:
        """Empty without a logo: the name stands in its place."""
        return self.logo.url if self.logo else ""

    @property
    def logo_dark_url(self) -> str:
        """Empty without one: the logo serves in both modes."""
        return self.logo_dark.url if self.logo and self.logo_dark else ""

    @property
    def phone_digits(self) -> str:
        """The number as a link dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")

    @property
    def accounts(self) -> list[dict[str, str]]:
        """``key``, ``name`` and ``url`` of each account on a network, in their order."""
        filled = [(key, network, getattr(self, key)) for key, network in NETWORKS.items()]
        return [
            {"key": key, "name": network.name, "url": url}
            for key, network, url in filled
            if url and is_account(url, network)
        ]
