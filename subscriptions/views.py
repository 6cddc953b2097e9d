"""The plans for sale, which everybody may see, and « My account », which its owner sees."""

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
from web.public_page import public_page

from .account_page import account_context
from .models import Plan


@public_page()
def plans(request):
    return render(request, "subscriptions/plans.html", {"plans": Plan.objects.filter(is_active=True)})


@never_cache
@require_safe
@login_required
def account(request):
    return render(request, "subscriptions/account.html", account_context(request.user))


@never_cache
@require_safe
def account_link(request):
    """For the masthead of public pages: the way to the account and what was still to be said."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    return render(request, "subscriptions/_account_link.html")


@never_cache
@require_POST
@login_required
def change_name(request):
    form = NameForm(request.POST, instance=request.user)
    return save(request, form, "name_form", gettext_lazy("Your name is saved."))


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
