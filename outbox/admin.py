"""What became of the site's mails. Their texts hold codes and links for one person: nobody reads them here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from web.desk import DeskAdmin, Phrases

from .models import Message

SECRET = {"text", "html", "headers"}


@admin.register(Message)
class MessageAdmin(DeskAdmin):
    phrases = Phrases(
        plural=_("Mails"),
        counted=ngettext_lazy("%(count)d mail", "%(count)d mails", "count"),
        empty=_("No mail here."),
        search=_("Address or subject"),
    )
    list_display = ["subject", "recipient", "state", "tries", "created_at", "next_try_at", "sent_at"]
    list_filter = ["state"]
    search_fields = ["recipient", "subject"]
    date_hierarchy = "created_at"
    show_full_result_count = False
    fields = [
        "subject",
        "recipient",
        "sender",
        "urgency",
        "state",
        "tries",
        "error",
        "created_at",
        "next_try_at",
        "sent_at",
    ]

    def lookup_allowed(self, lookup, value, request=None):
        """A filter that is typed into the address would otherwise tell, letter by letter, what a mail says."""
        return lookup.split("__")[0] not in SECRET and super().lookup_allowed(lookup, value, request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
