"""Gifts: read here. What becomes of one follows from its order, its day and its code."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from subscriptions.models import Gift
from web.desk import Phrases

from .reader import address_of
from .verbs import ExportingAdmin, instant_cell


@admin.register(Gift)
class GiftAdmin(ExportingAdmin):
    phrases = Phrases(
        plural=_("Gifts"),
        counted=ngettext_lazy("%(count)d gift", "%(count)d gifts", "count"),
        empty=_("No gift yet."),
        search=_("Address, order number"),
    )
    list_display = ["order", "buyer", "recipient", "deliver_on", "standing", "redeemed_by"]
    list_select_related = ["order__user", "redeemed_by"]
    search_fields = ["recipient", "order__key", "order__user__email", "redeemed_by__email"]
    fields = ["order", "buyer", "recipient", "giver", "message", "deliver_on", "standing", "redeemed_by"]
    readonly_fields = ["buyer", "standing"]
    export_columns = [
        (pgettext_lazy("purchase", "Order"), lambda gift: gift.order.key),
        (_("Plan"), lambda gift: gift.order.plan_name),
        (_("Buyer"), lambda gift: address_of(gift.order.user)),
        (_("Recipient"), lambda gift: gift.recipient),
        (_("Day of delivery"), lambda gift: f"{gift.deliver_on:%Y-%m-%d}"),
        (_("State"), lambda gift: gift.state_in_words),
        (_("Redeemed by"), lambda gift: address_of(gift.redeemed_by) if gift.redeemed_by else ""),
        (_("Redeemed on"), lambda gift: instant_cell(gift.redeemed_at)),
    ]

    @admin.display(description=_("buyer"))
    def buyer(self, gift):
        return gift.order.user

    @admin.display(description=_("state"))
    def standing(self, gift):
        return gift.state_in_words

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
