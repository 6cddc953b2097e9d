"""The lines of the menus that the desk has made. What a page shows of them is ``articles.menus``' work."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from web.addresses import link_address

from .page import Page
from .section import Section


class MenuItem(models.Model):
    """Leads to a section, a page or an address; a line leaves the menu with the section or page that it leads to."""

    class Menu(models.TextChoices):
        HEADER = "header", _("Header menu")
        FOOTER = "footer", _("Footer menu")

    menu = models.CharField(_("menu"), max_length=10, choices=Menu.choices)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    address = models.CharField(_("address"), max_length=300, blank=True, validators=[link_address])
    label = models.CharField(_("words of the link"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("menu line")
        verbose_name_plural = _("menus")
        ordering = ["menu", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(section__isnull=False, page=None, address="")
                | Q(section=None, page__isnull=False, address="")
                | (Q(section=None, page=None) & ~Q(address="") & ~Q(label="")),
                name="menu_item_leads_to_one_thing",
            ),
            models.UniqueConstraint(fields=["menu", "position"], name="menu_item_one_a_position"),
        ]

    def __str__(self):
        name = self.label or str(self.section or self.page or self.address)
        return f"{self.get_menu_display()} › {name}"
