"""How far one reads without paying: one row, to which the list leads straight."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from subscriptions.models import Terms
from web.desk import DeskAdmin, Phrases


@admin.register(Terms)
class TermsAdmin(DeskAdmin):
    phrases = Phrases(plural=_("Reading terms"), add=_("Reading terms"))
    fields = ["free_articles", "offered_articles"]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Terms.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def get_model_perms(self, request):
        """For the list of everything, which need not ask whether there is a row yet."""
        change, view = self.has_change_permission(request), self.has_view_permission(request)
        return {"add": False, "change": change, "delete": False, "view": view}

    def changelist_view(self, request, extra_context=None):
        if Terms.objects.exists() and self.has_view_permission(request):
            return redirect(reverse("admin:subscriptions_terms_change", args=[1]))
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)
