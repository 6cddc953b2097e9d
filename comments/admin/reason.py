"""The reasons of rejection that moderators choose from, in words that authors read."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments.models import RejectionReason
from comments.rules import is_moderator
from web.desk import DeskAdmin, Phrases


class RejectionReasonForm(forms.ModelForm):
    class Meta:
        model = RejectionReason
        fields = ["title", "text", "position", "is_offered"]
        error_messages = {
            "title": {
                "unique": _("Another reason has this title already. Choose another title, or change that reason.")
            }
        }


@admin.register(RejectionReason)
class RejectionReasonAdmin(DeskAdmin):
    form = RejectionReasonForm
    phrases = Phrases(
        plural=_("Reasons of rejection"),
        add=_("New reason of rejection"),
        counted=ngettext_lazy("%(count)d reason", "%(count)d reasons", "count"),
        empty=_("No reason yet: authors are told nothing. Add the first one."),
    )
    list_display = ["title", "text", "position", "is_offered"]
    fields = RejectionReasonForm.Meta.fields
    help_texts = {
        "text": _("The whole letter, greeting left out. A moderator can change it before it is sent."),
        "position": _("The first nine have a key of the keyboard."),
        "is_offered": _("Unticked, it stays in the figures and is no longer offered."),
    }

    def has_module_permission(self, request):
        return is_moderator(request.user)

    def has_view_permission(self, request, obj=None):
        return is_moderator(request.user)

    def has_add_permission(self, request):
        return is_moderator(request.user)

    def has_change_permission(self, request, obj=None):
        return is_moderator(request.user)

    def has_delete_permission(self, request, obj=None):
        """What was decided keeps the words of its reason."""
        return is_moderator(request.user)
