"""The addresses of allauth's account pages in French; the names are allauth's, so that it finds them."""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as factor_views
from allauth.mfa.recovery_codes import views as recovery_views
from allauth.mfa.totp import views as application_views
from allauth.mfa.webauthn import views as passkey_views
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.generic import RedirectView

from . import address_views, confirming, device_views
from .second_factor import wanted_first
from .views import LoginView, ResetPasswordFromKeyView, SignupView, second_factor_picture, signed_in_again

read_and_post = require_http_methods(["GET", "HEAD", "POST"])


def page(route, view, name, *, kind=path):
    return kind(route, read_and_post(never_cache(view)), name=name)


urlpatterns = [
    page("connexion/", LoginView.as_view(), "account_login"),
    page("connexion/code/", allauth_views.request_login_code, "account_request_login_code"),
    page("connexion/code/confirmer/", allauth_views.confirm_login_code, "account_confirm_login_code"),
    page("connexion/cle-d-acces/", passkey_views.login_webauthn, "mfa_login_webauthn"),
    page("connexion/second-facteur/", factor_views.authenticate, "mfa_authenticate"),
    path("reconnecte/", signed_in_again, name="signed_in_again"),
    page("deconnexion/", allauth_views.logout, "account_logout"),
    page("inscription/", SignupView.as_view(), "account_signup"),
    page("verifier/", allauth_views.email_verification_sent, "account_email_verification_sent"),
    page("inactif/", allauth_views.account_inactive, "account_inactive"),
    page("confirmer-acces/", allauth_views.reauthenticate, "account_reauthenticate"),
    path("confirmer-acces/courriel/", confirming.confirm_by_code, name="confirm_by_code"),
    page("confirmer-acces/code/", factor_views.reauthenticate, "mfa_reauthenticate"),
    page("confirmer-acces/cle-d-acces/", passkey_views.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    page("adresse/", wanted_first(address_views.ChangeAddressView.as_view()), "account_email"),
    path("adresse/garder/", address_views.take_address_back, name="take_address_back"),
    path("adresse/changement/<str:token>/", address_views.address_change, name="address_change"),
    path("adresse/changement/<str:token>/accepter/", address_views.agree_to_address, name="agree_to_address"),
    path("adresse/changement/<str:token>/refuser/", address_views.refuse_address, name="refuse_address"),
    page("mot-de-passe/changer/", wanted_first(allauth_views.password_change), "account_change_password"),
    page("mot-de-passe/choisir/", wanted_first(allauth_views.password_set), "account_set_password"),
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
    page("second-facteur/", factor_views.index, "mfa_index"),
    page("second-facteur/application/", application_views.activate_totp, "mfa_activate_totp"),
    path("second-facteur/application/image/", second_factor_picture, name="second_factor_picture"),
    page("second-facteur/application/retirer/", application_views.deactivate_totp, "mfa_deactivate_totp"),
    page("second-facteur/codes-de-secours/", recovery_views.view_recovery_codes, "mfa_view_recovery_codes"),
    page(
        "second-facteur/codes-de-secours/nouveaux/",
        recovery_views.generate_recovery_codes,
        "mfa_generate_recovery_codes",
    ),
    page(
        "second-facteur/codes-de-secours/fichier/",
        recovery_views.download_recovery_codes,
        "mfa_download_recovery_codes",
    ),
    # The keys are listed with the other factors.
    page("cles-d-acces/", RedirectView.as_view(pattern_name="mfa_index"), "mfa_list_webauthn"),
    page("cles-d-acces/ajouter/", passkey_views.add_webauthn, "mfa_add_webauthn"),
    page("cles-d-acces/<int:pk>/nom/", passkey_views.edit_webauthn, "mfa_edit_webauthn"),
    page("cles-d-acces/<int:pk>/retirer/", passkey_views.remove_webauthn, "mfa_remove_webauthn"),
    path("appareils/", device_views.devices, name="devices"),
    path("appareils/<int:key>/deconnecter/", device_views.end_device, name="end_device"),
    path("appareils/deconnecter-partout/", device_views.end_all_devices, name="end_all_devices"),
]
