"""How far one reads without paying: one form, to which the list leads straight."""

from django.contrib import admin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from subscriptions.models import Terms
from web.desk import DeskAdmin, Phrases


@admin.register(Terms)
class TermsAdmin(DeskAdmin):
    phrases = Phrases(plural=_("Reading terms"))
    fields = ["free_articles", "offered_articles"]

    def has_add_permission(self, request):
        """The terms are in force before anybody has written the row."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_model_perms(self, request):
        """For the list of everything, which need not ask whether there is a row yet."""
        change, view = self.has_change_permission(request), self.has_view_permission(request)
        return {"add": False, "change": change, "delete": False, "view": view}

    def changelist_view(self, request, extra_context=None):
        if self.has_view_permission(request):
            return redirect(reverse("admin:subscriptions_terms_change", args=[1]))
        return super().changelist_view(request, extra_context)

    def get_object(self, request, object_id, from_field=None):
        return Terms.current() if object_id == "1" else None
