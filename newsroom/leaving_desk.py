"""The back office's way to delete an account, in the place of the stock page, which would delete a row."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts.models import User

from . import leaving, personal_data


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=250,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy(
            "For the journal, which cannot be changed: without the person’s name. “Asked for by letter of 3 May.”"
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def delete_user(request, object_id):
    """By whoever may delete this user in the back office, after a reason."""
    desk = admin.site.get_model_admin(User)
    user = desk.get_object(request, object_id)
    if user is None:
        raise Http404
    if not desk.has_delete_permission(request, user):
        raise PermissionDenied
    form = ReasonForm(request.POST if request.method == "POST" else None)
    obstacle = leaving.obstacle(user, by=request.user)
    if form.is_valid() and not obstacle:
        leaving.delete_account(user, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The account is deleted."))
        return redirect("admin:accounts_user_changelist")
    context = {
        **admin.site.each_context(request),
        "title": _("Delete the account of {person}").format(person=user),
        "opts": User._meta,
        "phrases": desk.phrases,
        "row": user,
        "form": form,
        "obstacle": obstacle,
        "outlook": personal_data.outlook(user),
    }
    status = 422 if form.errors else 200
    return render(request, "newsroom/delete_user.html", context, status=status)
