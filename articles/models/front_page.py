"""The front page by hand: editions, of which the newest is in force, and what each places where.

What readers see is ``articles.front_page.compose``: it leaves out what the door does, and fills what stays empty.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .section import Section


class FrontPage(models.Model):
    """One saved state; never changed. Numbers follow each other, so that of two saves upon one edition the database
    accepts one."""

    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("saved by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    taken_from = models.ForeignKey(
        "self", verbose_name=_("taken back from"), on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front page")
        ordering = ["-number"]
        default_permissions = ["change"]

    def __str__(self):
        return str(self.number)


class FrontPageSlotQuerySet(models.QuerySet):
    def in_force(self):
        """Those of the newest edition."""
        return self.filter(front_page=FrontPage.objects.order_by("-number").values("pk")[:1])

    def standing(self, at):
        """Those whose article readers may see, and whose pin has not ended."""
        pinned = Q(pinned_until=None) | Q(pinned_until__gt=at)
        return self.filter(pinned, article__in=Article.objects.published(at).values("pk"))


class FrontPageSlot(models.Model):
    """An article put somewhere by hand, until an instant or until somebody takes it away."""

    class Place(models.TextChoices):
        LEAD = "lead", _("Lead")
        SECONDARY = "secondary", _("Beside the lead")
        FEATURED = "featured", _("Row “On the front page”")
        SECTION = "section", _("Section")

    front_page = models.ForeignKey(FrontPage, on_delete=models.CASCADE, related_name="slots")
    place = models.CharField(_("place"), max_length=10, choices=Place.choices)
    section = models.ForeignKey(
        Section, verbose_name=_("section"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")
    headline = models.CharField(_("headline for the front page"), max_length=120, blank=True)
    pinned_until = models.DateTimeField(_("pinned until"), null=True, blank=True)

    objects = FrontPageSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("place of the front page")
        verbose_name_plural = _("places of the front page")
        ordering = ["position", "pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["front_page", "article"], name="front_page_names_an_article_once"),
            models.CheckConstraint(
                condition=Q(place="section", section__isnull=False) | (~Q(place="section") & Q(section=None)),
                name="front_page_slot_of_a_section_names_it",
            ),
        ]

    def __str__(self):
        return f"{self.place} · {self.position}"
