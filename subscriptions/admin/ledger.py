"""Orders, payments, refunds and what does not add up: read, searched, exported; changed by the verbs of the office."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.forms import AddressField
from accounts.models import User
from subscriptions import office
from subscriptions.models import Discrepancy, Order, Payment, Refund
from subscriptions.money import plain_amount
from web.desk import Phrases

from . import counter, dashboard, till
from .amounts import AmountField
from .choices import PriceField, means_in_words, searched
from .links import link_to
from .verbs import ExportingAdmin, ReasonForm, Verb, VerbsAdmin, instant_cell


class MeansFilter(admin.SimpleListFilter):
    title = _("means of payment")
    parameter_name = "provider"
    path = "provider"

    def lookups(self, request, model_admin):
        slugs = model_admin.model._base_manager.order_by(self.path).values_list(self.path, flat=True).distinct()
        return [(slug, means_in_words(slug)) for slug in slugs]

    def queryset(self, request, queryset):
        return queryset.filter(**{self.path: self.value()}) if self.value() else queryset


class OfPaymentFilter(MeansFilter):
    path = "payment__provider"


@admin.register(Order)
class OrderAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Orders"),
        counted=ngettext_lazy("%(count)d order", "%(count)d orders", "count"),
        empty=_("No order here."),
        search=_("Number, e-mail address, name, receipt or reference"),
    )
    list_display = ["key", "user", "plan_name", "amount_words", "means", "state", "created_at"]
    list_filter = ["state", MeansFilter, "purpose", "plan", "created_at"]
    list_select_related = ["user"]
    search_fields = [
        "key",
        *searched("user"),
        "buyer_email",
        "buyer_name",
        "reference",
        "payments__external_id",
        "payments__receipt",
    ]
    fields = [
        *("key", "buyer", "purpose", "plan_name", "amount_words", "means", "reference", "state"),
        *("created_at", "settled_at", "renews", "paid_by", "bought"),
    ]
    readonly_fields = fields
    export_columns = [
        (_("Number"), lambda order: order.key),
        (_("Date"), lambda order: instant_cell(order.created_at)),
        (_("E-mail address"), lambda order: order.buyer_email),
        (_("Name"), lambda order: order.buyer_name),
        (_("Plan"), lambda order: order.plan_name),
        (_("Amount"), lambda order: plain_amount(order.amount, order.currency)),
        (_("Currency"), lambda order: order.currency),
        (_("Means of payment"), lambda order: means_in_words(order.provider)),
        (_("Reference"), lambda order: order.reference),
        (_("State"), lambda order: order.get_state_display()),
    ]

    @admin.display(description=_("amount"), ordering="amount")
    def amount_words(self, order):
        return order.amount_in_words

    @admin.display(description=_("means of payment"), ordering="provider")
    def means(self, order):
        return means_in_words(order.provider)

    @admin.display(description=_("buyer"))
    def buyer(self, order):
        return link_to(order.user, "subscriptions_reader", f"{order.buyer_name} {order.buyer_email}".strip())

    @admin.display(description=_("payments"))
    def paid_by(self, order):
        return links(order.payments.all(), "subscriptions_payment") or gettext("Nothing")

    @admin.display(description=_("subscription"))
    def bought(self, order):
        period = order.subscription
        return link_to(period, "subscriptions_subscription") if period else gettext("Nothing")


def links(rows, name):
    """One a line; the rows are few."""
    found = [link_to(row, name) for row in rows]
    return format_html("{}" + "<br>{}" * (len(found) - 1), *found) if found else ""


class RefundForm(forms.Form):
    amount = AmountField(label=_("Amount"))
    reason = forms.CharField(label=_("Reason"), max_length=250)


def refund_form(payment, data=None):
    form = RefundForm(data, auto_id="refund-%s", initial={"amount": payment.amount})
    form.fields["amount"].of(payment.currency, most=payment.amount)
    return form


def run_refund(desk, request, payment, data):
    done = office.refund(payment, amount=data["amount"], reason=data["reason"], by=request.user)
    said = {
        Refund.State.DONE: gettext("{amount} refunded, credit note {number}."),
        Refund.State.ASKED: gettext("{amount} are going back by the means of payment, credit note {number}."),
    }[done.state]
    return said.format(amount=done.amount_in_words, number=done.receipt)


def state_words(payment) -> str:
    if not payment.is_ours:
        return payment.discrepancy.get_kind_display()
    if refund := getattr(payment, "refund", None):
        return refund.get_state_display()
    found = getattr(payment, "discrepancy", None)
    return found.get_kind_display() if found and not found.resolved_at else pgettext("payment", "Received")


@admin.register(Payment)
class PaymentAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Payments"),
        counted=ngettext_lazy("%(count)d payment", "%(count)d payments", "count"),
        empty=_("No payment here."),
        search=_("Receipt, reference, e-mail address or name"),
    )
    list_display = ["receipt", "payer", "amount_words", "means", "external_id", "received_at", "standing"]
    list_filter = [MeansFilter, "currency", "received_at"]
    list_select_related = ["order__user", "refund", "discrepancy"]
    search_fields = [
        "receipt",
        "external_id",
        *searched("order__user"),
        "order__buyer_email",
        "order__key",
        "order__reference",
    ]
    fields = [
        *("receipt", "payer", "amount_words", "means", "external_id", "received_at", "recorded_by"),
        *("bought", "standing", "given_back"),
    ]
    readonly_fields = fields
    verbs = [
        Verb(
            name="refund",
            permission="subscriptions.add_refund",
            title=_("Refund"),
            note=_(
                "All of it ends what was bought at once, and what follows moves up; a part leaves it. Cash is handed "
                "over the counter now."
            ),
            button=_("Refund this amount"),
            form=refund_form,
            run=run_refund,
            offered=lambda payment: payment.is_ours and not hasattr(payment, "refund"),
            is_grave=True,
        )
    ]
    export_columns = [
        (_("Receipt number"), lambda payment: payment.receipt),
        (_("Received on"), lambda payment: instant_cell(payment.received_at)),
        (_("E-mail address"), lambda payment: payment.order.buyer_email if payment.order else ""),
        (_("Name"), lambda payment: payment.order.buyer_name if payment.order else ""),
        (_("Amount"), lambda payment: plain_amount(payment.amount, payment.currency) if payment.is_ours else ""),
        (_("Currency"), lambda payment: payment.currency),
        (_("Means of payment"), lambda payment: means_in_words(payment.provider)),
        (_("Reference"), lambda payment: payment.external_id),
        (pgettext_lazy("purchase", "Order"), lambda payment: payment.order.key if payment.order else ""),
        (
            _("Refunded"),
            lambda payment: (
                plain_amount(payment.refund.amount, payment.currency)
                if payment.is_ours and hasattr(payment, "refund")
                else ""
            ),
        ),
        (_("State"), state_words),
    ]

    def site_urls(self):
        """The pages of the counter, the till and the figures."""
        site = self.admin_site
        return [*counter.routes(site), *till.routes(site), *dashboard.routes(site)]

    @admin.display(description=_("payer"))
    def payer(self, payment):
        return payment.order.user if payment.order else gettext("Unknown")

    @admin.display(description=_("amount"), ordering="amount")
    def amount_words(self, payment):
        return payment.amount_in_words

    @admin.display(description=_("means of payment"), ordering="provider")
    def means(self, payment):
        return means_in_words(payment.provider)

    @admin.display(description=_("state"))
    def standing(self, payment):
        return state_words(payment)

    @admin.display(description=pgettext_lazy("purchase", "order"))
    def bought(self, payment):
        return link_to(payment.order, "subscriptions_order") if payment.order else gettext("Nothing")

    @admin.display(description=_("refund"))
    def given_back(self, payment):
        refund = getattr(payment, "refund", None)
        return link_to(refund, "subscriptions_refund") if refund else gettext("Nothing")


class ReferenceForm(forms.Form):
    reference = forms.CharField(
        label=_("How and under which number"), max_length=200, help_text=_("« Cash, receipt A-118 ».")
    )


def run_by_hand(desk, request, refund, data):
    if not office.refunded_by_hand(refund, reference=data["reference"], by=request.user):
        return gettext("This refund was done already.")
    return gettext("Noted: the money has gone back.")


@admin.register(Refund)
class RefundAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Refunds"),
        counted=ngettext_lazy("%(count)d refund", "%(count)d refunds", "count"),
        empty=_("No refund here."),
        search=_("Credit note, receipt, reference, e-mail address or name"),
    )
    list_display = ["receipt", "amount_words", "payment", "reason", "state", "by", "created_at"]
    list_filter = ["state", OfPaymentFilter, "created_at"]
    list_select_related = ["payment__order__user", "by"]
    search_fields = [
        "receipt",
        "external_id",
        "reason",
        "payment__receipt",
        "payment__external_id",
        *searched("payment__order__user"),
    ]
    fields = [
        *("receipt", "amount_words", "of_payment", "reason", "by", "state", "external_id", "error"),
        *("created_at", "settled_at"),
    ]
    readonly_fields = fields
    verbs = [
        Verb(
            name="by-hand",
            permission="subscriptions.add_refund",
            title=_("The money has gone back another way"),
            note=_("For what the provider cannot or would not send back."),
            button=_("Note it as refunded"),
            form=lambda refund, data=None: ReferenceForm(data, auto_id="by-hand-%s"),
            run=run_by_hand,
            offered=lambda refund: refund.state != Refund.State.DONE,
        )
    ]
    export_columns = [
        (_("Credit note"), lambda refund: refund.receipt),
        (_("Date"), lambda refund: instant_cell(refund.created_at)),
        (_("Amount"), lambda refund: plain_amount(refund.amount, refund.payment.currency)),
        (_("Currency"), lambda refund: refund.payment.currency),
        (_("Receipt"), lambda refund: refund.payment.receipt),
        (_("Reason"), lambda refund: refund.reason),
        (_("By"), lambda refund: refund.by),
        (_("State"), lambda refund: refund.get_state_display()),
    ]

    @admin.display(description=_("amount"), ordering="amount")
    def amount_words(self, refund):
        return refund.amount_in_words

    @admin.display(description=_("payment"))
    def of_payment(self, refund):
        return link_to(refund.payment, "subscriptions_payment")


class OpenFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("open", _("To settle")), ("settled", _("Settled"))]

    def queryset(self, request, queryset):
        known = {"open": True, "settled": False}
        return queryset.filter(resolved_at__isnull=known[self.value()]) if self.value() in known else queryset


class AttachForm(forms.Form):
    email = AddressField()
    price = PriceField(help_text=_("What the reader gets for this money; the amount stays as it was paid."))
    reason = forms.CharField(label=_("Reason"), max_length=250)

    def clean_email(self):
        """The account, or a sentence."""
        user = User.objects.filter(email=self.cleaned_data["email"], is_active=True).first()
        if user is None:
            raise ValidationError(_("No account has this address. The reader can make one first."))
        return user


def attach_form(discrepancy, data=None):
    order = discrepancy.payment.order
    is_known = order and not order.user.erased_at
    return AttachForm(data, auto_id="attach-%s", initial={"email": order.user.email} if is_known else None)


def run_attach(desk, request, discrepancy, data):
    user = data["email"]
    office.attach(discrepancy, user, data["price"], reason=data["reason"], by=request.user)
    return gettext("{person} has a subscription for this money.").format(person=user)


def run_settle(desk, request, discrepancy, data):
    office.settle(discrepancy, reason=data["reason"], by=request.user)
    return gettext("Settled, and off the list.")


@admin.register(Discrepancy)
class DiscrepancyAdmin(ExportingAdmin, VerbsAdmin):
    phrases = Phrases(
        plural=_("Discrepancies"),
        counted=ngettext_lazy("%(count)d discrepancy", "%(count)d discrepancies", "count"),
        empty=_("Nothing to settle: all money has bought what was ordered."),
        search=_("Receipt, reference, e-mail address or name"),
    )
    list_display = ["kind", "payment", "payer", "noted_at", "standing"]
    list_filter = [OpenFilter, "kind", OfPaymentFilter]
    list_select_related = ["payment__order__user"]
    search_fields = [
        "payment__receipt",
        "payment__external_id",
        *searched("payment__order__user"),
        "payment__order__key",
    ]
    fields = ["kind", "of_payment", "ordered", "noted_at", "standing", "resolved_by", "resolved_at", "given"]
    readonly_fields = fields
    verbs = [
        Verb(
            name="attach",
            permission="subscriptions.change_discrepancy",
            title=_("Give a reader a subscription for it"),
            button=_("Give the subscription"),
            form=attach_form,
            run=run_attach,
            offered=lambda discrepancy: not discrepancy.resolved_at,
        ),
        Verb(
            name="settle",
            permission="subscriptions.change_discrepancy",
            title=_("Take it off the list"),
            note=_("Money that we have received goes back by refunding its payment: that settles it too."),
            button=_("Mark as settled"),
            form=lambda discrepancy, data=None: ReasonForm(data, auto_id="settle-%s"),
            run=run_settle,
            offered=lambda discrepancy: not discrepancy.resolved_at,
        ),
    ]
    export_columns = [
        (_("Date"), lambda one: instant_cell(one.noted_at)),
        (_("Kind"), lambda one: one.get_kind_display()),
        (_("Receipt"), lambda one: one.payment.receipt),
        (_("Amount"), lambda one: plain_amount(one.payment.amount, one.payment.currency)),
        (_("Currency"), lambda one: one.payment.currency),
        (_("Reference"), lambda one: one.payment.external_id),
        (_("What was done"), lambda one: one.resolution),
    ]

    @admin.display(description=_("payer"))
    def payer(self, discrepancy):
        order = discrepancy.payment.order
        return order.user if order else gettext("Unknown")

    @admin.display(description=_("state"))
    def standing(self, discrepancy):
        return discrepancy.resolution or gettext("Settled") if discrepancy.resolved_at else gettext("To settle")

    @admin.display(description=_("payment"))
    def of_payment(self, discrepancy):
        return link_to(discrepancy.payment, "subscriptions_payment")

    @admin.display(description=pgettext_lazy("purchase", "order"))
    def ordered(self, discrepancy):
        order = discrepancy.payment.order
        return link_to(order, "subscriptions_order") if order else gettext("Nothing")

    @admin.display(description=_("what it has bought since"))
    def given(self, discrepancy):
        return link_to(discrepancy.order, "subscriptions_order") if discrepancy.order else gettext("Nothing")
