"""Agents with their accounts, batches of scratch codes, and each code by its last characters."""

import datetime as dt

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminIntegerFieldWidget
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from subscriptions import vouchers
from subscriptions.agent_accounts import accounts_of
from subscriptions.code_sheets import archive, file_name
from subscriptions.models import Agent, AgentSettlement, Voucher, VoucherBatch
from subscriptions.models.plan import Currency
from subscriptions.models.voucher import LARGEST_BATCH
from subscriptions.money import plain_amount
from subscriptions.refusals import Refused
from web.desk import DeskAdmin, Phrases

from .amounts import AmountField, PercentField, percent
from .choices import PriceField, ReceiptField, searched
from .links import link_to
from .verbs import ExportingAdmin, ReadOnlyAdmin, ReasonForm, Verb, VerbsAdmin, instant_cell

# How long a new batch is good for unless somebody chooses otherwise, and at most.
USUAL_LIFE, LONGEST_LIFE = dt.timedelta(days=365), dt.timedelta(days=5 * 365)


class SettlementForm(forms.Form):
    amount = AmountField(label=_("Amount"))
    currency = forms.ChoiceField(label=_("Currency"), choices=Currency.choices)
    receipt = ReceiptField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        amount, currency = self.fields["amount"], self.data.get("currency")
        amount.help_text = _("A mistake is put right by a second row with a minus.")
        amount.least = -amount.most
        if currency in Currency.values:
            amount.currency = currency

    def clean_amount(self):
        if self.cleaned_data["amount"] == 0:
            raise forms.ValidationError(_("Nothing is not an amount."))
        return self.cleaned_data["amount"]


class AgentForm(forms.ModelForm):
    commission = PercentField(
        label=Agent._meta.get_field("commission").verbose_name, help_text=Agent._meta.get_field("commission").help_text
    )


def run_bring(desk, request, agent, data):
    brought = vouchers.bring(
        agent,
        amount=data["amount"],
        currency=data["currency"],
        receipt_number=data["receipt"],
        by=request.user,
    )
    return gettext("{amount} received from {agent}, receipt {number}.").format(
        amount=brought.amount_in_words, agent=agent, number=brought.receipt_number
    )


@admin.register(Agent)
class AgentAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Agents"),
        add=_("Add an agent"),
        counted=ngettext_lazy("%(count)d agent", "%(count)d agents", "count"),
        empty=_("No agent yet: a kiosk, or somebody who sells codes."),
        search=_("Name, place or telephone"),
    )
    list_display = ["name", "place", "phone", "stock", "money"]
    list_filter = ["is_active"]
    search_fields = ["name", "place", "phone"]
    form = AgentForm
    fields = ["name", "phone", "place", "commission", "is_active", "note"]
    change_form_template = "admin/subscriptions/agent.html"
    verbs = [
        Verb(
            name="bring",
            permission="subscriptions.add_agentsettlement",
            title=_("The agent brings money"),
            button=_("Record the money"),
            form=lambda agent, data=None: SettlementForm(data, auto_id="bring-%s"),
            run=run_bring,
        )
    ]
    export_columns = [
        (_("Agent"), lambda row: row[0].name),
        (_("Telephone"), lambda row: row[0].phone),
        (pgettext_lazy("agent", "Place"), lambda row: row[0].place),
        (_("Currency"), lambda row: row[1].currency),
        (_("Codes out"), lambda row: row[1].out),
        (_("Codes used"), lambda row: row[1].redeemed),
        (_("Cancelled or expired"), lambda row: row[1].cancelled),
        (_("Sold"), lambda row: plain_amount(row[1].sold, row[1].currency)),
        (_("Commission"), lambda row: plain_amount(row[1].commission, row[1].currency)),
        (_("Brought"), lambda row: plain_amount(row[1].brought, row[1].currency)),
        (_("Still owed"), lambda row: plain_amount(row[1].owed, row[1].currency)),
    ]

    def has_add_permission(self, request):
        return DeskAdmin.has_add_permission(self, request)

    def has_change_permission(self, request, obj=None):
        return DeskAdmin.has_change_permission(self, request, obj)

    def count_use(self, request, rows):
        found = accounts_of(rows)
        for row in rows:
            row.accounts = found.get(row.pk, [])

    def export_rows(self, queryset):
        agents = list(queryset)
        found = accounts_of(agents)
        return ((agent, account) for agent in agents for account in found.get(agent.pk, []))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):  # noqa: FBT002, PLR0917
        context["accounts"] = [(one, one.in_words()) for one in accounts_of([obj]).get(obj.pk, [])] if obj else []
        context["settlements"] = obj.settlements.select_related("recorded_by")[:50] if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("codes"))
    def stock(self, agent):
        out, used = (sum(getattr(one, name) for one in agent.accounts) for name in ("out", "redeemed"))
        return gettext("{out} out, {used} used").format(out=out, used=used)

    @admin.display(description=_("account"))
    def money(self, agent):
        """A phrase a currency: on a phone the column has no title."""
        said = gettext("{sold} sold, {brought} brought, {owed} still owed")
        return " · ".join(said.format(**one.in_words()) for one in agent.accounts)


class BatchForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput)
    price = PriceField()
    size = forms.IntegerField(
        label=_("Number of codes"), min_value=1, max_value=LARGEST_BATCH, widget=AdminIntegerFieldWidget
    )

    class Meta:
        model = VoucherBatch
        fields = ["agent", "size", "expires_on"]
        widgets = {"expires_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Read-only pages have none of these.
        if "agent" in self.fields:
            self.fields["agent"].queryset = Agent.objects.filter(is_active=True)
            self.fields["expires_on"].initial = timezone.localdate() + USUAL_LIFE
            self.fields["key"].initial = self.instance.key

    def clean_key(self):
        key = self.cleaned_data["key"]
        if VoucherBatch.objects.filter(key=key).exists():
            sentence = _("This batch was made already. If its file is lost, cancel the batch and make another one.")
            raise forms.ValidationError(sentence)
        self.instance.key = key
        return key

    def clean_expires_on(self):
        day, today = self.cleaned_data["expires_on"], timezone.localdate()
        if not today < day <= today + LONGEST_LIFE:
            raise forms.ValidationError(_("Choose a day to come, within five years."))
        return day


def run_cancel(desk, request, batch, data):
    if not vouchers.cancel_batch(batch, reason=data["reason"], by=request.user):
        raise Refused(gettext("This batch is cancelled already."))
    return gettext("The batch is cancelled: its codes that nobody has used are refused from now on.")


@admin.register(VoucherBatch)
class VoucherBatchAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Batches of codes"),
        add=_("Make a batch of codes"),
        counted=ngettext_lazy("%(count)d batch", "%(count)d batches", "count"),
        empty=_("No batch yet."),
        search=_("Agent, plan, or number of the batch"),
    )
    form = BatchForm
    add_form_template = "admin/subscriptions/new_batch.html"
    list_display = ["number", "agent", "plan_name", "amount_words", "stock", "good_until", "standing"]
    list_filter = ["agent", "plan", "made_at"]
    list_select_related = ["agent"]
    search_fields = ["=pk", "agent__name", "plan_name"]
    verbs = [
        Verb(
            name="cancel",
            permission="subscriptions.change_voucherbatch",
            title=_("The batch is lost, or must not be sold"),
            note=_("Codes that nobody has used are refused from then on. What was used stays."),
            button=_("Cancel the batch"),
            form=lambda batch, data=None: ReasonForm(data, auto_id="cancel-%s"),
            run=run_cancel,
            offered=lambda batch: not batch.cancelled_at,
            is_grave=True,
        )
    ]
    export_columns = [
        (_("Batch"), lambda batch: batch.pk),
        (_("Made"), lambda batch: instant_cell(batch.made_at)),
        (_("Agent"), lambda batch: batch.agent.name),
        (_("Plan"), lambda batch: batch.plan_name),
        (_("Price"), lambda batch: plain_amount(batch.amount, batch.currency)),
        (_("Currency"), lambda batch: batch.currency),
        (_("Number of codes"), lambda batch: batch.size),
        (_("Codes used"), lambda batch: batch.redeemed),
        (_("Last day"), lambda batch: f"{batch.expires_on:%Y-%m-%d}"),
        (_("Cancelled"), lambda batch: instant_cell(batch.cancelled_at)),
    ]

    def get_queryset(self, request):
        used = Voucher.objects.filter(batch=OuterRef("pk"), redeemed_at__isnull=False).order_by().values("batch")
        counted = Coalesce(Subquery(used.annotate(number=Count("pk")).values("number")), 0)
        return super().get_queryset(request).annotate(redeemed=counted)

    def has_add_permission(self, request):
        return DeskAdmin.has_add_permission(self, request)

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["agent", "price", "size", "expires_on", "key"]
        made = ["agent_link", "plan_name", "amount_words", "share", "size", "used", "expires_on", "made_at", "made_by"]
        return [*made, "standing", "cancelled_by"]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj else []

    def save_model(self, request, obj, form, change):
        request.new_codes = vouchers.make_batch(obj, form.cleaned_data["price"], by=request.user)

    def log_addition(self, request, obj, message):
        """The verb writes the journal."""

    def response_add(self, request, obj, post_url_continue=None):
        """The only time that the codes are shown."""
        # The template knows the newspaper, of which this app knows nothing.
        newspaper = render_to_string("subscriptions/receipt_head.txt", request=request).strip().splitlines()[0]
        answer = StreamingHttpResponse(archive(obj, request.new_codes, newspaper), content_type="application/zip")
        answer["Content-Disposition"] = f'attachment; filename="{file_name(obj)}.zip"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer

    @admin.display(description=_("batch"), ordering="pk")
    def number(self, batch):
        return gettext("Batch {number}").format(number=batch.pk)

    @admin.display(description=_("codes"), ordering="size")
    def stock(self, batch):
        """In words, as is the day below: on a phone the column has no title."""
        return gettext("{used} of {size} codes used").format(used=batch.redeemed, size=batch.size)

    @admin.display(description=_("last day"), ordering="expires_on")
    def good_until(self, batch):
        return gettext("good until {day}").format(day=date_format(batch.expires_on, "SHORT_DATE_FORMAT"))

    @admin.display(description=_("price of a code"), ordering="amount")
    def amount_words(self, batch):
        return batch.amount_in_words

    @admin.display(description=_("commission"))
    def share(self, batch):
        return gettext("{number} %").format(number=percent(batch.commission))

    @admin.display(description=_("codes used"))
    def used(self, batch):
        return batch.redeemed

    @admin.display(description=_("agent"))
    def agent_link(self, batch):
        return link_to(batch.agent, "subscriptions_agent")

    @admin.display(description=_("state"))
    def standing(self, batch):
        if batch.cancelled_at:
            return gettext("Cancelled: {reason}").format(reason=batch.cancel_reason)
        return gettext("Expired") if batch.expires_on < timezone.localdate() else gettext("Good")


class UsedFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("Used")), ("no", _("Not used"))]

    def queryset(self, request, queryset):
        asked = {"yes": False, "no": True}
        return queryset.filter(redeemed_at__isnull=asked[self.value()]) if self.value() in asked else queryset


@admin.register(Voucher)
class VoucherAdmin(ReadOnlyAdmin):
    phrases = Phrases(
        plural=_("Scratch codes"),
        counted=ngettext_lazy("%(count)d code", "%(count)d codes", "count"),
        empty=_("No code here."),
        search=_("The last four characters, or who used it"),
    )
    list_display = ["tail", "batch", "standing", "redeemed_by", "redeemed_at"]
    list_filter = [UsedFilter]
    list_select_related = ["batch__agent", "redeemed_by"]
    search_fields = ["tail", *searched("redeemed_by")]
    fields = ["tail", "of_batch", "standing", "redeemed_at", "redeemed_by", "period"]
    readonly_fields = fields

    @admin.display(description=_("batch"))
    def of_batch(self, voucher):
        return link_to(voucher.batch, "subscriptions_voucherbatch")

    @admin.display(description=_("state"))
    def standing(self, voucher):
        if voucher.redeemed_at:
            return gettext("Used")
        if voucher.batch.cancelled_at:
            return gettext("Cancelled")
        return gettext("Expired") if voucher.batch.expires_on < timezone.localdate() else gettext("Not used")

    @admin.display(description=_("subscription"))
    def period(self, voucher):
        return (
            link_to(voucher.subscription, "subscriptions_subscription") if voucher.subscription else gettext("Nothing")
        )


@admin.register(AgentSettlement)
class AgentSettlementAdmin(ExportingAdmin, ReadOnlyAdmin):
    phrases = Phrases(
        plural=_("Money from agents"),
        counted=ngettext_lazy("%(count)d receipt", "%(count)d receipts", "count"),
        empty=_("No agent has brought money yet: it is recorded on the agent’s page."),
        search=_("Agent or receipt number"),
    )
    list_display = ["receipt_number", "agent", "amount_words", "received_at", "recorded_by"]
    list_filter = ["agent", "currency", "received_at"]
    list_select_related = ["agent", "recorded_by"]
    search_fields = ["receipt_number", "agent__name"]
    fields = ["receipt_number", "agent", "amount_words", "received_at", "recorded_by"]
    readonly_fields = fields
    export_columns = [
        (_("Received on"), lambda row: instant_cell(row.received_at)),
        (_("Agent"), lambda row: row.agent.name),
        (_("Amount"), lambda row: plain_amount(row.amount, row.currency)),
        (_("Currency"), lambda row: row.currency),
        (_("Receipt number"), lambda row: row.receipt_number),
        (_("Recorded by"), lambda row: row.recorded_by),
    ]

    @admin.display(description=_("amount"), ordering="amount")
    def amount_words(self, row):
        return row.amount_in_words
