"""What allauth's views do not do the way this site wants it."""

from urllib.parse import urlsplit

from allauth.account.views import LoginView as StockLoginView
from allauth.account.views import PasswordResetFromKeyView
from allauth.account.views import SignupView as StockSignupView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# The page of an order, to which one comes with a plan chosen.
ORDER = "order_plan"


class LoginView(StockLoginView):
    """Whoever subscribes has often no account yet: the way to one comes first then."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = page_at(context["redirect_field_value"])
        return context | {"is_subscribing": bool(page) and page.url_name == ORDER, "chosen": chosen_on(page)}


class SignupView(StockSignupView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"chosen": chosen_on(page_at(context["redirect_field_value"]))}


def page_at(address):
    try:
        return resolve(urlsplit(address or "").path)
    except Resolver404:
        return None


def chosen_on(page) -> str:
    """What one has chosen to come to the page, where its view has ``chosen_in_words``; else nothing."""
    say = getattr(page.func, "chosen_in_words", None) if page else None
    try:
        return say(**page.kwargs) if say else ""
    except Http404:
        return ""


class ResetPasswordFromKeyView(PasswordResetFromKeyView):
    """Following a link changes nothing: whoever is signed in here as somebody else stays so until the form is sent."""

    def logout(self):
        if self.request.method == "POST":
            super().logout()


@never_cache
@require_safe
@login_required
def signed_in_again(request):
    """Where one comes from a form that waits in another tab."""
    return render(request, "accounts/signed_in_again.html")


@never_cache
@require_safe
@login_required
def second_factor_picture(request):
    """What the application photographs: the secret that the page before has offered, and that is nobody's yet. An
    image of its own, since the policy of pages allows no picture inside them."""
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(picture, content_type="image/svg+xml")


@never_cache
def too_many_requests(request, exception=None):
    return render(request, "accounts/too_many_requests.html", status=429)
