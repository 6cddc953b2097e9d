"""« My account »: for its owner alone, with an address of its own for each thing that is changed there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import public_names
from accounts.forms import LanguageForm, NameForm, PublicNameForm
from subscriptions import renewing
from subscriptions.access import current_subscription
from subscriptions.account_page import account_context
from subscriptions.history import history
from subscriptions.models import ReminderChoice


@never_cache
@require_safe
@login_required
def account(request):
    return render(request, "subscriptions/account.html", account_context(request.user))


@never_cache
@require_safe
def account_link(request):
    """For the masthead of public pages: the way to the account and what was still to be said. To whom the newspaper is
    sold already, it stops selling."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    context = {"has_subscription": current_subscription(request.user) is not None}
    return render(request, "subscriptions/_account_link.html", context)


@never_cache
@require_POST
@login_required
def change_name(request):
    form = NameForm(request.POST, instance=request.user)
    return save(request, form, "name_form", gettext_lazy("Your name and number are saved."))


@never_cache
@require_POST
@login_required
def change_language(request):
    form = LanguageForm(request.POST, instance=request.user)
    return save(request, form, "language_form", gettext_lazy("Your language is saved."))


@never_cache
@require_POST
@login_required
def choose_public_name(request):
    form = PublicNameForm(request.POST)
    if form.is_valid():
        try:
            public_names.choose(request.user, form.cleaned_data["public_name"])
        except ValidationError as error:
            form.add_error("public_name", error)
    if form.errors:
        return refuse(request, public_name_form=form)
    messages.success(request, _("Your public name is chosen."))
    return redirect("account")


@never_cache
@require_safe
@login_required
def subscription_history(request):
    return render(request, "subscriptions/history.html", history(request.user))


@never_cache
@require_POST
@login_required
def stop_renewing(request):
    if renewing.stop(request.user):
        messages.success(request, _("Your subscription no longer renews itself. It runs until its end."))
    return redirect("account")


@never_cache
@require_POST
@login_required
def choose_reminders(request):
    wanted = request.POST.get("reminders") == "on"
    ReminderChoice.objects.update_or_create(user=request.user, defaults={"wanted": wanted})
    messages.success(request, _("Your choice is saved."))
    return redirect("account")


def save(request, form, name, message):
    if not form.is_valid():
        return refuse(request, **{name: form})
    form.save()
    with translation.override(request.user.language or settings.LANGUAGE_CODE):
        messages.success(request, str(message))
    return redirect("account")


def refuse(request, **refused):
    """The page again with the errors; the unsaved values of the form stay in the form."""
    request.user.refresh_from_db()
    return render(request, "subscriptions/account.html", account_context(request.user, **refused), status=400)
