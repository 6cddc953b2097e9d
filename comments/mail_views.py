"""Whether one wants mail about the room: in the account, and from the mail itself without signing in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from web import tokens

from .digests import PURPOSE
from .models import Contributor


@never_cache
@require_safe
@login_required
def contribution_mail(request):
    contributor = Contributor.objects.filter(person=request.user).first()
    return render(request, "comments/mail.html", {"wants_mail": contributor is None or contributor.wants_mail})


@never_cache
@require_POST
@login_required
def choose_contribution_mail(request):
    wanted = request.POST.get("mail") == "on"
    Contributor.objects.update_or_create(person=request.user, defaults={"wants_mail": wanted})
    messages.success(request, _("Your choice is saved."))
    return redirect("contribution_mail")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_contribution_mail(request, token):
    """One address to read and to post to, as RFC 8058 wants it: mail programs post « List-Unsubscribe=One-Click » to
    the address of the header, without cookies; people who open it are asked first. The token says who it is."""
    person = _person_of(token)
    if person is None:
        return render(request, "comments/mail_stopped.html", {"is_known": False}, status=404)
    if request.method == "POST":
        Contributor.objects.update_or_create(person=person, defaults={"wants_mail": False})
    is_done = request.method == "POST"
    return render(request, "comments/mail_stopped.html", {"is_known": True, "is_done": is_done, "token": token})


def _person_of(token):
    try:
        return User.objects.filter(pk=tokens.read(PURPOSE, token), is_active=True).first()
    except tokens.BadToken:
        return None
