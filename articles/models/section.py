"""Sections of the newspaper and their sub-sections."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SectionQuerySet(models.QuerySet):
    def top(self):
        """The sections of the menu, in order."""
        return self.filter(parent=None)


class Section(models.Model):
    """Two levels at most: a sub-section has no sub-sections."""

    class Color(models.TextChoices):
        """Names of colour tokens in static/css/tokens.css."""

        INK = "ink", _("Ink")
        RED = "red", _("Red")
        OCHRE = "ochre", _("Ochre")
        GREEN = "green", _("Green")
        TEAL = "teal", _("Teal")
        BLUE = "blue", _("Blue")
        PURPLE = "purple", _("Purple")

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    description = models.CharField(_("description"), max_length=250, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        limit_choices_to={"parent": None},
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    color = models.CharField(_("colour"), max_length=10, choices=Color.choices, default=Color.INK)

    objects = SectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("id")), name="section_is_not_its_own_part"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])

    def clean(self):
        super().clean()
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": _("A sub-section has no sub-sections: choose a section of the menu.")})
        if self.parent and self.pk and self.children.exists():
            raise ValidationError({"parent": _("This section has sub-sections, so it stays in the menu.")})
