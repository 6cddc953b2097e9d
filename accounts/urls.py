"""The addresses of allauth's account pages in French; the names are allauth's, so that it finds them."""

from allauth.account import views as allauth_views
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .views import ResetPasswordFromKeyView

read_and_post = require_http_methods(["GET", "HEAD", "POST"])


def page(route, view, name, *, kind=path):
    return kind(route, read_and_post(never_cache(view)), name=name)


urlpatterns = [
    page("connexion/", allauth_views.login, "account_login"),
    page("connexion/code/", allauth_views.request_login_code, "account_request_login_code"),
    page("connexion/code/confirmer/", allauth_views.confirm_login_code, "account_confirm_login_code"),
    page("deconnexion/", allauth_views.logout, "account_logout"),
    page("inscription/", allauth_views.signup, "account_signup"),
    page("verifier/", allauth_views.email_verification_sent, "account_email_verification_sent"),
    page("inactif/", allauth_views.account_inactive, "account_inactive"),
    page("confirmer-acces/", allauth_views.reauthenticate, "account_reauthenticate"),
    page("adresse/", allauth_views.email, "account_email"),
    page("mot-de-passe/changer/", allauth_views.password_change, "account_change_password"),
    page("mot-de-passe/choisir/", allauth_views.password_set, "account_set_password"),
    page("mot-de-passe/oublie/", allauth_views.password_reset, "account_reset_password"),
    page("mot-de-passe/oublie/envoye/", allauth_views.password_reset_done, "account_reset_password_done"),
    page(
        "mot-de-passe/nouveau/enregistre/",
        allauth_views.password_reset_from_key_done,
        "account_reset_password_from_key_done",
    ),
    page(
        r"^mot-de-passe/nouveau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        ResetPasswordFromKeyView.as_view(),
        "account_reset_password_from_key",
        kind=re_path,
    ),
]
