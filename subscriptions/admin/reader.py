"""Readers and subscribers: a list by state, and a page per person with all that the ledger knows of them."""

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts import phones
from journal.models import Entry
from journal.recording import record
from subscriptions import granting
from subscriptions.history import move_in_words
from subscriptions.models import Order, Payment, Reader, Refund, Subscription
from subscriptions.periods import last_day
from subscriptions.refusals import Refused
from subscriptions.standing import standing_of
from web.desk import Phrases

from .choices import SEARCHED, means_in_words
from .standing_words import words_for_desk
from .verbs import ExportingAdmin, Verb, VerbsAdmin, instant_cell

# Of each kind of row on a person's page.
SHOWN = 50
NOTE = gettext_noop("Note of the office")


class StateFilter(admin.SimpleListFilter):
    """Deleted accounts are left out unless they are asked for."""

    title = _("subscription")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("current", _("Current")),
            ("grace", _("In grace")),
            ("ended", _("Ended")),
            ("never", _("Never subscribed")),
            ("deleted", _("Deleted account")),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        asked = {
            "current": Q(until__gt=now),
            "grace": Q(until__lte=now),
            "ended": Q(until=None, last_end__isnull=False),
            "never": Q(last_end=None),
        }
        found = queryset.filter(erased_at__isnull=self.value() != "deleted")
        return found.filter(asked[self.value()]) if self.value() in asked else found


def until_words(reader) -> str:
    if not reader.until:
        return ""
    day = date_format(last_day(reader.until), "SHORT_DATE_FORMAT")
    return gettext("{day}, in grace").format(day=day) if reader.until <= timezone.now() else day


def address_of(reader) -> str:
    """Of a deleted account it is no address at all."""
    return str(reader) if reader.erased_at else reader.email


class NoteForm(forms.Form):
    note = forms.CharField(label=_("Note"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


def run_note(desk, request, reader, data):
    record(NOTE, reader, by=request.user, detail=data["note"])
    return gettext("Noted.")


class PeriodField(forms.ModelChoiceField):
    def label_from_instance(self, period):
        return f"{period.sold_as} · {period_words(period)}"


class EndForm(forms.Form):
    period = PeriodField(queryset=Subscription.objects.none(), label=_("Period"), empty_label=_("Choose…"))
    reason = forms.CharField(label=_("Reason"), max_length=250)


def end_form(reader, data=None):
    form = EndForm(data, auto_id="end-%s")
    form.fields["period"].queryset = running(reader)
    return form


def running(reader):
    now = timezone.now()
    return Subscription.objects.filter(user=reader, grace_ends_at__gt=now).standing(now).select_related("plan")


def run_end(desk, request, reader, data):
    if not granting.revoke(data["period"], reason=data["reason"], by=request.user):
        raise Refused(gettext("This period has been ended already."))
    return gettext("The period is ended: {person} reads as a subscriber no longer by it.").format(person=reader)


def period_words(period) -> str:
    start = timezone.localdate(period.starts_at, timezone.get_default_timezone())
    days = {
        "start": date_format(start, "SHORT_DATE_FORMAT"),
        "end": date_format(last_day(period.ends_at), "SHORT_DATE_FORMAT"),
    }
    return gettext("{start} to {end}").format(**days)


@admin.register(Reader)
class ReaderAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Readers and subscribers"),
        counted=ngettext_lazy("%(count)d reader", "%(count)d readers", "count"),
        empty=_("No reader here."),
        search=_("E-mail address, name or telephone number"),
    )
    list_display = ["address", "name", "phone", "plan_now", "until", "date_joined"]
    list_filter = [StateFilter, "date_joined"]
    search_fields = list(SEARCHED)
    ordering = ["-pk"]
    list_per_page = 50
    fields = ["address", "name", "public_name", "phone", "state", "date_joined"]
    readonly_fields = fields
    change_form_template = "admin/subscriptions/reader.html"
    verbs = [
        Verb(
            name="end",
            permission="subscriptions.add_revocation",
            title=_("End a period early"),
            note=_("No money goes back by this: refund the payment for that."),
            button=_("End it now"),
            form=end_form,
            run=run_end,
            offered=lambda reader: running(reader).exists(),
            is_grave=True,
        ),
        Verb(
            name="note",
            permission="subscriptions.view_reader",
            title=_("Note of the office"),
            note=_("Readers do not see it. It stays."),
            button=_("Add the note"),
            form=lambda reader, data=None: NoteForm(data, auto_id="note-%s"),
            run=run_note,
        ),
    ]
    export_columns = [
        (_("E-mail address"), address_of),
        (_("Name"), lambda reader: reader.name),
        (_("Telephone"), lambda reader: reader.phone),
        (_("Plan"), lambda reader: reader.plan_now),
        (_("Until"), lambda reader: instant_cell(reader.until)),
        (_("End of the grace"), lambda reader: instant_cell(reader.grace_until)),
        (_("Joined"), lambda reader: instant_cell(reader.date_joined)),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_periods(timezone.now())

    def get_search_results(self, request, queryset, search_term):
        """A telephone number is found however it is typed, with its country or without, whole or its end."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if digits := phones.digits_in(search_term):
            found |= queryset.filter(phone__endswith=digits)
        return found, may_repeat

    @admin.display(description=_("e-mail address"), ordering="email")
    def address(self, reader):
        return address_of(reader)

    @admin.display(description=_("plan"))
    def plan_now(self, reader):
        return reader.plan_now

    @admin.display(description=_("until"), ordering="until")
    def until(self, reader):
        return until_words(reader)

    @admin.display(description=_("subscription"))
    def state(self, reader):
        return words_for_desk(standing_of(reader))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        context |= ledger_of(obj)
        context["may_give"] = request.user.has_perm("subscriptions.add_subscription")
        context["may_sell"] = obj.is_active and request.user.has_perm("subscriptions.add_payment")
        return super().render_change_form(request, context, add, change, form_url, obj)


def ledger_of(reader) -> dict:
    """All that the ledger has of the person, newest first; one query a kind."""
    now = timezone.now()
    periods = Subscription.objects.of(reader).select_related(
        "plan", "institution", "revocation", "given_by", "moved_from", "moved_to"
    )
    payments = Payment.objects.filter(Q(order__user=reader) | Q(discrepancy__order__user=reader))
    refunds = Refund.objects.filter(payment__in=payments.values("pk")).select_related("payment", "by")
    return {
        "periods": [
            (period, period_words(period), period.state_at(now).label, _source(period))
            for period in periods.order_by("-starts_at", "-pk")[:SHOWN]
        ],
        "orders": [(row, means_in_words(row.provider)) for row in Order.objects.filter(user=reader)[:SHOWN]],
        "payments": [(row, means_in_words(row.provider)) for row in payments[:SHOWN]],
        "refunds": refunds[:SHOWN],
        "notes": Entry.objects.about(reader).filter(action=NOTE)[:SHOWN],
    }


def _early_end(period) -> str:
    ended = getattr(period, "revocation", None)
    return gettext("ended early: {reason}").format(reason=ended.reason) if ended else ""


def _source(period) -> str:
    source = str(period.institution) if period.institution else period.get_source_display()
    told = [source, period.note, move_in_words(period) or _early_end(period)]
    return " · ".join(filter(None, told))
