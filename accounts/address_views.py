"""The pages of a change of address: asking for it, and the one that the old mailbox is sent a link to."""

from functools import wraps

from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.views import EmailView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from web.limits import Limit

from . import address_changes
from .views import too_many_requests

BAD_LINKS = Limit("address-change", times=30, seconds=600)


class ChangeAddressView(EmailView):
    def form_valid(self, form):
        """An address to which a code is on its way leads to the page of that code; no second one is sent."""
        under_way = EmailVerificationProcess.resume(self.request)
        if under_way and under_way.email == form.cleaned_data["email"]:
            return redirect("account_email_verification_sent")
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        change = address_changes.waiting(self.request.user)
        return super().get_context_data(**kwargs) | {
            "waiting": change,
            "made_at": change and address_changes.made_at(change),
        }


def of_link(view):
    """Calls the view with the change that the link is about. Whoever reads the old mailbox need not be signed in."""

    @never_cache
    @wraps(view)
    def guarded(request, token):
        if change := address_changes.find(token):
            response = view(request, change, token)
        elif BAD_LINKS.take(request):
            response = render(request, "accounts/address_change_over.html", status=404)
        else:
            response = too_many_requests(request)
        response["Referrer-Policy"] = "no-referrer"
        return response

    return guarded


@require_safe
@of_link
def address_change(request, change, token):
    words = {"change": change, "made_at": address_changes.made_at(change), "token": token}
    return render(request, "accounts/address_change.html", words)


@require_POST
@of_link
def agree_to_address(request, change, token):
    """The link serves no second time, so the page says what has become of it."""
    words = {"change": change, "is_made": address_changes.make(change)}
    return render(request, "accounts/address_change_answered.html", words)


@require_POST
@of_link
def refuse_address(request, change, token):
    address_changes.refuse(change)
    return render(request, "accounts/address_change_answered.html", {"change": change, "is_refused": True})


@never_cache
@require_POST
@login_required
def take_address_back(request):
    address_changes.take_back(request.user)
    messages.success(request, _("Your address stays as it is."))
    return redirect("account_email")
