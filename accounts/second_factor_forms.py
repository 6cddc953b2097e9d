"""The forms of the second factor: allauth's, with our words; a code that was used is used."""

import re
import struct

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as code_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as passkey_forms
from django import forms
from django.core.cache import cache
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

# A code of an application is good for its half minute, the one before and the one after.
GOOD_FOR = 90
LONGEST_NAME = 60


class UsedOnce:
    """Mixed in before a form with a ``code`` and a ``user``. allauth remembers a used code for half a minute, and
    forgets that it set up the application; of two requests at once with one code, one wins."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code")
        field.max_length = 20
        field.widget = forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autocapitalize": "none",
                "spellcheck": "false",
                "autofocus": True,
                "maxlength": field.max_length,
            }
        )
        field.help_text = self.help_text

    help_text = _("The six digits that the application shows now, or one of your recovery codes.")

    def clean_code(self):
        code = super().clean_code()
        digits = "".join(character for character in code if character.isalnum())
        if not cache.add(f"second-factor-used:{self.user.pk}:{digits}", 1, GOOD_FOR):
            raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(UsedOnce, code_forms.AuthenticateForm):
    """At signing in."""


class ConfirmForm(UsedOnce, code_forms.ReauthenticateForm):
    """Before something about the account changes."""


class ApplicationForm(UsedOnce, totp_forms.ActivateTOTPForm):
    """Sets up the application that makes codes."""

    help_text = _("The six digits that the application shows now.")

    @property
    def secret_in_groups(self) -> str:
        """As it is typed: four characters at a time."""
        return " ".join(re.findall(".{1,4}", self.secret))


class NamedKey:
    """Mixed in before a form that names a passkey."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["name"]
        field.label = _("Name of this passkey")
        field.help_text = _("So that you know it again, such as “Telephone” or “Computer at the office”.")
        field.max_length = LONGEST_NAME
        field.widget.attrs |= {"autocomplete": "off", "maxlength": LONGEST_NAME}

    def clean_name(self):
        name = self.cleaned_data["name"][:LONGEST_NAME]
        self.cleaned_data["name"] = name
        return super().clean_name() if hasattr(super(), "clean_name") else name


TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}
# What the library raises, besides what it promises, over bytes that no browser has made.
NONSENSE = (ValueError, TypeError, LookupError, AttributeError, struct.error)


class ReadsCredential:
    """Mixed in before a form with a ``credential``. Anybody may send one: whatever it is, it is answered in words."""

    def full_clean(self):
        try:
            super().full_clean()
        except NONSENSE:
            self.cleaned_data = {}
            self.add_error("credential", "")
        for name in {"credential", NON_FIELD_ERRORS} & set(self._errors):
            if not any(error.code in TOO_OFTEN for error in self._errors[name].as_data()):
                self._errors[name] = self.error_class([_("This passkey was not accepted. Try again.")])


class PasskeySignInForm(ReadsCredential, passkey_forms.LoginWebAuthnForm):
    """Instead of a password."""


class PasskeyUseForm(ReadsCredential, passkey_forms.AuthenticateWebAuthnForm):
    """After the password."""


class PasskeyConfirmForm(ReadsCredential, passkey_forms.ReauthenticateWebAuthnForm):
    """Before something about the account changes."""


class PasskeyForm(ReadsCredential, NamedKey, passkey_forms.AddWebAuthnForm):
    """Every key that is added signs in alone, so its device must have asked who is there."""

    passwordless = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean_passwordless(self):
        return True


class PasskeyNameForm(NamedKey, passkey_forms.EditWebAuthnForm):
    """Renames one."""
