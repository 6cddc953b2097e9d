"""The forms of accounts: allauth's, with our words, one password field and one spelling of addresses."""

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from . import phones
from .models import User, normalise_email

LABELS = {
    "password": _("Password"),
    "password1": _("Password"),
    "oldpassword": _("Current password"),
    "code": _("Code"),
}


class AddressField(forms.EmailField):
    """An address in the spelling under which it is stored, whatever was typed."""

    def __init__(self, *, autocomplete="email"):
        attrs = {"autocomplete": autocomplete, "inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}
        super().__init__(label=_("E-mail address"), max_length=254, widget=forms.EmailInput(attrs=attrs))

    def to_python(self, value):
        return normalise_email(super().to_python(value))


class PhoneField(forms.CharField):
    """A number as people write it; it is stored in one spelling."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def __init__(self, **kwargs):
        super().__init__(**kwargs | {"max_length": 40})

    def clean(self, value):
        return phones.clean(super().clean(value))


class OurWords:
    """Mixed in before a form of allauth's."""

    new_password = _("New password")
    address = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("password2", None)
        for name, field in list(self.fields.items()):
            if isinstance(field, forms.EmailField):
                self.fields[name] = AddressField(**self.address)
                continue
            field.widget.attrs.pop("placeholder", None)
            field.label = LABELS.get(name, field.label)
            field.help_text = ""
        if "password1" in self.fields:
            self.fields["password1"].label = self.new_password
            self.fields["password1"].help_text = _("Ten characters or more. Several words make a good password.")


class LoginForm(OurWords, allauth_forms.LoginForm):
    address = {"autocomplete": "username"}


class SignupForm(OurWords, allauth_forms.SignupForm):
    new_password = LABELS["password1"]
    address = {"autocomplete": "username"}

    def try_save(self, request):
        """Takes as long for an address that has an account: a hash is made and thrown away."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class RequestLoginCodeForm(OurWords, allauth_forms.RequestLoginCodeForm):
    pass


class ResetPasswordForm(OurWords, allauth_forms.ResetPasswordForm):
    pass


class ResetPasswordKeyForm(OurWords, allauth_forms.ResetPasswordKeyForm):
    pass


class ChangePasswordForm(OurWords, allauth_forms.ChangePasswordForm):
    pass


class SetPasswordForm(OurWords, allauth_forms.SetPasswordForm):
    pass


class ReauthenticateForm(OurWords, allauth_forms.ReauthenticateForm):
    pass


class AddEmailForm(OurWords, allauth_forms.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New e-mail address")


class CodeWords(OurWords):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autofocus": True, "maxlength": 20}
        self.fields["code"].help_text = _("The eight digits that we have sent by e-mail.")


class ConfirmLoginCodeForm(CodeWords, allauth_forms.ConfirmLoginCodeForm):
    pass


class ConfirmEmailVerificationCodeForm(CodeWords, allauth_forms.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmByCodeForm(forms.Form):
    code = forms.CharField(
        label=LABELS["code"],
        max_length=20,
        help_text=_("The eight digits that we have sent by e-mail."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
    )


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "phone"]
        labels = {"name": _("Name"), "phone": _("Telephone number (if you like)")}
        help_texts = {
            "name": _("For our letters to you. Readers do not see it."),
            "phone": _(
                "So that our office finds you when you call or pay. Without a country we take it for one of Mali."
            ),
        }
        # Longer than what is stored: blanks and dots fall away.
        field_classes = {"phone": PhoneField}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class PublicNameForm(forms.Form):
    public_name = forms.CharField(
        label=_("Public name"),
        max_length=40,
        help_text=_("Signs your contributions. You choose it once and cannot change it afterwards."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )


class LanguageForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language"]
        labels = {"language": _("Language")}
        help_texts = {"language": _("Of your account, of the back office and of our letters to you.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("Same as the newspaper")), *User.Language.choices]
