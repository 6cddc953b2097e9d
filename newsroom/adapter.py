"""How accounts behave on this site: mails in the newspaper's name and the person's language, addresses of our own."""

from email.utils import parseaddr

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User, normalise_email
from accounts.redirects import is_own_path
from articles.identity import logo_in_mail
from articles.models import Newspaper

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

    def is_safe_url(self, url):
        return is_own_path(url)

    def get_from_email(self):
        name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        name = name or Newspaper.current().name.translate({ord(sign): None for sign in '"\\'})
        return f'"{name}" <{address}>'

    def get_reset_password_from_key_url(self, key):
        uid, _dash, token = key.partition("-")
        return on_site("account_reset_password_from_key", uidb36=uid, key=token)

    def get_password_change_redirect_url(self, request):
        return reverse("account")

    def send_password_reset_mail(self, user, email, context):
        """To the stored address, whatever was typed."""
        super().send_password_reset_mail(user, user.email, context)

    def send_mail(self, template_prefix, email, context):
        """In the language that the person has chosen, else in the newspaper's."""
        user = context.get("user") or User.objects.filter(email=normalise_email(email)).first()
        newspaper = Newspaper.current()
        words = {
            **context,
            "newspaper": newspaper,
            "logo": logo_in_mail(newspaper),
            "email": email,
            "site_url": settings.SITE_URL,
            "signup_url": on_site("account_signup"),
            "forgotten_url": on_site("account_reset_password"),
        }
        with translation.override(getattr(user, "language", "") or settings.LANGUAGE_CODE):
            self.render_mail(template_prefix, email, words).send()

    def reserved_public_names(self):
        return [*RESERVED_NAMES, Newspaper.current().name]
