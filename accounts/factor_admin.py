"""The second factor on the office's page of a person: whether there is one, and taking it from who lost it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from . import second_factor
from .second_factor import Authenticator


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("Such as: lost telephone, came to the office with an identity card. It stays in the journal."),
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
    )


class FactorFilter(admin.SimpleListFilter):
    title = _("second factor")
    parameter_name = "factor"

    def lookups(self, request, model_admin):
        return [("yes", _("With a second factor")), ("no", _("Without a second factor"))]

    def queryset(self, request, queryset):
        if self.value() not in {"yes", "no"}:
            return queryset
        has_one = Exists(Authenticator.objects.filter(user_id=OuterRef("pk"), type__in=second_factor.FACTORS))
        return queryset.filter(has_one if self.value() == "yes" else ~has_one)


class FactorAdmin:
    """For the admin of people: the line on the person's page, and the page that removes."""

    def get_urls(self):
        remove = require_http_methods(["GET", "HEAD", "POST"])(self.admin_site.admin_view(self.remove_factor_view))
        own = path("<int:object_id>/second-factor/", remove, name="accounts_user_remove_factor")
        return [own, *super().get_urls()]

    @admin.display(description=gettext_lazy("second factor"))
    def factor(self, user):
        words = in_words(user)
        if not words:
            return gettext("No second factor")
        address = reverse("admin:accounts_user_remove_factor", args=[user.pk])
        return format_html('{} – <a href="{}">{}</a>', words, address, gettext("Remove…"))

    def remove_factor_view(self, request, object_id):
        """Only for whoever may change the person at all: staff's only by superusers."""
        user = self.get_object(request, str(object_id))
        if user is None:
            raise Http404
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        form, words = ReasonForm(request.POST or None), in_words(user)
        if request.method == "POST" and words and form.is_valid():
            second_factor.remove(user, by=request.user, reason=form.cleaned_data["reason"])
            messages.success(request, gettext("The second factor of {person} is removed.").format(person=user))
            return redirect("admin:accounts_user_change", user.pk)
        page = {
            **self.admin_site.each_context(request),
            "title": gettext("Remove the second factor"),
            "opts": self.opts,
            "phrases": self.phrases,
            "person": user,
            "words": words,
            "form": form,
        }
        return render(request, "admin/accounts/user/remove_factor.html", page)


def in_words(user) -> str:
    """« Application, 2 clés d’accès »; empty without any."""
    kinds = [row.type for row in user.authenticator_set.all()]
    said = [gettext("application")] if Authenticator.Type.TOTP in kinds else []
    if keys := kinds.count(Authenticator.Type.WEBAUTHN):
        said.append(ngettext("%(number)d passkey", "%(number)d passkeys", keys) % {"number": keys})
    return ", ".join(said)
