"""How accounts behave on this site: mails in the newspaper's name and the person's language, addresses of our own."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from accounts import address_changes, devices
from accounts.addresses import is_proven
from accounts.models import User, normalise_email
from accounts.redirects import is_own_path
from articles.dates import date_words, instant_words
from articles.identity import logo_in_mail, sender
from articles.models import Newspaper
from outbox.backend import at_once

RESERVED_NAMES = ["Rédaction", "Modération", "Modérateur", "Modératrice", "Administrateur", "Admin"]


def on_site(name, **kwargs) -> str:
    """The absolute address of a page; the host is the site's, never what a request claims."""
    return settings.SITE_URL + reverse(name, kwargs=kwargs)


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is the e-mail address of your account already."),
        "email_password_mismatch": _("The e-mail address or the password is not right."),
        "email_taken": _("This e-mail address cannot be used."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right."),
        "incorrect_password": _("The password is not right."),
        "rate_limited": _("Too many requests. Wait a little, then try again."),
        "same_as_current": _("This is the e-mail address that you have now."),
        "too_many_login_attempts": _("Too many attempts have failed. Wait a few minutes, then try again."),
    }

    def clean_email(self, email):
        return normalise_email(email)

    def confirm_email(self, request, email_address):
        """A code has come back from the address. Where it is to take the place of another one, that one is asked."""
        user = email_address.user
        if user.email == email_address.email or not is_proven(user):
            return super().confirm_email(request, email_address)
        address_changes.ask(user, email_address.email)
        return False

    def is_safe_url(self, url):
        return is_own_path(url)

    def get_from_email(self):
        return sender()

    def get_reset_password_from_key_url(self, key):
        uid, _dash, token = key.partition("-")
        return on_site("account_reset_password_from_key", uidb36=uid, key=token)

    def get_password_change_redirect_url(self, request):
        return reverse("account")

    def send_password_reset_mail(self, user, email, context):
        """To the stored address, whatever was typed."""
        super().send_password_reset_mail(user, user.email, context)

    def get_reauthentication_methods(self, user):
        """Whoever has a second factor confirms with it: a password alone changes nothing about the account. A passkey
        comes first, since it is the shortest way."""
        methods = super().get_reauthentication_methods(user)
        factors = [method for method in methods if method["id"] != "reauthenticate"]
        return sorted(factors or methods, key=lambda method: "webauthn" not in method["id"])

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        device = devices.in_words(self.get_http_user_agent(self.request))
        super().send_notification_mail(
            template_prefix, user, {"user": user, "device": device, **(context or {})}, email=email
        )

    def send_mail(self, template_prefix, email, context):
        """In the language that the person has chosen, else in the newspaper's. ``headers`` of the context are the
        mail's."""
        user = context.get("user") or User.objects.filter(email=normalise_email(email)).first()
        newspaper = Newspaper.current()
        words = {
            **context,
            "newspaper": newspaper,
            "logo": logo_in_mail(newspaper),
            "email": email,
            "site_url": settings.SITE_URL,
            "signup_url": on_site("account_signup"),
            "login_url": on_site("account_login"),
            "forgotten_url": on_site("account_reset_password"),
            "security_url": on_site("mfa_index"),
        }
        if token := context.get("token"):
            words["answer_url"] = on_site("address_change", token=token)
        with translation.override(getattr(user, "language", "") or settings.LANGUAGE_CODE):
            words["at"] = instant_words(context.get("timestamp") or timezone.now())
            if made_at := context.get("made_at"):
                words["made_on"] = date_words(made_at)
            self.render_mail(template_prefix, email, words, headers=context.get("headers")).send()

    def render_mail(self, *args, **kwargs):
        """Somebody waits for most of these, or should know at once; what says that it is sent to many waits itself."""
        message = super().render_mail(*args, **kwargs)
        return message if "Precedence" in message.extra_headers else at_once(message)

    def reserved_public_names(self):
        return [*RESERVED_NAMES, Newspaper.current().name]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_generate_recovery_codes": _("Recovery codes need a second factor first."),
        "incorrect_code": _("This code is not right, or it was used before."),
        "unverified_email": _("Confirm your e-mail address first."),
    }

    def get_totp_issuer(self):
        """What the application on the telephone shows beside the code."""
        return Newspaper.current().name

    def generate_authenticator_name(self, user, type):  # noqa: A002 - allauth's name
        """The device that makes the passkey, as far as its browser says what it is."""
        return devices.in_words(self.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": Newspaper.current().name}
