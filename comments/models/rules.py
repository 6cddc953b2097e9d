"""The room's rules as the desk sets them: for the site, and what a section or an article does otherwise."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Section


class RuleSet(models.Model):
    """The site's row has neither section nor article and answers every question; those of a section and of an article
    answer those that they want to, an empty answer leaves it to the wider one."""

    class Moderation(models.TextChoices):
        AFTER = "after", _("after publication")
        BEFORE = "before", _("before publication")

    section = models.OneToOneField(
        Section, verbose_name=_("section"), on_delete=models.CASCADE, null=True, blank=True, related_name="room_rules"
    )
    article = models.OneToOneField(
        Article, verbose_name=_("article"), on_delete=models.CASCADE, null=True, blank=True, related_name="room_rules"
    )
    is_closed = models.BooleanField(
        _("contributions closed"), null=True, blank=True, help_text=_("Nobody writes; what was said can be read.")
    )
    moderation = models.CharField(
        _("moderation"),
        max_length=6,
        choices=Moderation.choices,
        blank=True,
        help_text=_("Before publication: every contribution waits until a moderator lets it through."),
    )
    first_held = models.PositiveSmallIntegerField(
        _("first contributions held"),
        null=True,
        blank=True,
        help_text=_(
            "How many contributions of a person a moderator lets through before the next ones appear at once."
        ),
    )
    holds_links = models.BooleanField(_("hold contributions with links"), null=True, blank=True)
    close_after_days = models.PositiveSmallIntegerField(
        _("close after days"),
        null=True,
        blank=True,
        help_text=_("Counted from the publication of the article. 0: never."),
    )
    quiet_from = models.TimeField(_("quiet hours from"), null=True, blank=True)
    quiet_to = models.TimeField(
        _("quiet hours to"),
        null=True,
        blank=True,
        help_text=_("What is written between the two, by the site’s clock, waits for a moderator."),
    )
    most_by_person = models.PositiveSmallIntegerField(
        _("contributions of a person in ten minutes"), null=True, blank=True
    )
    most_by_address = models.PositiveSmallIntegerField(
        _("contributions from an address in ten minutes"),
        null=True,
        blank=True,
        help_text=_("Many subscribers of one operator may share an address: leave room."),
    )

    class Meta:
        verbose_name = _("rules of the contributions")
        verbose_name_plural = _("rules of the contributions")
        default_permissions = ["change"]
        constraints = [
            models.CheckConstraint(condition=Q(section=None) | Q(article=None), name="rules_of_one_scope"),
            models.UniqueConstraint(
                models.Value(1), condition=Q(section=None, article=None), name="rules_of_site_once"
            ),
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_to=None) | Q(quiet_from__isnull=False, quiet_to__isnull=False),
                name="rules_quiet_hours_begin_and_end",
            ),
        ]

    def __str__(self):
        return str(self.article or self.section or _("The whole site"))


class WordList(models.Model):
    """The only row has the key 1. One word or expression a line; matched as whole words, without accents and case.
    ``version`` grows at each change, so that what was compiled of it is known to be old."""

    banned = models.TextField(
        _("banned words"), blank=True, help_text=_("A contribution with one of them is refused, and says which.")
    )
    suspect = models.TextField(
        _("suspect words"), blank=True, help_text=_("A contribution with one of them waits for a moderator.")
    )
    allowed = models.TextField(
        _("allowed expressions"),
        blank=True,
        help_text=_("Names and expressions in which a word of the other lists is harmless."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("words of the contributions")
        verbose_name_plural = _("words of the contributions")
        default_permissions = ["change"]
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="words_once")]

    def __str__(self):
        return str(self._meta.verbose_name)
