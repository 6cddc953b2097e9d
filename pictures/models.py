"""The picture library: originals stay private, readers get renditions under names that nobody can guess."""

import secrets

from django.conf import settings
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


def originals():
    return storages["originals"]


def original_name(picture, filename) -> str:
    """Where an original is kept: nothing of the uploaded name survives but an ending that is one of ours.

    ``library`` has given the file the ending of its detected format.
    """
    ending = filename.rsplit(".", 1)[-1]
    return f"{picture.key}.{ending}" if ending in {"jpg", "png", "webp", "avif"} else picture.key


def new_key() -> str:
    """128 random bits, the public name of a picture's renditions."""
    return secrets.token_hex(16)


PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class Picture(models.Model):
    """Rows are added, changed and deleted through ``library``.

    ``renditions`` maps a format to its files, narrowest first: ``{"jpeg": [{"name", "width", "height"}, …],
    "webp": […], "avif": […], "social": [one]}``; rendering reads it and makes no storage call. ``key``
    changes with file, focal point and credit. ``width`` and ``height`` are those that a person sees.
    """

    original = models.FileField(_("picture"), storage=originals, upload_to=original_name)
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture says nothing that the text does not say.")
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(_("credit"), max_length=150, blank=True, help_text=_("Photographer and agency."))
    copyright = models.CharField(_("copyright"), max_length=250, blank=True)
    focal_x = models.PositiveSmallIntegerField(_("focal point, from the left (%)"), default=50, validators=PERCENT)
    focal_y = models.PositiveSmallIntegerField(_("focal point, from the top (%)"), default=50, validators=PERCENT)
    key = models.CharField(max_length=32, unique=True, default=new_key, editable=False)
    renditions = models.JSONField(default=dict, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("added by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["-added_at", "-pk"]
        indexes = [models.Index(fields=["-added_at", "-id"], name="picture_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100), name="picture_focal_point_inside"
            ),
        ]

    def __str__(self):
        return self.caption or self.alt or str(_("Picture {number}")).format(number=self.pk)
