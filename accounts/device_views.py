"""« Mes appareils »: where somebody is signed in, and ending one of these sessions, or all."""

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from . import devices as open_devices


@never_cache
@require_safe
@login_required
def devices(request):
    rows = [
        {"session": row, "name": open_devices.in_words(row.user_agent), "is_this": is_this(request, row)}
        for row in open_devices.of(request.user)
    ]
    return render(request, "accounts/devices.html", {"devices": rows})


def is_this(request, row) -> bool:
    return row.session_key == request.session.session_key


@never_cache
@require_POST
@login_required
def end_device(request, key):
    """A key of somebody else's session, or of one that has ended, changes nothing and is answered alike."""
    others = UserSession.objects.filter(pk=key, user_id=request.user.pk)
    open_devices.end(others.exclude(session_key=request.session.session_key))
    messages.success(request, _("This device is signed out."))
    return redirect("devices")


@never_cache
@require_POST
@login_required
def end_all_devices(request):
    """« Se déconnecter partout », this device included."""
    get_adapter().send_notification_mail("account/email/signed_out_everywhere", request.user)
    open_devices.end_all(request.user)
    logout(request)
    messages.success(request, _("You are signed out on all your devices."))
    return redirect("account_login")
