"""Asks once more who is there before something that cannot be taken back: by password or second factor as allauth
does, and by a code to the address where the account has neither."""

import time
from functools import wraps

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import (
    get_reauthentication_flows,
    resume_request,
    suspend_request,
)
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from web.limits import Limit

from .forms import ConfirmByCodeForm
from .views import too_many_requests

SESSION_KEY = "confirmation_code"
LIFE = 15 * 60
TRIES = 3
CODES = Limit("confirmation-code", times=5, seconds=60 * 60)


def confirmed(*, sign_in_counts=False):
    """A view's decorator, below ``login_required``. The POST goes on once the person has confirmed, and for five
    minutes; with ``sign_in_counts`` also within five minutes of signing in."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if is_confirmed(request, sign_in_counts=sign_in_counts):
                return view(request, *args, **kwargs)
            if get_reauthentication_flows(request.user):
                raise ReauthenticationRequired
            return suspend_request(request, reverse("confirm_by_code"))

        return guarded

    return decorate


def is_confirmed(request, *, sign_in_counts=False) -> bool:
    records = get_authentication_records(request, request.user)
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    return any(one["at"] > since for one in records if sign_in_counts or one.get("reauthenticated"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def confirm_by_code(request):
    """A code is sent by a POST alone. For whoever has no password: others confirm with theirs."""
    if get_reauthentication_flows(request.user):
        return redirect("account_reauthenticate")
    if request.method != "POST":
        return _page(request)
    if request.POST.get("action") == "send":
        return _send(request)
    form = ConfirmByCodeForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    if not _is_right(request, form.cleaned_data["code"]):
        form.add_error("code", get_adapter().error_messages["incorrect_code"])
        return _page(request, form)
    record_authentication(request, request.user, method="code", email=request.user.email, reauthenticated=True)
    return resume_request(request) or redirect("account")


def _send(request):
    if not CODES.take_for(f"person-{request.user.pk}"):
        return too_many_requests(request)
    code = get_adapter().generate_login_code()
    request.session[SESSION_KEY] = {"at": time.time(), "tries": 0, "proof": _proof(code)}
    get_adapter().send_mail(
        "account/email/confirmation_code", request.user.email, {"user": request.user, "code": code}
    )
    return redirect(f"{reverse('confirm_by_code')}?{urlencode({REDIRECT_FIELD_NAME: _asked_for(request)})}")


def _is_right(request, code) -> bool:
    """A code serves once; after three wrong ones it serves no more."""
    sent = request.session.pop(SESSION_KEY, None)
    if sent is None or time.time() - sent["at"] > LIFE:
        return False
    if constant_time_compare(sent["proof"], _proof(code)):
        return True
    if sent["tries"] + 1 < TRIES:
        request.session[SESSION_KEY] = sent | {"tries": sent["tries"] + 1}
    return False


def _proof(code: str) -> str:
    """What the session keeps of a code: digits only, however they were typed."""
    return salted_hmac(SESSION_KEY, "".join(sign for sign in code if sign.isdigit())).hexdigest()


def _page(request, form=None):
    context = {
        "form": form or ConfirmByCodeForm(),
        "is_sent": SESSION_KEY in request.session,
        "next": _asked_for(request),
    }
    return render(request, "accounts/confirm_by_code.html", context)


def _asked_for(request) -> str:
    """Where the person was going, which allauth checks before it sends anybody there."""
    return request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME, "")
