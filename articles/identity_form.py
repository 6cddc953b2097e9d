"""The form of the newspaper's identity: a logo is examined here, before any transaction begins."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from . import identity
from .models import Newspaper
from .social_accounts import NETWORKS

ACCEPT = ".png,.jpg,.jpeg,.webp,image/png,image/jpeg,image/webp"
WIDE = {"class": "vLargeTextField"}


class LogoInput(forms.ClearableFileInput):
    """Shows the logo on the ground that it is for. ``size`` is that of the stored file."""

    template_name = "articles/widgets/logo.html"
    initial_text = _("Now")
    input_text = _("Another file")
    clear_checkbox_label = _("Take the logo away")
    size = (0, 0)

    def __init__(self, ground):
        super().__init__(attrs={"accept": ACCEPT})
        self.ground = ground

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"ground": self.ground, "width": str(self.size[0]), "height": str(self.size[1])}
        return context


class NewspaperForm(forms.ModelForm):
    class Meta:
        model = Newspaper
        fields = [
            *("name", "motto", "logo", "logo_dark", "place"),
            *("publisher", "responsible", "postal_address", "public_email", "phone"),
            *NETWORKS,
        ]
        widgets = {
            "name": forms.TextInput(attrs=WIDE),
            "motto": forms.TextInput(attrs=WIDE),
            "publisher": forms.TextInput(attrs=WIDE),
            "responsible": forms.TextInput(attrs=WIDE),
            "postal_address": forms.Textarea(attrs=WIDE | {"rows": 3}),
            "logo": LogoInput("light"),
            "logo_dark": LogoInput("dark"),
            **{key: forms.URLInput(attrs=WIDE | {"placeholder": one.example}) for key, one in NETWORKS.items()},
        }
        help_texts = {
            "logo": _("PNG, JPEG or WebP, at best wide and transparent. Without one, the name is written."),
            "logo_dark": _("For readers whose screen is dark: light letters. Without one, the logo above serves."),
            "motto": _("Stands under the name, on the front page and in the footer."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in identity.LOGOS:
            if name in self.fields:
                row = self.instance
                self.fields[name].widget.size = (getattr(row, f"{name}_width"), getattr(row, f"{name}_height"))

    def clean_logo(self):
        return self._examined("logo")

    def clean_logo_dark(self):
        return self._examined("logo_dark")

    def _examined(self, name):
        sent = self.cleaned_data[name]
        if sent is False:  # the box that takes the logo away is ticked
            size = (0, 0)
        elif isinstance(sent, UploadedFile):
            logo = identity.read_logo(sent)
            sent, size = logo.file, (logo.width, logo.height)
        else:
            return sent
        self.sizes = {**getattr(self, "sizes", {}), name: size}
        return sent

    def clean(self):
        data = super().clean()
        if data.get("logo_dark") and data.get("logo", True) in {False, None, ""}:
            self.add_error("logo_dark", _("Choose the logo for light screens too."))
        for name, (width, height) in getattr(self, "sizes", {}).items():
            setattr(self.instance, f"{name}_width", width)
            setattr(self.instance, f"{name}_height", height)
        return data

    def _post_clean(self):
        """The row's own validators have their say here."""
        super()._post_clean()
        if self.errors:
            self._ask_for_files_again()

    def _ask_for_files_again(self):
        """A browser sends a file once: the page that comes back cannot hold it."""
        for name in identity.LOGOS:
            if isinstance(self.files.get(self.add_prefix(name)), UploadedFile) and name not in self.errors:
                self.add_error(
                    name, _("Choose this file again: nothing was saved, because of what is marked elsewhere.")
                )
