"""« My data »: taking it away, and deleting the account."""

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.confirming import confirmed, is_confirmed
from subscriptions.refusals import Refused
from web.limits import Limit

from . import leaving, personal_data

DOWNLOADS = Limit("personal-data", times=3, seconds=24 * 60 * 60)


@never_cache
@require_safe
@login_required
def my_data(request):
    return render(request, "newsroom/my_data.html", {"times": DOWNLOADS.times})


@never_cache
@require_POST
@login_required
@confirmed(sign_in_counts=True)
def download_data(request):
    if not DOWNLOADS.take_for(f"person-{request.user.pk}"):
        context = {"times": DOWNLOADS.times, "is_refused": True}
        return render(request, "newsroom/my_data.html", context, status=429)
    name = _("my-data-{day}").format(day=timezone.localdate().isoformat())
    shown = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(personal_data.export(request.user), json_dumps_params=shown)
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_safe
@login_required
def leave(request):
    return _leave(request, leaving.obstacle(request.user, by=request.user))


@never_cache
@require_POST
@login_required
@confirmed()
def delete_account(request):
    try:
        leaving.delete_account(request.user, by=request.user)
    except Refused as refusal:
        return _leave(request, str(refusal), status=409)
    logout(request)
    return redirect("left")


@never_cache
@require_safe
def left(request):
    """For whoever has just gone: nobody is signed in any more."""
    return render(request, "newsroom/left.html")


def _leave(request, obstacle, *, status=200):
    context = {
        "obstacle": obstacle,
        "outlook": personal_data.outlook(request.user),
        "is_confirmed": is_confirmed(request),
    }
    return render(request, "newsroom/leave.html", context, status=status)
