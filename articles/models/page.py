"""Pages that are no articles: legal notices, contact, who we are. Readers get them through ``published()``."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PageQuerySet(models.QuerySet):
    def published(self):
        """The door: what everybody may see."""
        return self.filter(is_published=True)


class Page(models.Model):
    """``body`` is clean HTML of the profile "page"."""

    class Purpose(models.TextChoices):
        """What the site itself looks for: contributions lead to their charter."""

        ABOUT = "about", _("About us")
        CONTACT = "contact", _("Contact")
        LEGAL = "legal", _("Legal notice")
        CHARTER = "charter", _("Contributions charter")
        ACCESSIBILITY = "accessibility", _("Accessibility")

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("The last part of the public address: /page/address/.")
    )
    body = models.TextField(_("text"), blank=True)
    purpose = models.CharField(
        _("purpose"),
        max_length=15,
        choices=Purpose.choices,
        blank=True,
        help_text=_("Tells the site which page to lead to: the contributions’ area leads to their charter."),
    )
    is_published = models.BooleanField(
        _("published"), default=False, help_text=_("Unticked, the page is a draft: readers do not find it.")
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose"],
                condition=~Q(purpose=""),
                name="page_one_a_purpose",
                violation_error_message=_("Another page has this purpose already."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("page", args=[self.slug])
