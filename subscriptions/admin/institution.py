"""Institutions: what they bought, who looks after their seats, from where one reads without an account."""

from django import forms
from django.contrib import admin
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_noop, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from journal.recording import record
from subscriptions import office, seat_numbers
from subscriptions.granting import extend
from subscriptions.institution_form import InstitutionForm
from subscriptions.models import Institution, Order, Seat, Subscription
from subscriptions.periods import last_day
from subscriptions.seat_sales import SeatsForm
from web.dates import date_words
from web.desk import DeskAdmin, Phrases

from .choices import ReceiptField
from .verbs import ExportingAdmin, Verb, VerbsAdmin, instant_cell


class SeatSaleForm(SeatsForm):
    """Paid at the counter, for one of the managers."""

    buyer = forms.ModelChoiceField(
        User.objects.none(), label=_("Sold to"), empty_label=_("Choose…"), help_text=_("One of the managers.")
    )
    receipt = ReceiptField()
    field_order = ["buyer", "price", "seats", "receipt"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["buyer"].queryset = self.institution.managers.filter(is_active=True)


def run_sale(desk, request, institution, data):
    what = {"purpose": Order.Purpose.SEATS, "institution": institution, "seats": data["seats"]}
    payment = office.take_cash(data["buyer"], data["price"], receipt=data["receipt"], by=request.user, **what)
    said = gettext("{amount} received for {seats} seats, receipt {number}: until {date}.")
    end = date_words(last_day(payment.order.subscription.ends_at))
    return said.format(amount=payment.amount_in_words, seats=payment.order.seats, number=payment.external_id, date=end)


@admin.register(Institution)
class InstitutionAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Institutions"),
        add=_("Add an institution"),
        counted=ngettext_lazy("%(count)d institution", "%(count)d institutions", "count"),
        empty=_("No institution yet: a school, a ministry, a library that buys seats."),
        search=_("Name or domain"),
    )
    form = InstitutionForm
    fields = [
        *("name", "seats_bought", "seats_explained", "domains", "address_ranges", "manager_emails", "note"),
        *("periods", "period"),
    ]
    readonly_fields = ["seats_explained", "periods"]
    list_display = ["name", "seats_in_words", "until", "note"]
    search_fields = ["name", "domains"]
    verbs = [
        Verb(
            name="sell",
            permission="subscriptions.add_payment",
            title=_("Sell seats at the counter"),
            note=_("A period for all seats, from the end of the current one. Seats that are added are there at once."),
            button=_("Record the payment"),
            form=lambda institution, data=None: SeatSaleForm(data, institution=institution, auto_id="sell-%s"),
            run=run_sale,
        )
    ]
    export_columns = [
        (_("Institution"), lambda row: row.name),
        (_("Seats"), lambda row: row.seats_bought),
        (_("Seats taken"), lambda row: row.taken),
        (_("Until"), lambda row: instant_cell(row.ends_at)),
        (_("Managers"), lambda row: ", ".join(manager.email for manager in row.managers.all())),
        (_("E-mail domains"), lambda row: " ".join(row.domains.split())),
        (_("Note"), lambda row: row.note),
    ]
    # Counting seats loses the order of the model.
    ordering = ["name"]

    def has_add_permission(self, request):
        return DeskAdmin.has_add_permission(self, request)

    def has_change_permission(self, request, obj=None):
        return DeskAdmin.has_change_permission(self, request, obj)

    def has_delete_permission(self, request, obj=None):
        return DeskAdmin.has_delete_permission(self, request, obj)

    def get_queryset(self, request):
        last = Subscription.objects.standing().filter(institution=OuterRef("pk")).order_by("-ends_at")
        return (
            super()
            .get_queryset(request)
            .annotate(
                taken=Count("seats", filter=Q(seats__freed_at=None)), ends_at=Subquery(last.values("ends_at")[:1])
            )
        )

    def export_rows(self, queryset):
        return super().export_rows(queryset.prefetch_related("managers"))

    @admin.display(description=_("seats"), ordering="seats_bought")
    def seats_in_words(self, institution):
        return gettext("{taken} taken of {bought}").format(taken=institution.taken, bought=institution.seats_bought)

    @admin.display(description=_("where the seats come from"))
    def seats_explained(self, institution):
        if not institution.pk:
            return gettext("None yet")
        given, bought = institution.seats_given, seat_numbers.most_bought(institution)
        lines = [
            gettext("Given by the newspaper: {given}. Bought, for a period that is not over: {bought}.").format(
                given=given, bought=bought
            ),
            *seat_numbers.told(institution),
            *(seat.email for seat in seat_numbers.beyond_number(institution)),
        ]
        return format_html_join(mark_safe("<br>"), "{}", ([line] for line in lines))

    @admin.display(description=_("until"), ordering="ends_at")
    def until(self, institution):
        return date_words(last_day(institution.ends_at)) if institution.ends_at else ""

    @admin.display(description=_("periods"))
    def periods(self, institution):
        """In one line each, the newest first."""
        related = ("plan", "order", "revocation", "moved_to")
        rows = institution.subscriptions.select_related(*related) if institution.pk else []
        lines = [period_in_words(row) for row in rows]
        return format_html_join(mark_safe("<br>"), "{}", ([line] for line in lines)) or gettext("None yet")

    def save_model(self, request, obj, form, change):
        if "seats_bought" in form.changed_data:
            obj.seats_given = obj.seats_bought
        super().save_model(request, obj, form, change)
        plan = form.cleaned_data["period"]
        if plan:
            given = extend({"institution": obj}, plan, given_by=request.user)
            record(gettext_noop("Subscription given"), given, by=request.user)


def period_in_words(row) -> str:
    start, end = (date_words(day) for day in (row.starts_at, last_day(row.ends_at)))
    words = gettext("{plan}: {start} to {end}").format(plan=row.sold_as, start=start, end=end)
    if row.order_id:
        words = gettext("{period}, {seats} seats bought").format(period=words, seats=row.order.seats)
    return words + early_end_in_words(row)


def early_end_in_words(row) -> str:
    if not hasattr(row, "revocation"):
        return ""
    if hasattr(row, "moved_to"):
        return gettext(" (moved up after a refund)")
    is_refunded = row.order_id and row.order.state == Order.State.REFUNDED
    return gettext(" (refunded)") if is_refunded else gettext(" (ended early)")


@admin.register(Seat)
class SeatAdmin(DeskAdmin):
    """Read here; given and freed by the institution's managers."""

    phrases = Phrases(
        plural=_("Seats"),
        counted=ngettext_lazy("%(count)d seat", "%(count)d seats", "count"),
        empty=_("No seat yet: the managers of an institution invite to theirs."),
        search=_("E-mail address, name or institution"),
    )
    list_display = ["email", "user", "institution", "number", "invited_at", "taken_at", "freed_at"]
    list_filter = ["institution"]
    list_select_related = ["user", "institution"]
    search_fields = ["email", "user__name", "institution__name"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
