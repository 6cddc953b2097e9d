"""Who writes: the public profile behind a byline."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pictures.models import Picture
from web.addresses import WebAddressField


class Author(models.Model):
    """A byline names an author, who may have no account (an agency, a collective, someone who left)."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("address"), max_length=100, unique=True)
    job = models.CharField(_("job"), max_length=100, blank=True, help_text=_("Such as “reporter” or “correspondent”."))
    bio = models.TextField(_("presentation"), max_length=2000, blank=True)
    portrait = models.ForeignKey(
        Picture,
        verbose_name=_("portrait"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="portrait_of",
    )
    email = models.EmailField(_("public e-mail address"), blank=True)
    website = WebAddressField(_("website"), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        help_text=_("Whoever signs in with this account may write under this byline."),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])
