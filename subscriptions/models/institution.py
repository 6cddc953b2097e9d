"""Organisations that buy seats: a school, a ministry, a library."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Institution(models.Model):
    """``seats_bought`` is how many there are, bought or given; ``seats_given`` how many the office has given, below
    which no refund takes them. ``domains``: whoever has an address there may take a seat; ``address_ranges``:
    whoever reads from there needs none. Both one a line."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    seats_bought = models.PositiveIntegerField(_("seats"), default=0)
    seats_given = models.PositiveIntegerField(_("seats given by the newspaper"), default=0, editable=False)
    domains = models.TextField(_("e-mail domains"), blank=True, help_text=_("One a line: « ecole.example.org »."))
    address_ranges = models.TextField(
        _("network addresses"), blank=True, help_text=_("One a line: « 196.200.48.0/24 ». For reading rooms.")
    )
    managers = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("managers"),
        blank=True,
        related_name="institutions",
        help_text=_("They see the seats, invite, and free seats."),
    )
    note = models.CharField(_("note"), max_length=250, blank=True)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name"]

    def __str__(self):
        return self.name


class SeatQuerySet(models.QuerySet):
    def existing(self):
        """Those that the institution has: a refund leaves seats beyond its number, which open nothing."""
        return self.filter(number__lte=F("institution__seats_bought"))


class Seat(models.Model):
    """One person's place. Without ``user``, an invitation that nobody has taken yet.

    Places are numbered from 1 to what was bought, and each number is given once at a time: of many who take the last
    one, one has it. ``subscriptions.seats`` alone writes them."""

    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="seats"
    )
    number = models.PositiveIntegerField(_("number"))
    email = models.EmailField(_("e-mail address"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
    )
    invited_at = models.DateTimeField(_("invited"), default=timezone.now)
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    freed_at = models.DateTimeField(_("freed"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["email", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "email"], condition=Q(freed_at__isnull=True), name="one_seat_by_address"
            ),
            models.UniqueConstraint(
                fields=["institution", "user"], condition=Q(freed_at__isnull=True), name="one_seat_a_person"
            ),
            models.UniqueConstraint(
                fields=["institution", "number"], condition=Q(freed_at__isnull=True), name="one_person_a_seat"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="seats_begin_at_one"),
        ]

    def __str__(self):
        return self.email
