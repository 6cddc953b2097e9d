"""The person in the room: what they agreed to and wish, what moderators noted and imposed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Contributor(models.Model):
    """One row a person, from the first contribution on. ``is_watched``: a moderator reads all of theirs first.
    ``written_at`` is when the last digest was written."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contributor")
    charter_accepted_at = models.DateTimeField(_("charter accepted"), null=True, blank=True)
    wants_mail = models.BooleanField(_("mail about replies and featured contributions"), default=True)
    is_watched = models.BooleanField(_("contributions are read first"), default=False)
    written_at = models.DateTimeField(_("last digest"), null=True, blank=True)

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        default_permissions = []

    def __str__(self):
        return str(self.person)


class SanctionQuerySet(models.QuerySet):
    def current(self, at=None):
        """Suspensions and bans that bar their person now."""
        now = at or timezone.now()
        return self.exclude(kind=Sanction.Kind.WARNING).filter(Q(until=None) | Q(until__gt=now), lifted_at=None)


class Sanction(models.Model):
    """A warning, a suspension until an instant, or a ban. Rows are added; a moderator may lift one."""

    class Kind(models.TextChoices):
        WARNING = "warning", _("Warning")
        SUSPENSION = "suspension", _("Suspension")
        BAN = "ban", _("Ban")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="sanctions"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason, which the person reads"), max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("since"), auto_now_add=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = SanctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        default_permissions = []
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="suspension", until__isnull=False) | (~Q(kind="suspension") & Q(until=None)),
                name="sanction_suspension_ends",
            )
        ]

    def __str__(self):
        return self.get_kind_display()


class PersonNote(models.Model):
    """What moderators tell each other about a person, who does not see it in the room."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("person"), on_delete=models.CASCADE, related_name="moderator_notes"
    )
    text = models.CharField(_("note"), max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        verbose_name = _("note about a person")
        verbose_name_plural = _("notes about persons")
        default_permissions = []
        ordering = ["-pk"]

    def __str__(self):
        return self.text


class Notice(models.Model):
    """Something to tell an author in the next digest. ``sent_at`` also when it turned out that there is nothing to
    tell any more."""

    class Kind(models.TextChoices):
        REPLY = "reply", _("Reply")
        FEATURED = "featured", _("Featured")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notices")
    at = models.DateTimeField(_("noticed"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice of a contribution")
        verbose_name_plural = _("notices of contributions")
        default_permissions = []
        indexes = [models.Index(fields=["person"], condition=Q(sent_at=None), name="notice_of_comment_waiting")]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "comment"], name="notice_of_comment_once")]

    def __str__(self):
        return f"{self.get_kind_display()} → {self.person_id}"
